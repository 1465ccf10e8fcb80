import { Avatar, cx, RelativeTime } from '@ombud/ui';
import { Forward, MessagesSquare, ShieldQuestion } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { sideRoom } from '../side/side-room.ts';
import type { Message } from '../store/types.ts';
import { AttachmentList } from './attachments.tsx';
import { DeliveryState } from './delivery-state.tsx';
import { MessageBody } from './message-body.tsx';
import { soughtLook } from './use-sought-message.ts';
import { isScheduled, isStopped, ScheduledState, StoppedState } from './scheduled-state.tsx';

export interface SideEntryProps {
  message: Message;
  here: number;
  /** In the conversation itself, where one need not be led to it */
  inside?: boolean;
  /** The address names it */
  sought?: boolean;
  onUndo(message: Message): void;
}

/** Of a conversation beside the customer's: a frame of its own and the words that say who does not see it. */
export function SideEntry({ message, here, inside = false, sought = false, onUndo }: SideEntryProps) {
  const t = useT();
  const isOurs = message.direction === 'out';
  const forwarded = message.html?.includes('class="gmail_quote"') && isOurs;
  const who = [...message.to, ...message.cc].map(({ name, address }) => name || address).join(', ');
  const listed = message.attachments.filter((file) => !(file.inline && file.content_id && file.type.startsWith('image/') && message.html));
  const label = isOurs ? t(forwarded ? 'sending.side.forwarded' : 'sending.side.asked', { who: message.author.name, to: who }) : t('sending.side.answered', { who: message.author.name });
  const Icon = forwarded ? Forward : MessagesSquare;
  return (
    <article aria-label={label} aria-current={sought || undefined} tabIndex={sought ? -1 : undefined} data-message={message.id} className={cx('grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 max-desk:grid-cols-1', sought && soughtLook)}>
      <Avatar name={message.author.name} size="medium" className="max-desk:hidden" />
      <div className="min-w-0 rounded-lg border border-dashed border-field-line px-3 py-2">
        <header className="flex flex-wrap items-baseline gap-x-2">
          <b className="min-w-0 truncate">{message.author.name}</b>
          {isOurs && <span className="min-w-0 truncate text-small text-muted">{t('sending.side.to', { who })}</span>}
          <RelativeTime at={message.created_at} className="text-small text-faint" />
          <span className="ml-auto inline-flex items-center gap-1 text-small font-strong text-muted">
            <Icon aria-hidden className="size-3.5 self-center" />
            {t(forwarded ? 'sending.side.forwardedWord' : 'sending.side.word')}
          </span>
        </header>
        {message.notices.includes('side_unconfirmed') && (
          <p className="my-1 flex items-center gap-1.5 text-small text-amber">
            <ShieldQuestion aria-hidden className="size-3.5 shrink-0" />
            {t('sending.side.unconfirmedWriter', { address: message.from.address })}
          </p>
        )}
        <MessageBody message={message} chosen={null} />
        <AttachmentList attachments={listed} />
        {message.bcc.length > 0 && <p className="m-0 mt-1 text-small text-muted">{t('sending.bcc')}: {message.bcc.map(({ name, address }) => name || address).join(', ')}</p>}
        {isStopped(message) && <StoppedState message={message} />}
        {isScheduled(message) ? <ScheduledState message={message} onTakeBack={() => onUndo(message)} /> : message.delivery && <DeliveryState delivery={message.delivery} onUndo={() => onUndo(message)} />}
        {!inside && (
          <p className="m-0 mt-1.5 flex flex-wrap items-center gap-x-2 text-small text-faint">
            {t('sending.side.unseen')}
            <button type="button" onClick={() => message.side !== null && sideRoom.set({ ticket: here, kind: 'conversation', id: message.side })} className="min-h-target rounded-sm px-1 font-strong text-accent-text underline-offset-2 hover:underline">
              {t('sending.side.open')}
            </button>
          </p>
        )}
      </div>
    </article>
  );
}
