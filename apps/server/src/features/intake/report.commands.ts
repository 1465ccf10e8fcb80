import { systemActor, type SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import type { Bounce } from '../../platform/mail/reading/read-bounce.ts';
import { wellFormedLine } from '../../platform/mail/well-formed.ts';
import { findTicketState, updateTicket, type TicketState } from '../tickets/index.ts';
import type { ReportedMessage } from './find-thread.ts';
import { markBounced } from './receive.queries.ts';

type Report = { ticket: TicketState; bounce: Bounce; reported: ReportedMessage | null; now: Date };

/**
 * What a delivery report means for the message that it is about. A failure for good marks the addresses and brings the
 * ticket back to the agent, who would otherwise wait for an answer that cannot come; a delay is only told.
 */
export async function noteReport(tx: Tx, actor: SystemActor, { ticket, bounce, reported, now }: Report): Promise<void> {
  if (!reported || bounce.kind === 'feedback') return;
  const about = { ticketId: ticket.id, brandId: ticket.brand_id, messageId: reported.id };
  if (bounce.kind === 'delayed') {
    await appendEvent(tx, actor, { type: 'message.delayed', ...about, data: { status: firstStatus(bounce) } });
    return;
  }
  const permanent = bounce.recipients.filter((recipient) => recipient.permanent);
  let marked = 0;
  for (const { address, status } of permanent.slice(0, 100)) marked += await markBounced(tx, actor.scope.workspaceId, reported.id, [wellFormedLine(address, 320).toLowerCase()], shortStatus(status), now);
  await appendEvent(tx, actor, { type: 'message.bounced', ...about, data: { status: firstStatus(bounce), permanent: permanent.length > 0, marked } });
  // The customer does not wait for what a supplier was asked, nor for the question how satisfied they are.
  if (reported.side_id === null && reported.automatic !== 'survey') await bringBackTicket(tx, actor.scope.workspaceId, ticket.id, now);
}

/** An answer that will never arrive: a ticket that waits for the customer, or rests, needs an agent again. */
export async function bringBackTicket(tx: Tx, workspaceId: number, ticketId: number, now: Date): Promise<void> {
  const actor = systemActor(workspaceId);
  const ticket = await findTicketState(tx, actor.scope, { id: ticketId }, { lock: true });
  const rests = ticket?.status === 'pending' || ticket?.status === 'solved';
  if (ticket && (rests || ticket.snoozed_until !== null)) await updateTicket(tx, actor, ticket.number, { ...(rests && { status: 'open' }), snoozed_until: null }, now);
}

function firstStatus(bounce: Bounce): string | null {
  return shortStatus(bounce.recipients.find(({ status }) => status)?.status ?? null);
}

/** RFC 3463, e.g. 5.1.1. */
function shortStatus(status: string | null): string | null {
  return status !== null && /^[245]\.\d{1,3}\.\d{1,3}$/.test(status) ? status : null;
}
