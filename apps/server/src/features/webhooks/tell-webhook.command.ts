import type { Tx } from '../../platform/db/db.ts';
import type { EventType } from '../../platform/events/event-types.ts';
import { insertDeliveries } from './follow.queries.ts';

/** Tells one webhook of an event that was written in this transaction, whatever it listens for; once, also where it listens for it, and not before `at`. */
export async function tellWebhook(tx: Tx, workspaceId: number, webhookId: number, event: { id: number; type: EventType }, at: Date): Promise<void> {
  await insertDeliveries(tx, workspaceId, [{ webhook_id: webhookId, event_id: event.id, type: event.type }], at);
}
