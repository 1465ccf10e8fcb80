import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { startFeedLoop, type FeedLoop } from '../../platform/events/feed-loop.ts';
import { endFollowing, workspacesToFollow } from './follow.queries.ts';
import { followStep } from './make-notifications.ts';

export type Notifier = FeedLoop;

/** Follows the feed of every workspace and notes whom each event concerns; the same event is told once, whatever is ended meanwhile. */
export function startNotifier(context: Context): Notifier {
  const lease = randomUUID();
  return startFeedLoop(context, {
    collectMs: 100,
    trouble: 'notifications cannot be made now',
    async round(isStopped) {
      for (const workspaceId of await workspacesToFollow(context.db)) {
        for (let more = !isStopped(); more && !isStopped(); ) {
          const step = await followStep(context, workspaceId, lease);
          if (step.made > 0) context.wake.say('notifications');
          more = step.more;
        }
        await endFollowing(context.db, workspaceId, lease);
      }
    },
  });
}
