import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { showToast } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { say } from '../../../lib/i18n.ts';
import { live } from '../../../lib/live.ts';
import { useMe } from '../../../lib/session.ts';
import { createStore } from '../../../lib/store.ts';
import { readAgain } from '../store/live-updates.ts';
import { namesIn } from '../store/people.ts';
import { editTicket, findTicket, mergeEntries, putTicket, type TimelineData } from '../store/ticket-cache.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import { applyPatch } from '../actions/inverse-patch.ts';
import { noteUses } from '../macros/macro-queries.ts';
import { endStretch } from '../time/use-stopwatch.ts';
import type { Message, Ticket, TicketPatch } from '../store/types.ts';
import { openUnsent } from './unsent-open.ts';
import { keepWith, unsent, type Unsent } from './send-once.ts';
import { createUnsentQueue, type UnsentQueue } from './unsent-queue.ts';
import { nameOfAction, reasonOf } from './unsent-words.ts';

/** The queue of whoever is signed in, for what is shown of it. */
export const unsentQueue = createStore<UnsentQueue | null>(null);

/** What a waiting action does to its ticket's row. */
function patchOf(action: Unsent): TicketPatch {
  if (action.kind === 'change') return action.body;
  if (action.kind !== 'message') return {};
  const { changes, status } = action.body;
  return { ...changes, ...(status && { status }) };
}

/** Shows a ticket as it will be when all that waits has gone out. */
function overlay(client: QueryClient, ticket: number, me: number): void {
  const names = namesIn(client);
  for (const action of unsent.get()) if (action.ticket === ticket && action.refused === null) editTicket(client, ticket, (row) => applyPatch(row, patchOf(action), names), me);
}

/** Runs the queue for as long as somebody is signed in. */
export function useUnsentQueue(): void {
  const client = useQueryClient();
  const me = useMe().agent.id;
  const navigate = useNavigate();

  useEffect(() => {
    const tellOpened = ({ number, subject }: Ticket) => {
      readAgain(client, ticketKeys.lists);
      const run = () => void navigate({ to: '/inbox/$view/$number', params: { view: 'mine', number } });
      showToast({ title: say('around.unsent.opened', { number: `#${number}` }), description: subject, tone: 'done', timeout: 20_000, action: { label: say('around.unsent.openTicket'), run } });
    };
    const overlayAll = () => {
      for (const ticket of new Set(unsent.get().map((action) => action.ticket))) overlay(client, ticket, me);
    };
    const queue = createUnsentQueue({
      agent: me,
      subjectOf: (ticket) => findTicket(client, ticket)?.subject ?? '',
      onSent(action, answer) {
        if (answer === null) return;
        if (action.kind === 'message') {
          noteUses(client, action.body.macros ?? []);
          endStretch(action.ticket, answer.id);
          client.setQueryData<TimelineData>(ticketKeys.timeline(action.ticket), (data) => data && mergeEntries(data, [answer as Message])); // what a message is answered with
          void client.invalidateQueries({ queryKey: ticketKeys.detail(action.ticket) });
        } else if (action.kind === 'ticket') tellOpened(answer as Ticket); // likewise a ticket
        else if (action.kind === 'change') putTicket(client, answer as Ticket, me); // and a change
        overlay(client, action.ticket, me);
      },
      onRefused(action) {
        // What was shown ahead is no longer on its way.
        void client.invalidateQueries({ queryKey: ticketKeys.detail(action.ticket) });
        readAgain(client, ticketKeys.lists);
        showToast({ id: 'unsent-refused', title: say('around.unsent.refusedToast', { number: nameOfAction(action) }), description: action.refused ? reasonOf(action.refused) : undefined, tone: 'failed', action: { label: say('around.unsent.look'), run: openUnsent } });
      },
      onFlushed: (count) => showToast({ title: say('around.unsent.sentToast', { count }), tone: 'done' }),
    });
    keepWith(queue);
    // Shown when nothing can be fetched any more.
    void import('./unsent-messages.tsx').catch(() => undefined);
    unsentQueue.set(queue);
    const flush = () => void queue.flush();
    const wake = () => !document.hidden && unsent.get().length > 0 && flush();
    const stops = [
      live.state.subscribe(() => live.state.get() === 'open' && flush()),
      // What is read anew while something waits does not yet know of it.
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual || event.query.queryKey[0] !== 'tickets' || unsent.get().length === 0) return;
        overlayAll();
      }),
    ];
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', wake);
    flush();
    return () => {
      keepWith(null);
      unsentQueue.set(null);
      queue.stop();
      stops.forEach((stop) => stop());
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [client, me, navigate]);
}
