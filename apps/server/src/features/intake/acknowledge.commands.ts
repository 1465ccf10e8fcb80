import type { Sealer } from '../../platform/auth/sealer.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { findOurAddresses, queueReply } from '../delivery/index.ts';
import { fillPlaceholders, firstNameOf } from '../placeholders/index.ts';
import { hoursText } from '../workspaces/index.ts';
import { addMessage, findTicketState } from '../tickets/index.ts';
import { chooseAcknowledgement } from './acknowledgement-texts.ts';
import { inboxCandidates } from './intake-addresses.ts';
import type { IntakeInbox, PreparedMail } from './intake.types.ts';
import { readAcknowledgement, takeAutomaticAnswer } from './receive.queries.ts';

/** More machine answers in an hour than any inbox of people needs; above it something is wrong. */
const capPerInboxAndHour = 500;

/**
 * Tells the sender of a new ticket its number, if the brand wants that and a person wrote: never to a machine, a forged
 * sender or ourselves, at most once an hour to one address (RFC 3834). Only the writer gets it, nobody in copy.
 * @returns whether a mail was queued
 */
export async function acknowledge(tx: Tx, sealer: Sealer, inbox: IntakeInbox, mail: PreparedMail, opened: { workspaceId: number; ticketId: number; customerName: string }, now: Date): Promise<boolean> {
  const { workspaceId, ticketId } = opened;
  const to = mail.answerTo;
  if (!inbox.acknowledges || !to || !mail.mayAnswer || mail.verdict === 'failed') return false;
  if ((await findOurAddresses(tx, inboxCandidates(to.address))).size > 0) return false;
  if (!(await takeAutomaticAnswer(tx, workspaceId, inbox.id, to.address, capPerInboxAndHour))) return false;
  const actor = systemActor(workspaceId);
  const ticket = await findTicketState(tx, actor.scope, { id: ticketId });
  if (!ticket) return false;
  const brand = await readAcknowledgement(tx, workspaceId, inbox.brandId);
  const text = chooseAcknowledgement(brand, mail.language);
  const brandName = brand.from_name || brand.name;
  const values = { 'ticket.number': String(ticket.number), 'ticket.subject': ticket.subject, 'customer.name': opened.customerName, 'customer.first_name': firstNameOf(opened.customerName), 'agent.name': brandName, 'agent.first_name': brandName, 'brand.name': brandName, 'desk.hours': brand.hours === null ? '' : hoursText(brand.hours, text.language) };
  const body = fillPlaceholders(text.body, values);
  const { messageId } = await addMessage(tx, actor, ticket, {
    kind: 'public',
    direction: 'out',
    channel: 'email',
    authorType: 'system',
    authorId: null,
    from: { name: brandName, address: inbox.address },
    to: [to],
    cc: [],
    subject: fillPlaceholders(text.subject, values).slice(0, 500),
    text: body,
    html: null,
    replyText: body,
    language: text.language,
    messageId: null,
    automatic: 'acknowledgement',
  }, ticket.status, now);
  const queued = await queueReply(tx, actor, { sealer, ticketId, messageId, automatic: true, only: { to: [to], cc: [] } });
  return queued.outboxId !== null;
}
