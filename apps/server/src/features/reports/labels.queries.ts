import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';
import type { Grouping } from './reports.schemas.ts';

const named = { brand: 'brands', team: 'teams', assignee: 'agents', topic: 'topics' } as const;

/** What these ids are called, a topic in that language; codes have no name here. Index: the primary keys. */
export async function readLabels(db: Queryable, workspaceId: number, by: Grouping, values: readonly string[], language: string): Promise<Map<string, string>> {
  if (!(by in named)) return new Map();
  const ids = values.filter((value) => /^\d{1,15}$/.test(value)).map(Number);
  if (ids.length === 0) return new Map();
  const table = named[by as keyof typeof named]; // looked at above
  const name = by === 'topic' ? sql`coalesce(x.labels ->> ${language}, x.label)` : sql`x.name`;
  const { rows } = await sql<{ id: number; name: string }>`select x.id, ${name} as name from ${sql.table(table)} x where x.workspace_id = ${workspaceId} and x.id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [String(row.id), row.name]));
}

export async function findZone(db: Queryable, workspaceId: number): Promise<string> {
  const { rows } = await sql<{ time_zone: string }>`select time_zone from identity.workspaces where id = ${workspaceId}`.execute(db);
  return rows[0]?.time_zone ?? 'UTC';
}

/** Index: team_members_agent. */
export async function teamsOf(db: Queryable, workspaceId: number, agentId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select team_id as id from team_members where workspace_id = ${workspaceId} and agent_id = ${agentId}`.execute(db);
  return rows.map(({ id }) => id);
}
