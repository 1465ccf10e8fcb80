import type { Context } from '../../context.ts';
import { followWorkspaces } from '../../platform/events/follow-workspaces.ts';
import { followStep } from './follow-queue.ts';
import { handOut, overflow } from './hand-out.ts';
import { teamsAtWork, workspacesThatHandOut } from './queue.queries.ts';

type Tools = Pick<Context, 'db' | 'clock' | 'wake'>;

const mostBatches = 5;

/**
 * What waits in a workspace, some of it: what happened comes into the queue, then each team that hands out gets its turn. Everything
 * stands in rows, so a restart loses nothing.
 */
export async function routeWorkspace({ db, clock, wake }: Tools, workspaceId: number, isStopped: () => boolean = () => false): Promise<{ /** Tickets. */ handed: number; more: boolean }> {
  const followed = await followStep({ db, clock }, workspaceId);
  if (followed.withdrawn > 0) wake.say('offers');
  // The most urgent is handed out first, once all is known that waits.
  if (followed.more) return { handed: 0, more: true };
  let handed = 0;
  let more = false;
  for (const team of await teamsAtWork(db, workspaceId, clock.now())) {
    for (const step of [handOut, overflow]) {
      let goesOn = true;
      for (let batches = 0; goesOn && batches < mostBatches && !isStopped(); batches += 1) {
        const done = await step({ db, clock }, workspaceId, team);
        if (done.handed > 0) wake.say('events');
        if (done.offered) {
          wake.say('offers');
          wake.say('notifications');
          // An offer's end may be the next thing that the clock does.
          wake.say('timers');
        }
        handed += done.handed + (done.offered ?? 0);
        goesOn = done.more;
      }
      more ||= goesOn;
    }
  }
  return { handed, more };
}

/**
 * Soon after something happened, and now and then without a call: somebody may be back, or have room again. No lease is held between
 * steps: each locks the place in the feed, or takes the workspace's turn to hand out, for its own transaction.
 */
export function startRouting(context: Context): { stop(): Promise<void> } {
  return followWorkspaces(context, {
    name: 'routing',
    collectMs: 100,
    trouble: 'tickets cannot be handed out now',
    // A step is a turn of all teams.
    stepsInTurn: 1,
    workspaces: () => workspacesThatHandOut(context.db),
    step: (workspaceId, _lease, isStopped) => routeWorkspace(context, workspaceId, isStopped),
  });
}
