import { systemActor } from '../../platform/auth/actor.ts';
import { appendEvents } from '../../platform/events/events.queries.ts';
import type { TimerQueue } from '../../platform/timers/timers.ts';
import { dueTargets, markDue } from './sla-targets.queries.ts';

/** Marks promised times that are broken, and those that soon will be. */
export const targetQueue: TimerQueue = {
  ...dueTargets,
  name: 'promised times',
  async fire(tx, workspaceId, now, limit) {
    const due = await markDue(tx, workspaceId, now, limit);
    const events = due.map(({ ticket_id, brand_id, kind, policy_id, cycle_at, due_at, breaks }) => ({
      type: breaks ? ('sla.breached' as const) : ('sla.warning' as const),
      ticketId: ticket_id,
      brandId: brand_id,
      data: { kind, policy_id, started_at: cycle_at.toISOString(), at: due_at?.toISOString() ?? now.toISOString() },
    }));
    await appendEvents(tx, systemActor(workspaceId), events);
    return due.length;
  },
};
