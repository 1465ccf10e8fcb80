import type { Context } from '../../context.ts';
import type { Tx } from '../../platform/db/db.ts';
import { feedEnd, readFeed, type EventRow } from '../../platform/events/events.queries.ts';
import { lookAgainNow, withdrawStale } from './offers.queries.ts';
import { beginFollowing, lockProgress, lockQueued, refreshQueue, saveProgress, sweepIntoQueue } from './queue.queries.ts';

type Tools = Pick<Context, 'db' | 'clock'>;

const eventsAtOnce = 200;
const ticketsAtOnce = 2_000;

const tellsOfTickets = new Set<string>(['ticket.created', 'ticket.updated', 'ticket.merged', 'ticket.unmerged', 'ticket.snoozed', 'ticket.woken', 'message.added', 'message.cancelled', 'escalation.made', 'escalation.handed_back', 'escalation.withdrawn', 'escalation.ended']);

/** A team that hands out now, or is back from the archive, has tickets already. */
function gathersAnew({ type, data }: EventRow): boolean {
  const changes = data['changes'];
  return type === 'team.updated' && typeof changes === 'object' && changes !== null && ('routing' in changes || 'archived' in changes);
}

/**
 * One step: the tickets of some events come into the queue or leave it, and the position moves, in one transaction. A workspace that
 * begins to hand out follows from the end of the feed, and gathers what waits already, in transactions of their own: they take many
 * rows of the queue at once.
 */
export async function followStep({ db, clock }: Tools, workspaceId: number): Promise<{ more: boolean; /** Offers that were taken back. */ withdrawn: number }> {
  const followed = await db.transaction().execute((tx) => followEvents(tx, workspaceId, clock.now()));
  const gathersOn = followed.sweep && (await db.transaction().execute((tx) => gather(tx, workspaceId, clock.now())));
  return { more: gathersOn || followed.more, withdrawn: followed.withdrawn };
}

async function followEvents(tx: Tx, workspaceId: number, now: Date): Promise<{ more: boolean; sweep: boolean; withdrawn: number }> {
  let position = await lockProgress(tx, workspaceId);
  if (!position) {
    await beginFollowing(tx, workspaceId, await feedEnd(tx, workspaceId));
    position = await lockProgress(tx, workspaceId);
    if (!position) return { more: false, sweep: false, withdrawn: 0 };
  }
  const events = await readFeed(tx, { workspaceId, brands: 'all' }, position, eventsAtOnce);
  const last = events.at(-1);
  const sweep = position.sweep || events.some(gathersAnew);
  if (!last) return { more: false, sweep, withdrawn: 0 };
  const touched = [...new Set(events.flatMap(({ type, ticket_id }) => (ticket_id !== null && tellsOfTickets.has(type) ? [ticket_id] : [])))];
  const withdrawn = await withdrawStale(tx, workspaceId, now);
  await lockQueued(tx, workspaceId, [...touched, ...withdrawn]);
  if (touched.length > 0) await refreshQueue(tx, workspaceId, touched, now);
  await lookAgainNow(tx, workspaceId, withdrawn, now);
  await saveProgress(tx, workspaceId, { xid: last.xid, id: last.id, sweep });
  return { more: events.length === eventsAtOnce, sweep, withdrawn: withdrawn.length };
}

/** Whether there is more of it. */
async function gather(tx: Tx, workspaceId: number, now: Date): Promise<boolean> {
  const position = await lockProgress(tx, workspaceId);
  if (!position?.sweep) return false;
  const sweep = (await sweepIntoQueue(tx, workspaceId, now, ticketsAtOnce)) === ticketsAtOnce;
  await saveProgress(tx, workspaceId, { ...position, sweep });
  return sweep;
}
