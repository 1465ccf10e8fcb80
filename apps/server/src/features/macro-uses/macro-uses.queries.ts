import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';

/**
 * Notes that an agent has used these macros on a ticket of the brand. Those that they cannot see, or that are of another brand,
 * are not counted and nothing is said: a macro that was taken away meanwhile must not hold a message back.
 */
export async function noteMacroUses(tx: Tx, scope: Scope, use: { agentId: number; brandId: number; macroIds: readonly number[]; at: Date }): Promise<void> {
  await sql`
    insert into macro_uses (workspace_id, agent_id, macro_id, uses, last_used_at)
    select m.workspace_id, ${use.agentId}, m.id, 1, ${use.at}
    from macros m
    where m.workspace_id = ${scope.workspaceId} and m.id = any(${[...use.macroIds]}::bigint[])
      and (m.owner_id is null or m.owner_id = ${use.agentId})
      and (m.brand_id is null or m.brand_id = ${use.brandId}) and (m.brand_id is null or ${brandVisible(scope, sql`m.brand_id`)})
    order by m.id
    on conflict (workspace_id, agent_id, macro_id) do update set uses = macro_uses.uses + 1, last_used_at = excluded.last_used_at`.execute(tx);
}

/** Whether one of these is a live shared macro for tickets of the brand and tells this webhook. Primary keys. */
export async function isNamedByMacro(db: Queryable, workspaceId: number, { webhook, macroIds, brandId }: { webhook: number; macroIds: readonly number[]; brandId: number }): Promise<boolean> {
  const { rows } = await sql`
    select from macros m where m.workspace_id = ${workspaceId} and m.id = any(${[...macroIds]}::bigint[]) and m.owner_id is null and m.archived_at is null
      and (m.brand_id is null or m.brand_id = ${brandId}) and (m.actions ->> 'webhook')::bigint = ${webhook} limit 1`.execute(db);
  return rows.length > 0;
}
