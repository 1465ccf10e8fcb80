import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { findMacroYes, refuseUnapproved, type ApprovalGate, type MacroYes } from '../approval-rules/index.ts';
import { findTicketState } from './ticket-row.queries.ts';

/**
 * Holds back a macro that takes somebody else's word; called when everything that it does is written. Nothing is asked of the
 * database where no rule names one of these.
 * @param text its text goes out with a message now, for which an earlier yes counts once
 * @returns the yes that lets it go, to be spent on the message
 * @throws Problem approval_needed
 */
export async function refuseUnapprovedMacros(tx: Tx, actor: AgentActor, number: number, macros: readonly number[], approvals: ApprovalGate, { text = false } = {}): Promise<number[]> {
  if (!approvals.rules.some((rule) => rule.guard === 'macro' && macros.includes(rule.macro) && !approvals.satisfied?.includes(rule.id))) return [];
  const ticket = await findTicketState(tx, actor.scope, { number });
  if (!ticket) throw notFound('ticket');
  const yes: MacroYes[] = text ? await findMacroYes(tx, actor.scope.workspaceId, { ticketId: ticket.id, agentId: actor.id, macros }) : [];
  const satisfied = [...(approvals.satisfied ?? []), ...yes.flatMap((each) => each.satisfied)];
  await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: ticket.brand_id, macros }, { ...approvals, satisfied });
  return yes.map(({ id }) => id);
}
