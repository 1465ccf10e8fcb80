import { AvailabilityCommands } from '../features/availability/availability-commands.tsx';
import { lazy, Suspense } from 'react';
import { ViewCommands } from '../features/tickets/views/view-commands.tsx';
import { CommandBar } from './command-bar/command-bar.tsx';
import { KeysSheet } from '../lib/keys/keys-sheet.tsx';
import { useStore } from '../lib/store.ts';
import { UnsentHost } from '../features/tickets/unsent/unsent-host.tsx';
import { OverTickets } from './over-tickets.tsx';
import { overlay } from './overlays.ts';
import { withLaterTexts } from '../lib/i18n.ts';
import { useSignOut } from './use-sign-out.ts';

const OfferHost = lazy(async () => ({ default: (await withLaterTexts(() => import('../features/routing/offers/offer-host.tsx'))).OfferHost }));

/** Fetched when the page has come to rest, so that the first list does not wait for it. */
export function OverlayHost() {
  const over = useStore(overlay);
  const signOut = useSignOut();
  return (
    <>
      <ViewCommands />
      <AvailabilityCommands />
      <CommandBar open={over === 'commands'} onOpenChange={(open) => overlay.set(open ? 'commands' : 'none')} />
      <OverTickets />
      <Suspense><OfferHost /></Suspense>
      <KeysSheet open={over === 'keys'} onOpenChange={(open) => overlay.set(open ? 'keys' : 'none')} />
      <UnsentHost onSignOut={() => void signOut()} />
    </>
  );
}
