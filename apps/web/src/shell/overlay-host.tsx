import { ViewCommands } from '../features/tickets/views/view-commands.tsx';
import { CommandBar } from '../lib/keys/command-bar.tsx';
import { KeysSheet } from '../lib/keys/keys-sheet.tsx';
import { useStore } from '../lib/store.ts';
import { overlay } from './overlays.ts';

/** Fetched when the page has come to rest, so that the first list does not wait for it. */
export function OverlayHost() {
  const over = useStore(overlay);
  return (
    <>
      <ViewCommands />
      <CommandBar open={over === 'commands'} onOpenChange={(open) => overlay.set(open ? 'commands' : 'none')} />
      <KeysSheet open={over === 'keys'} onOpenChange={(open) => overlay.set(open ? 'keys' : 'none')} />
    </>
  );
}
