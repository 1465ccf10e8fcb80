import { sql } from 'kysely';
import type { Alone, Queryable } from '../../../platform/db/db.ts';
import type { FeedPosition } from '../../../platform/events/events.queries.ts';
import { hasEvents, type ProgressTable } from '../../../platform/events/progress.queries.ts';

export const progressTable: ProgressTable = { table: 'search_progress' };

export type Progress = FeedPosition & { tickets_below: number | null; customers_below: number | null; organizations_below: number | null };

/** Workspaces that the index does not know yet, has not swept, or that have events for it. Index: events_feed. */
export async function workspacesToIndex(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w left join search_progress p on p.workspace_id = w.id
    where p.workspace_id is null or p.tickets_below is not null or p.customers_below is not null or p.organizations_below is not null or ${hasEvents}
    order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The first look at a workspace: its feed is followed from here on, and what was there before is swept, newest first. */
export async function beginProgress(alone: Alone, workspaceId: number, end: FeedPosition): Promise<void> {
  const all = Number.MAX_SAFE_INTEGER;
  await sql`insert into search_progress (workspace_id, xid, event_id, tickets_below, customers_below, organizations_below)
    values (${workspaceId}, ${end.xid}::xid8, ${end.id}, ${all}, ${all}, ${all}) on conflict do nothing`.execute(alone);
}

/** Takes the workspace for this indexer, if no other has it. */
export async function leaseProgress(alone: Alone, workspaceId: number, lease: string, seconds: number): Promise<Progress | null> {
  const { rows } = await sql<Progress>`
    update search_progress set lease = ${lease}, leased_until = now() + make_interval(secs => ${seconds})
    where workspace_id = ${workspaceId} and (lease = ${lease} or leased_until is null or leased_until < now())
    returning xid::text as xid, event_id as id, tickets_below, customers_below, organizations_below`.execute(alone);
  return rows[0] ?? null;
}

/** Notes how far it has come. False when another indexer has taken over. */
export async function saveProgress(alone: Alone, workspaceId: number, lease: string, progress: Progress): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update search_progress set xid = ${progress.xid}::xid8, event_id = ${progress.id}, tickets_below = ${progress.tickets_below},
      customers_below = ${progress.customers_below}, organizations_below = ${progress.organizations_below}
    where workspace_id = ${workspaceId} and lease = ${lease}`.execute(alone);
  return (numAffectedRows ?? 0n) > 0n;
}
