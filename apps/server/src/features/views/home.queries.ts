import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { EventData, EventType } from '../../platform/events/event-types.ts';
import { whoAnsweredAside, wroteLast } from '../tickets/index.ts';

/** What an agent's page looks through at most: so many of their tickets, followed tickets, mentions. */
const mostTickets = 1_000;
const mostFollowed = 500;
const mostMentions = 200;

/** Tickets of the agent that a customer wrote on last, the longest waiting first, and how many. Index: tickets_assignee. */
export async function findWaiting(db: Queryable, scope: Scope, agentId: number, limit: number): Promise<{ ids: number[]; count: number }> {
  const { rows } = await sql<{ id: number; count: number }>`
    select x.id, count(*) over ()::int as count from (
      select t.id, t.last_message_at, ${wroteLast} as wrote_last, t.snoozed_until, t.brand_id from tickets t
      where t.workspace_id = ${scope.workspaceId} and t.assignee_id = ${agentId} and t.folder = 'inbox' and t.status in ('new', 'open') limit ${sql.lit(mostTickets)}) x
    where x.wrote_last = 'in' and x.snoozed_until is null and ${brandVisible(scope, sql`x.brand_id`)}
    order by x.last_message_at, x.id limit ${sql.lit(limit)}`.execute(db);
  return { ids: rows.map(({ id }) => id), count: rows[0]?.count ?? 0 };
}

/** Tickets in whose notes the agent was named since they last read them, newest first. Index: ticket_mentions_newest, then keys. */
export async function findUnreadMentions(db: Queryable, scope: Scope, agentId: number, limit: number): Promise<{ id: number; by: string | null; at: Date }[]> {
  const { rows } = await sql<{ id: number; by: string | null; at: Date }>`
    select x.ticket_id as id, a.name as by, x.created_at as at from (
      select distinct on (m.ticket_id) m.ticket_id, m.message_id, m.created_at from (
        select ticket_id, message_id, created_at from ticket_mentions
        where workspace_id = ${scope.workspaceId} and agent_id = ${agentId} order by message_id desc limit ${sql.lit(mostMentions)}) m
      join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = m.ticket_id and t.folder <> 'trash' and ${brandVisible(scope, sql`t.brand_id`)}
      left join ticket_reads r on r.workspace_id = ${scope.workspaceId} and r.agent_id = ${agentId} and r.ticket_id = m.ticket_id
      where r.read_at is null or r.read_at < m.created_at
      order by m.ticket_id, m.message_id desc) x
    join messages g on g.workspace_id = ${scope.workspaceId} and g.id = x.message_id
    left join agents a on g.author_type = 'agent' and a.workspace_id = ${scope.workspaceId} and a.id = g.author_id
    order by x.message_id desc limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

/** The agent's snoozed tickets that come back before then, the next first. Index: tickets_snoozed. */
export async function findComingBack(db: Queryable, scope: Scope, agentId: number, before: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select x.id from (
      select t.id, t.snoozed_until, t.assignee_id, t.snoozed_by, t.brand_id, t.folder from tickets t
      where t.workspace_id = ${scope.workspaceId} and t.snoozed_until < ${before} order by t.snoozed_until limit ${sql.lit(mostTickets)}) x
    where (x.assignee_id = ${agentId} or (x.assignee_id is null and x.snoozed_by = ${agentId})) and x.folder = 'inbox' and ${brandVisible(scope, sql`x.brand_id`)}
    order by x.snoozed_until, x.id limit ${sql.lit(limit)}`.execute(db);
  return rows.map(({ id }) => id);
}

export type Change = { id: number; type: EventType; actor_type: 'agent' | 'customer' | 'system'; actor_id: number | null; actor_name: string | null; data: EventData; created_at: Date };

/**
 * What others did last on tickets that the agent owns or follows, since they read them; newest first. Indexes: tickets_assignee,
 * ticket_followers_agent, the key of ticket_reads; then for each of at most 60 tickets the end of its timeline (events_timeline).
 */
export async function findChanges(db: Queryable, scope: Scope, agentId: number, limit: number): Promise<Change[]> {
  const { workspaceId } = scope;
  const { rows } = await sql<Change>`
    with owned as materialized (
      select t.id, t.updated_at, t.brand_id, t.folder from tickets t
      where t.workspace_id = ${workspaceId} and t.assignee_id = ${agentId} and t.folder = 'inbox' and t.status in ('new', 'open', 'pending', 'on_hold') and t.snoozed_until is null limit ${sql.lit(mostTickets)}
    ), followed as materialized (
      select t.id, t.updated_at, t.brand_id, t.folder from (
        select ticket_id from ticket_followers where workspace_id = ${workspaceId} and agent_id = ${agentId} order by ticket_id desc limit ${sql.lit(mostFollowed)}) f
      cross join lateral (select x.id, x.updated_at, x.brand_id, x.folder from tickets x where x.workspace_id = ${workspaceId} and x.id = f.ticket_id offset 0) t
    ), fresh as materialized (
      select m.id, r.read_at from (select * from owned union select * from followed) m
      left join ticket_reads r on r.workspace_id = ${workspaceId} and r.agent_id = ${agentId} and r.ticket_id = m.id
      where m.folder = 'inbox' and ${brandVisible(scope, sql`m.brand_id`)} and (r.read_at is null or r.read_at < m.updated_at)
      order by m.updated_at desc limit 60
    )
    select f.id, e.type, e.actor_type, e.actor_id, coalesce(a.name, c.name, case when e.actor_type = 'system' then ${whoAnsweredAside} end) as actor_name, e.data, e.created_at from fresh f
    cross join lateral (
      select v.workspace_id, v.message_id, v.type, v.actor_type, v.actor_id, v.data, v.created_at from events v
      where v.workspace_id = ${workspaceId} and v.ticket_id = f.id and v.created_at > coalesce(f.read_at, '-infinity'::timestamptz)
        and v.type in ('message.added', 'message.failed', 'message.bounced', 'ticket.updated', 'ticket.merged', 'ticket.woken')
        and not (v.actor_type = 'agent' and v.actor_id = ${agentId})
      order by v.id desc limit 1) e
    left join agents a on e.actor_type = 'agent' and a.workspace_id = ${workspaceId} and a.id = e.actor_id
    left join customers c on e.actor_type = 'customer' and c.workspace_id = ${workspaceId} and c.id = e.actor_id
    order by e.created_at desc, f.id desc limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

export type Load = { id: number; name: string; count: number; waiting: number };

/** Counting one agent's open tickets stops here. */
export const loadCap = 100;

/** Open tickets of each of at most 100 agents who work, and how many of them wait for an answer; the most loaded first. Index: tickets_assignee. */
export async function findLoads(db: Queryable, scope: Scope): Promise<Load[]> {
  const { rows } = await sql<Load>`
    select a.id, a.name, l.count, l.waiting from (
      select id, name from agents where workspace_id = ${scope.workspaceId} and active and role not in ('viewer', 'client') order by id limit 100) a
    cross join lateral (
      select count(*)::int as count, (count(*) filter (where x.wrote_last = 'in'))::int as waiting from (
        select ${wroteLast} as wrote_last from tickets t
        where t.workspace_id = ${scope.workspaceId} and t.assignee_id = a.id and t.folder = 'inbox' and t.status in ('new', 'open') and t.snoozed_until is null
          and ${brandVisible(scope, sql`t.brand_id`)} limit ${sql.lit(loadCap)}) x) l
    order by l.count desc, a.name, a.id`.execute(db);
  return rows;
}
