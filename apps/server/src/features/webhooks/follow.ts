import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { readFeed, type EventRow, type FeedPosition } from '../../platform/events/events.queries.ts';
import { startFeedLoop, type FeedLoop } from '../../platform/events/feed-loop.ts';
import { isAfter } from '../../platform/live/positions.ts';
import { endFollowing, insertDeliveries, leaseFollowing, readListening, saveFollowed, workspacesToFollow, type Listening, type NewDelivery } from './follow.queries.ts';

const eventsAtOnce = 200;
/** Taken anew by each step, which is short: after a crash nobody waits longer for what was theirs. */
const leaseSeconds = 10;

export type Step = { more: boolean; made: number };

/** Follows the feed of every workspace that has a webhook and notes what each is to hear; the same event is noted once, whatever is ended meanwhile. */
export function startWebhookFollower(context: Context): FeedLoop {
  const lease = randomUUID();
  return startFeedLoop(context, {
    collectMs: 100,
    trouble: 'webhooks cannot be told of events now',
    async round(isStopped) {
      for (const workspaceId of await workspacesToFollow(context.db)) {
        for (let more = !isStopped(); more && !isStopped(); ) {
          const step = await followWebhooks(context, workspaceId, lease);
          if (step.made > 0) context.wake.say('webhooks');
          more = step.more;
        }
        await endFollowing(context.db, workspaceId, lease);
      }
    },
  });
}

/** One step for one workspace: some events of its feed become deliveries, and the position moves, in one transaction. */
export async function followWebhooks({ db, clock }: Pick<Context, 'db' | 'clock'>, workspaceId: number, lease: string): Promise<Step> {
  const followed = await leaseFollowing(db, workspaceId, lease, leaseSeconds);
  const starts = followed ? await readListening(db, workspaceId) : [];
  const [first] = starts.map(startOf).toSorted((one, other) => (isAfter(one, other) ? 1 : -1));
  if (!followed || !first) return { more: false, made: 0 };
  // What happened while nobody listened is not read.
  const events = await readFeed(db, { workspaceId, brands: 'all' }, isAfter(first, followed) ? first : followed, eventsAtOnce);
  const last = events.at(-1);
  if (!last) return { more: false, made: 0 };
  // After the events, so that a webhook which is made meanwhile misses none that came after it.
  const listening = await readListening(db, workspaceId);
  const rows = events.flatMap((event) => listening.filter((webhook) => hears(webhook, event)).map(({ id }): NewDelivery => ({ webhook_id: id, event_id: event.id, type: event.type })));
  const saved = await db.transaction().execute(async (tx) => {
    if (!(await saveFollowed(tx, workspaceId, lease, { xid: last.xid, id: last.id }))) return false;
    await insertDeliveries(tx, workspaceId, rows, clock.now());
    return true;
  });
  return { more: saved && events.length === eventsAtOnce, made: saved ? rows.length : 0 };
}

const startOf = ({ from_xid: xid, from_event_id: id }: Listening): FeedPosition => ({ xid, id });

function hears(webhook: Listening, event: EventRow): boolean {
  // The feed is followed past what its owner may not see, so that nothing of it comes when they may again.
  if (!webhook.owner_may || !isAfter(event, startOf(webhook))) return false;
  if (webhook.event_types !== null && !webhook.event_types.includes(event.type)) return false;
  const { brand_id: brand } = event;
  return brand === null || [webhook.brand_ids, webhook.owner_brands].every((brands) => brands === null || brands.includes(brand));
}
