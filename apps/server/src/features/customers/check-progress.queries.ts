import { sql } from 'kysely';
import type { Alone, Queryable } from '../../platform/db/db.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';

export type CheckProgress = FeedPosition & { /** Customers below this id are still to come; null when all were looked at. */ customers_below: number | null };

/** From here on the feed is followed, and who is there already is swept over. */
export async function beginCheck(alone: Alone, workspaceId: number, at: FeedPosition): Promise<void> {
  await sql`insert into customer_checks (workspace_id, xid, event_id, customers_below)
    values (${workspaceId}, ${at.xid}::xid8, ${at.id}, ${Number.MAX_SAFE_INTEGER}) on conflict (workspace_id) do nothing`.execute(alone);
}

export async function readProgress(db: Queryable, workspaceId: number): Promise<CheckProgress | null> {
  const { rows } = await sql<CheckProgress>`select xid::text as xid, event_id as id, customers_below from customer_checks where workspace_id = ${workspaceId}`.execute(db);
  return rows[0] ?? null;
}

export async function saveProgress(alone: Alone, workspaceId: number, { xid, id, customers_below }: CheckProgress): Promise<void> {
  await sql`update customer_checks set xid = ${xid}::xid8, event_id = ${id}, customers_below = ${customers_below} where workspace_id = ${workspaceId}`.execute(alone);
}

/**
 * Customers whom the next events are about, and the persons whom these stand for; where the last of these events stands,
 * and whether there are no more. Index: events_feed.
 */
export async function changedPersons(db: Queryable, workspaceId: number, after: FeedPosition, limit: number): Promise<{ persons: number[]; last: FeedPosition | null; isAll: boolean }> {
  const { rows } = await sql<{ persons: number[]; xid: string | null; id: number | null; events: number }>`
    with next as materialized (
      select e.xid, e.id, e.type, e.data from events e
      where e.workspace_id = ${workspaceId} and (e.xid, e.id) > (${after.xid}::xid8, ${after.id}) and e.xid < ombud.feed_end()
      order by e.xid, e.id limit ${sql.lit(limit)}
    ), told as (
      select (n.data->>'customer_id')::bigint as id from next n where n.type like 'customer.%'
      union select (n.data->>'merged_customer_id')::bigint from next n where n.type in ('customer.merged', 'customer.unmerged')
    )
    select array(select t.id from told t where t.id is not null union select c.person_id from told t join customers c on c.workspace_id = ${workspaceId} and c.id = t.id where c.person_id is not null) as persons,
      (select n.xid::text from next n order by n.xid desc, n.id desc limit 1) as xid,
      (select n.id from next n order by n.xid desc, n.id desc limit 1) as id,
      (select count(*)::int from next) as events`.execute(db);
  const [row] = rows;
  if (!row) return { persons: [], last: null, isAll: true };
  return { persons: row.persons, last: row.xid === null || row.id === null ? null : { xid: row.xid, id: row.id }, isAll: row.events < limit };
}

/** The next customers below an id, newest first. */
export async function idsBelow(db: Queryable, workspaceId: number, below: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from customers where workspace_id = ${workspaceId} and id < ${below} order by id desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
