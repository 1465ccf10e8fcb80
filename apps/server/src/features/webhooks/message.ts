import type { z } from 'zod';
import type { EventRow } from '../../platform/events/events.queries.ts';
import { viewEvent } from '../events/index.ts';
import type { webhookPayload } from './webhooks.schemas.ts';

export type Message = { id: string; body: string };

/** The same whenever it is made anew: events never change. */
export function messageOf(webhookId: number, event: EventRow): Message {
  const data = viewEvent(event);
  const payload: z.input<typeof webhookPayload> = { type: event.type, timestamp: data.created_at, data };
  return { id: messageId(webhookId, { event_id: event.id, id: 0 }), body: JSON.stringify(payload) };
}

export function testMessage(webhookId: number, deliveryId: number, now: Date): Message {
  return { id: messageId(webhookId, { event_id: null, id: deliveryId }), body: JSON.stringify({ type: 'webhook.test', timestamp: now.toISOString(), data: { webhook: webhookId } }) };
}

/** `webhook-id`: no dots, which part what is signed. */
export function messageId(webhookId: number, delivery: { event_id: number | null; id: number }): string {
  return delivery.event_id === null ? `msg_${webhookId}_test_${delivery.id}` : `msg_${webhookId}_${delivery.event_id}`;
}
