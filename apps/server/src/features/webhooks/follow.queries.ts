import { sql } from 'kysely';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';
import type { EventType } from '../../platform/events/event-types.ts';
import { eventsAfter, type ProgressTable } from '../../platform/events/progress.queries.ts';
import { ownerMay } from './webhooks.queries.ts';

export const progress: ProgressTable = { table: 'webhook_progress' };

/**
 * Workspaces with an active webhook and events that it has not heard of. A workspace without one costs a look at an empty index.
 * Indexes: webhooks_active, events_feed.
 */
export async function workspacesToFollow(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w
    cross join lateral (
      select h.from_xid, h.from_event_id from webhooks h where h.workspace_id = w.id and h.status = 'active' and h.removed_at is null
      order by h.from_xid, h.from_event_id limit 1) h
    left join webhook_progress p on p.workspace_id = w.id
    cross join lateral (
      select (h.from_xid, h.from_event_id) > (p.xid, p.event_id) is not false as is_new) newer
    cross join lateral (
      select case when newer.is_new then h.from_xid else p.xid end as xid, case when newer.is_new then h.from_event_id else p.event_id end as id) after
    where ${eventsAfter({ workspace: 'w.id', xid: 'after.xid', id: 'after.id' })}
    order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes the workspace for this node, if no other has it; answers how far it has been followed. One that is listened to for the first time gets its row here. */
export async function leaseFollowing(alone: Alone, workspaceId: number, lease: string, seconds: number): Promise<FeedPosition | null> {
  const { rows } = await sql<FeedPosition>`
    insert into webhook_progress as p (workspace_id, xid, event_id, lease, leased_until)
    values (${workspaceId}, '0'::xid8, 0, ${lease}, now() + make_interval(secs => ${seconds}))
    on conflict (workspace_id) do update set lease = excluded.lease, leased_until = excluded.leased_until
      where p.lease = ${lease} or p.leased_until is null or p.leased_until < now()
    returning xid::text as xid, event_id as id`.execute(alone);
  return rows[0] ?? null;
}

export type Listening = { id: number; event_types: EventType[] | null; brand_ids: number[] | null; from_xid: string; from_event_id: number; /** Null: all. */ owner_brands: number[] | null; owner_may: boolean };

/** Active ones, with whether their owner still may, and the brands that the owner sees now. Index: webhooks_active. */
export async function readListening(db: Queryable, workspaceId: number): Promise<Listening[]> {
  const { rows } = await sql<Listening>`
    select h.id, h.event_types, h.brand_ids, h.from_xid::text as from_xid, h.from_event_id,
      case when not a.all_brands then array(select b.brand_id from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id) end as owner_brands, ${ownerMay} as owner_may
    from webhooks h join agents a on a.workspace_id = h.workspace_id and a.id = h.owner_id
    where h.workspace_id = ${workspaceId} and h.status = 'active' and h.removed_at is null
    order by h.id`.execute(db);
  return rows;
}

export type NewDelivery = { webhook_id: number; event_id: number; type: string };

/** Once for each event and webhook. */
export async function insertDeliveries(tx: Tx, workspaceId: number, rows: readonly NewDelivery[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into webhook_deliveries (workspace_id, webhook_id, event_id, type, next_attempt_at, created_at)
    select ${workspaceId}::bigint, x.webhook_id, x.event_id, x.type, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${json(rows)}) as x(webhook_id bigint, event_id bigint, type text)
    join webhooks h on h.workspace_id = ${workspaceId} and h.id = x.webhook_id
    order by x.event_id, x.webhook_id
    on conflict (workspace_id, webhook_id, event_id) do nothing`.execute(tx);
}
