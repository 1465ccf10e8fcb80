import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { appendEvents } from '../../platform/events/events.queries.ts';
import { startTimers, type TimerQueue } from '../../platform/timers/timers.ts';
import { findRoots } from '../tickets/index.ts';
import { dueColumn, fireDueRows } from './due-commitments.queries.ts';

/** Warns of promises that come due and says which were broken; of what was merged on the ticket that it is read in now. */
export const commitmentQueue: TimerQueue = {
  ...dueColumn,
  name: 'commitments',
  async fire(tx, workspaceId, now, limit) {
    const fired = await fireDueRows(tx, workspaceId, now, limit);
    const roots = await findRoots(tx, workspaceId, fired.flatMap(({ ticket_id, merged_into }) => (merged_into === null ? [] : [ticket_id])));
    const events = fired.map(({ id, ticket_id, brand_id, owner_id, team_id, broken }) => ({
      type: broken ? ('commitment.broken' as const) : ('commitment.due_soon' as const),
      ticketId: roots.get(ticket_id) ?? ticket_id,
      brandId: brand_id,
      data: { commitment: id, owner: owner_id, team: team_id },
    }));
    await appendEvents(tx, systemActor(workspaceId), events);
    return fired.length;
  },
};

export function startPromiseTimers(context: Context): { stop(): Promise<void> } {
  return startTimers(context, commitmentQueue);
}
