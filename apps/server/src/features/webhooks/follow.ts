import type { Context } from '../../context.ts';
import { readFeed, type EventRow, type FeedPosition } from '../../platform/events/events.queries.ts';
import type { FeedLoop } from '../../platform/events/feed-loop.ts';
import { followWorkspaces } from '../../platform/events/follow-workspaces.ts';
import { endFollowing, saveFollowed } from '../../platform/events/progress.queries.ts';
import { isAfter } from '../../platform/live/positions.ts';
import { insertDeliveries, leaseFollowing, progress, readListening, workspacesToFollow, type Listening, type NewDelivery } from './follow.queries.ts';

const eventsAtOnce = 200;
/** Taken anew by each step, which is short: after a crash nobody waits longer for what was theirs. */
const leaseSeconds = 10;

export type Step = { more: boolean; made: number };

/** Follows the feed of every workspace that has a webhook and notes what each is to hear; the same event is noted once, whatever is ended meanwhile. */
export function startWebhookFollower(context: Context): FeedLoop {
  const { db, wake } = context;
  return followWorkspaces(context, {
    name: 'webhooks',
    collectMs: 100,
    trouble: 'webhooks cannot be told of events now',
    workspaces: () => workspacesToFollow(db),
    async step(workspaceId, lease) {
      const { more, made } = await followWebhooks(context, workspaceId, lease);
      if (made > 0) wake.say('webhooks');
      return { more };
    },
    release: (workspaceId, lease) => endFollowing(db, progress, workspaceId, lease),
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
    if (!(await saveFollowed(tx, progress, workspaceId, lease, { xid: last.xid, id: last.id }))) return false;
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
