import { Avatar, Button, cx } from '@ombud/ui';
import { CircleAlert, Clock } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { htmlOfText } from '../composer/draft-content.ts';
import { RichText } from '../thread/rich-text.tsx';
import { unsent } from './send-once.ts';
import { openUnsent } from './unsent-open.ts';

/** What was written on this ticket and waits to be sent, at the end of its thread. */
export function UnsentMessages({ ticket }: { ticket: number }) {
  const t = useT();
  const me = useMe().agent;
  const waiting = useStore(unsent).filter((action) => action.ticket === ticket && action.kind === 'message');
  return waiting.map((action) => {
    if (action.kind !== 'message') return null;
    const isNote = action.body.kind === 'note';
    return (
      <article key={action.key} aria-label={t(isNote ? 'around.unsent.noteInThread' : 'around.unsent.replyInThread')} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 max-desk:grid-cols-1">
        <Avatar name={me.name} size="medium" className="max-desk:hidden" />
        <div className={cx('min-w-0 rounded-lg border border-dashed px-3 py-2', isNote ? 'border-note-line bg-note' : 'border-field-line')}>
          <header className="flex flex-wrap items-center gap-x-2">
            <b>{me.name}</b>
            <span className={cx('flex items-center gap-1 text-small', action.refused ? 'text-red' : 'text-amber')}>
              {action.refused ? <CircleAlert aria-hidden className="size-3.5" /> : <Clock aria-hidden className="size-3.5" />}
              {t(action.refused ? 'around.unsent.notTaken' : 'around.unsent.waits')}
            </span>
            <Button tone="plain" onClick={openUnsent} className="-my-1 ml-auto h-6">
              {t('around.unsent.look')}
            </Button>
          </header>
          <RichText html={action.body.html ?? htmlOfText(action.body.text ?? '')} attachments={(action.files ?? []).map((file) => ({ ...file, inline: true, content_id: null }))} />
        </div>
      </article>
    );
  });
}
