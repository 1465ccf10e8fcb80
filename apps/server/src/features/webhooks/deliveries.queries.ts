import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { AttemptError, DeliveryState } from './webhooks.schemas.ts';

export type DeliveryRow = {
  id: number;
  event_id: number | null;
  type: string;
  state: DeliveryState;
  attempts: number;
  next_attempt_at: Date | null;
  last_attempt_at: Date | null;
  status_code: number | null;
  error: AttemptError | null;
  duration_ms: number | null;
  answer: string | null;
  created_at: Date;
};

const columns = sql`id, event_id, type, state, attempts, next_attempt_at, last_attempt_at, status_code, error, duration_ms, answer, created_at`;

/** Newest first. Indexes: webhook_deliveries_newest, webhook_deliveries_state. */
export async function listDeliveries(db: Queryable, workspaceId: number, webhookId: number, { state, before, limit }: { state: DeliveryState | undefined; before: number; limit: number }): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    select ${columns} from webhook_deliveries where workspace_id = ${workspaceId} and webhook_id = ${webhookId} and ${state === undefined ? sql`true` : sql`state = ${state}`} and id < ${before}
    order by id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findDelivery(db: Queryable, workspaceId: number, webhookId: number, deliveryId: number): Promise<DeliveryRow | null> {
  const { rows } = await sql<DeliveryRow>`select ${columns} from webhook_deliveries where workspace_id = ${workspaceId} and webhook_id = ${webhookId} and id = ${deliveryId}`.execute(db);
  return rows[0] ?? null;
}

/** What is to be sent again starts anew, with all its attempts. */
const anew = (now: Date) => sql`state = 'waiting', attempts = 0, next_attempt_at = ${now}`;

export async function replayDelivery(tx: Tx, workspaceId: number, deliveryId: number, now: Date): Promise<void> {
  await sql`update webhook_deliveries set ${anew(now)} where workspace_id = ${workspaceId} and id = ${deliveryId} and event_id is not null`.execute(tx);
}

/** The oldest first. Answers how many. Index: webhook_deliveries_state. */
export async function replayFailed(tx: Tx, workspaceId: number, webhookId: number, { since, limit, now }: { since: Date; limit: number; now: Date }): Promise<number> {
  const { numAffectedRows } = await sql`
    update webhook_deliveries set ${anew(now)} where workspace_id = ${workspaceId} and id in (
      select d.id from webhook_deliveries d where d.workspace_id = ${workspaceId} and d.webhook_id = ${webhookId} and d.state = 'failed' and d.event_id is not null and d.created_at >= ${since}
      order by d.id limit ${limit})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export async function hasFailedSince(db: Queryable, workspaceId: number, webhookId: number, since: Date): Promise<boolean> {
  const { rows } = await sql`
    select from webhook_deliveries where workspace_id = ${workspaceId} and webhook_id = ${webhookId} and state = 'failed' and event_id is not null and created_at >= ${since} limit 1`.execute(db);
  return rows.length > 0;
}

/** Somebody asks for it now: the rest that an endpoint is given after failures is over. */
export async function endRest(tx: Tx, workspaceId: number, webhookId: number): Promise<void> {
  await sql`update webhooks set resting_until = null where workspace_id = ${workspaceId} and id = ${webhookId}`.execute(tx);
}

export async function insertTest(alone: Alone, workspaceId: number, webhookId: number, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into webhook_deliveries (workspace_id, webhook_id, type, state, created_at) values (${workspaceId}, ${webhookId}, 'webhook.test', 'failed', ${now}) returning id`.execute(alone);
  return rows[0]!.id; // an insert without a condition answers its row
}
