import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { nobodysAction, refuseUnapproved, type ApprovalGate } from '../approval-rules/index.ts';
import { linkNewestPromise } from '../commitment-links/index.ts';
import { queueReply, readReplyWords } from '../delivery/index.ts';
import { firstNameOf } from '../placeholders/index.ts';
import { addMessage, writtenText, type NewMessage, type TicketState } from '../tickets/index.ts';
import { findWorkspace } from '../workspaces/index.ts';
import { lockUnkept, refreshBoth, tell, type Doing, type Tools, type Whole } from './commitments.commands.ts';
import { insertMove, listMoves, updateCommitmentRow, type CommitmentRow, type MoveRow } from './commitments.queries.ts';
import { checkDue, nextAt, type DueTime } from '../commitment-rows/index.ts';
import type { AnswerProposalBody, MoveCommitmentBody } from './commitments.schemas.ts';
import { languageFor, movedText } from './customer-words.ts';
import { readDue } from './read-due.ts';

/**
 * Moves a promise: never without a reason, nor without the customer's knowing, by a message of ours or as the agent says.
 * @throws Problem not_found, conflict (it is over), ticket_closed, no_recipient, approval_needed, invalid_input
 */
export async function moveCommitment(tx: Tx, tools: Tools, actor: AgentActor, whole: Whole, id: number, body: MoveCommitmentBody, now: Date, { approvals, told: because = {} }: Doing): Promise<void> {
  const before = await lockUnkept(tx, actor, whole, id);
  const to = await readDue(tx, actor.timeZone, body);
  const told = body.told_otherwise ? 'otherwise' : 'message';
  await move(tx, tools, actor, whole, before, { to, reason: body.reason, told, text: body.message, approvals, because }, now);
  const { workspaceId } = actor.scope;
  if (approvals.rules.some(({ guard }) => guard === 'promise')) await refuseUnapproved(tx, actor, { ticketId: whole.ticket.id, brandId: whole.ticket.brand_id, laterBy: to.due_at.getTime() - (await firstPromised(tx, workspaceId, before)) }, approvals);
}

/** The time that the customer asked for is taken, and they are told; or it stays, which somebody tells them themselves. @throws Problem not_found, conflict */
export async function answerProposal(tx: Tx, tools: Tools, actor: AgentActor, whole: Whole, id: number, body: AnswerProposalBody, now: Date): Promise<void> {
  const before = await lockUnkept(tx, actor, whole, id);
  if (!before.proposed_due) throw new Problem('conflict', 'The customer asks for no other time');
  if (!body.accept) {
    await updateCommitmentRow(tx, actor.scope.workspaceId, id, noProposal);
    return tell(tx, actor, whole.ticket, 'commitment.declined', id);
  }
  const to = { due_at: before.proposed_due, due_on: null, starts_at: null };
  await move(tx, tools, actor, whole, before, { to, reason: before.proposed_text || '–', told: 'asked', silent: body.told_otherwise }, now);
}

/**
 * The moment from which it is counted how much later a promise is: what it is due now, or what was promised first where that is
 * earlier, so that many small steps are one large one. A time that the customer asked for themselves begins anew.
 */
async function firstPromised(tx: Tx, workspaceId: number, { id, due_at: due }: CommitmentRow): Promise<number> {
  const moves = (await listMoves(tx, workspaceId, [id])).get(id) ?? [];
  const own = moves.slice(moves.findLastIndex(({ told }) => told === 'asked') + 1);
  // The move in question is the last of them already.
  return Math.min(due.getTime(), own[0]?.from_due.getTime() ?? due.getTime());
}

const noProposal = { proposed_at: null, proposed_due: null, proposed_text: null };

type Move = { to: DueTime; reason: string; told: MoveRow['told']; text?: string; /** For words of the agent's own; what the program says of the move is none */ approvals?: ApprovalGate; silent?: boolean; /** Stands in the event beside it */ because?: EventData };

async function move(tx: Tx, tools: Tools, actor: AgentActor, whole: Whole, before: CommitmentRow, { to, reason, told, text, approvals, silent, because = {} }: Move, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const { ticket } = whole;
  checkDue(to, now);
  const isMailed = told !== 'otherwise' && !silent;
  const messageId = isMailed ? await writeOfMove() : null;
  const asked = told === 'asked' ? { agreed_at: now } : { agreed_at: null };
  await updateCommitmentRow(tx, workspaceId, before.id, { ...to, ...noProposal, ...asked, state: 'open', warned_at: null, next_at: nextAt(to, now, now) });
  await insertMove(tx, workspaceId, { commitmentId: before.id, from: before.due_at, to: to.due_at, reason, told, messageId, movedBy: actor.id }, now);
  await refreshBoth(tx, workspaceId, whole, before);
  await tell(tx, actor, ticket, 'commitment.moved', before.id, { from: before.due_at.toISOString(), to: to.due_at.toISOString(), told, owner: before.owner_id, ...because });
  if (messageId !== null) await linkNewestPromise(tx, { sealer: tools.sealer, publicUrl: tools.config.publicUrl }, { workspaceId, ticketId: ticket.id, messageId, commitmentId: before.id }, now);

  async function writeOfMove(): Promise<number> {
    const ours = (await textOfMove(tx, actor, ticket, before, to)).text;
    const own = text?.trim();
    return write(tx, tools, actor, ticket, own || ours, now, own && own !== ours.trim() ? approvals : nobodysAction);
  }
}

/** A public message of the agent's; it answers a new ticket, and leaves any other as it is. */
async function write(tx: Tx, tools: Tools, actor: AgentActor, ticket: TicketState, text: string, now: Date, approvals: ApprovalGate | undefined): Promise<number> {
  if (ticket.status === 'closed') throw new Problem('ticket_closed');
  const written = writtenText({ text });
  const message: NewMessage = {
    kind: 'public', direction: 'out', channel: 'email', authorType: 'agent', authorId: actor.id, from: { name: actor.name, address: '' }, to: [], cc: [], subject: '',
    text: written.text, html: written.html, replyText: written.text, language: written.language, messageId: null,
  };
  const { messageId } = await addMessage(tx, actor, ticket, message, ticket.status === 'new' ? 'open' : ticket.status, now, { approvals });
  const { outboxId } = await queueReply(tx, actor, { sealer: tools.sealer, ticketId: ticket.id, messageId });
  if (outboxId === null) throw new Problem('no_recipient');
  return messageId;
}

/** What the customer is told of a move where the agent writes nothing of their own. */
export async function textOfMove(db: Queryable, actor: AgentActor, ticket: Pick<TicketState, 'id' | 'language'>, before: CommitmentRow, to: DueTime): Promise<{ text: string; language: string }> {
  const [words, workspace] = await Promise.all([readReplyWords(db, actor.scope, actor.id, ticket.id), findWorkspace(db, actor.scope.workspaceId)]);
  const language = languageFor(ticket.language, words?.brandLanguage ?? null);
  const customer = firstNameOf(words?.values['customer.name'] ?? '');
  return { text: movedText({ customer, what: before.text, from: before, to }, language, workspace?.time_zone ?? 'UTC'), language };
}
