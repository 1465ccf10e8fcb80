import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { loadLaterTexts, useT } from '../lib/i18n.ts';
import { listenForKeys } from '../lib/keys/index.ts';
import { hearPresence } from '../features/tickets/index.ts';
import { live } from '../lib/live.ts';
import { createLiveQueries } from '../lib/live-queries.ts';
import { useIsWide } from '../lib/media.ts';
import { useMe } from '../lib/session.ts';
import { ConnectionLine } from './connection-line.tsx';
import { overlay } from './overlays.ts';
import { Rail } from './rail.tsx';
import { useShellCommands } from './shell-commands.tsx';

const OverlayHost = lazy(() => import('./overlay-host.tsx').then((module) => ({ default: module.OverlayHost })));

/** What stands around every screen of somebody who is signed in. */
export function Shell() {
  const t = useT();
  const wide = useIsWide();
  const [overlaysWanted, setOverlaysWanted] = useState(false);
  const client = useQueryClient();
  const me = useMe().agent.id;
  useShellCommands();
  useEffect(listenForKeys, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setOverlaysWanted(true);
      loadLaterTexts();
    }, 1_000);
    const stop = overlay.subscribe(() => setOverlaysWanted(true));
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  useEffect(() => {
    const forget = [live.subscribe(createLiveQueries(client)), live.subscribe((message) => hearPresence(message, me))];
    live.start();
    return () => {
      forget.forEach((off) => off());
      live.stop();
    };
  }, [client, me]);

  const rail = <Rail wide={wide} />;
  return (
    <div className="flex h-dvh flex-col overflow-hidden desk:flex-row">
      <a href="#content" className="sr-only z-50 rounded-md bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2">
        {t('shell.skipToContent')}
      </a>
      {wide && rail}
      <div id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none desk:border-l desk:border-line-soft">
        <Outlet />
      </div>
      {!wide && rail}
      <ConnectionLine />
      <Suspense>{overlaysWanted && <OverlayHost />}</Suspense>
    </div>
  );
}
