import { Avatar, Chip, cx, IconButton, Menu, MenuItem, RelativeTime } from '@ombud/ui';
import { Bot, ChevronDown, Code, Download, Ellipsis, Forward, Link2, MessageSquareWarning, ShieldAlert, ShieldQuestion, Split, TextQuote } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { say, useFormats, useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { filing } from '../../staff-feedback/filing.ts';
import { sideRoom } from '../side/side-room.ts';
import { rawMailUrl } from '../store/ticket-api.ts';
import type { Message } from '../store/types.ts';
import { AttachmentList } from './attachments.tsx';
import type { Body } from './choose-body.ts';
import { DeliveryState } from './delivery-state.tsx';
import { MessageBody } from './message-body.tsx';
import { isScheduled, isStopped, ScheduledState, StoppedState } from './scheduled-state.tsx';
import { messageHash, soughtLook } from './use-sought-message.ts';
import { SideEntry } from './side-entry.tsx';

export interface MessageEntryProps {
  message: Message;
  /** Takes a message back that has not gone out; its text returns to the composer */
  onUndo(message: Message): void;
  /** The ticket on the screen; a message of another one was merged into it */
  here: number;
  /** The address names it: it is marked, and open */
  sought: boolean;
  onSplit: ((message: Message) => void) | null;
}

export const MessageEntry = memo(function MessageEntry({ message, here, sought, onUndo, onSplit }: MessageEntryProps) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const takenBack = message.taken_back ?? message.delivery?.status === 'cancelled';
  if ((message.automatic || takenBack) && !opened && !sought) {
    const label = isStopped(message) ? t('sending.later.stopped') : message.taken_back ? t('macros.noteTakenBack', { who: message.author.name }) : takenBack ? t('tickets.message.takenBack', { who: message.author.name }) : t('tickets.message.automatic', { who: message.author.name });
    return (
      <button type="button" onClick={() => setOpened(true)} aria-expanded={false} className="flex min-h-target items-center gap-1.5 rounded-sm pl-[2.375rem] text-left text-small text-muted hover:text-text max-desk:pl-0">
        <Bot aria-hidden className={cx('size-3.5 shrink-0 text-faint', takenBack && 'hidden')} />
        <span className="min-w-0 truncate">
          {label} <span className="text-faint">· <RelativeTime at={message.created_at} /> · {message.reply_text.slice(0, 120)}</span>
        </span>
        <span className="flex shrink-0 items-center gap-0.5 font-strong text-accent-text">
          {t('tickets.message.show')}
          <ChevronDown aria-hidden className="size-3.5" />
        </span>
      </button>
    );
  }
  if (message.kind === 'side') return <SideEntry message={message} here={here} sought={sought} onUndo={onUndo} />;
  return message.kind === 'note' ? <NoteEntry message={message} here={here} sought={sought} /> : <PublicEntry message={message} here={here} sought={sought} onUndo={onUndo} onSplit={onSplit} />;
});

/** Where one message ends for assistive technology: an article named by who wrote it. */
function Article({ message, label, sought, children }: { message: Message; label: string; sought: boolean; children: ReactNode }) {
  return (
    <article aria-label={label} aria-current={sought || undefined} tabIndex={sought ? -1 : undefined} data-message={message.id} className={cx('grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 max-desk:grid-cols-1', sought && soughtLook)}>
      <Avatar name={message.author.name} size="medium" className="max-desk:hidden" />
      <div className="group/message min-w-0">{children}</div>
    </article>
  );
}

/** Which ticket it was written on, where that is not the one on the screen. */
function OfTicket({ message, here }: { message: Message; here: number }) {
  const t = useT();
  return message.ticket === here ? null : <Chip>{t('tickets.merge.of', { number: `#${message.ticket}` })}</Chip>;
}

function NoteEntry({ message, here, sought }: Pick<MessageEntryProps, 'message' | 'here' | 'sought'>) {
  const t = useT();
  return (
    <Article message={message} sought={sought} label={t('tickets.message.noteBy', { who: message.author.name })}>
      <div className="rounded-lg border border-note-line bg-note px-3 py-2">
        <header className="flex flex-wrap items-baseline gap-x-2">
          <b>{message.author.name}</b>
          <RelativeTime at={message.created_at} className="text-small text-note-text" />
          <OfTicket message={message} here={here} />
          <span className="ml-auto text-small font-strong text-note-text">{t('tickets.message.noteWord')}</span>
          <MessageMenu message={message} here={here} onBody={null} onSplit={null} />
        </header>
        <MessageBody message={message} chosen={null} />
        <AttachmentList attachments={message.attachments} />
      </div>
    </Article>
  );
}

function PublicEntry({ message, here, sought, onUndo, onSplit }: MessageEntryProps) {
  const t = useT();
  const [details, setDetails] = useState(false);
  const [chosen, setChosen] = useState<Body | null>(null);
  const listed = message.attachments.filter((attachment) => !(attachment.inline && attachment.content_id && attachment.type.startsWith('image/') && message.html));
  const others = message.to.length + message.cc.length + message.bcc.length;
  const receiver = message.to[0] ?? message.cc[0];
  return (
    <Article message={message} sought={sought} label={t(message.direction === 'in' ? 'tickets.message.from' : 'tickets.message.replyBy', { who: message.author.name })}>
      <header className="flex min-h-6 items-center gap-x-2">
        <b className="max-w-[60%] shrink-0 truncate">{message.author.name}</b>
        <button type="button" aria-expanded={details} onClick={() => setDetails(!details)} className="min-h-target min-w-0 truncate rounded-sm text-left text-small text-faint hover:text-text">
          {receiver ? t('tickets.message.to', { who: receiver.name || receiver.address, more: others - 1 }) : t('tickets.message.details')}
        </button>
        <RelativeTime at={message.created_at} className="shrink-0 text-small text-faint before:mr-2 before:content-['·']" />
        <OfTicket message={message} here={here} />
        <span className="ml-auto" />
        <MessageMenu message={message} here={here} onBody={setChosen} onSplit={message.direction === 'in' ? onSplit : null} />
      </header>
      <SenderCheck message={message} />
      {details && <Addresses message={message} />}
      <MessageBody message={message} chosen={chosen} />
      {message.notices.includes('truncated') && <p className="mt-1 text-small text-amber">{t('tickets.message.truncated')}</p>}
      <AttachmentList attachments={listed} />
      {isStopped(message) && <StoppedState message={message} />}
      {isScheduled(message) ? <ScheduledState message={message} onTakeBack={() => onUndo(message)} /> : message.delivery && <DeliveryState delivery={message.delivery} onUndo={() => onUndo(message)} />}
    </Article>
  );
}

function SenderCheck({ message }: { message: Message }) {
  const t = useT();
  if (message.direction !== 'in' || message.channel !== 'email') return null;
  if (message.sender_check === 'failed') {
    return (
      <p className="my-1 flex max-w-[72ch] gap-2 rounded-md bg-red-soft px-2.5 py-1.5 text-small text-red">
        <ShieldAlert aria-hidden className="mt-px size-3.5 shrink-0" />
        <span><b>{t('tickets.sender.failed')}.</b> {t('tickets.sender.failedHint')}</span>
      </p>
    );
  }
  if (message.sender_check !== 'unverified') return null;
  return (
    <p title={t('tickets.sender.unverifiedHint')} className="mb-0.5 flex items-center gap-1.5 text-small text-muted">
      <ShieldQuestion aria-hidden className="size-3.5 shrink-0 text-faint" />
      {t('tickets.sender.unverified')}
    </p>
  );
}

function Addresses({ message }: { message: Message }) {
  const t = useT();
  const formats = useFormats();
  const text = (list: Message['to']) => list.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
  const rows: [string, string][] = [
    [t('tickets.address.from'), text([message.from])],
    [t('tickets.address.to'), text(message.to)],
    [t('tickets.address.cc'), text(message.cc)],
    [t('sending.bcc'), text(message.bcc)],
    [t('tickets.address.subject'), message.subject],
    [t('tickets.address.date'), formats.fullDateTime(new Date(message.created_at))],
    [t('tickets.address.messageId'), message.message_id ?? ''],
  ];
  return (
    <dl className="mt-1 mb-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 rounded-md bg-sunken px-3 py-2 text-small">
      {rows.filter(([, value]) => value !== '').map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-faint">{label}</dt>
          <dd className="m-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `onBody`: how it is shown can be chosen; a note has one way. */
function MessageMenu({ message, here, onBody, onSplit }: { message: Message; here: number; onBody: ((body: Body) => void) | null; onSplit: MessageEntryProps['onSplit'] }) {
  const t = useT();
  const outside = message.author.type !== 'agent';
  const may = useMay('tickets.write');
  return (
    <Menu align="end" trigger={<IconButton label={t('tickets.message.more')} icon={<Ellipsis />} className="-my-1 size-6 desk:opacity-0 desk:group-hover/message:opacity-100 desk:focus-visible:opacity-100 desk:data-[popup-open]:opacity-100" />}>
      {outside && message.html && onBody && (
        <>
          <MenuItem icon={<TextQuote />} onSelect={() => onBody('text')}>{t('tickets.message.asText')}</MenuItem>
          <MenuItem icon={<Code />} onSelect={() => onBody('mail')}>{t('tickets.message.asMail')}</MenuItem>
        </>
      )}
      <MenuItem icon={<Link2 />} onSelect={() => copyLink(here, message.id)}>{t('tickets.action.copyLink')}</MenuItem>
      {may && onBody && <MenuItem icon={<Forward />} onSelect={() => sideRoom.set({ ticket: here, kind: 'forward', message: message.id })}>{t('sending.forward.this')}</MenuItem>}
      {may && outside && <MenuItem icon={<MessageSquareWarning />} onSelect={() => filing.set({ ticket: message.ticket, text: message.reply_text })}>{t('staff-feedback.file.new')}</MenuItem>}
      {onSplit && <MenuItem icon={<Split />} onSelect={() => onSplit(message)}>{t('tickets.message.split')}</MenuItem>}
      {message.has_raw && <MenuItem icon={<Download />} onSelect={() => window.open(rawMailUrl(message.id), '_blank', 'noopener')}>{t('tickets.message.raw')}</MenuItem>}
    </Menu>
  );
}

function copyLink(ticket: number, message: number): void {
  void navigator.clipboard.writeText(`${location.origin}/inbox/all/${ticket}#${messageHash(message)}`).then(() => toastDone(say('tickets.done.linkCopied', { number: `#${ticket}` })));
}
