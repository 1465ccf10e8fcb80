import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { readTopicNames } from '../wrap-up-topics/index.ts';
import type { NamedKind, Names } from './query/filters.ts';

const mostNames = 2_000;

/** Agents, teams, visible brands and topics by the names that a filter may give them; only of the kinds that these filters name, one statement over small tables. */
export async function readNames(db: Queryable, scope: Scope, me: number | null, kinds: ReadonlySet<NamedKind>): Promise<Names> {
  const names: Names = { me, agents: [], teams: [], brands: [], topics: kinds.has('topics') ? await readTopicNames(db, scope) : [] };
  const most = sql.lit(mostNames);
  const brands = scope.brands === 'all' ? sql`true` : sql`b.id = any(${[...scope.brands]}::bigint[])`;
  const asked = [
    ...(kinds.has('agents') ? [sql`(select 'agents' as kind, a.id, array[a.name, a.email] as names from agents a where a.workspace_id = ${scope.workspaceId} and a.role <> 'client' order by a.id limit ${most})`] : []),
    ...(kinds.has('teams') ? [sql`(select 'teams' as kind, t.id, array[t.name] as names from teams t where t.workspace_id = ${scope.workspaceId} order by t.id limit ${most})`] : []),
    ...(kinds.has('brands') ? [sql`(select 'brands' as kind, b.id, array[b.name, b.slug] as names from brands b where b.workspace_id = ${scope.workspaceId} and ${brands} order by b.id limit ${most})`] : []),
  ];
  if (asked.length === 0) return names;
  const { rows } = await sql<{ kind: 'agents' | 'teams' | 'brands'; id: number; names: string[] }>`${sql.join(asked, sql` union all `)}`.execute(db);
  for (const { kind, id, names: own } of rows) names[kind].push({ id, names: own });
  return names;
}
