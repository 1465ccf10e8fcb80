import type { Context } from '../../context.ts';
import { followWorkspaces } from '../../platform/events/follow-workspaces.ts';
import { endFollowing } from '../../platform/events/progress.queries.ts';
import { followStep } from './keep-targets.ts';
import { markDueTargets } from './mark-due.command.ts';
import { progress, workspacesToFollow } from './sla-targets.queries.ts';

/** ms; so late may a broken promise be marked. */
const lookEvery = 500;

/** Keeps promised times up to date from the feed, and marks those that are due. What is due stands in the rows, so nothing is lost by a restart. */
export function startSla(context: Context): { stop(): Promise<void> } {
  const { db, wake } = context;
  const follower = followWorkspaces(context, {
    name: 'promised times',
    collectMs: 100,
    trouble: 'promised times cannot be kept now',
    workspaces: () => workspacesToFollow(db),
    async step(workspaceId, lease) {
      const { more, written } = await followStep(context, workspaceId, lease);
      if (written > 0) wake.say('events');
      return { more };
    },
    release: (workspaceId, lease) => endFollowing(db, progress, workspaceId, lease),
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
