import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { DueColumn } from '../../platform/timers/timers.queries.ts';

export const snoozed: DueColumn = { table: 'tickets', column: 'snoozed_until' };

export type WokenRow = { id: number; brand_id: number; /** Who had snoozed it. */ snoozed_by: number | null };

/** Wakes those whose time has come, the longest due first. What another node or a customer's mail has in hand is left to it. Index: tickets_snoozed. */
export async function wakeDueRows(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<WokenRow[]> {
  const { rows } = await sql<WokenRow>`
    with due as materialized (
      select id, snoozed_by, snoozed_until as due from tickets where workspace_id = ${workspaceId} and snoozed_until <= ${now}
      order by snoozed_until, id limit ${limit} for no key update skip locked),
    woken as (
      update tickets t set snoozed_until = null, snoozed_by = null, updated_at = ${now}
      from due where t.workspace_id = ${workspaceId} and t.id = due.id returning t.id, t.brand_id, due.snoozed_by, due.due)
    select id, brand_id, snoozed_by from woken order by due, id`.execute(tx);
  return rows;
}
