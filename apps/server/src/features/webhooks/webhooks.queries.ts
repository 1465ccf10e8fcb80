import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';
import type { EventType } from '../../platform/events/event-types.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';

export type WebhookStatus = 'active' | 'paused' | 'failing' | 'gone';

export type WebhookRow = {
  id: number;
  name: string;
  url: string;
  event_types: EventType[] | null;
  brand_ids: number[] | null;
  owner_id: number;
  owner_name: string;
  owner_may: boolean;
  status: WebhookStatus;
  failures: number;
  failing_since: Date | null;
  resting_until: Date | null;
  last_delivered_at: Date | null;
  last_attempt_at: Date | null;
  waiting: number;
  failed: number;
  old_secret_until: Date | null;
  created_at: Date;
  updated_at: Date;
};

/** Of the owner `a`: works here, as an administrator. */
export const ownerMay = sql<boolean>`(a.active and a.role in ('admin', 'owner'))`;

const counted = (state: 'waiting' | 'failed') => sql`(select count(*)::int from (
  select from webhook_deliveries d where d.workspace_id = h.workspace_id and d.webhook_id = h.id and d.state = ${sql.lit(state)} and d.event_id is not null limit 1000) c)`;

const columns = sql`h.id, h.name, h.url, h.event_types, h.brand_ids, h.owner_id, a.name as owner_name, ${ownerMay} as owner_may, h.status, h.failures, h.failing_since,
  h.resting_until, h.last_delivered_at, h.last_attempt_at, ${counted('waiting')} as waiting, ${counted('failed')} as failed, h.old_secret_until, h.created_at, h.updated_at`;
const owned = sql`webhooks h join agents a on a.workspace_id = h.workspace_id and a.id = h.owner_id`;

/** Own ones, and those whose brands one sees: what a webhook tells of, whoever looks at it must be allowed to see. */
function visible({ id, scope }: Pick<AgentActor, 'id' | 'scope'>) {
  return scope.brands === 'all' ? sql<boolean>`true` : sql<boolean>`(h.owner_id = ${id} or h.brand_ids <@ ${[...scope.brands]}::bigint[])`;
}

/** Oldest first; there are `mostWebhooks` at most. Indexes: the primary key; webhook_deliveries_state for the counts, which stop at 1,000. */
export async function listWebhooks(db: Queryable, reader: AgentActor, { after, limit }: { after: number; limit: number }): Promise<WebhookRow[]> {
  const { rows } = await sql<WebhookRow>`
    select ${columns} from ${owned} where h.workspace_id = ${reader.scope.workspaceId} and h.removed_at is null and ${visible(reader)} and h.id > ${after} order by h.id limit ${limit}`.execute(db);
  return rows;
}

/** Null for one that is not there, or tells of brands that the reader does not see; `removed`: of those that can still be taken back. */
export async function findWebhook(db: Queryable, reader: AgentActor, webhookId: number, { removed = false } = {}): Promise<WebhookRow | null> {
  const { rows } = await sql<WebhookRow>`
    select ${columns} from ${owned} where h.workspace_id = ${reader.scope.workspaceId} and h.id = ${webhookId} and ${visible(reader)}
      and ${removed ? sql`h.removed_at is not null` : sql`h.removed_at is null`}`.execute(db);
  return rows[0] ?? null;
}

export async function lockWebhook(tx: Tx, workspaceId: number, webhookId: number): Promise<void> {
  await sql`select from webhooks where workspace_id = ${workspaceId} and id = ${webhookId} for no key update`.execute(tx);
}

/** How many there are, at most `cap`; the workspace's lock makes the answer hold until the commit. */
export async function countWebhooks(tx: Tx, workspaceId: number, cap: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('webhooks', ${workspaceId}))`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from webhooks where workspace_id = ${workspaceId} and removed_at is null limit ${sql.lit(cap)}) counted`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Those of the brands that are the workspace's. */
export async function countBrands(db: Queryable, workspaceId: number, brandIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from brands where workspace_id = ${workspaceId} and id = any(${brandIds}::bigint[])`.execute(db);
  return rows[0]?.count ?? 0;
}

export type WebhookToWrite = { name: string; url: string; eventTypes: readonly EventType[] | null; brandIds: readonly number[] | null; ownerId: number };

export async function insertWebhook(tx: Tx, workspaceId: number, webhook: WebhookToWrite & { secretSealed: string; from: FeedPosition; now: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into webhooks (workspace_id, name, url, event_types, brand_ids, owner_id, secret_sealed, from_xid, from_event_id, created_at, updated_at)
    values (${workspaceId}, ${webhook.name}, ${webhook.url}, ${webhook.eventTypes}::text[], ${webhook.brandIds}::bigint[], ${webhook.ownerId}, ${webhook.secretSealed},
      ${webhook.from.xid}::xid8, ${webhook.from.id}, ${webhook.now}, ${webhook.now}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

/** `resume`: it is active again, hears of what happens from here on, and what waits goes at once. */
export async function updateWebhookRow(tx: Tx, workspaceId: number, webhookId: number, { status, resume, now, ...webhook }: WebhookToWrite & { status: WebhookStatus; resume: FeedPosition | null; now: Date }): Promise<void> {
  await sql`
    update webhooks set name = ${webhook.name}, url = ${webhook.url}, event_types = ${webhook.eventTypes}::text[], brand_ids = ${webhook.brandIds}::bigint[], owner_id = ${webhook.ownerId},
      status = ${status}, updated_at = ${now}
      ${resume ? sql`, from_xid = ${resume.xid}::xid8, from_event_id = ${resume.id}, failures = 0, failing_since = null, resting_until = null` : sql`, resting_until = case when url = ${webhook.url} then resting_until end`}
    where workspace_id = ${workspaceId} and id = ${webhookId}`.execute(tx);
}

export async function rotateSecret(tx: Tx, workspaceId: number, webhookId: number, { sealed, oldUntil, now }: { sealed: string; oldUntil: Date | null; now: Date }): Promise<void> {
  await sql`
    update webhooks set old_secret_sealed = case when ${oldUntil}::timestamptz is not null then secret_sealed end, old_secret_until = ${oldUntil}, secret_sealed = ${sealed}, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${webhookId}`.execute(tx);
}

export async function setRemoved(tx: Tx, workspaceId: number, webhookId: number, { removedAt, resume, now }: { removedAt: Date | null; resume: FeedPosition | null; now: Date }): Promise<void> {
  await sql`
    update webhooks set removed_at = ${removedAt}, updated_at = ${now} ${resume ? sql`, from_xid = ${resume.xid}::xid8, from_event_id = ${resume.id}` : sql``}
    where workspace_id = ${workspaceId} and id = ${webhookId}`.execute(tx);
}

/** For upkeep: what was removed goes, secrets that have ended go, and old deliveries, a bounded number at a time. Index: webhook_deliveries_old. */
export async function tidyWebhooks(alone: Alone, workspaceId: number, { removedBefore, deliveriesBefore, now }: { removedBefore: Date; deliveriesBefore: Date; now: Date }): Promise<void> {
  await sql`update webhooks set old_secret_sealed = null, old_secret_until = null where workspace_id = ${workspaceId} and old_secret_until <= ${now}`.execute(alone);
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from webhook_deliveries where workspace_id = ${workspaceId} and id in (
        select d.id from webhook_deliveries d where d.workspace_id = ${workspaceId} and d.created_at < ${deliveriesBefore} order by d.created_at limit 2000)`.execute(alone);
    if ((numAffectedRows ?? 0n) < 2000n) break;
  }
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from webhook_deliveries where workspace_id = ${workspaceId} and id in (
        select d.id from webhooks h join webhook_deliveries d on d.workspace_id = h.workspace_id and d.webhook_id = h.id
        where h.workspace_id = ${workspaceId} and h.removed_at < ${removedBefore} limit 2000)`.execute(alone);
    if ((numAffectedRows ?? 0n) < 2000n) break;
  }
  await sql`delete from webhooks where workspace_id = ${workspaceId} and removed_at < ${removedBefore}`.execute(alone);
}

/** Whether it is there and may be told of this brand (null: of any) by what it was made for. Primary key. */
export async function isLiveWebhook(db: Queryable, workspaceId: number, webhookId: number, brandId: number | null): Promise<boolean> {
  const { rows } = await sql`
    select from ${owned} where h.workspace_id = ${workspaceId} and h.id = ${webhookId} and h.removed_at is null and h.status = 'active' and ${ownerMay}
      and (h.brand_ids is null or ${brandId}::bigint = any(h.brand_ids))
      and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = ${brandId}::bigint))`.execute(db);
  return rows.length > 0;
}
