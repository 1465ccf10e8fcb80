import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';

export type Names = { agents: Map<number, string>; teams: Map<number, string>; brands: Map<number, string> };
export type WantedNames = { agents: readonly number[]; teams: readonly number[]; brands: readonly number[] };

/** The names behind the ids that events hold; of brands only those that the scope sees. Primary keys. */
export async function findNames(db: Queryable, scope: Scope, wanted: WantedNames): Promise<Names> {
  const { workspaceId } = scope;
  const names: Names = { agents: new Map(), teams: new Map(), brands: new Map() };
  if (wanted.agents.length + wanted.teams.length + wanted.brands.length === 0) return names;
  const { rows } = await sql<{ kind: keyof Names; id: number; name: string }>`
    select 'agents' as kind, id, name from agents where workspace_id = ${workspaceId} and id = any(${[...wanted.agents]}::bigint[])
    union all select 'teams', id, name from teams where workspace_id = ${workspaceId} and id = any(${[...wanted.teams]}::bigint[])
    union all select 'brands', id, name from brands where workspace_id = ${workspaceId} and id = any(${[...wanted.brands]}::bigint[]) and ${brandVisible(scope, sql`id`)}`.execute(db);
  for (const { kind, id, name } of rows) names[kind].set(id, name);
  return names;
}

/** What the attachments of a page are, byte for byte. */
export async function findHashes(db: Queryable, workspaceId: number, fileIds: readonly number[]): Promise<Map<number, string>> {
  if (fileIds.length === 0) return new Map();
  const { rows } = await sql<{ id: number; sha256: string }>`
    select id, sha256 from files where workspace_id = ${workspaceId} and id = any(${[...fileIds]}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}
