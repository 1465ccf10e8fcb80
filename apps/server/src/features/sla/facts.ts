import type { TicketStatus } from '../tickets/index.ts';
import type { Fact } from './sla.rules.ts';

export type FactEvent = {
  id: number;
  ticket_id: number;
  type: string;
  at: Date;
  actor_type: 'agent' | 'customer' | 'system';
  message_id: number | null;
  message_kind: string | null;
  /** Of the message that the event brought. */
  direction: 'in' | 'out' | null;
  automatic: boolean;
  side: boolean;
  status_from: TicketStatus | null;
  status_to: TicketStatus | null;
  /** The id as JSON writes it, 'null' for nobody; null where the event says nothing of it. */
  assignee: string | null;
};

/**
 * A ticket's events, oldest first, as facts. `status` is the one it has now: what it began with follows from the first
 * change, for the event of its making does not name it. A message that was taken back was not written.
 */
export function factsOf(events: readonly FactEvent[], status: TicketStatus): Fact[] {
  const takenBack = new Set(events.flatMap(({ type, message_id }) => (type === 'message.cancelled' && message_id !== null ? [message_id] : [])));
  const facts: Fact[] = [];
  let last = -Infinity;
  for (const event of events) {
    // Clocks of several machines may differ by a little; what came later is not earlier.
    const at = Math.max(last, event.at.getTime());
    last = at;
    if (event.type === 'ticket.created') {
      const initial = events.find(({ status_from }) => status_from !== null)?.status_from ?? status;
      facts.push({ at, type: 'created', by: event.direction === 'out' ? 'agent' : 'customer', status: initial, assigned: event.assignee !== null && event.assignee !== 'null' });
      continue;
    }
    const isWord = event.type === 'message.added' && event.message_kind === 'public' && !event.side && !event.automatic && event.message_id !== null && !takenBack.has(event.message_id);
    if (isWord && event.direction === 'in') facts.push({ at, type: 'message', by: 'customer' });
    if (isWord && event.direction === 'out' && event.actor_type === 'agent') facts.push({ at, type: 'message', by: 'agent' });
    if (event.assignee !== null) facts.push({ at, type: 'assigned', assigned: event.assignee !== 'null' });
    if (event.status_to !== null) facts.push({ at, type: 'status', status: event.status_to });
  }
  return facts;
}
