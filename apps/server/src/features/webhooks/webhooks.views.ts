import type { z } from 'zod';
import type { DeliveryRow } from './deliveries.queries.ts';
import { messageId } from './message.ts';
import type { WebhookRow } from './webhooks.queries.ts';
import type { deliveryShape, webhookShape } from './webhooks.schemas.ts';

const at = (moment: Date | null) => moment?.toISOString() ?? null;

export function toWebhook(row: WebhookRow, now: Date): z.input<typeof webhookShape> {
  const isAhead = (moment: Date | null) => moment !== null && moment > now;
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    event_types: row.event_types,
    brands: row.brand_ids,
    owner: { id: row.owner_id, name: row.owner_name },
    status: row.status,
    owner_may: row.owner_may,
    health: {
      failures: row.failures,
      failing_since: at(row.failing_since),
      resting_until: isAhead(row.resting_until) ? at(row.resting_until) : null,
      last_delivered_at: at(row.last_delivered_at),
      last_attempt_at: at(row.last_attempt_at),
      waiting: row.waiting,
      failed: row.failed,
    },
    old_secret_until: isAhead(row.old_secret_until) ? at(row.old_secret_until) : null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

export function toDelivery(webhookId: number, row: DeliveryRow): z.input<typeof deliveryShape> {
  return {
    id: row.id,
    message: messageId(webhookId, row),
    type: row.type,
    event: row.event_id,
    state: row.state,
    attempts: row.attempts,
    next_attempt_at: at(row.next_attempt_at),
    last_attempt_at: at(row.last_attempt_at),
    status_code: row.status_code,
    error: row.error,
    duration_ms: row.duration_ms,
    answer: row.answer,
    created_at: row.created_at.toISOString(),
  };
}
