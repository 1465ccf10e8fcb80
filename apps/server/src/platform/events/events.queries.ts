import { sql } from 'kysely';
import { markOf, type EventActor, type Scope } from '../auth/actor.ts';
import { json, type Queryable, type Tx } from '../db/db.ts';
import type { EventData, EventType, NewEvent } from './event-types.ts';

export type EventRow = {
  id: number;
  xid: string;
  type: EventType;
  ticket_id: number | null;
  ticket_number: number | null;
  brand_id: number | null;
  message_id: number | null;
  actor_type: 'agent' | 'customer' | 'system';
  actor_id: number | null;
  data: EventData;
  created_at: Date;
};

/** Writes what happened, in the transaction that made it happen. Returns the event's id. */
export async function appendEvent(tx: Tx, actor: EventActor, event: NewEvent): Promise<number> {
  const row = await tx
    .insertInto('events')
    .values({
      workspace_id: actor.scope.workspaceId,
      type: event.type,
      ticket_id: event.ticketId ?? null,
      brand_id: event.brandId ?? null,
      message_id: event.messageId ?? null,
      actor_type: actor.type,
      actor_id: actor.id,
      data: json({ ...markOf(actor), ...event.data }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(row.id);
}

/** Several by one actor, in their order, in one statement. */
export async function appendEvents(tx: Tx, actor: EventActor, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ type, ticketId = null, brandId = null, messageId = null, data }, place) => ({ place, type, ticket_id: ticketId, brand_id: brandId, message_id: messageId, data: { ...markOf(actor), ...data } }));
  await sql`insert into events (workspace_id, type, ticket_id, brand_id, message_id, actor_type, actor_id, data)
    select ${actor.scope.workspaceId}::bigint, x.type, x.ticket_id, x.brand_id, x.message_id, ${actor.type}, ${actor.id}::bigint, x.data
    from jsonb_to_recordset(${json(rows)}) as x(place int, type text, ticket_id bigint, brand_id bigint, message_id bigint, data jsonb) order by x.place`.execute(tx);
}

/** Where a reader of the feed stands: the writing transaction, then the event. */
export type FeedPosition = { xid: string; id: number };

/**
 * The next events after a position, in an order in which none can appear later before one already read:
 * only those whose transaction is below the oldest one still running. Index: events_feed; for who sees only some
 * brands, each brand's own next events by events_brand_feed, so that the others' events are not walked over.
 */
export async function readFeed(db: Queryable, scope: Scope, after: FeedPosition, limit: number): Promise<EventRow[]> {
  const readable = sql`e.workspace_id = ${scope.workspaceId} and (e.xid, e.id) > (${after.xid}::xid8, ${after.id}) and e.xid < ombud.feed_end()`;
  const next = sql`order by e.xid, e.id limit ${sql.lit(limit)}`;
  const heads =
    scope.brands === 'all'
      ? sql`select e.* from events e where ${readable} ${next}`
      : sql`(select e.* from events e where ${readable} and e.brand_id is null ${next})
        union all
        (select own.* from unnest(${[...scope.brands]}::bigint[]) as brand(id)
         cross join lateral (select e.* from events e where ${readable} and e.brand_id = brand.id ${next}) own)`;
  const { rows } = await sql<EventRow>`
    select e.id, e.xid::text as xid, e.type, e.ticket_id, t.number as ticket_number, e.brand_id, e.message_id,
           e.actor_type, e.actor_id, e.data, e.created_at
    from (${heads}) e
    left join tickets t on t.workspace_id = e.workspace_id and t.id = e.ticket_id
    ${next}`.execute(db);
  return rows;
}

/** The end of the feed as it can be read now. */
export async function feedEnd(db: Queryable, workspaceId: number): Promise<FeedPosition> {
  const { rows } = await sql<FeedPosition>`
    select e.xid::text as xid, e.id from events e
    where e.workspace_id = ${workspaceId} and e.xid < ombud.feed_end()
    order by e.xid desc, e.id desc limit 1`.execute(db);
  return rows[0] ?? { xid: '0', id: 0 };
}

/** How far the feed lags, for /metrics: events written but not yet readable, and the age in seconds of the oldest transaction. */
export async function feedLag(db: Queryable, workspaceId: number): Promise<{ waiting: number; oldest_transaction_seconds: number }> {
  const { rows } = await sql<{ waiting: number; oldest_transaction_seconds: number }>`
    select (select count(*)::int from (
        select 1 from events where workspace_id = ${workspaceId} and xid >= ombud.feed_end() limit 1000) w) as waiting,
      coalesce((select extract(epoch from max(now() - xact_start))::float8 from pg_stat_activity
        where backend_xid is not null or backend_xmin is not null), 0) as oldest_transaction_seconds`.execute(db);
  return rows[0] ?? { waiting: 0, oldest_transaction_seconds: 0 };
}
