import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { approvedBefore } from './approved-before.queries.ts';
import { guardedByApproval, guardedWords, type KnownApprovalRule } from './known-rules.ts';
import { findApprovers, type FittingRule } from './rules.queries.ts';
import { rulesFitting, whatIsHeld, type Held } from './rules-met.queries.ts';
import { rulesTouched, type Done } from './unapproved.rules.ts';

/** What whoever changes a ticket brings: the rules that were known before the transaction, and those of which the answer was yes. */
export type ApprovalGate = { rules: readonly KnownApprovalRule[]; satisfied?: readonly number[] };

/** Of what an agent sets off and does not decide: the program had decided it, or takes back what was. No rule holds it back. */
export const nobodysAction: ApprovalGate = { rules: [] };

/** So many who may answer are named. */
const mostNamed = 3;

/**
 * The one gate before what takes somebody else's word, on every way to it. Called when everything that the command changes
 * is written; the refusal takes all of it back. Nothing is asked of the database where no rule guards what was done.
 * @param askedIn the brand that the ticket is asked for in, where the change takes it to another
 * @param fitBefore rules of what is done that the ticket fitted before the change, which may have taken it out of them
 * @throws Problem approval_needed that names each rule, and of whom to ask
 */
export async function refuseUnapproved(tx: Tx, actor: Actor, { ticketId, askedIn, ...done }: Done & { ticketId: number; askedIn?: number | undefined }, gate: ApprovalGate | undefined, fitBefore: readonly FittingRule[] = []): Promise<void> {
  if (!gate) {
    if (actor.type === 'agent' && (guardedByApproval.some((status) => status === done.to) || Object.keys(done.fields ?? {}).length > 0 || done.actions?.length)) throw new Error('a ticket was changed past the approvals');
    return;
  }
  const open = ({ id }: { id: number }) => !gate.satisfied?.includes(id);
  const fitNow = await rulesFitting(tx, actor.scope, { ...done, ticketId }, gate.rules.filter(open));
  const rules = [...new Map([...fitBefore.filter(open), ...fitNow].map((rule) => [rule.id, rule])).values()].toSorted((one, other) => one.id - other.id);
  if (rules.length === 0) return;
  const problems = [];
  // A handful at most: those that this very change meets.
  for (const { id, name, approver, approvals } of rules.slice(0, mostNamed)) {
    const people = await findApprovers(tx, actor.scope.workspaceId, { ruleId: id, brandId: askedIn ?? done.brandId, but: actor.id === null ? [] : [actor.id], limit: mostNamed });
    problems.push({ field: `approval.${id}`, code: 'required', message: name, approval: { rule: { id, name }, approver, approvals, people, ...(holdsWords(id, done, gate) && { words: true as const }) } });
  }
  throw new Problem('approval_needed', `Takes an approval: ${rules.map(({ name }) => name).join('; ')}`, problems);
}

/** Whether it is the message itself that the rule holds back: it is asked for whole. */
const holdsWords = (ruleId: number, { actions }: Done, { rules }: ApprovalGate) =>
  rules.some((rule) => rule.id === ruleId && rule.guard === 'action' && guardedWords.some((action) => actions?.includes(action) && rule.actions.includes(action)));

/**
 * The same of a ticket that has become one which a rule is for, by what it holds already: in another brand, of another kind, with
 * another tag, or by what was merged into it.
 * @param before rules that it met already, and those of whoever it takes its values from: they are not asked again
 * @throws Problem approval_needed
 */
export async function refuseHeld(tx: Tx, actor: Actor, held: Held, gate: ApprovalGate, before: readonly number[]): Promise<void> {
  const all = await whatIsHeld(tx, actor.scope, held);
  const known = [...(gate.satisfied ?? []), ...before];
  if (rulesTouched(gate.rules, all).every(({ id }) => known.includes(id))) return;
  // Somebody has said yes to exactly this value on this ticket: it comes back from another brand.
  const satisfied = [...known, ...(await approvedBefore(tx, actor.scope.workspaceId, held.ticketId, all.fields))];
  await refuseUnapproved(tx, actor, all, { ...gate, satisfied });
}
