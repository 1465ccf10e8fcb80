import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import type { ApprovalGate, KnownApprovalRule } from '../approval-rules/index.ts';
import { addCommitment, lockWhole, moveCommitment, withdrawCommitment } from '../commitments/index.ts';
import { escalateTicket } from '../escalation/index.ts';
import type { KnownPlaybook } from '../required-steps/index.ts';
import { changeTicket, mergeTickets, splitTicket, unmergeTicket, type ChangeTicketBody } from '../tickets/index.ts';
import { apart, approvalChange, type ApprovalChange } from './approvals.schemas.ts';
import { heldPart, sendHeld } from './send-held.command.ts';

/** What was known before the transaction, and what mails are written with. `newNumber`: of the ticket that a split opens. */
export type Known = { playbooks: readonly KnownPlaybook[]; rules: readonly KnownApprovalRule[]; tools: Pick<Context, 'sealer' | 'config' | 'setsOff'>; newNumber?: number | undefined; now: Date };

export type Doing = { approvals: ApprovalGate; seen?: ChangeTicketBody['seen']; told?: EventData };

/** The exact change, by the command that its own route calls. @returns the message that it sent. @throws Problem as that command */
export async function doChange(tx: Tx, actor: AgentActor, number: number, change: ApprovalChange, known: Known, { approvals, seen, told }: Doing): Promise<number | undefined> {
  const { playbooks, tools, newNumber, now } = known;
  refuseUnknown(change);
  refuseTogether(change);
  const { merge_into: into, unmerge, split, escalate, move, make_promise: promise, withdraw, reply: _reply, forward: _forward, write_aside: _aside, ...rest } = change;
  const doing = { approvals, told };
  if (heldPart(change)) return sendHeld(tx, actor, number, change, known, { ...doing, ...(seen && { seen }) });
  if (into !== undefined) return void (await mergeTickets(tx, actor, number, into, now, doing));
  if (unmerge) return void (await unmergeTicket(tx, actor, number, now, doing));
  if (split) {
    if (newNumber === undefined) throw new Error('a ticket is split off without a number');
    return void (await splitTicket(tx, actor, number, split, now, { ...doing, newNumber }));
  }
  if (escalate && Object.keys(change).length === 1) {
    await escalateTicket(tx, tools, actor, number, asEscalating(escalate), now, doing);
    return undefined;
  }
  if (move) {
    const { commitment, ...body } = move;
    return void (await moveCommitment(tx, tools, actor, await lockWhole(tx, actor, number), commitment, body, now, doing));
  }
  if (withdraw) return void (await withdrawCommitment(tx, actor, await lockWhole(tx, actor, number), withdraw.commitment, withdraw.reason, now, doing));
  if (promise) {
    await addCommitment(tx, tools, actor, await lockWhole(tx, actor, number), promise, now, doing);
    return undefined;
  }
  await changeTicket(tx, actor, number, { ...rest, ...(escalate && { escalate: asEscalating(escalate) }), ...(seen && { seen }) }, now, { playbooks, setsOff: tools.setsOff, ...doing });
  return undefined;
}

const asEscalating = ({ tell_customer: tellCustomer, ...body }: NonNullable<ApprovalChange['escalate']>) => ({ ...body, tellCustomer });

/** What was asked for of a newer version is not taken for done by an older one beside it: nothing is written, and it waits. @throws Error */
function refuseUnknown(change: ApprovalChange): void {
  const unknown = Object.keys(change).filter((key) => !Object.hasOwn(approvalChange.shape, key));
  if (unknown.length > 0) throw new Error(`a change holds what this version cannot do: ${unknown.join(', ')}`);
}

/** @throws Problem invalid_input (`change.…`, `does_not_belong`) */
function refuseTogether(change: ApprovalChange): void {
  const own = apart.find((part) => change[part] !== undefined);
  if (own && Object.keys(change).length > 1) throw fieldProblem(`change.${own}`, 'does_not_belong', 'This is asked for by itself');
}

/** Which rows such a change holds in an order of its own: the ticket is not held before it. */
export const holdsBoth = ({ merge_into: into, unmerge }: ApprovalChange): boolean => into !== undefined || unmerge === true;
