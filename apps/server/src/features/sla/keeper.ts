import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { startFeedLoop } from '../../platform/events/feed-loop.ts';
import { followStep } from './keep-targets.ts';
import { markDueTargets } from './mark-due.command.ts';
import { endFollowing, workspacesToFollow } from './sla-targets.queries.ts';

/** ms; so late may a broken promise be marked. */
const lookEvery = 500;

/** Keeps promised times up to date from the feed, and marks those that are due. What is due stands in the rows, so nothing is lost by a restart. */
export function startSla(context: Context): { stop(): Promise<void> } {
  const lease = randomUUID();
  const follower = startFeedLoop(context, {
    collectMs: 100,
    trouble: 'promised times cannot be kept now',
    async round(isStopped) {
      for (const workspaceId of await workspacesToFollow(context.db)) {
        for (let more = !isStopped(); more && !isStopped(); ) {
          const step = await followStep(context, workspaceId, lease);
          if (step.written > 0) context.wake.say('events');
          more = step.more;
        }
        await endFollowing(context.db, workspaceId, lease);
      }
    },
  });
  const timer = startTimer(context);
  return {
    async stop() {
      await Promise.all([follower.stop(), timer.stop()]);
    },
  };
}

function startTimer(context: Context): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running = Promise.resolve();

  async function look(): Promise<void> {
    try {
      await markDueTargets(context);
    } catch (error) {
      context.log.warn({ err: error }, 'promised times cannot be marked now');
    }
    if (!stopped) timer = setTimeout(next, lookEvery);
  }
  function next(): void {
    running = look();
  }

  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
