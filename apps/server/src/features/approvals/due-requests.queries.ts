import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/db.ts';
import { dueIds, type DueColumn } from '../../platform/timers/timers.queries.ts';

export const dueColumn: DueColumn = { table: 'approval_requests', column: 'due_at' };

export type Expired = { id: number; ticket_id: number; brand_id: number; requester_id: number; rule_id: number };

/** Those that nobody answered in time, the earliest first. Index: approval_requests_due. */
export async function expireDueRows(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<Expired[]> {
  const { rows } = await sql<Expired>`
    with due as materialized (${dueIds(dueColumn, workspaceId, now, limit)}),
    ended as (
      update approval_requests q set state = 'expired', due_at = null, ended_at = ${now}
      from due where q.workspace_id = ${workspaceId} and q.id = due.id and q.state = 'waiting'
      returning q.id, q.ticket_id, q.requester_id, q.rule_id, due.due)
    select e.id, e.ticket_id, t.brand_id, e.requester_id, e.rule_id
    from ended e join tickets t on t.workspace_id = ${workspaceId} and t.id = e.ticket_id order by e.due, e.id`.execute(tx);
  return rows;
}

/** In their order, by the system. */
export async function insertExpiredEvents(tx: Tx, workspaceId: number, expired: readonly Expired[]): Promise<void> {
  await sql`insert into events (workspace_id, type, ticket_id, brand_id, actor_type, actor_id, data)
    select ${workspaceId}, 'approval.expired', x.ticket_id, x.brand_id, 'system', null, jsonb_build_object('request', x.id, 'rule', x.rule_id, 'requester', x.requester_id)
    from jsonb_to_recordset(${json(expired.map((each, place) => ({ ...each, place })))}) as x(place int, id bigint, ticket_id bigint, brand_id bigint, requester_id bigint, rule_id bigint) order by x.place`.execute(tx);
}
