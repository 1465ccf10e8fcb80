import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@ombud/ui';
import { useCallback, useState } from 'react';
import { say, sayTime } from '../../../lib/i18n.ts';
import { ApiProblem, fieldTexts, problemText } from '../../../lib/problem.ts';
import { useMe } from '../../../lib/session.ts';
import { rememberUndo } from '../../../lib/undo.ts';
import { whisper } from '../../../lib/whisper.ts';
import { fieldsOptions, missingToSolve } from '../../fields/index.ts';
import { applyPatch, inversePatch, outcomeOf } from '../actions/inverse-patch.ts';
import { askForMissing } from '../actions/ask-for-missing.ts';
import { isUnsolvable, tellMissing } from '../actions/missing.ts';
import { askFirst } from '../guidelines/ask-first.ts';
import { noteUses } from '../macros/macro-queries.ts';
import { changesToSend, patchOf } from '../macros/pending-changes.ts';
import { useRefusalText } from '../macros/refusal-text.ts';
import { holdsWords, tellUnapproved } from '../steps/steps-store.ts';
import { changeInTurn } from '../store/change-in-turn.ts';
import { beginChange } from '../store/own-changes.ts';
import { useNames } from '../store/people.ts';
import { addMessage, getTimeline } from '../store/ticket-api.ts';
import { editTicket, mergeEntries, putTicket, type TimelineData } from '../store/ticket-cache.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import { endStretch } from '../time/use-stopwatch.ts';
import { openTasksOf } from '../work/work-queries.ts';
import { isMessage, type Message, type MessageKind, type Ticket, type TicketDetail, type TicketStatus } from '../store/types.ts';
import { nameOf } from '../store/words.ts';
import { pictureCid, picturesIn } from './inline-images.ts';
import type { LaterChoice } from './later-dialog.tsx';
import { recipientsOf } from './recipients.ts';
import { asPeople, type DraftHandle } from './use-draft.ts';
import { KeptForLater } from '../unsent/send-once.ts';
import { wrapUpFirst } from '../wrap-up/ask-wrap-up.ts';
import { dropAsked, giveBack, sentTexts, takeBack } from './take-back.ts';

const undoSeconds = 10;

export type StatusAfter = Extract<TicketStatus, 'open' | 'pending' | 'on_hold' | 'solved'>;

export interface SendOptions {
  kind: MessageKind;
  draft: DraftHandle;
  status?: StatusAfter;
  /** When it goes out; at once without it, but for the seconds in which it can be taken back */
  later?: LaterChoice;
  /** Past the steps that are missing; takes a lead */
  override?: { reason: string };
  /** Its wrap-up has been asked for already */
  wrapped?: boolean;
  /** The newest message that stood there when it was sent off: what came while something was asked has not been seen */
  newest?: Message | undefined;
  /** It stands in the thread; the screen may go on to the next ticket */
  onShown?(): void;
  /** Taken back: the screen comes back to this ticket */
  onTakenBack?(): void;
}

/** Sends what is written: shown in the thread at once, and back in the composer if the server refuses it. */
export function useSend(ticket: TicketDetail) {
  const client = useQueryClient();
  const me = useMe().agent;
  const names = useNames();
  const refusalText = useRefusalText();
  const [conflict, setConflict] = useState(false);

  const send = useCallback(
    async function sendIt(options: SendOptions): Promise<void> {
      const { kind, draft, status: chosen, later, override, wrapped: isWrapped, onShown, onTakenBack } = options;
      const { content } = draft;
      const key = ticketKeys.timeline(ticket.number);
      const newest = options.newest ?? newestMessage(client.getQueryData<TimelineData>(key));
      const status = chosen ?? content.changes.status;
      const patch = patchOf({ ...content.changes, ...(status && { status }) });
      const unfilled = status === 'solved' ? missingToSolve(client.getQueryData(fieldsOptions.queryKey) ?? [], patch ? applyPatch(ticket, patch, names) : ticket) : [];
      if (unfilled.length > 0) return tellMissing(ticket.number, unfilled.map(({ key }) => key), kind);
      const asked = status ? askFirst(client, me.id, ticket, status) : null;
      if (asked && !(await asked)) return;
      const wrapped = isWrapped ? null : wrapUpFirst(client, ticket, status);
      if (wrapped && !(await wrapped)) return;
      const shown = beforeAnswer(ticket, kind, content, me);
      client.setQueryData<TimelineData>(key, (data) => data && mergeEntries(data, [shown]));
      const edit = <T extends Ticket>(row: T) => (patch ? applyPatch(row, patch, names) : row);
      if (patch) editTicket(client, ticket.number, edit, me.id);
      const own = beginChange(ticket.number, edit);
      let forgetQuestion = () => {};
      draft.clear(content);
      onShown?.();
      const words = {
        html: content.html,
        attachments: content.files.map((file) => file.id),
        status,
        changes: changesToSend(content.changes),
        ...(content.macros.length > 0 && { macros: content.macros }),
        ...(kind === 'public' && { ...(content.to && { to: asPeople(content.to) }), cc: asPeople(content.cc), bcc: asPeople(content.bcc) }),
        ...(kind === 'public' && later && { send_at: later.at.toISOString(), unless_answered: later.unlessAnswered }),
      };
      const without = (data: TimelineData | undefined) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter((entry) => entry !== shown && !(isMessage(entry) && entry.id === shown.id)) })) };
      try {
        const message = await addMessage(ticket.number, {
          kind,
          ...words,
          ...(override && { override }),
          ...(kind === 'public' && { seen: newest?.id }),
          ...(kind === 'public' && !later && { undo_seconds: undoSeconds }),
        }, content.files);
        own.taken();
        setConflict(false);
        noteUses(client, content.macros);
        endStretch(ticket.number, message.id);
        client.setQueryData<TimelineData>(key, (data) => data && mergeEntries(without(data) ?? data, [message]));
        // Fetched now: it must not make anybody wait for the send.
        if (!later) void import('../promises/after-send.ts').then(({ askAfterSend }) => (forgetQuestion = askAfterSend(client, { ticket, message, html: content.html, me }))).catch(() => undefined);
        if (kind === 'public') offerToTakeBack(message);
        else whisper(say('work.whisper.note', { number: `#${ticket.number}` }));
      } catch (error) {
        own.refused();
        client.setQueryData<TimelineData>(key, without);
        // It stands in the thread all the same, as what waits (unsent-messages.tsx).
        if (error instanceof KeptForLater) return setConflict(false);
        if (patch) editTicket(client, ticket.number, (row) => ({ ...applyPatch(row, inversePatch(ticket, outcomeOf(ticket, patch)), names), ...(status && { status: ticket.status }) }), me.id);
        draft.giveBack(content);
        if (error instanceof ApiProblem && error.code === 'conflict') {
          setConflict(true);
          const page = await getTimeline(ticket.number, { sort: 'newest', limit: 15 });
          client.setQueryData<TimelineData>(key, (data) => data && mergeEntries(data, page.items));
          return;
        }
        if (isUnsolvable(error)) {
          onTakenBack?.();
          return tellMissing(ticket.number, error, kind);
        }
        // The screen may have left the ticket and come back, so that the text stands in another composer by now.
        const wherever: DraftHandle = {
          ...draft,
          clear(sent) {
            draft.clear(sent);
            sentTexts.set({ ticket: ticket.number, kind, content });
          },
          giveBack: (returned) => giveBack(me.id, ticket.number, kind, returned),
        };
        if (askForMissing(error, { ticket, status, unsent: kind }, (more) => void sendIt({ ...options, newest, draft: wherever, ...more }))) return onTakenBack?.();
        if (holdsWords(error) && tellUnapproved(ticket.number, { reply: words, asked: () => wherever.clear(content) }, error)) return onTakenBack?.();
        if (tellUnapproved(ticket.number, { ...patch, ...(status && { status }), ...(content.macros.length > 0 && { macros: content.macros }), unsent: true, asked: () => dropAsked(client, me.id, ticket.number, kind, content.changes) }, error)) return onTakenBack?.();
        showToast({ title: say('composer.failed', { number: `#${ticket.number}` }), description: refusalText(error) ?? Object.values(fieldTexts(error))[0] ?? problemText(error), tone: 'failed' });
        return onTakenBack?.();
      }

      const left = status === 'solved' ? openTasksOf(client, ticket.number) : 0;
      if (left > 0) showToast({ title: say('work.solvedWithTasks', { number: `#${ticket.number}`, count: left }) });

      function offerToTakeBack(message: Message) {
        const undo = async () => {
          forgetQuestion();
          if (!(await takeBack(client, message, me.id, content))) return;
          onTakenBack?.();
          // The status has gone back with it, and what was written beside it; the other changes follow.
          const rest = patchOf({ ...content.changes, status: undefined, escalate: undefined });
          const back = rest ? inversePatch(ticket, rest) : {};
          if (Object.keys(back).length > 0) putTicket(client, await changeInTurn(ticket.number, back), me.id);
          else if (patch) void client.invalidateQueries({ queryKey: ticketKeys.detail(ticket.number) });
        };
        const who = message.to[0]?.name || message.to[0]?.address || nameOf(ticket.requester);
        const sentTitle = () => (later ? say('sending.later.planned', { who, when: sayTime(later.at) }) : say(status === 'solved' ? 'composer.sent.solved' : 'composer.sent.plain', { who, seconds: undoSeconds }));
        const forget = rememberUndo(() => {
          closeToast();
          void undo();
        });
        const closeToast = showToast({
          id: `sent-${message.id}`,
          title: sentTitle(),
          tone: 'done',
          timeout: undoSeconds * 1_000,
          onExpire: forget,
          action: {
            label: say('composer.undo.button'),
            keys: 'z',
            run: () => {
              forget();
              void undo();
            },
          },
        });
        // Closing the toast by hand leaves the time; after it there is nothing to take back.
        setTimeout(forget, undoSeconds * 1_000);
      }
    },
    [client, me, names, refusalText, ticket],
  );
  return { send, conflict, forgetConflict: useCallback(() => setConflict(false), []) };
}

function newestMessage(data: TimelineData | undefined): Message | undefined {
  const messages = data?.pages.flatMap((page) => page.items.filter(isMessage)) ?? [];
  return messages.filter((message) => message.id > 0).toSorted((one, other) => other.id - one.id)[0];
}

/** What is shown until the server has answered; a negative id marks it as not yet there. */
function beforeAnswer(ticket: TicketDetail, kind: MessageKind, content: { html: string; to: Message['to'] | null; cc: Message['cc']; bcc: Message['bcc']; files: readonly { id: number; name: string; type: string; size: number; url: string }[] }, me: { id: number; name: string }): Message {
  return {
    id: -Date.now(),
    type: 'message',
    ticket: ticket.number,
    kind,
    direction: 'out',
    channel: ticket.channel,
    author: { type: 'agent', id: me.id, name: me.name },
    from: ticket.reply_from ?? { name: me.name, address: '' },
    ...recipientsOf(ticket, content),
    side: null,
    subject: ticket.subject,
    text: '',
    html: content.html,
    reply_text: '',
    language: ticket.language,
    automatic: null,
    sender_check: 'none',
    notices: [],
    attachments: shownFiles(content.html, content.files),
    message_id: null,
    has_raw: false,
    delivery: null,
    created_at: new Date().toISOString(),
  };
}

function shownFiles(html: string, files: readonly { id: number; name: string; type: string; size: number; url: string }[]): Message['attachments'] {
  const placed = picturesIn(html);
  return files.map((file) => (placed.has(file.id) ? { ...file, inline: true, content_id: pictureCid(file.id) } : { ...file, inline: false, content_id: null }));
}
