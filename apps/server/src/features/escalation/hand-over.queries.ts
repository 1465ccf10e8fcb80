import { sql } from 'kysely';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';

/**
 * Gives at most `limit` of an agent's open escalations away and tells each with one event; answers how many. A colleague gets those of
 * the brands that they see, of those that ask for a lead only if they lead; the others wait for anybody. Index: escalations_owner.
 */
export async function handOverEscalations(tx: Tx, actor: Actor, agentId: number, { to, id }: { to: 'agent' | 'team' | 'nobody'; id: number | null }, now: Date, limit: number): Promise<number> {
  const { workspaceId } = actor.scope;
  const taker = to === 'agent' ? id : null;
  const { rows } = await sql<{ moved: number }>`
    with old as (
      select x.id, x.ticket_id, t.brand_id, exists (
        select from agents a where a.workspace_id = x.workspace_id and a.id = ${taker}::bigint and a.active and a.role not in ('viewer', 'client') and (x.kind = 'functional' or a.role in ('lead', 'admin', 'owner'))
          and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = t.brand_id))) as taken
      from escalations x join tickets t on t.workspace_id = x.workspace_id and t.id = x.ticket_id
      where x.workspace_id = ${workspaceId} and x.owner_id = ${agentId} and x.state = 'open' order by x.id limit ${limit} for update of x
    ), moved as (
      update escalations x set owner_id = case when old.taken then ${taker}::bigint end
      from old where x.workspace_id = ${workspaceId} and x.id = old.id returning x.id, old.ticket_id, old.brand_id, x.owner_id
    ), told as (
      insert into events (workspace_id, type, ticket_id, brand_id, actor_type, actor_id, data, created_at)
      select ${workspaceId}, 'escalation.updated', m.ticket_id, m.brand_id, ${actor.type}, ${actor.id}::bigint,
        jsonb_build_object('escalation', m.id, 'changes', jsonb_build_object('owner', jsonb_build_object('from', ${agentId}::bigint, 'to', m.owner_id)),
          'tell', case when m.owner_id is null then '[]'::jsonb else jsonb_build_array(m.owner_id) end), ${now}::timestamptz
      from moved m
    )
    select count(*)::int as moved from moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}

/** Open escalations that an agent has taken on; stops at 1,000. Index: escalations_owner. */
export async function countEscalationsOf(db: Queryable, workspaceId: number, agentId: number): Promise<number> {
  const { rows } = await sql<{ escalations: number }>`
    select count(*)::int as escalations from (select from escalations where workspace_id = ${workspaceId} and owner_id = ${agentId} and state = 'open' limit 1000) counted`.execute(db);
  return rows[0]?.escalations ?? 0;
}
