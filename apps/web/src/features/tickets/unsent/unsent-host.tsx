import { Button, Dialog } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import { useStore } from '../../../lib/store.ts';
import { unsent } from './send-once.ts';
import { unsentView } from './unsent-open.ts';
import { UnsentSheet } from './unsent-sheet.tsx';
import { unsentQueue, useUnsentQueue } from './use-unsent-queue.ts';

/** Keeps the queue running, and shows it when it is asked for. Comes when the page has come to rest. */
export function UnsentHost({ onSignOut }: { onSignOut(): void }) {
  useUnsentQueue();
  const queue = useStore(unsentQueue);
  const view = useStore(unsentView);
  const close = () => unsentView.set('none');
  if (!queue) return null;
  if (view === 'sheet') return <UnsentSheet queue={queue} onClose={close} />;
  if (view !== 'sign-out') return null;
  return (
    <SignOutQuestion
      onClose={close}
      onConfirm={async () => {
        close();
        await queue.dropAll();
        onSignOut();
      }}
    />
  );
}

function SignOutQuestion({ onClose, onConfirm }: { onClose(): void; onConfirm(): Promise<void> }) {
  const t = useT();
  const count = useStore(unsent).length;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('around.unsent.signOut.title', { count })}
      description={t('around.unsent.signOut.text', { count })}
      width="narrow"
      actions={
        <>
          <Button tone="outline" onClick={() => unsentView.set('sheet')}>
            {t('around.unsent.signOut.look')}
          </Button>
          <Button tone="danger" onClick={() => void onConfirm()}>
            {t('around.unsent.signOut.confirm')}
          </Button>
        </>
      }
    />
  );
}
