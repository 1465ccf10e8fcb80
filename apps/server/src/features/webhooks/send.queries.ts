import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { EventRow } from '../../platform/events/events.queries.ts';
import type { WebhookStatus } from './webhooks.queries.ts';
import type { AttemptError, DeliveryState } from './webhooks.schemas.ts';
import { ownerMay } from './webhooks.queries.ts';

/** Where to send, and what to sign with. */
export type Endpoint = { id: number; workspace_id: number; url: string; secret_sealed: string; old_secret_sealed: string | null; old_secret_until: Date | null };

const endpoint = sql`h.id, h.workspace_id, h.url, h.secret_sealed, h.old_secret_sealed, h.old_secret_until`;

/** Workspaces in which something may be sent. Index: webhooks_active. */
export async function workspacesWithWebhooks(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select w.id from identity.workspaces w
    where exists (select from webhooks h where h.workspace_id = w.id and h.status = 'active' and h.removed_at is null) order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes endpoints that have something due and that nobody sends to, those called longest ago first. Holds are by the database's clock, which all nodes share. Indexes: webhooks_active, webhook_deliveries_due. */
export async function claimEndpoints(alone: Alone, workspaceId: number, { lease, now, leaseSeconds, limit }: { lease: string; now: Date; leaseSeconds: number; limit: number }): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with due as materialized (
      select h.id as due_id from webhooks h join agents a on a.workspace_id = h.workspace_id and a.id = h.owner_id
      where h.workspace_id = ${workspaceId} and h.status = 'active' and h.removed_at is null and ${ownerMay}
        and (h.leased_until is null or h.leased_until <= now()) and (h.resting_until is null or h.resting_until <= ${now})
        and exists (select from webhook_deliveries d where d.workspace_id = h.workspace_id and d.webhook_id = h.id and d.state = 'waiting' and d.next_attempt_at <= ${now})
      order by h.last_attempt_at nulls first, h.id limit ${limit} for no key update of h skip locked)
    update webhooks set lease = ${lease}, leased_until = now() + make_interval(secs => ${leaseSeconds}) from due where workspace_id = ${workspaceId} and id = due_id returning id`.execute(alone);
  return rows.map(({ id }) => id);
}

type Held = { workspaceId: number; webhookId: number; lease: string };
const held = ({ workspaceId, webhookId, lease }: Held) => sql`workspace_id = ${workspaceId} and id = ${webhookId} and lease = ${lease}`;

export async function renewEndpoint(alone: Alone, hold: Held, leaseSeconds: number): Promise<void> {
  await sql`update webhooks set leased_until = now() + make_interval(secs => ${leaseSeconds}) where ${held(hold)}`.execute(alone);
}

export async function releaseEndpoint(alone: Alone, hold: Held): Promise<void> {
  await sql`update webhooks set lease = null, leased_until = null where ${held(hold)}`.execute(alone);
}

export type Due = Endpoint & EventRow & { delivery_id: number; attempts: number; event_id: number; /** Of a brand that it hears of, and that its owner sees. */ seen: boolean };

/** The next that is due, of an endpoint that is still ours, active, owned by an administrator and not resting. Index: webhook_deliveries_due. */
export async function nextDue(db: Queryable, { workspaceId, webhookId, lease }: Held, now: Date): Promise<Due | null> {
  const { rows } = await sql<Due>`
    select h.workspace_id, h.url, h.secret_sealed, h.old_secret_sealed, h.old_secret_until, d.id as delivery_id, d.attempts, d.event_id,
      e.id, e.xid::text as xid, e.type, e.ticket_id, t.number as ticket_number, e.brand_id, e.message_id, e.actor_type, e.actor_id, e.data, e.created_at,
      (e.brand_id is null or (h.brand_ids is null or e.brand_id = any(h.brand_ids))
        and (a.all_brands or exists (select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = e.brand_id))) as seen
    from webhooks h
    join agents a on a.workspace_id = h.workspace_id and a.id = h.owner_id and ${ownerMay}
    join lateral (
      select d.id, d.attempts, d.event_id from webhook_deliveries d
      where d.workspace_id = h.workspace_id and d.webhook_id = h.id and d.state = 'waiting' and d.next_attempt_at <= ${now} order by d.next_attempt_at, d.id limit 1) d on true
    join events e on e.workspace_id = h.workspace_id and e.id = d.event_id
    left join tickets t on t.workspace_id = e.workspace_id and t.id = e.ticket_id
    where h.workspace_id = ${workspaceId} and h.id = ${webhookId} and h.lease = ${lease} and h.status = 'active' and h.removed_at is null
      and (h.resting_until is null or h.resting_until <= ${now})`.execute(db);
  return rows[0] ?? null;
}

export async function findEndpoint(db: Queryable, workspaceId: number, webhookId: number): Promise<Endpoint | null> {
  const { rows } = await sql<Endpoint>`select ${endpoint} from webhooks h where h.workspace_id = ${workspaceId} and h.id = ${webhookId} and h.removed_at is null`.execute(db);
  return rows[0] ?? null;
}

export type AttemptToNote = { statusCode: number | null; error: AttemptError | null; durationMs: number; answer: string | null };

/** What became of an attempt. `of`: as many attempts as had been made before it; false when it is not that attempt's any more. */
export async function noteAttempt(
  tx: Tx,
  { workspaceId, deliveryId, of }: { workspaceId: number; deliveryId: number; of: number },
  { state, nextAt, now, ...attempt }: AttemptToNote & { state: DeliveryState; nextAt: Date | null; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update webhook_deliveries set state = ${state}, next_attempt_at = ${nextAt}, attempts = attempts + 1, last_attempt_at = ${now},
      status_code = ${attempt.statusCode}, error = ${attempt.error}, duration_ms = ${attempt.durationMs}, answer = ${attempt.answer}
    where workspace_id = ${workspaceId} and id = ${deliveryId} and attempts = ${of}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Of a brand that it no longer hears of, or that its owner no longer sees. */
export async function dropDelivery(alone: Alone, workspaceId: number, deliveryId: number): Promise<void> {
  await sql`update webhook_deliveries set state = 'dropped', next_attempt_at = null where workspace_id = ${workspaceId} and id = ${deliveryId} and state = 'waiting'`.execute(alone);
}

export async function noteSuccess(tx: Tx, { workspaceId, webhookId }: Omit<Held, 'lease'>, now: Date): Promise<void> {
  await sql`
    update webhooks set failures = 0, failing_since = null, resting_until = null, last_delivered_at = ${now}, last_attempt_at = ${now}
    where workspace_id = ${workspaceId} and id = ${webhookId}`.execute(tx);
}

/** Answers how often it has failed in a row, now with this time, and since when. */
export async function noteFailure(tx: Tx, { workspaceId, webhookId }: Omit<Held, 'lease'>, now: Date): Promise<{ failures: number; failing_since: Date; status: WebhookStatus; owner_id: number }> {
  const { rows } = await sql<{ failures: number; failing_since: Date; status: WebhookStatus; owner_id: number }>`
    update webhooks set failures = failures + 1, failing_since = coalesce(failing_since, ${now}), last_attempt_at = ${now}
    where workspace_id = ${workspaceId} and id = ${webhookId} returning failures, failing_since, status, owner_id`.execute(tx);
  return rows[0]!; // rows of webhooks go only a day after their removal, and the attempt holds one that is there
}

export async function restUntil(tx: Tx, { workspaceId, webhookId }: Omit<Held, 'lease'>, until: Date): Promise<void> {
  await sql`update webhooks set resting_until = ${until} where workspace_id = ${workspaceId} and id = ${webhookId}`.execute(tx);
}

export async function stopWebhook(tx: Tx, { workspaceId, webhookId }: Omit<Held, 'lease'>, status: 'failing' | 'gone', now: Date): Promise<void> {
  await sql`update webhooks set status = ${status}, resting_until = null, updated_at = ${now} where workspace_id = ${workspaceId} and id = ${webhookId}`.execute(tx);
}
