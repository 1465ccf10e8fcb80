import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { appendEvents } from '../../platform/events/events.queries.ts';
import { startTimers, type TimerQueue } from '../../platform/timers/timers.ts';
import { snoozed, wakeDueRows } from './snooze.queries.ts';

/** Brings snoozed tickets back whose time has come. */
export const snoozedQueue: TimerQueue = {
  ...snoozed,
  name: 'snoozed tickets',
  async fire(tx, workspaceId, now, limit) {
    const woken = await wakeDueRows(tx, workspaceId, now, limit);
    await appendEvents(tx, systemActor(workspaceId), woken.map(({ id, brand_id, snoozed_by }) => ({ type: 'ticket.woken', ticketId: id, brandId: brand_id, data: { reason: 'time', ...(snoozed_by === null ? {} : { snoozed_by }) } })));
    return woken.length;
  },
};

export function startWaking(context: Context): { stop(): Promise<void> } {
  return startTimers(context, snoozedQueue);
}
