import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@ombud/ui';
import { useCallback, useState } from 'react';
import { say } from '../../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../../lib/problem.ts';
import { useMe } from '../../../lib/session.ts';
import { rememberUndo } from '../../../lib/undo.ts';
import { fieldsOptions, missingToSolve } from '../../fields/index.ts';
import { isUnsolvable, tellMissing } from '../actions/missing.ts';
import { changeInTurn } from '../store/change-in-turn.ts';
import { addMessage, getTimeline } from '../store/ticket-api.ts';
import { editTicket, mergeEntries, putTicket, type TimelineData } from '../store/ticket-cache.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import { isMessage, type Message, type MessageKind, type TicketDetail, type TicketStatus } from '../store/types.ts';
import { nameOf } from '../store/words.ts';
import { KeptForLater } from '../unsent/send-once.ts';
import type { DraftHandle } from './use-draft.ts';
import { takeBack } from './take-back.ts';

const undoSeconds = 10;

export type StatusAfter = Extract<TicketStatus, 'open' | 'pending' | 'on_hold' | 'solved'>;

export interface SendOptions {
  kind: MessageKind;
  draft: DraftHandle;
  status?: StatusAfter;
  /** It stands in the thread; the screen may go on to the next ticket */
  onShown?(): void;
  /** Taken back: the screen comes back to this ticket */
  onTakenBack?(): void;
}

/** Sends what is written: shown in the thread at once, and back in the composer if the server refuses it. */
export function useSend(ticket: TicketDetail) {
  const client = useQueryClient();
  const me = useMe().agent;
  const [conflict, setConflict] = useState(false);

  const send = useCallback(
    async ({ kind, draft, status, onShown, onTakenBack }: SendOptions) => {
      const { content } = draft;
      const unfilled = status === 'solved' ? missingToSolve(client.getQueryData(fieldsOptions.queryKey) ?? [], ticket) : [];
      if (unfilled.length > 0) return tellMissing(ticket.number, unfilled.map(({ key }) => key), kind);
      const key = ticketKeys.timeline(ticket.number);
      const newest = newestMessage(client.getQueryData<TimelineData>(key));
      const shown = beforeAnswer(ticket, kind, content, me);
      client.setQueryData<TimelineData>(key, (data) => data && mergeEntries(data, [shown]));
      const statusBefore = ticket.status;
      if (status) editTicket(client, ticket.number, (row) => ({ ...row, status }), me.id);
      draft.clear();
      onShown?.();
      const without = (data: TimelineData | undefined) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter((entry) => entry !== shown && !(isMessage(entry) && entry.id === shown.id)) })) };
      try {
        const message = await addMessage(ticket.number, {
          kind,
          html: content.html,
          attachments: content.files.map((file) => file.id),
          status,
          ...(kind === 'public' ? { cc: content.cc.map(({ name, address }) => ({ email: address, name })), undo_seconds: undoSeconds, seen: newest?.id } : {}),
        }, content.files);
        setConflict(false);
        client.setQueryData<TimelineData>(key, (data) => data && mergeEntries(without(data) ?? data, [message]));
        if (kind === 'public') offerToTakeBack(message);
      } catch (error) {
        client.setQueryData<TimelineData>(key, without);
        // It stands in the thread all the same, as what waits (unsent-messages.tsx).
        if (error instanceof KeptForLater) return setConflict(false);
        if (status) editTicket(client, ticket.number, (row) => ({ ...row, status: statusBefore }), me.id);
        draft.replace(content);
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
        showToast({ title: say('composer.failed', { number: `#${ticket.number}` }), description: problemText(error), tone: 'failed' });
        onTakenBack?.();
      }

      function offerToTakeBack(message: Message) {
        const undo = async () => {
          if (!(await takeBack(client, message, me.id))) return;
          onTakenBack?.();
          // The status that went with it goes back too.
          if (status && statusBefore !== status) putTicket(client, await changeInTurn(ticket.number, { status: statusBefore === 'new' ? 'open' : statusBefore }), me.id);
        };
        const forget = rememberUndo(() => {
          closeToast();
          void undo();
        });
        const closeToast = showToast({
          id: `sent-${message.id}`,
          title: say(status === 'solved' ? 'composer.sent.solved' : 'composer.sent.plain', { who: nameOf(ticket.requester), seconds: undoSeconds }),
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
    [client, me, ticket],
  );
  return { send, conflict, forgetConflict: useCallback(() => setConflict(false), []) };
}

function newestMessage(data: TimelineData | undefined): Message | undefined {
  const messages = data?.pages.flatMap((page) => page.items.filter(isMessage)) ?? [];
  return messages.filter((message) => message.id > 0).toSorted((one, other) => other.id - one.id)[0];
}

/** What is shown until the server has answered; a negative id marks it as not yet there. */
function beforeAnswer(ticket: TicketDetail, kind: MessageKind, content: { html: string; cc: Message['cc']; files: readonly { id: number; name: string; type: string; size: number; url: string }[] }, me: { id: number; name: string }): Message {
  return {
    id: -Date.now(),
    type: 'message',
    ticket: ticket.number,
    kind,
    direction: 'out',
    channel: ticket.channel,
    author: { type: 'agent', id: me.id, name: me.name },
    from: ticket.reply_from ?? { name: me.name, address: '' },
    to: [{ name: ticket.requester.name, address: ticket.requester.email ?? '' }],
    cc: content.cc,
    subject: ticket.subject,
    text: '',
    html: content.html,
    reply_text: '',
    language: ticket.language,
    automatic: null,
    sender_check: 'none',
    notices: [],
    attachments: content.files.map((file) => ({ ...file, inline: false, content_id: null })),
    message_id: null,
    has_raw: false,
    delivery: null,
    created_at: new Date().toISOString(),
  };
}
