import { sql } from 'kysely';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { takeBackEscalation } from '../ticket-escalations/index.ts';
import { readBeside, refreshPromiseUpwards, saidByItsMessageAlone } from './beside.queries.ts';

type Mail = { ticketId: number; brandId: number; messageId: number };
/** The ids of the note, of the promise, of the escalation and of the webhook that has not been told. */
export type WentBack = { note?: number; commitment?: number; escalation?: number; webhook?: number };

/** As the event of the message that was taken back keeps it. */
export const besideData = (back: WentBack) => (Object.keys(back).length > 0 ? { beside: back } : {});
/** How many messages went back: this one, and its note. */
export const countWithBeside = ({ note }: WentBack) => (note === undefined ? 1 : 2);

/**
 * What a macro wrote beside a reply goes back with it: its note was for a reply that nobody got, and nothing was promised to
 * anybody. An escalation goes back unless somebody has acted on it, and a webhook that has not been told is not. A promise that is over already stays as it is, and so does one of which
 * the customer knows by another mail: it was moved, or they answered to it. The caller holds the ticket's row. Indexes: events_timeline, from the end; approval_requests_ticket.
 * @returns what went back, for the event that says so
 */
export async function takeBackBeside(tx: Tx, actor: Actor, { ticketId, brandId, messageId }: Mail): Promise<WentBack> {
  const { workspaceId } = actor.scope;
  const { note, commitment, escalation, telling, webhook } = await readBeside(tx, workspaceId, { ticketId, messageId });
  const back: WentBack = {};
  // What was approved for this message and no other is approved again.
  await sql`update approval_requests set spent_message_id = null where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and spent_message_id = ${messageId}`.execute(tx);
  const by = actor.type === 'agent' ? actor.id : null;
  if (commitment !== null && (await withdraw(tx, workspaceId, { ticketId, commitment, by }))) {
    back.commitment = commitment;
    await appendEvent(tx, actor, { type: 'commitment.withdrawn', ticketId, brandId, data: { commitment } });
  }
  if (note !== null && (await hideNote(tx, workspaceId, note))) {
    back.note = note;
    await appendEvent(tx, actor, { type: 'message.cancelled', ticketId, brandId, messageId: note, data: { note: true } });
  }
  if (escalation !== null && (await takeBackEscalation(tx, actor, { ticketId, brandId, escalation }))) back.escalation = escalation;
  if (telling !== null && webhook !== null && (await stopTelling(tx, workspaceId, webhook, telling))) back.webhook = webhook;
  return back;
}

/** @returns whether it is not told of the event now; false where it has been. Index: the key of an event's deliveries. */
async function stopTelling(tx: Tx, workspaceId: number, webhookId: number, eventId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update webhook_deliveries set state = 'dropped', next_attempt_at = null
    where workspace_id = ${workspaceId} and webhook_id = ${webhookId} and event_id = ${eventId} and state = 'waiting' and attempts = 0`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

async function hideNote(tx: Tx, workspaceId: number, note: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update messages set taken_back_at = now() where workspace_id = ${workspaceId} and id = ${note} and taken_back_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

async function withdraw(tx: Tx, workspaceId: number, { ticketId, commitment, by }: { ticketId: number; commitment: number; by: number | null }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update commitments set state = 'withdrawn', withdrawn_at = now(), withdrawn_by = ${by}::bigint, next_at = null
    where workspace_id = ${workspaceId} and id = ${commitment} and state in ('open', 'broken') and ${saidByItsMessageAlone}`.execute(tx);
  if ((numAffectedRows ?? 0n) === 0n) return false;
  await refreshPromiseUpwards(tx, workspaceId, ticketId);
  return true;
}
