import { sql } from 'kysely';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { readable } from './staff-feedback.queries.ts';
import type { Reminded } from './staff-feedback.rules.ts';

export type LeftComplaint = Reminded & { id: number; brand_id: number; about_id: number; filed_by: number; owner_id: number };

/**
 * Open complaints of this owner, or of all who are switched off or only look on and whose hand-over is done; locked, the first first.
 * Indexes: staff_feedback_owner, staff_feedback_open.
 */
export async function lockLeft(tx: Tx, workspaceId: number, ownerId: number | null, limit: number): Promise<LeftComplaint[]> {
  const left = ownerId === null ? sql`(not o.active or o.role in ('viewer', 'client')) and o.hand_over_to is null` : sql`f.owner_id = ${ownerId}`;
  const { rows } = await sql<LeftComplaint>`
    select f.id, f.brand_id, f.about_id, f.filed_by, f.owner_id, f.acknowledge_soon_at, f.acknowledge_by, f.acknowledged_at, f.answer_soon_at, f.answer_by, f.answered_at, f.closed_at, f.reminded_until
    from staff_feedback f join agents o on o.workspace_id = f.workspace_id and o.id = f.owner_id
    where f.workspace_id = ${workspaceId} and f.closed_at is null and ${left} order by f.id limit ${limit} for no key update of f`.execute(tx);
  return rows;
}

/** Open complaints that are somebody's, of those that this reader may read; stops at 1,000. Index: staff_feedback_owner. */
export async function countComplaints(db: Queryable, reader: AgentActor, ownerId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from staff_feedback f where ${readable(reader)} and f.owner_id = ${ownerId} and f.closed_at is null limit 1000) counted`.execute(db);
  return rows[0]?.count ?? 0;
}
