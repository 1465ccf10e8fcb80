import type { FeedPosition } from '../events/events.queries.ts';

/** True when `a` stands later in the feed than `b`. */
export function isAfter(a: FeedPosition, b: FeedPosition): boolean {
  if (a.xid === b.xid) return a.id > b.id;
  return BigInt(a.xid) > BigInt(b.xid);
}
