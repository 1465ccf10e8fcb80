import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';
import { hasEvents, type ProgressTable } from '../../platform/events/progress.queries.ts';

export const progress: ProgressTable = { table: 'report_progress' };

export type Progress = FeedPosition & { counted_to: number | null; time_zone: string };

/** Workspaces that have something to follow, or tickets still to be counted. Index: events_feed. */
export async function workspacesToFollow(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w left join report_progress p on p.workspace_id = w.id
    where p.workspace_id is null or p.counted_to is not null or ${hasEvents} order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** From the end of the feed, with all tickets that are there still to be counted. Index: the primary key, backwards. */
export async function beginFollowing(alone: Alone, workspaceId: number, { xid, id }: FeedPosition): Promise<void> {
  await sql`
    insert into report_progress (workspace_id, xid, event_id, counted_to, count_until)
    values (${workspaceId}, ${xid}::xid8, ${id}, 0, coalesce((select max(t.id) from tickets t where t.workspace_id = ${workspaceId}), 0)) on conflict do nothing`.execute(alone);
}

/** Takes the workspace for this node, if no other has it. */
export async function leaseFollowing(alone: Alone, workspaceId: number, lease: string, seconds: number): Promise<Progress | null> {
  const { rows } = await sql<Progress>`
    update report_progress p set lease = ${lease}, leased_until = now() + make_interval(secs => ${seconds})
    from identity.workspaces w where w.id = p.workspace_id and p.workspace_id = ${workspaceId} and (p.lease = ${lease} or p.leased_until is null or p.leased_until < now())
    returning p.xid::text as xid, p.event_id as id, p.counted_to, w.time_zone`.execute(alone);
  return rows[0] ?? null;
}

/** False when another node has taken over. `restart`: all tickets are to be counted anew. */
export async function saveFollowed(tx: Tx, workspaceId: number, lease: string, { xid, id }: FeedPosition, countedTo: number | null, restart: boolean): Promise<boolean> {
  const until = restart ? sql`coalesce((select max(t.id) from tickets t where t.workspace_id = ${workspaceId}), 0)` : sql`count_until`;
  const { numAffectedRows } = await sql`
    update report_progress set xid = ${xid}::xid8, event_id = ${id}, counted_to = ${countedTo}, count_until = ${until} where workspace_id = ${workspaceId} and lease = ${lease}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** The next tickets in the order of their ids. Index: the primary key. */
export async function nextTickets(db: Queryable, workspaceId: number, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from tickets where workspace_id = ${workspaceId} and id > ${after} order by id limit ${sql.lit(limit)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** How much of what was there at the start has been counted, in percent; null when all is. */
export async function countingPercent(db: Queryable, workspaceId: number): Promise<number | null> {
  const { rows } = await sql<{ counted_to: number | null; count_until: number }>`select counted_to, count_until from report_progress where workspace_id = ${workspaceId}`.execute(db);
  const row = rows[0];
  if (!row) return 0;
  return row.counted_to === null ? null : Math.min(99, Math.floor((100 * row.counted_to) / Math.max(1, row.count_until)));
}
