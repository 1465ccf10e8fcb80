import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';

/** Workspaces where one has ever been switched on, with events to read or tickets to plan for. Indexes: events_feed, automations_enabled. */
export async function workspacesToFollow(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.workspace_id as id from automation_progress p
    where exists (select from events e where e.workspace_id = p.workspace_id and (e.xid, e.id) > (p.xid, p.event_id) and e.xid < ombud.feed_end())
      or exists (select from automations a where a.workspace_id = p.workspace_id and a.enabled and a.archived_at is null and a.planned_at is null and a.trigger->>'on' = 'time')
    order by p.workspace_id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes the workspace for this node, if no other has it. */
export async function leaseFollowing(alone: Alone, workspaceId: number, lease: string, seconds: number): Promise<FeedPosition | null> {
  const { rows } = await sql<FeedPosition>`
    update automation_progress set lease = ${lease}, leased_until = now() + make_interval(secs => ${seconds})
    where workspace_id = ${workspaceId} and (lease = ${lease} or leased_until is null or leased_until < now()) returning xid::text as xid, event_id as id`.execute(alone);
  return rows[0] ?? null;
}

export async function saveFollowed(alone: Alone, workspaceId: number, lease: string, { xid, id }: FeedPosition): Promise<void> {
  await sql`update automation_progress set xid = ${xid}::xid8, event_id = ${id} where workspace_id = ${workspaceId} and lease = ${lease}`.execute(alone);
}

export async function endFollowing(alone: Alone, workspaceId: number, lease: string): Promise<void> {
  await sql`update automation_progress set lease = null, leased_until = null where workspace_id = ${workspaceId} and lease = ${lease}`.execute(alone);
}

/** From now on the workspace's feed is followed; nothing where it is already. */
export async function beginFollowing(tx: Tx, workspaceId: number, { xid, id }: FeedPosition): Promise<void> {
  await sql`insert into automation_progress (workspace_id, xid, event_id) values (${workspaceId}, ${xid}::xid8, ${id}) on conflict do nothing`.execute(tx);
}
