import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { claimOnce, noteMessageOfOnce } from '../../platform/once/once.queries.ts';
import type { Once } from '../../platform/once/once.ts';
import { spendMacroYes } from '../approval-rules/index.ts';
import { linkNewestPromise } from '../commitment-links/index.ts';
import { bindToMessage } from '../commitment-rows/index.ts';
import { checkSendAt, queueReply } from '../delivery/index.ts';
import { attachFiles } from '../files/index.ts';
import { addMessage } from './add-message.command.ts';
import { changeAlong } from './changes-along.command.ts';
import { deleteDraft } from './drafts.queries.ts';
import { findWhoSees, insertMentions } from './mentions.queries.ts';
import { writtenText } from './message-text.ts';
import { chooseRecipients } from './recipients.commands.ts';
import { markRead, newestPublicMessage } from './ticket-lookups.queries.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';
import type { NewMessage } from './ticket-writes.queries.ts';
import { mayBecome, statusAfterReply } from './tickets.rules.ts';
import type { AddMessageBody, TicketStatus } from './tickets.schemas.ts';

/**
 * An agent's reply or note; a repeat of one that is `once` only answers the message that the first wrote.
 * @returns the message's id
 * @throws Problem not_found, ticket_closed, status_not_possible, fields_missing, wrap_up_missing, steps_missing, approval_needed, conflict (somebody wrote since `seen`), no_recipient, invalid_input, key_reused
 */
export async function addMessageByAgent(context: Context, actor: AgentActor, number: number, body: AddMessageBody, once?: Once): Promise<number> {
  const now = context.clock.now();
  const { workspaceId } = actor.scope;
  if (!(await findTicketState(context.db, actor.scope, { number }))) throw notFound('ticket');
  const written = writtenText(body, { note: body.kind === 'note' });
  const sendAt = body.send_at === undefined ? null : new Date(body.send_at);
  refuseOddTimes(body, sendAt, now);
  const playbooks = body.status === undefined ? [] : await context.playbooks.of(workspaceId);
  const approvals = { rules: body.status === undefined && !body.changes && !body.macros?.length ? [] : await context.approvalRules.of(workspaceId) };
  let mailed = body.kind === 'public';
  const messageId = await context.db.transaction().execute(async (tx) => {
    const first = once && (await claimOnce(tx, { workspaceId, agentId: actor.id }, once, now));
    if (first) return first.messageId ?? notWritten();
    const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
    if (!ticket) throw notFound('ticket');
    if (ticket.status === 'closed' && body.kind === 'public') throw new Problem('ticket_closed');
    nextStatus(ticket, body);
    if (body.seen !== undefined) await refuseUnseen(tx, workspaceId, ticket.id, body.seen);
    const recipients = body.kind === 'public' ? await chooseRecipients(tx, actor, ticket, body) : null;
    const mentions = written.mentions.length > 0 ? await checkMentions(tx, actor, ticket, written.mentions) : [];
    const goesOut = sendAt ?? new Date(now.getTime() + (body.kind === 'public' ? body.undo_seconds * 1_000 : 0));
    const { beside, spent, ...along } = await changeAlong(tx, actor, ticket, body, { now, times: { begins: sendAt ?? now, tells: goesOut }, approvals, setsOff: context.setsOff });
    mailed ||= along.mailed;
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
    const added = await addMessage(tx, actor, after, message, nextStatus(after, body), now, { mentions, gate: { playbooks, override: body.override }, approvals, ...(body.kind === 'public' && { beside }) });
    if (beside.commitment !== undefined) await bindToMessage(tx, workspaceId, { id: beside.commitment, messageId: added.messageId });
    if (spent.length > 0) await spendMacroYes(tx, workspaceId, spent, added.messageId);
    await attachFiles(tx, actor, added.messageId, [...(body.attachments ?? []), ...written.inline.keys()], { inline: written.inline });
    if (mentions.length > 0) await insertMentions(tx, workspaceId, { ticketId: ticket.id, messageId: added.messageId }, mentions, now);
    if (recipients) {
      const when = { undoSeconds: body.undo_seconds, sendAt, unlessAnswered: sendAt !== null && body.unless_answered === true };
      const queued = await queueReply(tx, actor, { sealer: context.sealer, ticketId: ticket.id, messageId: added.messageId, ...when, ...recipients });
      if (queued.outboxId === null) throw new Problem('no_recipient');
      if (ticket.promise_due_at || beside.commitment !== undefined) await linkNewestPromise(tx, { sealer: context.sealer, publicUrl: context.config.publicUrl }, { workspaceId, ticketId: ticket.id, messageId: added.messageId, commitmentId: beside.commitment }, now);
    }
    if (once) await noteMessageOfOnce(tx, { workspaceId, agentId: actor.id }, once, added.messageId);
    await deleteDraft(tx, { workspaceId, ticketId: ticket.id, agentId: actor.id, kind: body.kind, side: null });
    await markRead(tx, workspaceId, actor.id, ticket.id, now);
    return added.messageId;
  });
  context.wake.say('events');
  if (mailed) context.wake.say('outbox');
  if (body.changes?.webhook !== undefined && body.kind === 'note') context.wake.say('webhooks');
  return messageId;
}

/** The key of a request that writes no message cannot have the fingerprint of one that does. */
function notWritten(): never {
  throw notFound('message');
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
