import type { Context } from '../../context.ts';
import { startTimers, type TimerQueue } from '../../platform/timers/timers.ts';
import { giveWordsBack } from './held-messages.queries.ts';
import { dueColumn, expireDueRows, insertExpiredEvents } from './due-requests.queries.ts';

/** Ends what nobody answered in time. */
export const approvalQueue: TimerQueue = {
  ...dueColumn,
  name: 'approvals',
  async fire(tx, workspaceId, now, limit) {
    const expired = await expireDueRows(tx, workspaceId, now, limit);
    if (expired.length > 0) {
      await insertExpiredEvents(tx, workspaceId, expired);
      await giveWordsBack(tx, workspaceId, expired.map(({ id }) => id), now);
    }
    return expired.length;
  },
};

export function startApprovalTimers(context: Context): { stop(): Promise<void> } {
  return startTimers(context, approvalQueue);
}
