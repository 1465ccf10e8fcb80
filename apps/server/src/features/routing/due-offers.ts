import type { Context } from '../../context.ts';
import { startTimers, type TimerQueue } from '../../platform/timers/timers.ts';
import { setAwayForMissing } from '../availability/index.ts';
import { dueOffers, lastEnds, lookAgainNow, missDueOffers } from './offers.queries.ts';
import { isGone } from './offers.rules.ts';
import { lockQueued } from './queue.queries.ts';

/** Ends offers that nobody answered: the ticket goes on, and who has let several run out is away. */
export const offerQueue: TimerQueue = {
  ...dueOffers,
  name: 'offers',
  async fire(tx, workspaceId, now, limit) {
    const missed = await missDueOffers(tx, workspaceId, now, limit);
    if (missed.length === 0) return 0;
    const tickets = missed.map(({ ticket_id }) => ticket_id);
    await lockQueued(tx, workspaceId, tickets);
    await lookAgainNow(tx, workspaceId, tickets, now);
    const gone = (await lastEnds(tx, workspaceId, missed.map(({ id }) => id))).filter(({ ended, misses }) => isGone(ended, misses));
    if (gone.length > 0) await setAwayForMissing(tx, workspaceId, gone.map(({ agent_id }) => agent_id), now);
    return missed.length;
  },
};

export function startOfferTimers(context: Context): { stop(): Promise<void> } {
  const { wake } = context;
  // What `fireDue` says moves the ticket on; the screens of who missed it are told too.
  return startTimers({ ...context, wake: { ...wake, say: (topic) => (wake.say(topic), wake.say('offers')) } }, offerQueue);
}
