import type { Context } from '../../context.ts';
import { feedEnd, readFeed, type EventRow } from '../../platform/events/events.queries.ts';
import { withdrawStale } from './offers.queries.ts';
import { beginFollowing, lockProgress, refreshQueue, saveProgress, sweepIntoQueue } from './queue.queries.ts';

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
 * begins to hand out follows from the end of the feed, and gathers what waits already.
 */
export async function followStep({ db, clock }: Tools, workspaceId: number): Promise<{ more: boolean; /** Offers that were taken back. */ withdrawn: number }> {
  return db.transaction().execute(async (tx) => {
    let position = await lockProgress(tx, workspaceId);
    if (!position) {
      await beginFollowing(tx, workspaceId, await feedEnd(tx, workspaceId));
      position = await lockProgress(tx, workspaceId);
      if (!position) return { more: false, withdrawn: 0 };
    }
    const events = await readFeed(tx, { workspaceId, brands: 'all' }, position, eventsAtOnce);
    const last = events.at(-1);
    const touched = [...new Set(events.flatMap(({ type, ticket_id }) => (ticket_id !== null && tellsOfTickets.has(type) ? [ticket_id] : [])))];
    if (touched.length > 0) await refreshQueue(tx, workspaceId, touched, clock.now());
    const withdrawn = last ? await withdrawStale(tx, workspaceId, clock.now()) : 0;
    const sweep = position.sweep || events.some(gathersAnew);
    const gathered = sweep ? await sweepIntoQueue(tx, workspaceId, clock.now(), ticketsAtOnce) : 0;
    const goesOn = sweep && gathered === ticketsAtOnce;
    if (last || sweep) await saveProgress(tx, workspaceId, { ...(last ? { xid: last.xid, id: last.id } : position), sweep: goesOn });
    return { more: goesOn || events.length === eventsAtOnce, withdrawn };
  });
}
