import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';
import { hasEvents, type ProgressTable } from '../../platform/events/progress.queries.ts';

export const progress: ProgressTable = { table: 'automation_progress' };

/** Workspaces where one has ever been switched on, with events to read or tickets to plan for. Indexes: events_feed, automations_enabled. */
export async function workspacesToFollow(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.workspace_id as id from automation_progress p
    where ${hasEvents}
      or exists (select from automations a where a.workspace_id = p.workspace_id and a.enabled and a.archived_at is null and a.planned_at is null and a.trigger->>'on' = 'time')
    order by p.workspace_id`.execute(db);
  return rows.map(({ id }) => id);
}

/** From now on the workspace's feed is followed; nothing where it is already. */
export async function beginFollowing(tx: Tx, workspaceId: number, { xid, id }: FeedPosition): Promise<void> {
  await sql`insert into automation_progress (workspace_id, xid, event_id) values (${workspaceId}, ${xid}::xid8, ${id}) on conflict do nothing`.execute(tx);
}
