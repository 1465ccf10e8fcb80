import { sql, type RawBuilder } from 'kysely';
import type { Queryable, Tx } from '../db/db.ts';

/** A table of a workspace whose rows wait for a moment: `column` is when, null when there is nothing (left) to wait for. */
export type DueColumn = { table: string; column: string };

export type DueHead = { workspaceId: number; at: Date };

/**
 * Each workspace's earliest open moment, the earliest of all first; what waits for `infinity` waits for something else than time. One probe for each workspace of a partial index on
 * `(workspace_id, column, …) where column is not null`, however many rows wait.
 */
export async function readDueHeads(db: Queryable, { table, column }: DueColumn): Promise<DueHead[]> {
  const { rows } = await sql<DueHead>`
    select w.id as "workspaceId", head.at from identity.workspaces w
    cross join lateral (
      select d.${sql.ref(column)} as at from ${sql.table(table)} d
      where d.workspace_id = w.id and d.${sql.ref(column)} < 'infinity' order by d.${sql.ref(column)} limit 1) head
    order by head.at, w.id`.execute(db);
  return rows;
}

/** The ids of what is due by then, the earliest first, locked; what somebody else has in hand is left for the next look. For a statement of the queue's own. */
export function dueIds({ table, column }: DueColumn, workspaceId: number, now: Date, limit: number): RawBuilder<{ id: number }> {
  const at = sql.ref(column);
  return sql`select id, ${at} as due from ${sql.table(table)} where workspace_id = ${workspaceId} and ${at} <= ${now}
    order by ${at}, id limit ${sql.lit(limit)} for no key update skip locked`;
}

/** One node at a time fires a workspace's rows of one queue, so that they fire in order; held to the end of the transaction. */
export async function takeTurn(tx: Tx, queue: string, workspaceId: number): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`timers:${queue}`}, ${workspaceId})) as mine`.execute(tx);
  return rows[0]?.mine === true;
}
