import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { followStep } from './keep-targets.ts';
import { markDueTargets } from './mark-due.command.ts';
import { endFollowing, workspacesToFollow } from './sla-targets.queries.ts';

const collectMs = 100;
const quietPollMs = 2_000;
/** After a wake-up: events of transactions that are still running can be read only when these end. */
const wakefulMs = 5_000;
const wakefulPollMs = 500;
/** So late may a broken promise be marked. */
const dueEveryMs = 500;

/** Keeps promised times up to date from the feed, and marks those that are due. What is due stands in the rows, so nothing is lost by a restart. */
export function startSla(context: Context): { stop(): Promise<void> } {
  const lease = randomUUID();
  let stopped = false;
  let wokenAt = -Infinity;
  const follower = createLoop(context, 'promised times cannot be kept now', async () => {
    for (const workspaceId of await workspacesToFollow(context.db)) {
      for (let more = true; more && !stopped; ) {
        const step = await followStep(context, workspaceId, lease);
        if (step.written > 0) context.wake.say('events');
        more = step.more;
      }
      if (!stopped) await endFollowing(context.db, workspaceId, lease);
    }
    return monotonicNow() - wokenAt < wakefulMs ? wakefulPollMs : quietPollMs;
  });
  const timer = createLoop(context, 'promised times cannot be marked now', async () => {
    await markDueTargets(context);
    return dueEveryMs;
  });
  const quiet = context.wake.on('events', () => {
    const early = monotonicNow() - wokenAt > collectMs;
    wokenAt = monotonicNow();
    if (early) follower.plan(collectMs);
  });
  follower.plan(collectMs);
  timer.plan(collectMs);
  return {
    async stop() {
      stopped = true;
      quiet();
      await Promise.all([follower.stop(), timer.stop()]);
    },
  };
}

/** Runs again after as many ms as each run answers; a run that fails is logged and repeated. */
function createLoop(context: Pick<Context, 'log'>, trouble: string, run: () => Promise<number>) {
  let stopped = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  function plan(milliseconds: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void (running = running.then(once)), milliseconds);
  }
  async function once(): Promise<void> {
    if (stopped) return;
    try {
      plan(await run());
    } catch (error) {
      context.log.warn({ err: error }, trouble);
      plan(quietPollMs);
    }
  }
  return {
    plan,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
