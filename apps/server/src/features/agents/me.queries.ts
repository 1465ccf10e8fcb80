import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';

export type Surroundings = {
  brands: { id: number; slug: string; name: string; color: string; default_language: string; is_default: boolean; wrap_up: 'off' | 'asked' | 'required'; teams: number[] | null }[];
  teams: { id: number; name: string }[];
};

/** The brands that an agent sees (at most 500) and the teams that they are in. */
export async function findSurroundings(db: Queryable, scope: Scope, agentId: number): Promise<Surroundings> {
  const brands = await sql<Surroundings['brands'][number]>`
    select b.id, b.slug, b.name, b.color, b.default_language, b.is_default, b.wrap_up, b.team_ids as teams from brands b
    where b.workspace_id = ${scope.workspaceId} and b.archived_at is null and ${brandVisible(scope, sql`b.id`)}
    order by b.is_default desc, b.name limit 500`.execute(db);
  const teams = await sql<Surroundings['teams'][number]>`
    select t.id, t.name from team_members m join teams t on t.workspace_id = m.workspace_id and t.id = m.team_id
    where m.workspace_id = ${scope.workspaceId} and m.agent_id = ${agentId} and t.archived_at is null
    order by t.name limit 100`.execute(db);
  return { brands: brands.rows, teams: teams.rows };
}
