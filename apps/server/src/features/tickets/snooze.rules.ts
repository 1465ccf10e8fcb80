import type { Actor } from '../../platform/auth/actor.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import type { NewEvent } from '../../platform/events/event-types.ts';
import type { TicketStatus } from './tickets.schemas.ts';

/** As the database gives it: a moment, infinity (until something happens), or null. */
export type SnoozedUntil = Date | number | null;

/** Why a ticket came back: its time had come, the customer wrote, somebody woke it, it is done, a mail of ours did not arrive. */
export type WakeReason = 'time' | 'message' | 'agent' | 'solved' | 'delivery';

export function shownSnooze(until: SnoozedUntil): string | null {
  if (until === null) return null;
  return until instanceof Date ? until.toISOString() : 'reply';
}

const isDone = (status: TicketStatus) => status === 'solved' || status === 'closed';

/** What a new message means for a snoozed ticket: a person's from outside wakes it, a machine's does not, nor what we write ourselves. */
export function whatWakes(message: { direction: 'in' | 'out'; automatic?: string | null }, to: TicketStatus): WakeReason | null {
  if (message.direction === 'in' && message.automatic == null) return 'message';
  return isDone(to) ? 'solved' : null;
}

export type SnoozeStep = {
  change: { snoozed_until: Date | 'infinity' | null; snoozed_by: number | null };
  event: Pick<NewEvent, 'type' | 'data'>;
};

/**
 * How a change of a ticket snoozes it, or ends that; null when it does neither.
 * @throws Problem invalid_input for `snoozed_until`: a moment that is over, or a ticket that is done
 */
export function snoozeStep(ticket: { status: TicketStatus; snoozed_until: SnoozedUntil }, { wanted, status, actor, now }: { wanted: string | null | undefined; status: TicketStatus | undefined; actor: Actor; now: Date }): SnoozeStep | null {
  const after = status ?? ticket.status;
  if (wanted != null) {
    if (isDone(after)) throw fieldProblem('snoozed_until', 'is_done', 'A ticket that is solved or closed is not snoozed');
    const until = wanted === 'reply' ? 'infinity' : new Date(wanted);
    if (until instanceof Date && until <= now) throw fieldProblem('snoozed_until', 'in_the_past', 'This moment is over');
    if (shownSnooze(ticket.snoozed_until) === (until instanceof Date ? until.toISOString() : 'reply')) return null;
    return {
      change: { snoozed_until: until, snoozed_by: actor.type === 'agent' ? actor.id : null },
      event: { type: 'ticket.snoozed', data: { until: until instanceof Date ? until.toISOString() : 'reply' } },
    };
  }
  if (ticket.snoozed_until === null || (wanted === undefined && !isDone(after))) return null;
  const reason: WakeReason = isDone(after) ? 'solved' : actor.type === 'system' ? 'delivery' : 'agent';
  return { change: { snoozed_until: null, snoozed_by: null }, event: { type: 'ticket.woken', data: { reason } } };
}
