import { Button, Dialog } from '@ombud/ui';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../../../lib/i18n.ts';
import { useStore } from '../../../lib/store.ts';
import { unsent } from './send-once.ts';
import { openUnsent, unsentView } from './unsent-open.ts';
import { UnsentSheet } from './unsent-sheet.tsx';
import { unsentQueue, useUnsentQueue } from './use-unsent-queue.ts';

/** Keeps the queue running, and shows it when it is asked for. Comes when the page has come to rest. */
export function UnsentHost({ onSignOut }: { onSignOut(): void }) {
  useUnsentQueue();
  const queue = useStore(unsentQueue);
  const view = useStore(unsentView);
  const close = () => unsentView.set('none');
  if (!queue) return null;
  return (
    <>
      <UnsentLine />
      {view === 'sheet' && <UnsentSheet queue={queue} onClose={close} />}
      {view === 'sign-out' && (
        <SignOutQuestion
          onClose={close}
          onConfirm={async () => {
            close();
            await queue.dropAll();
            onSignOut();
          }}
        />
      )}
    </>
  );
}

/** In the line that tells of the connection: only after 2 s, but what was refused at once. */
function UnsentLine() {
  const t = useT();
  const all = useStore(unsent);
  const refused = all.filter((action) => action.refused !== null).length;
  const some = all.length > 0;
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!some) return setLong(false);
    const timer = setTimeout(() => setLong(true), 2_000);
    return () => clearTimeout(timer);
  }, [some]);
  const place = document.getElementById('connection');
  if (!place || (refused === 0 && !(some && long))) return null;
  return createPortal(
    <button type="button" onClick={openUnsent} className="pointer-events-auto min-h-target rounded-b-md bg-amber-soft px-3 text-small font-strong text-amber underline underline-offset-2 coarse:min-h-9">
      {refused > 0 ? t('around.unsent.refusedCount', { count: refused }) : t('around.unsent.count', { count: all.length })}
    </button>,
    place,
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
