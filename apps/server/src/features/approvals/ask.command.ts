import type { AgentActor } from '../../platform/auth/actor.ts';
import { inSavepoint, type Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findApprovers, mostApprovers, nobodysAction } from '../approval-rules/index.ts';
import { readValues } from '../custom-fields/index.ts';
import { findCommitment } from '../commitments/index.ts';
import { findMergedInto, findTicketState, listMerged, type TicketState } from '../tickets/index.ts';
import type { ApprovalChange } from './approvals.schemas.ts';
import { doChange, holdsBoth, type Known } from './do-change.command.ts';
import { insertRequest, isWaitingAlready, type Seen } from './requests.queries.ts';
import { heldPart, readMail, wordBefore, type HeldMail } from './send-held.command.ts';

class Undo extends Error {}

/** Which rule asks first for somebody's word on this change; null: none does. Nothing of it stays written. @throws Problem as the change itself */
async function ruleThatAsks(tx: Tx, actor: AgentActor, number: number, change: ApprovalChange, known: Known): Promise<number | null> {
  try {
    await inSavepoint(tx, async () => {
      await doChange(tx, actor, number, change, known, { approvals: { rules: known.rules } });
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof Undo) return null;
    const rule = error instanceof Problem && error.code === 'approval_needed' ? error.fields[0]?.approval?.rule.id : undefined;
    if (rule === undefined) throw error;
    return rule;
  }
  return null;
}

/**
 * What the mail would say if nobody had to approve it: everything else about it is as it should be. Nothing stays written.
 * @throws Problem as the change itself
 */
async function tryToSend(tx: Tx, actor: AgentActor, number: number, change: ApprovalChange, known: Known): Promise<HeldMail> {
  let mail: HeldMail | undefined;
  await inSavepoint(tx, async () => {
    const messageId = await doChange(tx, actor, number, change, known, { approvals: nobodysAction });
    if (messageId !== undefined) mail = await readMail(tx, actor, messageId, change);
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  if (!mail) throw new Error('a change was to send a message and sent none');
  return mail;
}

/** Exactly whom it would go to now: who takes part later does not get it. */
const addressed = (people: HeldMail['to']) => people.map(({ address, name }) => ({ email: address, ...(name !== '' && { name }) }));
const addressedTo = ({ reply, ...change }: ApprovalChange, { to, cc }: HeldMail): ApprovalChange => ({ ...change, ...(reply && { reply: { ...reply, to: addressed(to), cc: addressed(cc) } }) });

/**
 * Asks for what the change takes. It has to be possible in everything but the approval.
 * @throws Problem not_found; already_exists where the same is asked for already; invalid_input (`change`, `needs_none`); what the change itself would
 */
export async function askForApproval(tx: Tx, actor: AgentActor, number: number, { change: wanted, reason }: { change: ApprovalChange; reason: string }, known: Known): Promise<number> {
  const { workspaceId } = actor.scope;
  // A merge, and taking one back, hold both rows in an order of their own: this one is held after it was tried.
  const after = holdsBoth(wanted);
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: !after });
  if (!ticket) throw notFound('ticket');
  const ruleId = await ruleThatAsks(tx, actor, number, wanted, known);
  if (after) await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (ruleId === null) throw fieldProblem('change', 'needs_none', 'This takes nobody’s approval: just do it');
  const mail = heldPart(wanted) && (await tryToSend(tx, actor, number, wanted, known));
  const change = mail ? addressedTo(wanted, mail) : wanted;
  if (await isWaitingAlready(tx, workspaceId, { ticketId: ticket.id, ruleId, requesterId: actor.id, change })) throw new Problem('already_exists', 'The same is asked for already: wait for the answer, or withdraw it', [{ field: 'change', code: 'already_asked', message: 'It is asked for already' }]);
  const seen = { ...(await seenNow(tx, workspaceId, ticket, change)), ...(mail && { mail }) };
  const requestId = await insertRequest(tx, workspaceId, { ticketId: ticket.id, ruleId, requesterId: actor.id, change, seen, reason, now: known.now });
  await tellApprovers(tx, actor, { requestId, ruleId, ticketId: ticket.id, brandId: ticket.brand_id, requesterId: actor.id });
  return requestId;
}

/** What the ticket holds of what is to be changed. */
async function seenNow(tx: Tx, workspaceId: number, ticket: TicketState, change: ApprovalChange): Promise<Seen> {
  // What is done along with a reply is as much of a change.
  const sets: Pick<ApprovalChange, 'priority' | 'kind' | 'team' | 'assignee' | 'fields' | 'route'> = change.reply?.changes ?? change;
  const keys = Object.keys(sets.fields ?? {});
  const values = keys.length > 0 ? ((await readValues(tx, workspaceId, [ticket.id], keys)).get(ticket.id) ?? {}) : {};
  const promise = change.move ?? change.withdraw;
  const due = promise && (await dueOf(tx, workspaceId, ticket.id, promise.commitment));
  const word = await wordBefore(tx, workspaceId, ticket.id, change);
  const goesOn = change.escalate !== undefined || sets.route !== undefined;
  return {
    status: ticket.status,
    ...(due && { due }),
    ...(word !== undefined && { word }),
    ...(change.unmerge && { into: await findMergedInto(tx, workspaceId, ticket.id) }),
    ...((goesOn || sets.assignee !== undefined) && { assignee: ticket.assignee_id }),
    ...((goesOn || sets.team !== undefined) && { team: ticket.team_id }),
    ...(sets.priority !== undefined && { priority: ticket.priority }),
    ...(sets.kind !== undefined && { kind: ticket.kind }),
    ...((change.brand !== undefined || heldPart(change)) && { brand: ticket.brand_id }),
    ...((change.inbox !== undefined || heldPart(change)) && { inbox: ticket.inbox_id }),
    ...(change.folder !== undefined && { folder: ticket.folder }),
    ...(keys.length > 0 && { fields: Object.fromEntries(keys.map((key) => [key, values[key] ?? null])) }),
  };
}

/** When a promise of the ticket is due now. */
export async function dueOf(tx: Tx, workspaceId: number, ticketId: number, commitment: number): Promise<string | undefined> {
  const whole = (await listMerged(tx, workspaceId, ticketId)).map(({ id }) => id);
  return (await findCommitment(tx, workspaceId, whole, commitment))?.due_at.toISOString();
}

/** One event, which says who is asked. */
export async function tellApprovers(tx: Tx, actor: AgentActor, { requestId, ruleId, ticketId, brandId, requesterId }: { requestId: number; ruleId: number; ticketId: number; brandId: number; requesterId: number }): Promise<void> {
  const people = await findApprovers(tx, actor.scope.workspaceId, { ruleId, brandId, but: [requesterId], limit: mostApprovers });
  await appendEvent(tx, actor, { type: 'approval.asked', ticketId, brandId, data: { request: requestId, rule: ruleId, requester: requesterId, approvers: people.map(({ id }) => id) } });
}
