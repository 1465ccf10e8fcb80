import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

/** The workspaces in which a snoozed ticket's time has come. Index: tickets_snoozed, one probe for each workspace. */
export async function workspacesToWake(db: Queryable, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w
    where exists (select from tickets t where t.workspace_id = w.id and t.snoozed_until <= ${now}) order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

export type WokenRow = { id: number; brand_id: number; /** Who had snoozed it. */ snoozed_by: number | null };

/** Wakes those whose time has come, the longest due first. What another node or a customer's mail has in hand is left to it. Index: tickets_snoozed. */
export async function wakeDueRows(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<WokenRow[]> {
  const { rows } = await sql<WokenRow>`
    with due as materialized (
      select id, snoozed_by from tickets where workspace_id = ${workspaceId} and snoozed_until <= ${now}
      order by snoozed_until limit ${limit} for no key update skip locked)
    update tickets t set snoozed_until = null, snoozed_by = null, updated_at = ${now}
    from due where t.workspace_id = ${workspaceId} and t.id = due.id returning t.id, t.brand_id, due.snoozed_by`.execute(tx);
  return rows;
}
