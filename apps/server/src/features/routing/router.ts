import type { Context } from '../../context.ts';
import { startFeedLoop } from '../../platform/events/feed-loop.ts';
import { followStep } from './follow-queue.ts';
import { handOut, overflow } from './hand-out.ts';
import { teamsAtWork, workspacesThatHandOut } from './queue.queries.ts';

type Tools = Pick<Context, 'db' | 'clock' | 'wake'>;

/** Hands out what waits in every team that does so. Everything stands in rows, so a restart loses nothing. @returns how many tickets */
export async function routeAll({ db, clock, wake }: Tools, isStopped: () => boolean = () => false): Promise<number> {
  let handed = 0;
  for (const workspaceId of await workspacesThatHandOut(db)) {
    for (let more = !isStopped(); more && !isStopped(); ) {
      const step = await followStep({ db, clock }, workspaceId);
      if (step.withdrawn > 0) wake.say('offers');
      more = step.more;
    }
    for (const team of await teamsAtWork(db, workspaceId, clock.now())) {
      for (const step of [handOut, overflow]) {
        for (let more = !isStopped(); more && !isStopped(); ) {
          const done = await step({ db, clock }, workspaceId, team);
          if (done.handed > 0) wake.say('events');
          if (done.offered) {
            wake.say('offers');
            wake.say('notifications');
          }
          // An offer's end may be the next thing that the clock does.
          if (done.offered) wake.say('timers');
          handed += done.handed + (done.offered ?? 0);
          more = done.more;
        }
      }
    }
  }
  return handed;
}

/** Soon after something happened, and now and then without a call: somebody may be back, or have room again. */
export function startRouting(context: Context): { stop(): Promise<void> } {
  return startFeedLoop(context, {
    collectMs: 100,
    trouble: 'tickets cannot be handed out now',
    async round(isStopped) {
      await routeAll(context, isStopped);
    },
  });
}
