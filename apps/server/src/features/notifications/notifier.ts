import type { Context } from '../../context.ts';
import type { FeedLoop } from '../../platform/events/feed-loop.ts';
import { followWorkspaces } from '../../platform/events/follow-workspaces.ts';
import { endFollowing } from '../../platform/events/progress.queries.ts';
import { progress, workspacesToFollow } from './follow.queries.ts';
import { followStep } from './make-notifications.ts';

export type Notifier = FeedLoop;

/** Follows the feed of every workspace and notes whom each event concerns; the same event is told once, whatever is ended meanwhile. */
export function startNotifier(context: Context): Notifier {
  const { db, wake } = context;
  return followWorkspaces(context, {
    name: 'notifications',
    collectMs: 100,
    trouble: 'notifications cannot be made now',
    workspaces: () => workspacesToFollow(db),
    async step(workspaceId, lease) {
      const { more, made } = await followStep(context, workspaceId, lease);
      if (made > 0) wake.say('notifications');
      return { more };
    },
    release: (workspaceId, lease) => endFollowing(db, progress, workspaceId, lease),
  });
}
