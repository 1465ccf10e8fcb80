import type { AgentActor } from '../../platform/auth/actor.ts';
import { inSavepoint, type Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findApprovers, mostApprovers } from '../approval-rules/index.ts';
import { readValues } from '../custom-fields/index.ts';
import { findCommitment } from '../commitments/index.ts';
import { findMergedInto, findTicketState, listMerged, type TicketState } from '../tickets/index.ts';
import type { ApprovalChange } from './approvals.schemas.ts';
import { doChange, holdsBoth, type Known } from './do-change.command.ts';
import { insertRequest, isWaitingAlready, type Seen } from './requests.queries.ts';

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
 * Asks for what the change takes. It has to be possible in everything but the approval.
 * @throws Problem not_found; already_exists where the same is asked for already; invalid_input (`change`, `needs_none`); what the change itself would
 */
export async function askForApproval(tx: Tx, actor: AgentActor, number: number, { change, reason }: { change: ApprovalChange; reason: string }, known: Known): Promise<number> {
  const { workspaceId } = actor.scope;
  // A merge, and taking one back, hold both rows in an order of their own: this one is held after it was tried.
  const after = holdsBoth(change);
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: !after });
  if (!ticket) throw notFound('ticket');
  const ruleId = await ruleThatAsks(tx, actor, number, change, known);
  if (after) await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (ruleId === null) throw fieldProblem('change', 'needs_none', 'This takes nobody’s approval: just do it');
  if (await isWaitingAlready(tx, workspaceId, { ticketId: ticket.id, ruleId, change })) throw new Problem('already_exists', 'The same is asked for already: wait for the answer, or withdraw it', [{ field: 'change', code: 'already_asked', message: 'It is asked for already' }]);
  const seen = await seenNow(tx, workspaceId, ticket, change);
  const requestId = await insertRequest(tx, workspaceId, { ticketId: ticket.id, ruleId, requesterId: actor.id, change, seen, reason, now: known.now });
  await tellApprovers(tx, actor, { requestId, ruleId, ticketId: ticket.id, brandId: ticket.brand_id, requesterId: actor.id });
  return requestId;
}

/** What the ticket holds of what is to be changed. */
async function seenNow(tx: Tx, workspaceId: number, ticket: TicketState, change: ApprovalChange): Promise<Seen> {
  const keys = Object.keys(change.fields ?? {});
  const values = keys.length > 0 ? ((await readValues(tx, workspaceId, [ticket.id], keys)).get(ticket.id) ?? {}) : {};
  const promise = change.move ?? change.withdraw;
  const due = promise && (await dueOf(tx, workspaceId, ticket.id, promise.commitment));
  const goesOn = change.escalate !== undefined || change.route !== undefined;
  return {
    status: ticket.status,
    ...(due && { due }),
    ...(change.unmerge && { into: await findMergedInto(tx, workspaceId, ticket.id) }),
    ...((goesOn || change.assignee !== undefined) && { assignee: ticket.assignee_id }),
    ...((goesOn || change.team !== undefined) && { team: ticket.team_id }),
    ...(change.priority !== undefined && { priority: ticket.priority }),
    ...(change.kind !== undefined && { kind: ticket.kind }),
    ...(change.brand !== undefined && { brand: ticket.brand_id }),
    ...(change.inbox !== undefined && { inbox: ticket.inbox_id }),
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
