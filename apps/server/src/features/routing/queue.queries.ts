import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';
import type { Passed } from './offers.rules.ts';
import { serves } from '../tickets/index.ts';
import type { RuleRow } from './rules.queries.ts';

/** The only statement that a desk without such a team pays for. Index: routing_rules_push. */
export async function workspacesThatHandOut(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w where exists (select from routing_rules r where r.workspace_id = w.id and r.mode = 'push') order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

export async function beginFollowing(alone: Alone, workspaceId: number, { xid, id }: FeedPosition): Promise<void> {
  await sql`insert into routing_progress (workspace_id, xid, event_id) values (${workspaceId}, ${xid}::xid8, ${id}) on conflict do nothing`.execute(alone);
}

/** Held to the commit, so that one node at a time moves it. */
export async function lockProgress(tx: Tx, workspaceId: number): Promise<(FeedPosition & { sweep: boolean }) | null> {
  const { rows } = await sql<FeedPosition & { sweep: boolean }>`
    select xid::text as xid, event_id as id, sweep from routing_progress where workspace_id = ${workspaceId} for update skip locked`.execute(tx);
  return rows[0] ?? null;
}

export async function saveProgress(tx: Tx, workspaceId: number, { xid, id, sweep }: FeedPosition & { sweep: boolean }): Promise<void> {
  await sql`update routing_progress set xid = ${xid}::xid8, event_id = ${id}, sweep = ${sweep} where workspace_id = ${workspaceId}`.execute(tx);
}

/** A ticket `t` that waits for somebody, in a team `tm` whose rule is `r`. */
export const waits = sql`t.assignee_id is null and t.folder = 'inbox' and t.status in ('new', 'open') and t.merged_into is null and t.snoozed_until is null`;
/** What is offered to somebody now is neither handed out nor given away. Index: routing_offers_one. */
const notOffered = sql`not exists (select from routing_offers f where f.workspace_id = t.workspace_id and f.ticket_id = t.id and f.state = 'open')`;
const handsOut = sql`r.mode = 'push' and tm.archived_at is null`;

/**
 * Holds these rows of the queue to the commit, by the ids of their tickets: the one order in which everybody takes several, so that nobody
 * waits in a circle. A transaction that writes some does this once, for all of them, before the first; single ones need it not.
 */
export async function lockQueued(tx: Tx, workspaceId: number, ticketIds: readonly number[], { ofTeam }: { ofTeam?: number } = {}): Promise<void> {
  const all = ofTeam === undefined ? sql`` : sql`or team_id = ${ofTeam}`;
  if (ticketIds.length > 1 || ofTeam !== undefined) await sql`select from routing_queue where workspace_id = ${workspaceId} and (ticket_id = any(${[...ticketIds]}::bigint[]) ${all}) order by ticket_id for update`.execute(tx);
}

/** Takes these tickets, whose rows the caller holds (lockQueued), into the queue, or out of it. Whatever has happened to one is a reason to look at it again. */
export async function refreshQueue(tx: Tx, workspaceId: number, ticketIds: readonly number[], now: Date): Promise<void> {
  await sql`
    with seen as materialized (
      select t.id, t.team_id, coalesce(${waits} and ${handsOut}, false) as waits from tickets t
      left join teams tm on tm.workspace_id = t.workspace_id and tm.id = t.team_id
      left join routing_rules r on r.workspace_id = t.workspace_id and r.team_id = t.team_id
      where t.workspace_id = ${workspaceId} and t.id = any(${[...ticketIds]}::bigint[])
    ), gone as (
      delete from routing_queue q using seen where q.workspace_id = ${workspaceId} and q.ticket_id = seen.id and not seen.waits
    )
    insert into routing_queue as q (workspace_id, ticket_id, team_id, since, look_at)
    select ${workspaceId}, seen.id, seen.team_id, ${now}, ${now} from seen where seen.waits order by seen.id
    on conflict (workspace_id, ticket_id) do update set
      since = case when q.team_id = excluded.team_id then q.since else excluded.since end,
      came_from = case when q.team_id = excluded.team_id then q.came_from else '{}' end,
      round = case when q.team_id = excluded.team_id then q.round else 1 end,
      anew_at = case when q.team_id = excluded.team_id then q.anew_at end,
      team_id = excluded.team_id, look_at = excluded.look_at`.execute(tx);
}

/** What waits in teams that hand out and is not in the queue yet, at most so many; for a transaction that has taken no other row of it. Index: tickets_team, for each team and status. */
export async function sweepIntoQueue(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with added as (
      insert into routing_queue (workspace_id, ticket_id, team_id, since, look_at)
      select ${workspaceId}, x.id, x.team_id, ${now}, ${now} from (
      select t.id, t.team_id from routing_rules r join teams tm on tm.workspace_id = r.workspace_id and tm.id = r.team_id
      join tickets t on t.workspace_id = r.workspace_id and t.team_id = r.team_id and ${waits}
      where r.workspace_id = ${workspaceId} and ${handsOut}
        and not exists (select from routing_queue q where q.workspace_id = t.workspace_id and q.ticket_id = t.id and q.team_id = t.team_id)
      limit ${sql.lit(limit)}) x order by x.id
      -- What moved while nobody followed lies in the queue of its old team.
      on conflict (workspace_id, ticket_id) do update set team_id = excluded.team_id, since = excluded.since, look_at = excluded.look_at, round = 1, anew_at = null, came_from = '{}' returning 1)
    select count(*)::int as count from added`.execute(tx);
  return rows[0]?.count ?? 0;
}

export type TeamAtWork = RuleRow & { /** Of its overflow team. */ overflow_pushes: boolean };

/** Teams that hand out and for which something waits. Indexes: routing_queue_team, routing_queue_since. */
export async function teamsAtWork(db: Queryable, workspaceId: number, now: Date): Promise<TeamAtWork[]> {
  const { rows } = await sql<TeamAtWork>`
    select r.team_id, r.mode, r.method, r.sticky_account, r.sticky_last, r.language_need, r.relax_minutes, o.id as overflow_team_id, r.overflow_minutes, r.delivery, r.offer_seconds, r.offer_misses, coalesce(orr.mode = 'push', false) as overflow_pushes
    from routing_rules r join teams tm on tm.workspace_id = r.workspace_id and tm.id = r.team_id
    left join teams o on o.workspace_id = r.workspace_id and o.id = r.overflow_team_id and o.archived_at is null
    left join routing_rules orr on orr.workspace_id = r.workspace_id and orr.team_id = o.id
    where r.workspace_id = ${workspaceId} and ${handsOut}
      and (exists (select from routing_queue q where q.workspace_id = r.workspace_id and q.team_id = r.team_id and q.look_at <= ${now})
        or (o.id is not null and exists (select from routing_queue q where q.workspace_id = r.workspace_id and q.team_id = r.team_id
          and q.since <= ${now}::timestamptz - make_interval(mins => r.overflow_minutes))))
    order by r.team_id`.execute(db);
  return rows;
}

export type QueuedTicket = {
  id: number;
  number: number;
  brand_id: number;
  channel: string;
  /** Null: anybody's. */
  needed_tier: number | null;
  since: Date;
  /** Of the customer, then of their organization, each before its deputy. */
  account: number[];
  last_agent: number | null;
  gave_back: number[];
  round: number;
  /** All have been asked in this round; the next begins then. */
  anew_at: Date | null;
  /** Who has been asked in this round, and how that ended. */
  passed: [number, Passed][];
};

const urgency = sql`array_position('{urgent,high,normal,low}'::text[], t.priority)`;

const queuedColumns = (now: Date) => sql`t.id, t.number, t.brand_id, t.channel, t.needed_tier, coalesce(q.since, ${now}::timestamptz) as since,
  array_remove(array[p.account_agent_id, p.account_deputy_id, o.account_agent_id, o.account_deputy_id], null) as account,
  (select x.assignee_id from (
      select e.id, e.assignee_id, e.created_at from tickets e where e.workspace_id = t.workspace_id and e.requester_id = t.requester_id
      order by e.created_at desc, e.id desc limit 20) x
    where x.assignee_id is not null and x.id <> t.id order by x.created_at desc, x.id desc limit 1) as last_agent,
  array(select distinct d.agent_id from routing_decisions d
    where d.workspace_id = t.workspace_id and d.ticket_id = t.id and d.team_id = t.team_id and d.agent_id is not null and d.decided_at > ${now}::timestamptz - interval '12 hours') as gave_back,
  case when q.anew_at <= ${now} then q.round + 1 else coalesce(q.round, 1) end as round, case when q.anew_at > ${now} then q.anew_at end as anew_at,
  coalesce((select json_agg(json_build_array(f.agent_id, f.state)) from routing_offers f
    where f.workspace_id = t.workspace_id and f.ticket_id = t.id and f.team_id = t.team_id and f.round = q.round and f.offered_at >= q.since
      and f.state in ('declined', 'missed') and (q.anew_at is null or q.anew_at > ${now})), '[]') as passed`;

const people = sql`
  join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
  join customers p on p.workspace_id = t.workspace_id and p.id = coalesce(c.person_id, c.id)
  left join organizations o on o.workspace_id = t.workspace_id and o.id = p.organization_id`;

/**
 * The next of a team's queue: the most urgent, then what was promised soonest, then the oldest. They are the transaction's to the
 * end, and still wait for somebody; what somebody else has in hand is left for the next look.
 * `among`: only of so many that have waited longest for a look. Indexes: routing_queue_team, then primary keys and sla_targets_standing for each.
 */
export async function lockNext(tx: Tx, workspaceId: number, teamId: number, now: Date, { batch, among }: { batch: number; among?: number }): Promise<QueuedTicket[]> {
  const looked = sql`select w.* from routing_queue w where w.workspace_id = ${workspaceId} and w.team_id = ${teamId} and w.look_at <= ${now}
    ${among === undefined ? sql`` : sql`order by w.look_at limit ${sql.lit(among)}`}`;
  const { rows } = await sql<QueuedTicket>`
    with next as materialized (
      select t.id, row_number() over () as place from (
        select t.id from (${looked}) q
        join tickets t on t.workspace_id = q.workspace_id and t.id = q.ticket_id
        left join lateral (
          select min(s.due_at) as due from sla_targets s where s.workspace_id = t.workspace_id and s.ticket_id = t.id and s.ended_at is null) s on true
        where t.team_id = q.team_id and ${waits} and ${notOffered}
        order by ${urgency}, s.due nulls last, t.created_at, t.id limit ${sql.lit(among ?? batch)} for no key update of t skip locked) t)
    select ${queuedColumns(now)} from next n
    join tickets t on t.workspace_id = ${workspaceId} and t.id = n.id
    join routing_queue q on q.workspace_id = t.workspace_id and q.ticket_id = t.id
    ${people} order by n.place`.execute(tx);
  return rows;
}

/** One ticket as it waits, for whoever asks why; also one that is only about to come into the queue. */
export async function findQueued(db: Queryable, workspaceId: number, ticketId: number, now: Date): Promise<QueuedTicket | null> {
  const { rows } = await sql<QueuedTicket>`
    select ${queuedColumns(now)} from tickets t left join routing_queue q on q.workspace_id = t.workspace_id and q.ticket_id = t.id and q.team_id = t.team_id
    ${people} where t.workspace_id = ${workspaceId} and t.id = ${ticketId} and ${waits}`.execute(db);
  return rows[0] ?? null;
}

/** What nobody could take for so long, unless it came from that team; held like the next ones. */
export async function lockOverflowing(tx: Tx, workspaceId: number, { team_id, overflow_team_id, overflow_minutes }: TeamAtWork, now: Date, limit: number): Promise<{ id: number; number: number; since: Date }[]> {
  const { rows } = await sql<{ id: number; number: number; since: Date }>`
    select t.id, t.number, q.since from routing_queue q join tickets t on t.workspace_id = q.workspace_id and t.id = q.ticket_id
    where q.workspace_id = ${workspaceId} and q.team_id = ${team_id} and q.since <= ${now}::timestamptz - make_interval(mins => ${overflow_minutes})
      and not ${overflow_team_id} = any(q.came_from) and t.team_id = q.team_id and ${waits} and ${notOffered}
      and not ${overflow_team_id} = any(q.came_from) and t.team_id = q.team_id and ${waits}
      and ${serves(sql`${overflow_team_id}::bigint`, { workspaceId, brand: sql`t.brand_id` })}
    order by q.since, t.id limit ${sql.lit(limit)} for no key update of t skip locked`.execute(tx);
  return rows;
}

/** Into the other team's queue, or out of all. */
export async function moveQueued(tx: Tx, workspaceId: number, { team_id, overflow_team_id, overflow_pushes }: TeamAtWork, ticketIds: readonly number[], now: Date): Promise<void> {
  if (!overflow_pushes) return leaveQueue(tx, workspaceId, ticketIds);
  await sql`update routing_queue set team_id = ${overflow_team_id}, since = ${now}, look_at = ${now}, round = 1, anew_at = null, came_from = came_from || ${team_id}::bigint
    where workspace_id = ${workspaceId} and ticket_id = any(${[...ticketIds]}::bigint[])`.execute(tx);
}

export async function leaveQueue(tx: Tx, workspaceId: number, ticketIds: readonly number[]): Promise<void> {
  await sql`delete from routing_queue where workspace_id = ${workspaceId} and ticket_id = any(${[...ticketIds]}::bigint[])`.execute(tx);
}

/** Nobody can take these now: looked at again after an eighth of the time that they have waited, 2 to 15 seconds. */
export async function lookAgainLater(tx: Tx, workspaceId: number, ticketIds: readonly number[], now: Date): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`update routing_queue set look_at = ${now}::timestamptz + greatest(interval '2 seconds', least(interval '15 seconds', (${now}::timestamptz - since) / 8))
    where workspace_id = ${workspaceId} and ticket_id = any(${[...ticketIds]}::bigint[])`.execute(tx);
}
