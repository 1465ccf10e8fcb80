import type { Context } from '../../context.ts';
import { startTimers, type TimerQueue } from '../../platform/timers/timers.ts';
import { tell } from '../notifications/index.ts';
import { dueColumn, lockDueReminders, saveReminded } from './due-reminders.queries.ts';
import { nextReminder, remindersDue } from './staff-feedback.rules.ts';

/** Reminds the owners of complaints of what is due; of what was missed once, by its latest word. */
export const reminderQueue: TimerQueue = {
  ...dueColumn,
  name: 'complaints',
  async fire(tx, workspaceId, now, limit) {
    const due = await lockDueReminders(tx, workspaceId, now, limit);
    if (due.length === 0) return 0;
    const told = due.flatMap((row) =>
      row.owner_id === null ? [] : remindersDue(row, now).map((kind) => ({ agent: row.owner_id!, kind, about: { feedback: row.id }, brand: row.brand_id, by: null })),
    );
    await saveReminded(tx, workspaceId, due.map((row) => ({ id: row.id, next: nextReminder({ ...row, reminded_until: now }) })), now);
    await tell(tx, workspaceId, told, now);
    return due.length;
  },
};

export function startComplaintTimers(context: Context): { stop(): Promise<void> } {
  const { wake } = context;
  // No event tells of it: what `fireDue` says is said to the bells.
  return startTimers({ ...context, wake: { ...wake, say: () => wake.say('notifications') } }, reminderQueue);
}
