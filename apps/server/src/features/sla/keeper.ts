import type { Context } from '../../context.ts';
import { followWorkspaces } from '../../platform/events/follow-workspaces.ts';
import { endFollowing } from '../../platform/events/progress.queries.ts';
import { startTimers } from '../../platform/timers/timers.ts';
import { targetQueue } from './due-targets.ts';
import { followStep } from './keep-targets.ts';
import { progress, workspacesToFollow } from './sla-targets.queries.ts';

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
  const timers = startTimers(context, targetQueue);
  return {
    async stop() {
      await Promise.all([follower.stop(), timers.stop()]);
    },
  };
}
