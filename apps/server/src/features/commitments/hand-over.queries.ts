import { sql } from 'kysely';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';

/**
 * Gives at most `limit` of an agent's open promises away and tells each with one event; answers how many. A colleague gets those of
 * the brands that they see; a team gets all, by no name. Index: commitments_owner.
 */
export async function handOverCommitments(tx: Tx, actor: Actor, agentId: number, { to, id }: { to: 'agent' | 'team' | 'nobody'; id: number | null }, now: Date, limit: number): Promise<number> {
  const { workspaceId } = actor.scope;
  const taker = to === 'agent' ? id : null;
  const team = to === 'team' ? id : null;
  const { rows } = await sql<{ moved: number }>`
    with old as (
      select c.id, c.ticket_id, t.brand_id, exists (
        select from agents a where a.workspace_id = c.workspace_id and a.id = ${taker}::bigint and a.active and a.role not in ('viewer', 'client')
          and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = t.brand_id))) as taken
      from commitments c join tickets t on t.workspace_id = c.workspace_id and t.id = c.ticket_id
      where c.workspace_id = ${workspaceId} and c.owner_id = ${agentId} and c.state in ('open', 'broken') order by c.due_at limit ${limit} for update of c
    ), moved as (
      update commitments c set owner_id = case when old.taken then ${taker}::bigint end, team_id = coalesce(${team}::bigint, c.team_id)
      from old where c.workspace_id = ${workspaceId} and c.id = old.id returning c.id, old.ticket_id, old.brand_id, c.owner_id
    ), told as (
      insert into events (workspace_id, type, ticket_id, brand_id, actor_type, actor_id, data, created_at)
      select ${workspaceId}, 'commitment.updated', m.ticket_id, m.brand_id, ${actor.type}, ${actor.id}::bigint,
        jsonb_build_object('commitment', m.id, 'changes', jsonb_build_object('owner', jsonb_build_object('from', ${agentId}::bigint, 'to', m.owner_id))), ${now}::timestamptz
      from moved m
    )
    select count(*)::int as moved from moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}

/** Promises of an agent that are not kept yet; stops at 1,000. Index: commitments_owner. */
export async function countCommitmentsOf(db: Queryable, workspaceId: number, agentId: number): Promise<number> {
  const { rows } = await sql<{ promises: number }>`
    select count(*)::int as promises from (select from commitments where workspace_id = ${workspaceId} and owner_id = ${agentId} and state in ('open', 'broken') limit 1000) counted`.execute(db);
  return rows[0]?.promises ?? 0;
}
