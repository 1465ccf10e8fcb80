import type { AgentActor, SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { refuseUnapproved, type ApprovalGate, type FittingRule } from '../approval-rules/index.ts';
import { checkDue, dueWithin, insertCommitment, mostUnkept, nextAt } from '../commitment-rows/index.ts';
import { addMessage } from './add-message.command.ts';
import { refreshPromise } from './promises.queries.ts';
import type { TicketState } from './ticket-row.queries.ts';
import type { PromiseWithin } from './tickets.schemas.ts';

/** An internal note that a macro or an automation brings, on a locked ticket. */
export async function writeNoteAlong(tx: Tx, actor: AgentActor | SystemActor, ticket: TicketState, note: { text: string; from: { name: string; address: string } }, now: Date): Promise<number> {
  const { messageId } = await addMessage(tx, actor, ticket, {
    kind: 'note', direction: 'out', channel: 'web', authorType: actor.type, authorId: actor.id, from: note.from, to: [], cc: [], subject: '',
    text: note.text, html: null, replyText: note.text, language: null, messageId: null,
  }, ticket.status, now);
  return messageId;
}

/**
 * A promise that a macro or an automation brings: who the ticket is by now keeps it; where it is nobody's and no team's, who uses the macro.
 * @param fitBefore rules of a promise that the ticket fitted before it was changed along with it
 * @param begins when its time begins to run: when the message goes out that it belongs to
 * @throws Problem approval_needed; invalid_input for `promise`: the desk never opens, or there are too many
 */
export async function promiseAlong(tx: Tx, actor: AgentActor | SystemActor, ticket: TicketState, { text, ...within }: PromiseWithin, now: Date, { approvals, fitBefore = [], told = {} }: { approvals: ApprovalGate; fitBefore?: readonly FittingRule[]; told?: EventData }, begins = now): Promise<number> {
  const { workspaceId } = actor.scope;
  const due = await dueWithin(tx, workspaceId, ticket.brand_id, within, begins);
  if (due === null) throw fieldProblem('promise', 'never_open', 'The brand’s desk never opens');
  checkDue(due, now);
  const ownerId = ticket.assignee_id ?? (ticket.team_id === null ? actor.id : null);
  const made = { source: actor.type === 'agent' ? ('macro' as const) : ('api' as const), madeBy: actor.id };
  const id = await insertCommitment(tx, workspaceId, { ...due, ...made, ownerId, teamId: ticket.team_id, ticketId: ticket.id, kind: 'promise', text, phone: null, nextAt: nextAt(due, now, now), messageId: null }, now);
  if (id === null) throw fieldProblem('promise', 'too_many', `A ticket has at most ${mostUnkept} open promises`);
  await refreshPromise(tx, workspaceId, ticket.id);
  await appendEvent(tx, actor, { type: 'commitment.made', ticketId: ticket.id, brandId: ticket.brand_id, data: { commitment: id, kind: 'promise', owner: ownerId, team: ticket.team_id, ...told } });
  await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: ticket.brand_id, actions: ['promise'] }, approvals, fitBefore);
  return id;
}
