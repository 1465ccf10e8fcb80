import type { Context } from '../../context.ts';
import type { Actor, AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { claimOnce, noteMessageOfOnce } from '../../platform/once/once.queries.ts';
import type { Once } from '../../platform/once/once.ts';
import { refuseUnsolvable } from '../custom-fields/index.ts';
import { queueReply } from '../delivery/index.ts';
import { attachFiles } from '../files/index.ts';
import { deleteDraft } from './drafts.queries.ts';
import { writtenText } from './message-text.ts';
import { addParticipants } from './participants.commands.ts';
import { markRead, newestPublicMessage, whatSolvingTakes } from './ticket-lookups.queries.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';
import { insertMessage, type NewMessage } from './ticket-writes.queries.ts';
import { mayBecome, solvedMarks, statusAfterIncoming, statusAfterReply } from './tickets.rules.ts';
import type { AddMessageBody, TicketStatus } from './tickets.schemas.ts';

/**
 * Writes a message on a ticket whose row is locked, moves the status if it must, and says so in one event.
 * @param to the status after it
 * @throws Problem fields_missing when it may not be solved yet
 */
export async function addMessage(tx: Tx, actor: Actor, ticket: TicketState, message: NewMessage, to: TicketStatus, now: Date): Promise<{ messageId: number }> {
  const moved = to !== ticket.status;
  const solving = moved && to === 'solved' ? await whatSolvingTakes(tx, { workspaceId: actor.scope.workspaceId, ticketId: ticket.id, brandId: ticket.brand_id }) : null;
  refuseUnsolvable(solving?.missing ?? []);
  const marks = solvedMarks(to, now, solving?.hours ?? 0);
  const data = {
    kind: message.kind,
    direction: message.direction,
    ...(message.automatic ? { automatic: message.automatic } : {}),
    ...(moved ? { changes: { status: { from: ticket.status, to } } } : {}),
  };
  const after = { status: to, solvedAt: marks.solved_at, closeAt: marks.close_at, keepSolvedMarks: !moved };
  return insertMessage(tx, actor, { id: ticket.id, brandId: ticket.brand_id }, message, after, data, now);
}

/** A message from outside: a person's wakes a ticket that waits or is solved, a machine's does not. */
export async function addIncomingMessage(tx: Tx, actor: Actor, ticket: TicketState, message: NewMessage, now: Date): Promise<{ messageId: number }> {
  return addMessage(tx, actor, ticket, message, statusAfterIncoming(ticket.status, message.automatic != null), now);
}

/**
 * An agent's reply or note; a repeat of one that is `once` only answers the message that the first wrote.
 * @returns the message's id
 * @throws Problem not_found, ticket_closed, status_not_possible, fields_missing, conflict (somebody wrote since `seen`), invalid_input, key_reused
 */
export async function addMessageByAgent(context: Context, actor: AgentActor, number: number, body: AddMessageBody, once?: Once): Promise<number> {
  const now = context.clock.now();
  const { workspaceId } = actor.scope;
  if (!(await findTicketState(context.db, actor.scope, { number }))) throw notFound('ticket');
  const written = writtenText(body);
  const messageId = await context.db.transaction().execute(async (tx) => {
    const first = once && (await claimOnce(tx, { workspaceId, agentId: actor.id }, once, now));
    if (first) return first.messageId ?? notWritten();
    const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
    if (!ticket) throw notFound('ticket');
    if (ticket.status === 'closed' && body.kind === 'public') throw new Problem('ticket_closed');
    const to = nextStatus(ticket, body);
    if (body.seen !== undefined) await refuseUnseen(tx, workspaceId, ticket.id, body.seen);
    if (body.kind === 'public' && body.cc?.length) await addParticipants(tx, actor, ticket, body.cc);
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
    const added = await addMessage(tx, actor, ticket, message, to, now);
    if (body.attachments?.length) await attachFiles(tx, actor, added.messageId, body.attachments);
    if (body.kind === 'public') {
      const queued = await queueReply(tx, actor, { sealer: context.sealer, ticketId: ticket.id, messageId: added.messageId, undoSeconds: body.undo_seconds });
      if (queued.outboxId === null) throw new Problem('no_recipient');
    }
    if (once) await noteMessageOfOnce(tx, { workspaceId, agentId: actor.id }, once, added.messageId);
    await deleteDraft(tx, workspaceId, ticket.id, actor.id, body.kind);
    await markRead(tx, workspaceId, actor.id, ticket.id, now);
    return added.messageId;
  });
  context.wake.say('events');
  if (body.kind === 'public') context.wake.say('outbox');
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
