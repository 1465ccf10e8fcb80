import { type RawBuilder, sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../db/db.ts';
import type { FeedPosition } from './events.queries.ts';

/**
 * A table with a row for each workspace that says how far a follower of the feed has come: `workspace_id` (its primary key), `xid`,
 * `event_id`, `lease` and `leased_until`, and what else the follower keeps there.
 */
export type ProgressTable = { table: string };

/**
 * Whether something has come since a position: for the `where` of who looks for workspaces. The first event after it says it, because
 * none before that one is later. Asked with `exists`, PostgreSQL expects every third row to fit and reads the table from its beginning.
 * Index: events_feed.
 */
export function eventsAfter({ workspace, xid, id }: Record<'workspace' | 'xid' | 'id', string>): RawBuilder<boolean> {
  const [one, at, event] = [sql.ref(workspace), sql.ref(xid), sql.ref(id)];
  return sql<boolean>`coalesce((select e.xid < ombud.feed_end() from events e where e.workspace_id = ${one} and (e.xid, e.id) > (${at}, ${event}) order by e.xid, e.id limit 1), false)`;
}

/** The same, of a row `p` of such a table. */
export const hasEvents = eventsAfter({ workspace: 'p.workspace_id', xid: 'p.xid', id: 'p.event_id' });

/** Workspaces that have a row, and events to read. */
export async function workspacesBehind(db: Queryable, { table }: ProgressTable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select p.workspace_id as id from ${sql.table(table)} p where ${hasEvents} order by p.workspace_id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes the workspace for this node, if no other has it, and answers where it stands. */
export async function leaseFollowing(alone: Alone, { table }: ProgressTable, workspaceId: number, lease: string, seconds: number): Promise<FeedPosition | null> {
  const { rows } = await sql<FeedPosition>`
    update ${sql.table(table)} set lease = ${lease}, leased_until = now() + make_interval(secs => ${seconds})
    where workspace_id = ${workspaceId} and (lease = ${lease} or leased_until is null or leased_until < now()) returning xid::text as xid, event_id as id`.execute(alone);
  return rows[0] ?? null;
}

/** Moves the position, in the transaction that holds what was made of the events. False when another node has taken over: nothing is to be written then. */
export async function saveFollowed(tx: Tx | Alone, { table }: ProgressTable, workspaceId: number, lease: string, { xid, id }: FeedPosition): Promise<boolean> {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set xid = ${xid}::xid8, event_id = ${id} where workspace_id = ${workspaceId} and lease = ${lease}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Held to the commit and for so much longer, where a part of a step is written before the position moves. False when another node has taken over. */
export async function holdFollowed(tx: Tx, { table }: ProgressTable, workspaceId: number, lease: string, seconds: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set leased_until = now() + make_interval(secs => ${seconds}) where workspace_id = ${workspaceId} and lease = ${lease}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Gives the workspace back, so that another node need not wait for the lease to run out. */
export async function endFollowing(alone: Alone, { table }: ProgressTable, workspaceId: number, lease: string): Promise<void> {
  await sql`update ${sql.table(table)} set lease = null, leased_until = null where workspace_id = ${workspaceId} and lease = ${lease}`.execute(alone);
}
