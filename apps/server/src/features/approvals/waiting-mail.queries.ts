import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type Waiting = { ticket_id: number; brand_id: number; inbox_id: number | null; agent_id: number; number: number; subject: string; rule: string; language: string };

/** A request that still waits, of somebody who still works here; by the primary keys. */
export async function findWaiting(db: Queryable, workspaceId: number, requestId: number): Promise<Waiting | null> {
  const { rows } = await sql<Waiting>`
    select t.id as ticket_id, t.brand_id, t.inbox_id, q.requester_id as agent_id, t.number, t.subject, r.name as rule, a.language from approval_requests q
    join tickets t on t.workspace_id = q.workspace_id and t.id = q.ticket_id
    join approval_rules r on r.workspace_id = q.workspace_id and r.id = q.rule_id
    join agents a on a.workspace_id = q.workspace_id and a.id = q.requester_id and a.active
    where q.workspace_id = ${workspaceId} and q.id = ${requestId} and q.state = 'waiting'`.execute(db);
  return rows[0] ?? null;
}
