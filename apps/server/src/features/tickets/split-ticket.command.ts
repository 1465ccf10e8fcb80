import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { refuseUnapproved, type ApprovalGate } from '../approval-rules/index.ts';
import { copyMessageFiles } from '../files/index.ts';
import { openTicket } from './create-ticket.command.ts';
import { insertLink } from './links.queries.ts';
import { listParticipants, type ParticipantRow } from './participants.queries.ts';
import { findTicketState } from './ticket-row.queries.ts';
import type { NewMessage, NewParticipant } from './ticket-writes.queries.ts';
import { findMessage, type MessageRow } from './timeline.queries.ts';

/**
 * A message that is a case of its own becomes the first of a new ticket, with its attachments; it stays where it was as
 * well, and both tickets are linked. Taken back by merging them.
 * @param newNumber the new ticket's, taken before the transaction
 * @throws Problem not_found, approval_needed, or invalid_input for `message`
 */
export async function splitTicket(tx: Tx, actor: AgentActor, number: number, body: { message: number; subject?: string }, now: Date, { newNumber, approvals, told = {} }: { newNumber: number; approvals: ApprovalGate; told?: EventData }): Promise<void> {
  const { scope } = actor;
  const original = await findTicketState(tx, scope, { number });
  if (!original) throw notFound('ticket');
  const row = await findMessage(tx, scope, body.message);
  if (!row || row.ticket_number !== original.number || row.kind !== 'public' || row.direction !== 'in') throw fieldProblem('message', 'not_found', 'There is no such message on this ticket');
  const people = await listParticipants(tx, scope, original.id);
  const writer = row.author_type === 'customer' ? row.author_id : null;
  // Who asked by telephone and has no e-mail address takes part in nothing, and yet it is their case.
  const requesterId = writer ?? original.requester_id;
  const subject = body.subject ?? (row.subject || original.subject);
  const message: NewMessage = {
    kind: 'public', direction: row.direction, channel: row.channel, authorType: row.author_type, authorId: row.author_id,
    from: { name: row.from_name, address: row.from_address }, to: row.recipients_to, cc: row.recipients_cc, subject, text: row.text, html: row.html,
    replyText: row.reply_text, language: row.language, messageId: null, senderCheck: row.sender_check, notices: row.notices,
  };
  const opened = await openTicket(tx, actor, {
    ticket: {
      number: newNumber, subject, status: 'new', priority: original.priority, kind: original.kind, channel: row.channel, folder: 'inbox', language: row.language ?? original.language,
      brandId: original.brand_id, inboxId: original.inbox_id, teamId: original.team_id, assigneeId: null, requesterId, tags: [], solvedAt: null, closeAt: null,
    },
    message,
    participants: whoTakesPart(row, people, requesterId),
  }, now);
  await copyMessageFiles(tx, scope.workspaceId, { from: row.id, to: opened.messageId });
  await insertLink(tx, scope.workspaceId, opened.ticketId, original.id, 'related');
  await appendEvent(tx, actor, { type: 'ticket.linked', ticketId: original.id, brandId: original.brand_id, data: { other: newNumber, kind: 'split', ...told } });
  await refuseUnapproved(tx, actor, { ticketId: original.id, brandId: original.brand_id, actions: ['split'] }, approvals);
}

/** The requester by the address that they take part with, or wrote from; nobody, where they have none. */
function whoTakesPart({ from_name, from_address }: MessageRow, people: ParticipantRow[], requesterId: number): NewParticipant[] {
  const present = people.find(({ customer_id }) => customer_id === requesterId);
  if (present) return [{ customerId: requesterId, address: present.address, name: present.name, role: 'requester', confirmed: present.confirmed }];
  return from_address.includes('@') ? [{ customerId: requesterId, address: from_address.toLowerCase(), name: from_name, role: 'requester', confirmed: true }] : [];
}
