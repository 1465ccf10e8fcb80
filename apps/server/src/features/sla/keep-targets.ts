import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent, feedEnd, readFeed, type EventRow } from '../../platform/events/events.queries.ts';
import { openHours, readHoursOfBrands } from '../calendars/index.ts';
import { factsOf } from './facts.ts';
import { policyFor } from './policy.rules.ts';
import { listSlaPolicies } from './sla-policies.queries.ts';
import { beginFollowing, endTargets, insertTargets, leaseFollowing, lockTargets, nextTickets, readFactEvents, readSlaTickets, saveFollowed } from './sla-targets.queries.ts';
import { reckon, stepsFor } from './targets.rules.ts';

type Tools = Pick<Context, 'db' | 'clock'>;

const eventsAtOnce = 100;
/** Of which the open ones are reckoned anew. */
const ticketsAtOnce = 200;
/** Taken anew by each step, which is short. */
const leaseSeconds = 20;

const tellsOfTickets = new Set<string>(['ticket.created', 'ticket.updated', 'ticket.merged', 'ticket.unmerged', 'message.added', 'message.cancelled']);

/**
 * One step for one workspace: the tickets of some events are reckoned anew and the position moves, in one transaction. After
 * policies, hours or zones have changed, every open ticket is looked at anew, some at a time, while the feed goes on.
 */
export async function followStep({ db, clock }: Tools, workspaceId: number, lease: string): Promise<{ more: boolean; written: number }> {
  let position = await leaseFollowing(db, workspaceId, lease, leaseSeconds);
  if (!position) {
    await beginFollowing(db, workspaceId, await feedEnd(db, workspaceId));
    position = await leaseFollowing(db, workspaceId, lease, leaseSeconds);
    if (!position) return { more: false, written: 0 };
  }
  const events = await readFeed(db, { workspaceId, brands: 'all' }, position, eventsAtOnce);
  const last = events.at(-1);
  const restart = events.some(changesTerms);
  const after = restart ? 0 : position.sweep_after;
  if (!last && after === null) return { more: false, written: 0 };
  const swept = after === null || restart ? [] : await nextTickets(db, workspaceId, after, ticketsAtOnce);
  const sweepAfter = restart ? 0 : (swept.length === ticketsAtOnce && swept.at(-1)?.id) || null;
  const touched = events.flatMap(({ type, ticket_id }) => (ticket_id !== null && tellsOfTickets.has(type) ? [ticket_id] : []));
  const ids = [...new Set([...touched, ...swept.flatMap(({ id, open }) => (open ? [id] : []))])];
  const written = await db.transaction().execute(async (tx) => {
    if (!(await saveFollowed(tx, workspaceId, lease, last ? { xid: last.xid, id: last.id } : position, sweepAfter))) return 0;
    return ids.length === 0 ? 0 : keepTargets(tx, workspaceId, ids, clock.now());
  });
  return { more: events.length === eventsAtOnce || sweepAfter !== null, written };
}

/** Whether what is promised may be other now, of any ticket. */
function changesTerms({ type, data }: EventRow): boolean {
  const changes = data['changes'];
  const has = (field: string) => typeof changes === 'object' && changes !== null && field in changes;
  return type.startsWith('sla_policy.') || type.startsWith('calendar.') || (type === 'brand.updated' && has('calendar')) || (type === 'workspace.updated' && has('time_zone'));
}

/** Reckons these tickets anew and writes what differs, with its events unless it is history. Returns how many rows are new or ended. */
export async function keepTargets(tx: Tx, workspaceId: number, ticketIds: readonly number[], now: Date, { isHistory = false } = {}): Promise<number> {
  const stored = await lockTargets(tx, workspaceId, ticketIds);
  const policies = await listSlaPolicies(tx, workspaceId);
  if (policies.length === 0 && stored.size === 0) return 0;
  const tickets = await readSlaTickets(tx, workspaceId, ticketIds);
  const events = await readFactEvents(tx, workspaceId, ticketIds);
  const hours = openHours(await readHoursOfBrands(tx, workspaceId, [...new Set(tickets.map(({ brand_id }) => brand_id))]));
  let written = 0;
  const endings = [];
  const beginnings = [];
  const told = [];
  for (const ticket of tickets) {
    const policy = ticket.gone ? null : policyFor(ticket, policies);
    const open = hours.get(ticket.brand_id);
    const reckoned = policy && open ? reckon(factsOf(events.get(ticket.id) ?? [], ticket.status), policy, ticket.priority, open, now.getTime()) : [];
    const step = stepsFor(stored.get(ticket.id) ?? [], reckoned, policy, ticket.priority, now.getTime());
    endings.push(...step.endings);
    beginnings.push(...step.beginnings.map((each) => ({ ...each, ticket_id: ticket.id, brand_id: ticket.brand_id })));
    if (!isHistory) told.push(...step.events.map((event) => ({ ...event, ticket })));
    written += step.endings.length + step.beginnings.length;
  }
  await endTargets(tx, workspaceId, endings);
  await insertTargets(tx, workspaceId, beginnings);
  for (const { type, ticket, kind, policy_id, cycle_at, at } of told)
    await appendEvent(tx, systemActor(workspaceId), { type, ticketId: ticket.id, brandId: ticket.brand_id, data: { kind, policy_id, started_at: new Date(cycle_at).toISOString(), at: new Date(at).toISOString() } });
  return written;
}
