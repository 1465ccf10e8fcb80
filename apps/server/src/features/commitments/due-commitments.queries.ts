import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { dueIds, type DueColumn } from '../../platform/timers/timers.queries.ts';

export const dueColumn: DueColumn = { table: 'commitments', column: 'next_at' };

export type Fired = { id: number; ticket_id: number; brand_id: number; merged_into: number | null; owner_id: number | null; team_id: number | null; broken: boolean };

/** Those whose moment has come, the earliest first: warned, or broken where they are due. Index: commitments_next. */
export async function fireDueRows(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<Fired[]> {
  const { rows } = await sql<Fired>`
    with due as materialized (${dueIds(dueColumn, workspaceId, now, limit)}),
    fired as (
      update commitments c set
        state = case when c.due_at <= ${now} then 'broken' else c.state end,
        broken_at = case when c.due_at <= ${now} then coalesce(c.broken_at, c.due_at) else c.broken_at end,
        warned_at = case when c.due_at <= ${now} then c.warned_at else ${now}::timestamptz end,
        next_at = case when c.due_at <= ${now} then null else c.due_at end
      from due where c.workspace_id = ${workspaceId} and c.id = due.id
      returning c.id, c.ticket_id, c.owner_id, c.team_id, c.state = 'broken' as broken, due.due)
    select f.id, f.ticket_id, t.brand_id, t.merged_into, f.owner_id, f.team_id, f.broken
    from fired f join tickets t on t.workspace_id = ${workspaceId} and t.id = f.ticket_id order by f.due, f.id`.execute(tx);
  return rows;
}
