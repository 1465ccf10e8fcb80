import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { refuseUnapproved, spendMacroYes, type ApprovalGate } from '../approval-rules/index.ts';
import { linkNewestPromise } from '../commitment-links/index.ts';
import { bindToMessage } from '../commitment-rows/index.ts';
import { checkSendAt, queueReply } from '../delivery/index.ts';
import { attachFiles } from '../files/index.ts';
import type { KnownPlaybook } from '../required-steps/index.ts';
import { addMessage } from './add-message.command.ts';
import { changeAlong } from './changes-along.command.ts';
import { findWhoSees, insertMentions } from './mentions.queries.ts';
import { writtenText, type WrittenText } from './message-text.ts';
import { chooseRecipients } from './recipients.commands.ts';
import { markRead, newestPublicMessage } from './ticket-lookups.queries.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';
import type { NewMessage } from './ticket-writes.queries.ts';
import { mayBecome, statusAfterReply } from './tickets.rules.ts';
import type { AddMessageBody, ChangeTicketBody, TicketStatus } from './tickets.schemas.ts';

export type PreparedMessage = { written: WrittenText; sendAt: Date | null };

/** What can be said of it without the database. @throws Problem invalid_input */
export function prepareMessage(body: AddMessageBody, now: Date): PreparedMessage {
  const written = writtenText(body, { note: body.kind === 'note' });
  const sendAt = body.send_at === undefined ? null : new Date(body.send_at);
  refuseOddTimes(body, sendAt, now);
  return { written, sendAt };
}

/** What was known before the transaction; `told`: who approved it. */
export type WriteKnown = { tools: Pick<Context, 'sealer' | 'config' | 'setsOff'>; playbooks: readonly KnownPlaybook[]; approvals: ApprovalGate; told?: EventData | undefined; /** What the ticket held of what is changed along with it, when it was asked for */ seen?: ChangeTicketBody['seen'] | undefined; now: Date };

/**
 * The one command by which an agent replies, or writes a note.
 * @returns the message's id, and whether what goes along with it sends a mail
 * @throws Problem not_found, ticket_closed, status_not_possible, fields_missing, wrap_up_missing, steps_missing, approval_needed, conflict (somebody wrote since `seen`), no_recipient, invalid_input
 */
export async function writeMessage(tx: Tx, actor: AgentActor, number: number, body: AddMessageBody, { written, sendAt }: PreparedMessage, { tools, playbooks, approvals, told, seen, now }: WriteKnown): Promise<{ id: number; mailed: boolean }> {
  const { workspaceId } = actor.scope;
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  if (ticket.status === 'closed' && body.kind === 'public') throw new Problem('ticket_closed');
  nextStatus(ticket, body);
  if (body.seen !== undefined) await refuseUnseen(tx, workspaceId, ticket.id, body.seen);
  // As the ticket stands before, too: what is changed along with it does not take it out of the rule.
  if (body.kind === 'public') await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: ticket.brand_id, actions: ['reply'] }, approvals);
  const recipients = body.kind === 'public' ? await chooseRecipients(tx, actor, ticket, body) : null;
  const mentions = written.mentions.length > 0 ? await checkMentions(tx, actor, ticket, written.mentions) : [];
  const goesOut = sendAt ?? new Date(now.getTime() + (body.kind === 'public' ? body.undo_seconds * 1_000 : 0));
  const { beside, spent, mailed } = await changeAlong(tx, actor, ticket, body, { now, times: { begins: sendAt ?? now, tells: goesOut }, approvals, setsOff: tools.setsOff, told, seen });
  // An escalation takes up again what waited, or slept.
  const after = beside.escalation === undefined ? ticket : ((await findTicketState(tx, actor.scope, { id: ticket.id })) ?? ticket);
  const message: NewMessage = {
    kind: body.kind,
    direction: 'out',
    channel: body.kind === 'public' ? 'email' : 'web',
    authorType: 'agent',
    authorId: actor.id,
    from: { name: actor.name, address: body.kind === 'public' ? '' : actor.email },
    to: [],
    cc: [],
    subject: '',
    text: written.text,
    html: written.html,
    replyText: written.text,
    language: written.language,
    messageId: null,
  };
  const added = await addMessage(tx, actor, after, message, nextStatus(after, body), now, { mentions, gate: { playbooks, override: body.override }, approvals, told, ...(body.kind === 'public' && { beside }) });
  if (beside.commitment !== undefined) await bindToMessage(tx, workspaceId, { id: beside.commitment, messageId: added.messageId });
  if (spent.length > 0) await spendMacroYes(tx, workspaceId, spent, added.messageId);
  await attachFiles(tx, actor, added.messageId, [...(body.attachments ?? []), ...written.inline.keys()], { inline: written.inline });
  if (mentions.length > 0) await insertMentions(tx, workspaceId, { ticketId: ticket.id, messageId: added.messageId }, mentions, now);
  if (recipients) {
    const when = { undoSeconds: body.undo_seconds, sendAt, unlessAnswered: sendAt !== null && body.unless_answered === true };
    const queued = await queueReply(tx, actor, { sealer: tools.sealer, ticketId: ticket.id, messageId: added.messageId, ...when, ...recipients });
    if (queued.outboxId === null) throw new Problem('no_recipient');
    if (ticket.promise_due_at || beside.commitment !== undefined) await linkNewestPromise(tx, { sealer: tools.sealer, publicUrl: tools.config.publicUrl }, { workspaceId, ticketId: ticket.id, messageId: added.messageId, commitmentId: beside.commitment }, now);
  }
  await markRead(tx, workspaceId, actor.id, ticket.id, now);
  return { id: added.messageId, mailed };
}

function nextStatus(ticket: TicketState, body: AddMessageBody): TicketStatus {
  if (body.kind === 'note') return checked(ticket.status, body.status ?? ticket.status);
  return checked(ticket.status, statusAfterReply(ticket.status, body.status));
}

function checked(from: TicketStatus, to: TicketStatus): TicketStatus {
  if (!mayBecome(from, to)) throw new Problem('status_not_possible', `A ticket that is ${from} cannot become ${to}`, [{ field: 'status', code: 'status_not_possible', message: `Not from ${from}` }]);
  return to;
}

async function refuseUnseen(tx: Tx, workspaceId: number, ticketId: number, seen: number): Promise<void> {
  const newest = await newestPublicMessage(tx, workspaceId, ticketId);
  if (newest !== null && newest > seen) throw new Problem('conflict', 'Somebody wrote meanwhile', [{ field: 'seen', code: 'conflict', message: `The newest message is ${newest}` }]);
}

/** A note goes nowhere, and nothing goes out in the past. */
function refuseOddTimes({ kind, unless_answered, to, bcc }: AddMessageBody, sendAt: Date | null, now: Date): void {
  if (sendAt && kind === 'note') throw fieldProblem('send_at', 'not_for_notes', 'A note is not sent');
  if (unless_answered && !sendAt) throw fieldProblem('unless_answered', 'needs_send_at', 'Only with send_at');
  if (kind === 'note' && (to || bcc)) throw fieldProblem(to ? 'to' : 'bcc', 'not_for_notes', 'A note is not sent');
  if (sendAt) checkSendAt(sendAt, now);
}

/** Whoever is named must be able to read it. @returns whom to tell: not the writer */
async function checkMentions(tx: Tx, actor: AgentActor, ticket: TicketState, mentions: readonly number[]): Promise<number[]> {
  const see = await findWhoSees(tx, actor.scope.workspaceId, ticket.brand_id, mentions);
  const blind = mentions.filter((id) => !see.has(id));
  if (blind.length > 0) throw new Problem('invalid_input', 'A colleague who is mentioned may not see this ticket’s brand', blind.map((id) => ({ field: 'html', code: 'mention_cannot_see', message: `Agent ${id} may not see this ticket` })));
  return mentions.filter((id) => id !== actor.id);
}
