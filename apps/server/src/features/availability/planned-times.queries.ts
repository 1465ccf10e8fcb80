import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { exactMoment } from '../../platform/db/scope.ts';

/** When somebody is not there, or is outside of their weekly hours. */
export type PlannedKind = 'time_off' | 'shift';
const tables = { time_off: sql.table('agent_time_off'), shift: sql.table('agent_shifts') } as const;

export type PlannedRow = { id: number; starts_at: Date; ends_at: Date; reason: string; created_at: Date };

/** Not over yet, the first to end first. Indexes: agent_time_off_agent, agent_shifts_agent. */
export async function listPlanned(db: Queryable, kind: PlannedKind, workspaceId: number, agentId: number, { now, after, limit }: { now: Date; after: readonly [string, number] | null; limit: number }): Promise<(PlannedRow & { exact: string })[]> {
  const { rows } = await sql<PlannedRow & { exact: string }>`
    select f.id, f.starts_at, f.ends_at, f.reason, f.created_at, ${exactMoment(sql`f.ends_at`)} as exact from ${tables[kind]} f
    where f.workspace_id = ${workspaceId} and f.agent_id = ${agentId} and f.ends_at > ${now}
      and ${after === null ? sql`true` : sql`(f.ends_at, f.id) > (${after[0]}::timestamptz, ${after[1]})`}
    order by f.ends_at, f.id limit ${limit}`.execute(db);
  return rows;
}

export async function countPlanned(db: Queryable, kind: PlannedKind, workspaceId: number, agentId: number, now: Date, cap: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from ${tables[kind]} where workspace_id = ${workspaceId} and agent_id = ${agentId} and ends_at > ${now} limit ${cap}) counted`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function insertPlanned(tx: Tx, kind: PlannedKind, workspaceId: number, agentId: number, { from, to, reason, now }: { from: Date; to: Date; reason: string; now: Date }): Promise<PlannedRow> {
  const { rows } = await sql<PlannedRow>`
    insert into ${tables[kind]} (workspace_id, agent_id, starts_at, ends_at, reason, created_at) values (${workspaceId}, ${agentId}, ${from}, ${to}, ${reason}, ${now})
    returning id, starts_at, ends_at, reason, created_at`.execute(tx);
  return rows[0]!; // an insert without a condition answers its row
}

export async function deletePlanned(tx: Tx, kind: PlannedKind, workspaceId: number, agentId: number, plannedId: number): Promise<boolean> {
  const { rows } = await sql`delete from ${tables[kind]} where workspace_id = ${workspaceId} and agent_id = ${agentId} and id = ${plannedId} returning id`.execute(tx);
  return rows.length > 0;
}
