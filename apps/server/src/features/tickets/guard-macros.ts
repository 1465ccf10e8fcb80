import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { findFittingRules, findMacroYes, refuseUnapproved, type ApprovalGate, type MacroYes } from '../approval-rules/index.ts';
import { findTicketState } from './ticket-row.queries.ts';

/**
 * Holds back a macro that takes somebody else's word; called when everything that it does is written. Nothing is asked of the
 * database where no rule names one of these.
 * @param text its text goes out with a message now, for which an earlier yes counts once: not beside a part of what was approved, which is done
 * @returns the yes that lets it go, to be spent on the message
 * @throws Problem approval_needed
 */
export async function refuseUnapprovedMacros(tx: Tx, actor: AgentActor, number: number, macros: readonly number[], approvals: ApprovalGate, text?: { beside: readonly string[]; now: Date }): Promise<number[]> {
  const touched = approvals.rules.filter((rule) => rule.guard === 'macro' && macros.includes(rule.macro) && !approvals.satisfied?.includes(rule.id)).map(({ id }) => id);
  if (touched.length === 0) return [];
  const ticket = await findTicketState(tx, actor.scope, { number });
  if (!ticket) throw notFound('ticket');
  const { workspaceId } = actor.scope;
  const yes = text ? await findMacroYes(tx, workspaceId, { ticketId: ticket.id, agentId: actor.id, macros, repeated: text.beside, now: text.now }) : [];
  const spent = yes.length === 0 ? [] : asFewAsNeeded(yes, (await findFittingRules(tx, actor.scope, ticket.id, touched)).map(({ id }) => id));
  const satisfied = [...(approvals.satisfied ?? []), ...spent.flatMap((each) => each.satisfied)];
  await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: ticket.brand_id, macros }, { ...approvals, satisfied });
  return spent.map(({ id }) => id);
}

/** The oldest first, each for a rule that none before it satisfies. */
function asFewAsNeeded(yes: readonly MacroYes[], ruleIds: readonly number[]): MacroYes[] {
  const missing = new Set(ruleIds);
  return yes.filter(({ satisfied }) => {
    const helps = satisfied.some((id) => missing.has(id));
    for (const id of satisfied) missing.delete(id);
    return helps;
  });
}
