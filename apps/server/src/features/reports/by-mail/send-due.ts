import type { Context } from '../../../context.ts';
import { startTimers, type TimerQueue } from '../../../platform/timers/timers.ts';
import { insertSystemMail } from '../../system-mail/index.ts';
import { dueColumn, moveOn, takeDue } from './schedules.queries.ts';
import { nextSlot } from './slots.rules.ts';

/**
 * Each report that is due becomes one mail, and its next moment is one to come: whatever a desk that stood still has missed, the
 * newest goes out and the others do not. Both in one transaction, so that two nodes send one.
 */
export const reportQueue: TimerQueue = {
  ...dueColumn,
  name: 'reports',
  async fire(tx, workspaceId, now, limit) {
    const due = await takeDue(tx, workspaceId, now, limit);
    for (const { id, email, time_zone: timeZone, active, ...schedule } of due) {
      await moveOn(tx, workspaceId, id, nextSlot(schedule, timeZone, now), active ? now : null);
      if (active) await insertSystemMail(tx, { kind: 'report', address: email, workspaceId, subjectId: id, now });
    }
    return due.length;
  },
};

export function startReportTimers(context: Context): { stop(): Promise<void> } {
  return startTimers(context, reportQueue);
}
