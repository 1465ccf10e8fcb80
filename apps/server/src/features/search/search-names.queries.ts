import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { readTopicNames } from '../wrap-up-topics/index.ts';
import type { Names } from './query/filters.ts';

const mostNames = 2_000;

/** Agents, teams and visible brands by the names that a filter may give them, one statement over small tables; topics where a filter names some. */
export async function readNames(db: Queryable, scope: Scope, me: number | null, { topics }: { topics: boolean }): Promise<Names> {
  const brands = scope.brands === 'all' ? sql`true` : sql`b.id = any(${[...scope.brands]}::bigint[])`;
  const { rows } = await sql<{ kind: 'agents' | 'teams' | 'brands'; id: number; names: string[] }>`
    (select 'agents' as kind, a.id, array[a.name, a.email] as names from agents a where a.workspace_id = ${scope.workspaceId} and a.role <> 'client' order by a.id limit ${sql.lit(mostNames)})
    union all (select 'teams', t.id, array[t.name] from teams t where t.workspace_id = ${scope.workspaceId} order by t.id limit ${sql.lit(mostNames)})
    union all (select 'brands', b.id, array[b.name, b.slug] from brands b where b.workspace_id = ${scope.workspaceId} and ${brands} order by b.id limit ${sql.lit(mostNames)})`.execute(db);
  const names: Names = { me, agents: [], teams: [], brands: [], topics: topics ? await readTopicNames(db, scope) : [] };
  for (const { kind, id, names: own } of rows) names[kind].push({ id, names: own });
  return names;
}
