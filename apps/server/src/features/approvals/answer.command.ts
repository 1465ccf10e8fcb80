import type { AgentActor } from '../../platform/auth/actor.ts';
import { inSavepoint, type Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findAgentActor } from '../agents/index.ts';
import { findMergedInto, findTicketState } from '../tickets/index.ts';
import { dueOf, tellApprovers } from './ask.command.ts';
import { doChange, holdsBoth, type Known } from './do-change.command.ts';
import { giveWordsBack } from './held-messages.queries.ts';
import { readMail, refuseOthers, wordBefore } from './send-held.command.ts';
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
 * more), it is over and says why: nothing is done later by surprise, and it is asked for anew.
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
    await giveWordsBack(tx, workspaceId, [requestId], known.now);
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
  if (problem !== null) await giveWordsBack(tx, workspaceId, [requestId], known.now);
  await tell('approved', problem);
}

/** @throws Problem not_found; not_allowed for everybody else; conflict when it waits no more */
export async function withdrawRequest(tx: Tx, actor: AgentActor, requestId: number, now: Date): Promise<void> {
  const request = await held(tx, actor, requestId);
  if (request.requester.id !== actor.id) throw new Problem('not_allowed', 'Whoever asked withdraws it');
  if (request.state === 'withdrawn') return;
  refuseEnded(request, now);
  await endRequest(tx, actor.scope.workspaceId, requestId, { state: 'withdrawn', now });
  await giveWordsBack(tx, actor.scope.workspaceId, [requestId], now);
  await appendEvent(tx, actor, { type: 'approval.withdrawn', ticketId: request.ticket_id, brandId: request.brand_id, data: { request: requestId, rule: request.rule_id } });
}

/** Does the change as the requester, with the rights that they have now, and says in its event who approved it. @returns why it cannot be done */
async function done(tx: Tx, workspaceId: number, request: RequestRow, yes: readonly number[], known: Known): Promise<Problem | null> {
  const { id, ticket_number: number, requester, change, satisfied } = request;
  const { due: _due, into: _into, brand: _brand, inbox: _inbox, word: _word, mail, ...seen } = request.seen;
  const actor = await findAgentActor(tx, workspaceId, requester.id);
  if (!actor) return new Problem('not_allowed', 'Whoever asked may not work here any more');
  const overtaken = await overtakenBy(tx, actor, request);
  if (overtaken) return overtaken;
  try {
    await inSavepoint(tx, async () => {
      const messageId = await doChange(tx, actor, number, change, known, { approvals: { rules: known.rules, satisfied }, seen, told: { approval: id, approved_by: yes } });
      if (mail && messageId !== undefined) refuseOthers(await readMail(tx, actor, messageId, change), mail);
    });
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** What has happened since it was asked for, and that the change itself would not notice. The ticket is held from here on: the request first, then its ticket. */
async function overtakenBy(tx: Tx, actor: AgentActor, { ticket_id: ticketId, ticket_merged, ticket_status, change, seen }: RequestRow): Promise<Problem | null> {
  const { workspaceId } = actor.scope;
  let [merged, status] = [ticket_merged, ticket_status];
  // A merge, and taking one back, hold both rows in an order of their own, and look at them then.
  if (!holdsBoth(change)) {
    const ticket = await findTicketState(tx, actor.scope, { id: ticketId }, { lock: true });
    if (!ticket) return notFound('ticket');
    [merged, status] = [(await findMergedInto(tx, workspaceId, ticketId)) !== null, ticket.status];
    if (change.escalate && (seen.assignee !== ticket.assignee_id || seen.team !== ticket.team_id)) return new Problem('conflict', 'The ticket became another’s meanwhile');
    if (differs(seen.brand, ticket.brand_id) || differs(seen.inbox, ticket.inbox_id)) return new Problem('conflict', 'The ticket was moved meanwhile');
  }
  if (change.unmerge) return seen.into === (await findMergedInto(tx, workspaceId, ticketId)) ? null : new Problem('conflict', 'The merge is another one now');
  if (merged) return new Problem('conflict', 'The ticket is merged into another', [{ field: 'ticket', code: 'is_merged', message: 'Its case goes on in another ticket' }]);
  if (status === 'closed' && seen.status !== 'closed') return new Problem('ticket_closed');
  if (seen.word !== undefined && seen.word !== (await wordBefore(tx, workspaceId, ticketId, change))) return new Problem('conflict', 'Somebody wrote meanwhile', [{ field: 'seen', code: 'wrote_meanwhile', message: 'Read it first' }]);
  if (change.reply?.status !== undefined && seen.status !== status) return new Problem('conflict', 'The ticket has another status by now');
  const promise = change.move ?? change.withdraw;
  if (promise && seen.due !== (await dueOf(tx, workspaceId, ticketId, promise.commitment))) return new Problem('conflict', 'The promise was moved meanwhile');
  return null;
}

/** What was not noted when it was asked for is not compared. */
const differs = (seen: number | null | undefined, now: number | null) => seen !== undefined && seen !== now;

/** Of what one field was set to, that field's own code says more than "invalid". */
const codeOf = ({ code, fields: [first] }: Problem) => (first && (code === 'invalid_input' || telling.includes(first.code)) ? first.code : code);
const telling = ['is_merged', 'wrote_meanwhile', 'others_take_part'];
