import { sql } from 'kysely';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { serves } from '../tickets/index.ts';

export type HandOver = { to: 'agent' | 'team' | 'nobody'; id: number | null };

export async function saveHandOver(tx: Tx, workspaceId: number, agentId: number, handOver: HandOver): Promise<void> {
  await sql`update agents set hand_over_to = ${handOver.to}, hand_over_id = ${handOver.id} where workspace_id = ${workspaceId} and id = ${agentId}`.execute(tx);
}

/** Whose tickets have still to go somewhere. Index: agents_hand_over. */
export async function findHandOvers(db: Queryable, workspaceId: number): Promise<(HandOver & { agent_id: number })[]> {
  const { rows } = await sql<HandOver & { agent_id: number }>`
    select id as agent_id, hand_over_to as "to", hand_over_id as id from agents
    where workspace_id = ${workspaceId} and hand_over_to is not null and not active order by id limit 100`.execute(db);
  return rows;
}

/** Locked, so that nobody switches the agent on again between two batches unseen; what the agent writes meanwhile refers to the row and does not wait. */
export async function lockHandOver(tx: Tx, workspaceId: number, agentId: number): Promise<HandOver | null> {
  const { rows } = await sql<HandOver>`
    select hand_over_to as "to", hand_over_id as id from agents
    where workspace_id = ${workspaceId} and id = ${agentId} and hand_over_to is not null and not active for no key update`.execute(tx);
  return rows[0] ?? null;
}

export async function endHandOver(tx: Tx, workspaceId: number, agentId: number): Promise<void> {
  await sql`update agents set hand_over_to = null, hand_over_id = null where workspace_id = ${workspaceId} and id = ${agentId}`.execute(tx);
}

/** An active colleague who works on tickets. */
export async function mayTakeOver(db: Queryable, workspaceId: number, agentId: number): Promise<boolean> {
  const { rows } = await sql`select from agents where workspace_id = ${workspaceId} and id = ${agentId} and active and role not in ('viewer', 'client')`.execute(db);
  return rows.length > 0;
}

/**
 * Moves at most `limit` of the agent's open tickets and tells each with one event; answers how many. A colleague gets
 * those of the brands that they see, while they are active; the others wait unassigned. Index: tickets_assignee.
 */
export async function moveTickets(tx: Tx, actor: Actor, agentId: number, { to, id }: HandOver, now: Date, limit: number): Promise<number> {
  const { workspaceId } = actor.scope;
  const taker = to === 'agent' ? id : null;
  const team = to === 'team' ? id : null;
  const { rows } = await sql<{ moved: number }>`
    with old as (
      select t.id, t.team_id, exists (
        select from agents a where a.workspace_id = t.workspace_id and a.id = ${taker}::bigint and a.active and a.role not in ('viewer', 'client')
          and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = t.brand_id))) as taken
      from tickets t
      where t.workspace_id = ${workspaceId} and t.assignee_id = ${agentId} and t.folder = 'inbox' and t.status in ('new', 'open', 'pending', 'on_hold')
      limit ${limit} for update of t
    ), moved as (
      update tickets t set assignee_id = case when old.taken then ${taker}::bigint end, team_id = case when ${serves(sql`${team}::bigint`, { workspaceId, brand: sql`t.brand_id` })} then coalesce(${team}::bigint, t.team_id) else t.team_id end, updated_at = ${now}
      from old where t.workspace_id = ${workspaceId} and t.id = old.id
      returning t.id, t.brand_id, t.assignee_id, t.team_id, old.team_id as team_before
    ), told as (
      insert into events (workspace_id, type, ticket_id, brand_id, actor_type, actor_id, data, created_at)
      select ${workspaceId}, 'ticket.updated', m.id, m.brand_id, ${actor.type}, ${actor.id}::bigint, jsonb_build_object('changes',
        jsonb_build_object('assignee', jsonb_build_object('from', ${agentId}::bigint, 'to', m.assignee_id))
        || case when m.team_id is distinct from m.team_before then jsonb_build_object('team', jsonb_build_object('from', m.team_before, 'to', m.team_id)) else '{}' end), ${now}::timestamptz
      from moved m
    )
    select count(*)::int as moved from moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}

/**
 * Gives at most `limit` of the agent's open tasks to the colleague who takes over, where they see the brand, else to whoever has
 * the ticket by now, else to nobody; answers how many. Tells each with one event on the ticket that it stands in. Index: tasks_open.
 */
export async function moveTasks(tx: Tx, actor: Actor, agentId: number, { to, id }: HandOver, now: Date, limit: number): Promise<number> {
  const { workspaceId } = actor.scope;
  const taker = to === 'agent' ? id : null;
  const { rows } = await sql<{ moved: number }>`
    with old as (
      select k.id, coalesce(r.id, t.id) as ticket_id, t.brand_id, (
        select a.id from agents a where a.workspace_id = k.workspace_id and a.id in (${taker}::bigint, coalesce(r.assignee_id, t.assignee_id)) and a.active and a.role not in ('viewer', 'client')
          and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = t.brand_id))
        order by a.id = ${taker}::bigint desc nulls last limit 1) as taken_by
      from tasks k join tickets t on t.workspace_id = k.workspace_id and t.id = k.ticket_id
      left join tickets r on r.workspace_id = t.workspace_id and r.id = t.merged_into
      where k.workspace_id = ${workspaceId} and k.assignee_id = ${agentId} and k.done_at is null
      limit ${limit} for update of k
    ), moved as (
      update tasks k set assignee_id = old.taken_by from old where k.workspace_id = ${workspaceId} and k.id = old.id
      returning k.id, k.assignee_id, old.ticket_id, old.brand_id
    ), told as (
      insert into events (workspace_id, type, ticket_id, brand_id, actor_type, actor_id, data, created_at)
      select ${workspaceId}, 'task.updated', m.ticket_id, m.brand_id, ${actor.type}, ${actor.id}::bigint,
        jsonb_build_object('task', m.id, 'changes', jsonb_build_object('assignee', jsonb_build_object('from', ${agentId}::bigint, 'to', m.assignee_id))), ${now}::timestamptz
      from moved m
    )
    select count(*)::int as moved from moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}

/** Open tickets that are the agent's; stops at 1,000. Index: tickets_assignee. */
export async function countOpenTickets(db: Queryable, workspaceId: number, agentId: number): Promise<number> {
  const { rows } = await sql<{ tickets: number }>`
    select count(*)::int as tickets from (
      select from tickets where workspace_id = ${workspaceId} and assignee_id = ${agentId} and folder = 'inbox' and status in ('new', 'open', 'pending', 'on_hold') limit 1000) counted`.execute(db);
  return rows[0]?.tickets ?? 0;
}

/** Open tasks of the agent, on whosever tickets; stops at 1,000. Index: tasks_open. */
export async function countOpenTasks(db: Queryable, workspaceId: number, agentId: number): Promise<number> {
  const { rows } = await sql<{ tasks: number }>`
    select count(*)::int as tasks from (select from tasks where workspace_id = ${workspaceId} and assignee_id = ${agentId} and done_at is null limit 1000) counted`.execute(db);
  return rows[0]?.tasks ?? 0;
}
