import { Button, Checkbox, cx, Dialog, EmptyState, SkeletonLines } from '@ombud/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, RotateCcw, ShieldQuestion, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { takeBackSide } from '../composer/take-back.ts';
import type { DraftContent } from '../composer/draft-content.ts';
import { useIsAsked } from '../steps/steps-store.ts';
import { asPeople, type DraftHandle } from '../composer/use-draft.ts';
import { inReadingOrder } from '../store/ticket-cache.ts';
import { timelineOptions } from '../store/ticket-queries.ts';
import { isMessage, type Message, type SideConversation, type TicketDetail } from '../store/types.ts';
import { isScheduled } from '../thread/scheduled-state.tsx';
import { SideEntry } from '../thread/side-entry.tsx';
import { plannedFor, SideComposer, timeOf } from './side-composer.tsx';
import { confirmSidePerson, openSide, setSideDone, sideKeys, sideMessagesOptions, sidesOptions, writeSide } from './side-queries.ts';
import { sideRoom, type SideRoom } from './side-room.ts';
import { useSideNews } from './use-side-news.ts';

/** The room beside the ticket: a forward, a question, or a conversation that goes on. */
export function SideDialog({ ticket, room }: { ticket: TicketDetail; room: SideRoom }) {
  // Out of the way while its approval is asked for; what is written is kept as its draft.
  const isAsked = [useIsAsked(ticket.number, 'forward'), useIsAsked(ticket.number, 'write_aside')].includes(true);
  if (isAsked) return null;
  if (room.kind === 'conversation') return <Conversation key={room.id} ticket={ticket} room={room} />;
  return room.kind === 'forward' ? <Forward ticket={ticket} room={room} /> : <Question ticket={ticket} room={room} />;
}

const close = () => sideRoom.set(null);

const answering = ({ html, cc, bcc, files }: DraftContent) => ({ html, cc: asPeople(cc), bcc: asPeople(bcc), attachments: files.map(({ id }) => id) });
const opening = (kind: 'forward' | 'question', content: DraftContent) => ({ kind, subject: content.subject.trim(), to: asPeople(content.to ?? []), ...answering(content), ...(kind === 'forward' && { quote: [...content.quoted] }) });

function Forward({ ticket, room }: { ticket: TicketDetail; room: SideRoom & { kind: 'forward' } }) {
  const t = useT();
  const messages = usePublicMessages(ticket.number);
  const first = messages.find(({ id }) => id === room.message) ?? messages.findLast(({ direction }) => direction === 'in') ?? messages.at(-1);
  const addressees = useRef<HTMLInputElement>(null);
  return (
    <Dialog open width="wide" title={t('sending.forward.title', { number: `#${ticket.number}` })} description={t('sending.forward.hint')} initialFocus={addressees} onOpenChange={(next) => !next && close()}>
      <SideComposer
        ticket={ticket}
        addressees={addressees}
        place="forward"
        room={room}
        fresh
        begin={{ to: [], subject: `Fwd: ${ticket.subject}`.slice(0, 500), quoted: first ? [first.id] : [], files: first ? besideText(first) : [] }}
        label={t('sending.forward.text')}
        placeholder={t('sending.forward.placeholder')}
        sendLabel={t('sending.forward.send')}
        wordless={({ quoted }) => quoted.length > 0}
        send={(content, later) => openSide(ticket.number, { ...opening('forward', content), ...timeOf(later) })}
        change={(content, later) => ({ forward: { ...opening('forward', content), ...plannedFor(later) } })}
        onSent={close}
      >
        {(draft) => <Quoted messages={messages} draft={draft} />}
      </SideComposer>
    </Dialog>
  );
}

/** Which messages go along, and which of their files. */
function Quoted({ messages, draft }: { messages: readonly Message[]; draft: DraftHandle }) {
  const t = useT();
  const formats = useFormats();
  const { quoted, files } = draft.content;
  function toggle(message: Message, on: boolean) {
    const own = besideText(message);
    draft.edit({
      quoted: on ? [...quoted, message.id] : quoted.filter((id) => id !== message.id),
      files: on ? [...files, ...own.filter((file) => !files.some(({ id }) => id === file.id))] : files.filter((file) => !own.some(({ id }) => id === file.id)),
    });
  }
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="pb-1 text-small font-strong text-muted">{t('sending.forward.quoted')}</legend>
      <ul className="flex max-h-56 flex-col gap-1.5 overflow-y-auto">
        {messages.toReversed().map((message) => (
          <li key={message.id} className="min-w-0">
            <Checkbox
              checked={quoted.includes(message.id)}
              onCheckedChange={(on) => toggle(message, on)}
              label={<span className="line-clamp-1">{message.author.name} · {formats.dateTime(new Date(message.created_at))} · <span className="text-muted">{message.reply_text.slice(0, 160) || message.subject}</span></span>}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Question({ ticket, room }: { ticket: TicketDetail; room: SideRoom & { kind: 'question' } }) {
  const t = useT();
  const addressees = useRef<HTMLInputElement>(null);
  return (
    <Dialog open width="wide" title={t('sending.side.new', { number: `#${ticket.number}` })} description={t('sending.side.hint')} initialFocus={addressees} onOpenChange={(next) => !next && close()}>
      <SideComposer
        ticket={ticket}
        addressees={addressees}
        place="side"
        room={room}
        fresh
        begin={{ to: [] }}
        label={t('sending.side.text')}
        placeholder={t('sending.side.placeholder')}
        sendLabel={t('composer.send.replyShort')}
        send={(content, later) => openSide(ticket.number, { ...opening('question', content), ...timeOf(later) })}
        change={(content, later) => ({ forward: { ...opening('question', content), ...plannedFor(later) } })}
        onSent={close}
      />
    </Dialog>
  );
}

function Conversation({ ticket, room }: { ticket: TicketDetail; room: SideRoom & { kind: 'conversation' } }) {
  const t = useT();
  const client = useQueryClient();
  const may = useMay('tickets.write');
  const me = useMe().agent.id;
  const side = useQuery(sidesOptions(ticket.number)).data?.find(({ id }) => id === room.id);
  const messages = useQuery(sideMessagesOptions(room.id));
  const newest = useSideNews(ticket.number, room.id);
  useEffect(() => {
    void client.invalidateQueries({ queryKey: sideKeys.messages(room.id) });
  }, [client, room.id, newest]);
  const settle = () => client.invalidateQueries({ queryKey: sideKeys.list(ticket.number) });
  const done = useMutation({ mutationFn: (next: boolean) => setSideDone(room.id, next), onError: (error) => toastProblem(error), meta: { quiet: true }, onSettled: settle });
  const items = messages.data?.items.toReversed() ?? [];
  return (
    <Dialog
      open
      width="wide"
      title={side?.subject || t('sending.side.word')}
      description={t('sending.side.unseen')}
      onOpenChange={(next) => !next && close()}
      actions={
        <>
          {may && side && (
            <Button icon={side.done ? <RotateCcw aria-hidden className="size-4" /> : <CheckCheck aria-hidden className="size-4" />} busy={done.isPending} onClick={() => done.mutate(!side.done)}>
              {t(side.done ? 'sending.side.reopen' : 'sending.side.done')}
            </Button>
          )}
          <Button onClick={close}>{t('common.close')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {side && <People side={side} may={may} onSettled={settle} />}
        {messages.isPending && <SkeletonLines count={4} />}
        {messages.isError && <EmptyState icon={<TriangleAlert />} title={t('tickets.thread.failed')}>{problemText(messages.error)}</EmptyState>}
        {items.map((message) => <SideEntry key={message.id} message={message} here={ticket.number} inside onUndo={(taken) => void takeBackSide(client, taken, me)} />)}
        {may && side && (
          <SideComposer
            ticket={ticket}
            place={`side-${room.id}`}
            room={room}
            fresh={false}
            begin={{}}
            label={t('sending.side.answer')}
            placeholder={t('composer.replyPlaceholder', { who: side.people.map(({ name, address }) => name || address).join(', ') })}
            sendLabel={t('composer.send.replyShort')}
            send={(content, later) => writeSide(room.id, { ...answering(content), ...timeOf(later) })}
            change={(content, later) => ({ write_aside: { side: room.id, ...answering(content), ...plannedFor(later) } })}
            onSent={() => void client.invalidateQueries({ queryKey: sideKeys.messages(room.id) })}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Who takes part in it; whoever the mail was passed on to waits here for a person's yes. */
function People({ side, may, onSettled }: { side: SideConversation; may: boolean; onSettled(): void }) {
  const t = useT();
  const confirm = useMutation({ mutationFn: (person: number) => confirmSidePerson(side.id, person), onError: (error) => toastProblem(error), meta: { quiet: true }, onSettled });
  return (
    <ul aria-label={t('sending.side.people')} className="flex flex-wrap items-center gap-1.5 text-small">
      {side.people.map((person) => (
        <li key={person.id} title={person.address} className={cx('inline-flex min-h-6 items-center gap-1.5 rounded-[5px] px-1.5', person.confirmed ? 'bg-chip' : 'bg-amber-soft text-amber')}>
          {!person.confirmed && <ShieldQuestion aria-hidden className="size-3.5 shrink-0" />}
          <span className="max-w-64 truncate">{person.name || person.address}</span>
          {!person.confirmed && <span>{t('tickets.participants.unconfirmed')}</span>}
          {!person.confirmed && may && <Button busy={confirm.isPending} onClick={() => confirm.mutate(person.id)}>{t('tickets.participants.confirm')}</Button>}
        </li>
      ))}
    </ul>
  );
}

function usePublicMessages(number: number): Message[] {
  const { data } = useInfiniteQuery(timelineOptions(number));
  return inReadingOrder(data).filter(isMessage).filter((message) => message.kind === 'public' && message.id > 0 && message.delivery?.status !== 'cancelled' && !isScheduled(message));
}

function besideText(message: Message) {
  return message.attachments.filter((file) => !(file.inline && file.content_id && message.html));
}

