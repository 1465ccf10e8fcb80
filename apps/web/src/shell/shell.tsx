import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useT } from '../lib/i18n.ts';
import { CommandBar, KeysSheet, listenForKeys } from '../lib/keys/index.ts';
import { live } from '../lib/live.ts';
import { useIsWide } from '../lib/media.ts';
import { useStore } from '../lib/store.ts';
import { ConnectionLine } from './connection-line.tsx';
import { overlay } from './overlays.ts';
import { Rail } from './rail.tsx';
import { useShellCommands } from './shell-commands.tsx';

/** What stands around every screen of somebody who is signed in. */
export function Shell() {
  const t = useT();
  const wide = useIsWide();
  const over = useStore(overlay);
  useShellCommands();
  useEffect(listenForKeys, []);
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, []);

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
      <CommandBar open={over === 'commands'} onOpenChange={(open) => overlay.set(open ? 'commands' : 'none')} />
      <KeysSheet open={over === 'keys'} onOpenChange={(open) => overlay.set(open ? 'keys' : 'none')} />
    </div>
  );
}
