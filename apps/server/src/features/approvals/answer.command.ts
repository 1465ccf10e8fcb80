import type { AgentActor } from '../../platform/auth/actor.ts';
import { inSavepoint, type Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findAgentActor } from '../agents/index.ts';
import { updateTicket } from '../tickets/index.ts';
import { tellApprovers, type Known } from './ask.command.ts';
import { askNextRule, countYes, endRequest, findRequest, insertAnswer, lockRequest, noteSatisfied, type RequestRow } from './requests.queries.ts';

async function held(tx: Tx, actor: AgentActor, requestId: number): Promise<RequestRow> {
  await lockRequest(tx, actor.scope.workspaceId, requestId);
  const request = await findRequest(tx, actor.scope, actor.id, requestId);
  if (!request) throw notFound('approval');
  return request;
}

const stillWaits = ({ state, expires_at }: RequestRow, now: Date) => state === 'waiting' && expires_at > now;

function refuseEnded(request: RequestRow, now: Date): void {
  if (!stillWaits(request, now)) throw new Problem('conflict', 'It waits for no answer any more', [{ field: 'state', code: 'not_waiting', message: request.state }]);
}

/**
 * A yes or a no. With the last yes that it takes, the change is done in the requester's name; where it cannot be done (any
 * more), the yes stays and the request says why.
 * @throws Problem not_found; not_allowed for who asked and who does not answer for it; conflict when it waits no more
 */
export async function answerRequest(tx: Tx, actor: AgentActor, requestId: number, { approved, words }: { approved: boolean; words?: string | undefined }, known: Known): Promise<void> {
  const { workspaceId } = actor.scope;
  const request = await held(tx, actor, requestId);
  // Their own answer once more, as from a second press: nothing happens twice.
  if (request.answers.some(({ agent, rule, approved: said }) => agent.id === actor.id && rule === request.rule_id && said === approved)) return;
  refuseEnded(request, known.now);
  if (!request.entitled) throw new Problem('not_allowed', request.requester.id === actor.id ? 'Nobody approves their own' : 'You do not answer for this rule');
  const { rule_id: ruleId } = request;
  if (!(await insertAnswer(tx, workspaceId, { requestId, ruleId, agentId: actor.id, approved, words: words ?? null, now: known.now }))) throw new Problem('conflict', 'You have answered it', [{ field: 'approved', code: 'conflict', message: 'An answer stays' }]);
  const tell = async (state: string, problem: string | null = null) => {
    await appendEvent(tx, actor, { type: 'approval.answered', ticketId: request.ticket_id, brandId: request.brand_id, data: { request: requestId, rule: ruleId, requester: request.requester.id, approved, state, ...(problem !== null && { problem }) } });
  };
  if (!approved) {
    await endRequest(tx, workspaceId, requestId, { state: 'refused', now: known.now });
    return tell('refused');
  }
  if ((await countYes(tx, workspaceId, requestId, ruleId)) < request.approvals) return tell('waiting');
  const satisfied = [...request.satisfied, ruleId];
  const yes = [...new Set([...request.answers.filter((each) => each.approved).map(({ agent }) => agent.id), actor.id])];
  const refusal = await done(tx, workspaceId, { ...request, satisfied }, yes, known);
  const next = refusal?.fields[0]?.approval?.rule.id;
  if (next !== undefined) {
    await tell('waiting');
    await askNextRule(tx, workspaceId, requestId, { satisfied, ruleId: next, now: known.now });
    return tellApprovers(tx, actor, { requestId, ruleId: next, ticketId: request.ticket_id, brandId: request.brand_id, requesterId: request.requester.id });
  }
  const problem = refusal && codeOf(refusal);
  await noteSatisfied(tx, workspaceId, requestId, satisfied);
  await endRequest(tx, workspaceId, requestId, { state: 'approved', problem, now: known.now });
  await tell('approved', problem);
}

/** Of what was approved and could not be done. @throws Problem not_found, not_allowed, conflict; why it still cannot be done */
export async function applyRequest(tx: Tx, actor: AgentActor, requestId: number, known: Known): Promise<void> {
  const request = await held(tx, actor, requestId);
  if (request.requester.id !== actor.id && !request.entitled) throw new Problem('not_allowed');
  if (request.state !== 'approved') throw new Problem('conflict', 'It is not approved', [{ field: 'state', code: 'not_approved', message: request.state }]);
  if (request.problem === null) return;
  const refusal = await done(tx, actor.scope.workspaceId, request, request.answers.filter(({ approved }) => approved).map(({ agent }) => agent.id), known);
  if (refusal) throw refusal;
  await endRequest(tx, actor.scope.workspaceId, requestId, { state: 'approved', now: known.now });
}

/** @throws Problem not_found; not_allowed for everybody else; conflict when it waits no more */
export async function withdrawRequest(tx: Tx, actor: AgentActor, requestId: number, now: Date): Promise<void> {
  const request = await held(tx, actor, requestId);
  if (request.requester.id !== actor.id) throw new Problem('not_allowed', 'Whoever asked withdraws it');
  if (request.state === 'withdrawn') return;
  refuseEnded(request, now);
  await endRequest(tx, actor.scope.workspaceId, requestId, { state: 'withdrawn', now });
  await appendEvent(tx, actor, { type: 'approval.withdrawn', ticketId: request.ticket_id, brandId: request.brand_id, data: { request: requestId, rule: request.rule_id } });
}

/** Does the change as the requester, with the rights that they have now, and says in its event who approved it. @returns why it cannot be done */
async function done(tx: Tx, workspaceId: number, { id, ticket_number: number, ticket_merged, requester, change, seen, satisfied }: RequestRow, yes: readonly number[], { playbooks, rules, now }: Known): Promise<Problem | null> {
  const actor = await findAgentActor(tx, workspaceId, requester.id);
  if (!actor) return new Problem('not_allowed', 'Whoever asked may not work here any more');
  if (ticket_merged) return new Problem('conflict', 'The ticket is merged into another', [{ field: 'ticket', code: 'is_merged', message: 'Its case goes on in another ticket' }]);
  try {
    await inSavepoint(tx, () => updateTicket(tx, actor, number, { ...change, seen }, now, { playbooks, approvals: { rules, satisfied }, told: { approval: id, approved_by: yes } }));
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

const codeOf = ({ code, fields }: Problem) => (fields[0]?.code === 'is_merged' ? 'is_merged' : code);
