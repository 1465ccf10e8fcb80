import { Button, EmptyState } from '@ombud/ui';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { AlarmClock, ArrowUpFromLine, Check, Compass, FileText, Forward, Handshake, ListPlus, Merge, MessageCircleQuestionMark, MessageSquareWarning, MessagesSquare, Reply, StickyNote } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { ApiProblem, problemText } from '../../../lib/problem.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { useTitle } from '../../../lib/title.ts';
import { useMissingUntold } from '../actions/missing.ts';
import { askForCaseFile, caseFileOf } from '../case-file/case-file-store.ts';
import { Composer, preloadEditor } from '../composer/composer.tsx';
import { takeBack, takeBackSide } from '../composer/take-back.ts';
import { unfoldCard } from '../context/folded.ts';
import { escalationRoom, isWorkedOn } from '../escalation/escalation-store.ts';
import { GuidelineWatch } from '../guidelines/guideline-watch.tsx';
import { MergedNote } from '../merge/merged-note.tsx';
import { useMerge } from '../merge/use-merge.ts';
import { useOwnPresence } from '../presence/use-own-presence.ts';
import { promiseRoom, promiseSomething } from '../promises/promise-store.ts';
import { filing } from '../../staff-feedback/filing.ts';
import { sideRoom } from '../side/side-room.ts';
import { inReadingOrder } from '../store/ticket-cache.ts';
import { detailOptions, timelineOptions } from '../store/ticket-queries.ts';
import { isMessage, type Message, type MessageKind, type TicketDetail } from '../store/types.ts';
import { taskWish } from '../tasks/task-wish.ts';
import { Thread } from '../thread/thread.tsx';
import { ComingTicket, type Ahead } from './coming-ticket.tsx';
import { TicketHeader } from './ticket-header.tsx';
import { useMarkRead } from './use-mark-read.ts';
import { usePropertyCommands } from './use-property-commands.tsx';
import { useTicketControls } from './use-ticket-controls.ts';

const CaseFileDialog = lazy(() => import('../case-file/case-file-dialog.tsx').then((module) => ({ default: module.CaseFileDialog })));
const FilingHost = lazy(() => import('../../staff-feedback/file-dialog.tsx').then((module) => ({ default: module.FilingHost })));
const MergeDialog = lazy(() => import('../merge/merge-dialog.tsx').then((module) => ({ default: module.MergeDialog })));

const EscalationRoomOf = lazy(() => import('../escalation/escalation-room.tsx').then((module) => ({ default: module.EscalationRoomOf })));
const PromiseRoomOf = lazy(() => import('../promises/promise-room.tsx').then((module) => ({ default: module.PromiseRoomOf })));
const SideDialog = lazy(() => import('../side/side-dialog.tsx').then((module) => ({ default: module.SideDialog })));

export interface TicketPaneProps {
  number: number;
  wide: boolean;
  contextShown: boolean;
  onBack(): void;
  onContext(): void;
  /** Leaves this ticket for the next of the list */
  onNext(): void;
  /** Comes back to this ticket */
  onReturn(): void;
}

export function TicketPane(props: TicketPaneProps) {
  const t = useT();
  const { data: ticket, error, isPending } = useQuery(detailOptions(props.number));
  const [ahead, setAhead] = useState<Ahead | null>(null);
  if (ticket) return <OpenTicket {...props} ticket={ticket} ahead={ahead} />;
  if (isPending && props.number > 0) return <ComingTicket number={props.number} ahead={ahead} onAhead={setAhead} />;
  const missing = props.number === 0 || (error instanceof ApiProblem && error.status === 404);
  return (
    <EmptyState className="my-auto" icon={<Compass />} title={t(missing ? 'tickets.missing.title' : 'tickets.thread.failed')} action={<Button onClick={props.onBack}>{t('tickets.back')}</Button>}>
      {missing ? t('tickets.missing.text') : problemText(error)}
    </EmptyState>
  );
}

function OpenTicket({ ticket, ahead, number, wide, contextShown, onBack, onContext, onNext, onReturn }: TicketPaneProps & { ticket: TicketDetail; ahead: Ahead | null }) {
  const t = useT();
  const client = useQueryClient();
  const me = useMe().agent;
  const may = useMay('tickets.write');
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  // Whoever has gone elsewhere while something was asked stays there.
  const leave = useCallback(() => isHere.current && onNext(), [onNext]);
  const comeBack = useCallback(() => location.pathname.startsWith('/inbox/') && onReturn(), [onReturn]);
  const controls = useTicketControls(ticket, leave);
  const [place, setPlace] = useState<MessageKind>(ahead?.place ?? 'public');
  const [writing, setWriting] = useState(ahead !== null);
  const [focusWish, setFocusWish] = useState(0);
  const room = useStore(sideRoom);
  const escalating = useStore(escalationRoom)?.ticket === number;
  const promising = useStore(promiseRoom)?.ticket === number;
  const onTyping = useOwnPresence(number);
  const files = useStore(filing) !== null;
  const wantsCaseFile = useStore(caseFileOf) === number;
  const title = `${ticket.subject || t('tickets.noSubject')} #${ticket.number}`;
  useTitle(title);
  useMarkRead(ticket);
  useMissingUntold(ticket);
  useEffect(preloadEditor, []);

  const timeline = useInfiniteQuery(timelineOptions(number)).data;
  const newestOfOthers = useMemo(
    () => inReadingOrder(timeline).filter(isMessage).findLast((message) => message.kind === 'public' && !(message.author.type === 'agent' && message.author.id === me.id)),
    [timeline, me.id],
  );
  const onUndo = useCallback((message: Message) => void (message.kind === 'side' ? takeBackSide(client, message, me.id) : takeBack(client, message, me.id)), [client, me.id]);
  const { split } = useMerge();
  const onSplit = (message: Message) => void split(message.ticket, message.id);
  const write = (kind: MessageKind) => {
    // At once, so that the next letter finds a field to go to.
    flushSync(() => {
      setPlace(kind);
      setWriting(true);
      setFocusWish((count) => count + 1);
    });
  };

  // Who reads by ear hears which ticket it is, and stays in it once what they wrote is on its way.
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!writing && isFocusFree()) focusQuietly(article.current);
  }, [writing]);

  const addTask = () => {
    unfoldCard('tasks');
    taskWish.set({ ticket: number });
    if (!contextShown) onContext();
  };

  useCommands([
    { id: 'ticket.reply', label: 'tickets.action.reply', group: 'ticket', icon: <Reply />, keys: ['r'], enabled: may, run: () => write('public') },
    { id: 'ticket.note', label: 'tickets.action.note', group: 'ticket', icon: <StickyNote />, keys: ['n'], enabled: may, run: () => write('note') },
    { id: 'ticket.forward', label: 'sending.forward.action', group: 'ticket', icon: <Forward />, keys: ['f'], leadsToField: true, enabled: may, run: () => sideRoom.set({ ticket: number, kind: 'forward', message: null }) },
    { id: 'ticket.ask', label: 'sending.side.ask', group: 'ticket', icon: <MessagesSquare />, enabled: may, run: () => sideRoom.set({ ticket: number, kind: 'question' }) },
    { id: 'ticket.solve', label: 'tickets.action.solveNext', group: 'ticket', icon: <Check />, keys: ['e'], enabled: may, run: controls.solveAndNext },
    { id: 'ticket.pending', label: 'tickets.action.pending', group: 'ticket', keys: ['p'], enabled: may && ticket.allowed_statuses.includes('pending'), run: controls.pend },
    { id: 'ticket.assign', label: 'tickets.action.assign', group: 'ticket', keys: ['a'], leadsToField: true, enabled: may, run: () => controls.openMenu('assignee') },
    { id: 'ticket.take', label: 'tickets.action.take', group: 'ticket', keys: ['i'], enabled: may && !controls.isMine, run: controls.take },
    { id: 'ticket.tag', label: 'tickets.action.tag', group: 'ticket', keys: ['l'], leadsToField: true, enabled: may, run: () => controls.openMenu('tags') },
    { id: 'ticket.priority', label: 'tickets.action.priority', group: 'ticket', keys: ['!'], enabled: may, run: () => controls.openMenu('priority') },
    { id: 'ticket.snooze', label: 'work.snooze', group: 'ticket', icon: <AlarmClock />, keys: ['h'], enabled: may && ticket.status !== 'solved' && ticket.status !== 'closed', run: () => controls.openMenu('snooze') },
    { id: 'ticket.wake', label: 'work.snooze.wake', group: 'ticket', enabled: may && ticket.snoozed_until !== null, run: () => controls.snooze(null) },
    { id: 'ticket.addTask', label: 'work.task.add', group: 'ticket', icon: <ListPlus />, keys: ['t'], leadsToField: true, enabled: may, run: addTask },
    { id: 'ticket.promise', label: 'commitments.make', group: 'ticket', icon: <Handshake />, keys: ['d'], leadsToField: true, enabled: may, run: () => promiseSomething(number, 'button') },
    { id: 'ticket.escalate', label: 'escalations.escalate', group: 'ticket', icon: <ArrowUpFromLine />, keys: ['shift+e'], leadsToField: true, enabled: may && isWorkedOn(ticket), run: () => escalationRoom.set({ ticket: number, kind: 'escalate' }) },
    { id: 'ticket.askAlong', label: 'escalations.ask', group: 'ticket', icon: <MessageCircleQuestionMark />, keys: ['shift+a'], leadsToField: true, enabled: may && ticket.status !== 'closed', run: () => escalationRoom.set({ ticket: number, kind: 'ask' }) },
    { id: 'ticket.feedback', label: 'staff-feedback.file', group: 'ticket', icon: <MessageSquareWarning />, leadsToField: true, enabled: may, run: () => filing.set({ ticket: number }) },
    { id: 'ticket.spam', label: 'tickets.action.spam', group: 'ticket', keys: ['#'], enabled: may, run: controls.spam },
    { id: 'ticket.trash', label: 'tickets.action.trash', group: 'ticket', enabled: may && ticket.folder !== 'trash', run: controls.trash },
    { id: 'ticket.restore', label: 'tickets.action.restore', group: 'ticket', enabled: may && ticket.folder !== 'inbox', run: controls.restore },
    { id: 'ticket.merge', label: 'tickets.action.merge', group: 'ticket', icon: <Merge />, enabled: may && ticket.merged_into === null, run: controls.openMerge },
    { id: 'ticket.caseFile', label: 'bulk.case.action', group: 'ticket', icon: <FileText />, run: () => askForCaseFile(number) },
    { id: 'ticket.copyLink', label: 'tickets.action.copyLink', group: 'ticket', keys: ['.'], run: controls.copyLink },
    { id: 'ticket.context', label: 'tickets.context.toggle', group: 'ticket', keys: [']'], run: onContext },
    { id: 'ticket.leaveWriting', label: 'tickets.action.leaveWriting', group: 'compose', keys: ['esc'], whileTyping: true, keysOnly: true, enabled: () => isWriting(), run: leaveWriting },
    { id: 'ticket.back', label: 'tickets.back', group: 'ticket', keys: ['u', 'esc'], run: onBack },
  ], number);
  usePropertyCommands(ticket, { may, controls });

  return (
    <article ref={article} tabIndex={0} aria-label={title} className="flex outline-offset-[-2px] min-h-0 min-w-0 flex-1 flex-col">
      <TicketHeader ticket={ticket} controls={controls} may={may} wide={wide} onBack={onBack} onContext={onContext} contextShown={contextShown} />
      <GuidelineWatch ticket={ticket} isRead={timeline !== undefined} />
      <MergedNote ticket={ticket} may={may} />
      <Thread number={number} onUndo={onUndo} onSplit={may && ticket.merged_into === null ? onSplit : null} />
      {may && (
        <Composer
          ticket={ticket}
          newest={newestOfOthers}
          threadLoaded={timeline !== undefined}
          ahead={ahead?.html ?? ''}
          place={place}
          onPlace={setPlace}
          open={writing}
          onOpen={setWriting}
          onTyping={onTyping}
          focusWish={focusWish}
          onSolvedAndNext={leave}
          onTakenBack={comeBack}
        />
      )}
      {may && !wide && !writing && (
        <div data-thumb-bar className="flex shrink-0 gap-2 border-t [&>button]:flex-auto [&>button]:px-2 border-line bg-bg px-3 py-2">
          <Button tone="primary" icon={<Reply aria-hidden className="size-4" />} onClick={() => write('public')}><span className="truncate">{t('composer.reply')}</span></Button>
          <Button icon={<StickyNote aria-hidden className="size-4" />} onClick={() => write('note')}><span className="truncate">{t('composer.note')}</span></Button>
          {ticket.status !== 'solved' && ticket.status !== 'closed' && <Button icon={<Check aria-hidden className="size-4" />} onClick={controls.solveAndNext}><span className="truncate">{t('tickets.action.solve')}</span></Button>}
        </div>
      )}
      {room?.ticket === number && <Suspense><SideDialog key={room.stamp} ticket={ticket} room={room} /></Suspense>}
      {escalating && <Suspense><EscalationRoomOf ticket={ticket} /></Suspense>}
      {promising && <Suspense><PromiseRoomOf ticket={ticket} /></Suspense>}
      {files && <Suspense><FilingHost /></Suspense>}
      {wantsCaseFile && <Suspense><CaseFileDialog number={number} /></Suspense>}
      {controls.merging && <Suspense><MergeDialog ticket={ticket} onClose={controls.closeMerge} /></Suspense>}
    </article>
  );
}

function isWriting(): boolean {
  return document.activeElement instanceof HTMLElement && document.activeElement.closest('.ProseMirror,[data-writing]') !== null;
}

/** Out of the text and back to the keys; what was written stays. */
function leaveWriting(): void {
  if (!(document.activeElement instanceof HTMLElement)) return;
  const article = document.activeElement.closest<HTMLElement>('article[tabindex]');
  document.activeElement.blur();
  focusQuietly(article);
}

/** Read out, but without a ring: nothing was gone to with Tab. */
function focusQuietly(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true, focusVisible: false } as FocusOptions); // not in TypeScript’s library yet
}

/** Nobody has the focus, or the row that led here, or the list that it has left. */
function isFocusFree(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.matches('[data-number] *, [data-ticket-list]');
}
