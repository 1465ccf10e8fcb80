import type { Context } from '../../context.ts';
import { feedEnd, readFeed, type EventRow } from '../../platform/events/events.queries.ts';
import type { FeedLoop } from '../../platform/events/feed-loop.ts';
import { followWorkspaces } from '../../platform/events/follow-workspaces.ts';
import { endFollowing, holdFollowed } from '../../platform/events/progress.queries.ts';
import { reckonTickets, writeCounts } from './recount.commands.ts';
import { idsOfNumbers } from './facts.queries.ts';
import { findRoots } from '../tickets/index.ts';
import { beginFollowing, leaseFollowing, nextTickets, progress, saveFollowed, workspacesToFollow } from './progress.queries.ts';

const eventsAtOnce = 200;
/** Swept in a step, and written in a transaction: as long as it runs, nobody reads the feed past it. */
const ticketsAtOnce = 50;
/** Taken anew by each step, which is short. */
const leaseSeconds = 20;

/** Keeps what reports read in line with what happens. */
export function startReports(context: Context): FeedLoop {
  const { db } = context;
  return followWorkspaces(context, {
    name: 'reports',
    collectMs: 300,
    trouble: 'reports cannot be kept now',
    workspaces: () => workspacesToFollow(db),
    step: (workspaceId, lease) => followStep(context, workspaceId, lease),
    release: (workspaceId, lease) => endFollowing(db, progress, workspaceId, lease),
  });
}

/**
 * One step for one workspace: the tickets of some events are counted anew, and the position moves. Tickets that were there before,
 * or whose days are others in a new time zone, are counted some at a time while the feed goes on.
 *
 * All is read before the transaction that writes. Whoever changes a ticket after it was read leaves an event behind the position,
 * so it is counted anew; and nobody else writes its counts meanwhile, for only the holder of the lease does.
 */
export async function followStep({ db }: Pick<Context, 'db'>, workspaceId: number, lease: string): Promise<{ more: boolean }> {
  let position = await leaseFollowing(db, workspaceId, lease, leaseSeconds);
  if (!position) {
    await beginFollowing(db, workspaceId, await feedEnd(db, workspaceId));
    position = await leaseFollowing(db, workspaceId, lease, leaseSeconds);
    if (!position) return { more: false };
  }
  const events = await readFeed(db, { workspaceId, brands: 'all' }, position, eventsAtOnce);
  const last = events.at(-1);
  const restart = events.some(movesDays);
  const after = restart ? null : position.counted_to;
  if (!last && after === null) return { more: false };
  const swept = after === null ? [] : await nextTickets(db, workspaceId, after, ticketsAtOnce);
  const countedTo = restart ? 0 : ((swept.length === ticketsAtOnce && swept.at(-1)) || null);
  const touched = [...new Set(events.flatMap(({ type, ticket_id }) => (ticket_id !== null && tellsOfReports(type) ? [ticket_id] : [])))];
  // What a merge was taken from may be merged itself: its root counted for it.
  const left = await idsOfNumbers(db, workspaceId, events.flatMap(unmergedFrom));
  const roots = (await findRoots(db, workspaceId, [...touched, ...left])).values();
  const ids = [...new Set([...touched, ...left, ...roots, ...swept])];
  const end = last ? { xid: last.xid, id: last.id } : position;
  for (let from = 0; from === 0 || from < ids.length; from += ticketsAtOnce) {
    const some = ids.slice(from, from + ticketsAtOnce);
    const facts = await reckonTickets(db, workspaceId, some, position.time_zone);
    // The position moves with the last of them: what is repeated after a crash counts the same.
    const isLast = from + ticketsAtOnce >= ids.length;
    const held = await db.transaction().execute(async (tx) => {
      if (!(await (isLast ? saveFollowed(tx, workspaceId, lease, end, countedTo, restart) : holdFollowed(tx, progress, workspaceId, lease, leaseSeconds)))) return false;
      await writeCounts(tx, workspaceId, some, facts);
      return true;
    });
    if (!held) return { more: false };
  }
  return { more: events.length === eventsAtOnce || countedTo !== null };
}

function tellsOfReports(type: string): boolean {
  return /^(ticket|sla|commitment|survey)\.|^message\.(added|cancelled)$/.test(type);
}

/** Another time zone has other days. */
function movesDays({ type, data }: EventRow): boolean {
  const changes = data['changes'];
  return type === 'workspace.updated' && typeof changes === 'object' && changes !== null && 'time_zone' in changes;
}

/** The number of the ticket that a merge was undone from. */
function unmergedFrom({ type, data }: EventRow): number[] {
  return type === 'ticket.unmerged' && typeof data['from'] === 'number' ? [data['from']] : [];
}
