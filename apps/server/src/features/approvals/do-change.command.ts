import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import type { ApprovalGate, KnownApprovalRule } from '../approval-rules/index.ts';
import { lockWhole, moveCommitment } from '../commitments/index.ts';
import type { KnownPlaybook } from '../required-steps/index.ts';
import { changeTicket, mergeTickets, type ChangeTicketBody } from '../tickets/index.ts';
import type { ApprovalChange } from './approvals.schemas.ts';

/** What was known before the transaction, and what mails are written with. */
export type Known = { playbooks: readonly KnownPlaybook[]; rules: readonly KnownApprovalRule[]; tools: Pick<Context, 'sealer' | 'config'>; now: Date };

type Doing = { approvals: ApprovalGate; seen?: ChangeTicketBody['seen']; told?: EventData };

/** The exact change, by the command that its own route calls. @throws Problem as that command */
export async function doChange(tx: Tx, actor: AgentActor, number: number, { merge_into: into, move, ...change }: ApprovalChange, { playbooks, tools, now }: Known, { approvals, seen, told }: Doing): Promise<void> {
  const others = Object.keys(change).length > 0;
  if ((into !== undefined || move) && (others || (into !== undefined && move))) throw fieldProblem(into === undefined ? 'change.move' : 'change.merge_into', 'does_not_belong', 'A merge and the move of a promise are asked for by themselves');
  if (into !== undefined) return mergeTickets(tx, actor, number, into, now, { approvals, told });
  if (move) {
    const { commitment, ...body } = move;
    return moveCommitment(tx, tools, actor, await lockWhole(tx, actor, number), commitment, body, now, { approvals, told });
  }
  await changeTicket(tx, actor, number, { ...change, ...(seen && { seen }) }, now, { playbooks, approvals, told });
}
