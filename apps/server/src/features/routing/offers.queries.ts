import { sql } from 'kysely';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { dueIds, type DueColumn } from '../../platform/timers/timers.queries.ts';
import type { TicketChannel, TicketPriority } from '../tickets/index.ts';
import type { OfferState } from './offers.rules.ts';
import { waits } from './queue.queries.ts';
import type { Reasons } from './reasons.ts';

export const dueOffers: DueColumn = { table: 'routing_offers', column: 'due_at' };

export type NewOffer = { ticket: number; agent: number; round: number; reasons: Reasons };

/** The tickets are the transaction's, and none of them or of the agents has an open offer. They stay in the queue. */
export async function insertOffers(tx: Tx, workspaceId: number, teamId: number, offers: readonly NewOffer[], { now, due }: { now: Date; due: Date }): Promise<{ id: number; ticket_id: number; agent_id: number }[]> {
  const { rows } = await sql<{ id: number; ticket_id: number; agent_id: number }>`
    with made as (
      insert into routing_offers (workspace_id, ticket_id, team_id, agent_id, round, reasons, offered_at, due_at)
      select ${workspaceId}, x.ticket, ${teamId}, x.agent, x.round, x.reasons, ${now}::timestamptz, ${due}::timestamptz
      from jsonb_to_recordset(${json(offers)}) as x(ticket bigint, agent bigint, round integer, reasons jsonb) returning id, ticket_id, agent_id, round
    ), queued as (
      update routing_queue q set look_at = ${due}, round = made.round, anew_at = case when q.anew_at > ${now} then q.anew_at end
      from made where q.workspace_id = ${workspaceId} and q.ticket_id = made.ticket_id
    )
    select id, ticket_id, agent_id from made order by id`.execute(tx);
  return rows;
}

/** Everybody who could take these has been asked in this round; `pause` in ms, from the end of its last offer. */
export async function endRounds(tx: Tx, workspaceId: number, rounds: readonly { ticket: number; pause: number }[], now: Date): Promise<void> {
  if (rounds.length === 0) return;
  await sql`update routing_queue q set anew_at = make_interval(secs => x.pause / 1000.0) + coalesce((
      select max(o.ended_at) from routing_offers o where o.workspace_id = q.workspace_id and o.ticket_id = q.ticket_id and o.round = q.round and o.state in ('declined', 'missed')), ${now}::timestamptz)
    from jsonb_to_recordset(${json(rounds)}) as x(ticket bigint, pause double precision) where q.workspace_id = ${workspaceId} and q.ticket_id = x.ticket`.execute(tx);
}

export type OfferRow = {
  id: number;
  ticket_id: number;
  number: number;
  subject: string;
  priority: TicketPriority;
  channel: TicketChannel;
  customer_name: string;
  brand_id: number;
  brand_name: string;
  team_id: number;
  team_name: string;
  agent_id: number;
  state: OfferState;
  reasons: Reasons;
  offered_at: Date;
  due_at: Date | null;
  ended_at: Date | null;
};

const shown = sql`
  select o.id, o.ticket_id, t.number, t.subject, t.priority, t.channel, coalesce(nullif(p.name, ''), ca.address, '') as customer_name, t.brand_id, b.name as brand_name, o.team_id, tm.name as team_name, o.agent_id,
    o.state, o.reasons, o.offered_at, o.due_at, o.ended_at
  from routing_offers o join tickets t on t.workspace_id = o.workspace_id and t.id = o.ticket_id
  join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
  join teams tm on tm.workspace_id = o.workspace_id and tm.id = o.team_id
  join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
  join customers p on p.workspace_id = t.workspace_id and p.id = coalesce(c.person_id, c.id)
  left join lateral (select a.address from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = c.id order by a.id limit 1) ca on true`;

/** Somebody's own that are open now. Index: routing_offers_own. */
export async function listOwnOffers(db: Queryable, { agentId, scope, now }: { agentId: number; scope: Scope; now: Date }): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`${shown} where o.workspace_id = ${scope.workspaceId} and o.agent_id = ${agentId} and o.state = 'open' and o.due_at > ${now}
    and ${brandVisible(scope, sql`t.brand_id`)} order by o.due_at, o.id`.execute(db);
  return rows;
}

/** Null for somebody else's, and for a ticket that they may no longer see. */
export async function findOwnOffer(db: Queryable, { agentId, scope }: { agentId: number; scope: Scope }, id: number): Promise<OfferRow | null> {
  const { rows } = await sql<OfferRow>`${shown} where o.workspace_id = ${scope.workspaceId} and o.id = ${id} and o.agent_id = ${agentId} and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows[0] ?? null;
}

export async function lockOffer(tx: Tx, workspaceId: number, id: number): Promise<{ state: OfferState; due_at: Date | null } | null> {
  const { rows } = await sql<{ state: OfferState; due_at: Date | null }>`select state, due_at from routing_offers where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** Whether the ticket is still there to be had, by a caller who holds its row. */
export async function isStillWaiting(tx: Tx, workspaceId: number, ticketId: number, teamId: number): Promise<boolean> {
  const { rows } = await sql`select t.id from tickets t where t.workspace_id = ${workspaceId} and t.id = ${ticketId} and t.team_id = ${teamId} and ${waits}`.execute(tx);
  return rows.length > 0;
}

export async function endOffer(tx: Tx, workspaceId: number, id: number, { state, note = '', now }: { state: OfferState; note?: string; now: Date }): Promise<void> {
  await sql`update routing_offers set state = ${state}, note = ${note}, due_at = null, ended_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Looked at again at once: their offers have ended. By a caller who holds these rows of the queue (lockQueued). */
export async function lookAgainNow(tx: Tx, workspaceId: number, ticketIds: readonly number[], now: Date): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`update routing_queue set look_at = ${now} where workspace_id = ${workspaceId} and ticket_id = any(${[...ticketIds]}::bigint[])`.execute(tx);
}

export type MissedOffer = { id: number; ticket_id: number; agent_id: number; /** They have missed as many in a row as the team puts up with. */ gone: boolean };

/** What ends later than this was open while the program stood still: nobody is to blame for it. */
const lateSeconds = 10;

/** Ends what nobody answered in time. For `gone` the ends since they came online count, newest first. Indexes: routing_offers_due, routing_offers_agent. */
export async function missDueOffers(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<Omit<MissedOffer, 'gone'>[]> {
  const { rows } = await sql<Omit<MissedOffer, 'gone'>>`
    with due as materialized (${dueIds(dueOffers, workspaceId, now, limit)})
    update routing_offers o set state = case when due.due < ${now}::timestamptz - make_interval(secs => ${lateSeconds}) then 'withdrawn' else 'missed' end, due_at = null, ended_at = ${now} from due
    where o.workspace_id = ${workspaceId} and o.id = due.id returning o.id, o.ticket_id, o.agent_id`.execute(tx);
  return rows;
}

export type LastEnds = { agent_id: number; misses: number; ended: OfferState[] };

/** How the last offers of these ended since they said that they are online, and how many misses the team of each puts up with. At most ten each. */
export async function lastEnds(tx: Tx, workspaceId: number, offerIds: readonly number[]): Promise<LastEnds[]> {
  const { rows } = await sql<LastEnds>`
    select o.agent_id, coalesce(r.offer_misses, 0)::int as misses,
      array(select e.state from routing_offers e where e.workspace_id = o.workspace_id and e.agent_id = o.agent_id and e.state in ('accepted', 'declined', 'missed') and e.ended_at > a.availability_since
        order by e.id desc limit 10) as ended
    from routing_offers o join agents a on a.workspace_id = o.workspace_id and a.id = o.agent_id
    left join routing_rules r on r.workspace_id = o.workspace_id and r.team_id = o.team_id
    where o.workspace_id = ${workspaceId} and o.id = any(${[...offerIds]}::bigint[]) and a.availability = 'online'`.execute(tx);
  return rows;
}

/**
 * Takes back what is no longer to be had, or was made to somebody who is not there any more; answers of which tickets, which the caller has looked at
 * again. What somebody has in hand is left for the next look. A desk that offers nothing pays one look at an empty index (routing_offers_due).
 */
export async function withdrawStale(tx: Tx, workspaceId: number, now: Date): Promise<number[]> {
  const { rows } = await sql<{ ticket_id: number }>`
    with stale as materialized (
      select o.id, o.ticket_id from routing_offers o
      join tickets t on t.workspace_id = o.workspace_id and t.id = o.ticket_id
      join agents a on a.workspace_id = o.workspace_id and a.id = o.agent_id
      left join routing_rules r on r.workspace_id = o.workspace_id and r.team_id = o.team_id
      where o.workspace_id = ${workspaceId} and o.state = 'open' and o.due_at is not null
        and not coalesce(${waits} and t.team_id = o.team_id and a.active and a.role not in ('viewer', 'client') and a.availability = 'online' and r.mode = 'push'
          and (a.all_brands or exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = t.brand_id)), false)
      order by o.id for no key update of o skip locked
    )
    update routing_offers o set state = 'withdrawn', due_at = null, ended_at = ${now} from stale
    where o.workspace_id = ${workspaceId} and o.id = stale.id returning o.ticket_id`.execute(tx);
  return rows.map(({ ticket_id }) => ticket_id);
}

/** Of somebody who is away because they answered no offer: since when. Index: routing_offers_agent. */
export async function awayByMissing(db: Queryable, workspaceId: number, agentId: number): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select a.availability_since as at from agents a where a.workspace_id = ${workspaceId} and a.id = ${agentId} and a.availability = 'away'
      and (select o.state = 'missed' and o.ended_at = a.availability_since from routing_offers o
        where o.workspace_id = a.workspace_id and o.agent_id = a.id order by o.id desc limit 1)`.execute(db);
  return rows[0]?.at ?? null;
}

/** Which open offers each of these people has: for their screens. Index: routing_offers_own. */
export async function readOpenOffers(db: Queryable, workspaceId: number, agentIds: readonly number[]): Promise<{ agent_id: number; id: number }[]> {
  const { rows } = await sql<{ agent_id: number; id: number }>`
    select agent_id, id from routing_offers where workspace_id = ${workspaceId} and agent_id = any(${[...agentIds]}::bigint[]) and state = 'open' order by id`.execute(db);
  return rows;
}

export type TicketOffer = { id: number; agent_id: number; agent_name: string; team_id: number; team_name: string; round: number; state: OfferState; note: string; offered_at: Date; due_at: Date | null; ended_at: Date | null };

/** To whom a ticket was offered, newest first. Index: routing_offers_ticket. */
export async function listTicketOffers(db: Queryable, workspaceId: number, ticketId: number, limit: number): Promise<TicketOffer[]> {
  const { rows } = await sql<TicketOffer>`
    select o.id, o.agent_id, a.name as agent_name, o.team_id, tm.name as team_name, o.round, o.state, o.note, o.offered_at, o.due_at, o.ended_at
    from routing_offers o join agents a on a.workspace_id = o.workspace_id and a.id = o.agent_id
    join teams tm on tm.workspace_id = o.workspace_id and tm.id = o.team_id
    where o.workspace_id = ${workspaceId} and o.ticket_id = ${ticketId} order by o.id desc limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

/** Index: routing_offers_old. @returns how many, at most `limit` */
export async function deleteOffers(alone: Alone, workspaceId: number, before: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (delete from routing_offers where (workspace_id, id) in (
      select workspace_id, id from routing_offers where workspace_id = ${workspaceId} and offered_at < ${before} and state <> 'open' order by offered_at limit ${sql.lit(limit)}) returning 1)
    select count(*)::int as count from gone`.execute(alone);
  return rows[0]?.count ?? 0;
}
