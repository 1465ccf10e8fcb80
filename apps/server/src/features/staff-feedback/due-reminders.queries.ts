import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/db.ts';
import { dueIds, type DueColumn } from '../../platform/timers/timers.queries.ts';
import type { Reminded } from './staff-feedback.rules.ts';

export const dueColumn: DueColumn = { table: 'staff_feedback', column: 'remind_at' };

/** Those whose moment has come, the earliest first, locked. Index: staff_feedback_remind. */
export async function lockDueReminders(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<(Reminded & { id: number; brand_id: number })[]> {
  const { rows: due } = await sql<{ id: number }>`${dueIds(dueColumn, workspaceId, now, limit)}`.execute(tx);
  if (due.length === 0) return [];
  // Read once they are locked: the statement that locks may still see an owner who has just handed it on.
  const { rows } = await sql<Reminded & { id: number; brand_id: number }>`
    select f.id, f.brand_id, f.owner_id, f.acknowledge_soon_at, f.acknowledge_by, f.acknowledged_at, f.answer_soon_at, f.answer_by, f.answered_at, f.closed_at, f.reminded_until
    from staff_feedback f where f.workspace_id = ${workspaceId} and f.id = any(${due.map(({ id }) => id)}::bigint[]) order by f.remind_at, f.id`.execute(tx);
  return rows;
}

export async function saveReminded(tx: Tx, workspaceId: number, reminded: readonly { id: number; next: Date | null }[], now: Date): Promise<void> {
  await sql`update staff_feedback f set reminded_until = ${now}, remind_at = x.next
    from jsonb_to_recordset(${json(reminded)}) as x(id bigint, next timestamptz) where f.workspace_id = ${workspaceId} and f.id = x.id`.execute(tx);
}
