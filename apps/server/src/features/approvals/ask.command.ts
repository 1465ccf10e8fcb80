import type { AgentActor } from '../../platform/auth/actor.ts';
import { inSavepoint, type Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findApprovers, mostApprovers, type KnownApprovalRule } from '../approval-rules/index.ts';
import { readValues } from '../custom-fields/index.ts';
import type { KnownPlaybook } from '../required-steps/index.ts';
import { findTicketState, updateTicket } from '../tickets/index.ts';
import type { ApprovalChange } from './approvals.schemas.ts';
import { insertRequest, isWaitingAlready } from './requests.queries.ts';

/** What was known before the transaction. */
export type Known = { playbooks: readonly KnownPlaybook[]; rules: readonly KnownApprovalRule[]; now: Date };

class Undo extends Error {}

/** Which rule asks first for somebody's word on this change; null: none does. Nothing of it stays written. @throws Problem as the change itself */
async function ruleThatAsks(tx: Tx, actor: AgentActor, number: number, change: ApprovalChange, { playbooks, rules, now }: Known): Promise<number | null> {
  try {
    await inSavepoint(tx, async () => {
      await updateTicket(tx, actor, number, change, now, { playbooks, approvals: { rules } });
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
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  const ruleId = await ruleThatAsks(tx, actor, number, change, known);
  if (ruleId === null) throw fieldProblem('change', 'needs_none', 'This takes nobody’s approval: just do it');
  if (await isWaitingAlready(tx, workspaceId, ticket.id, ruleId)) throw new Problem('already_exists', 'The same is asked for already: wait for the answer, or withdraw it', [{ field: 'change', code: 'already_asked', message: 'It is asked for already' }]);
  const keys = Object.keys(change.fields ?? {});
  const values = keys.length > 0 ? ((await readValues(tx, workspaceId, [ticket.id], keys)).get(ticket.id) ?? {}) : {};
  const seen = { ...(change.status && { status: ticket.status }), ...(keys.length > 0 && { fields: Object.fromEntries(keys.map((key) => [key, values[key] ?? null])) }) };
  const requestId = await insertRequest(tx, workspaceId, { ticketId: ticket.id, ruleId, requesterId: actor.id, change, seen, reason, now: known.now });
  await tellApprovers(tx, actor, { requestId, ruleId, ticketId: ticket.id, brandId: ticket.brand_id, requesterId: actor.id });
  return requestId;
}

/** One event, which says who is asked. */
export async function tellApprovers(tx: Tx, actor: AgentActor, { requestId, ruleId, ticketId, brandId, requesterId }: { requestId: number; ruleId: number; ticketId: number; brandId: number; requesterId: number }): Promise<void> {
  const people = await findApprovers(tx, actor.scope.workspaceId, { ruleId, brandId, but: [requesterId], limit: mostApprovers });
  await appendEvent(tx, actor, { type: 'approval.asked', ticketId, brandId, data: { request: requestId, rule: ruleId, requester: requesterId, approvers: people.map(({ id }) => id) } });
}
