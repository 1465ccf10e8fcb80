import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import type { GuardedAction } from '../approval-rules/index.ts';
import type { Escalating } from '../escalation/index.ts';
import { isNamedByMacro } from '../macro-uses/index.ts';
import type { EscalateGate, SetsOff } from './sets-off.ts';
import type { TicketState } from './ticket-row.queries.ts';

/** What rules may guard of an escalation, as the ticket stands before it. */
export function escalationActions({ assignee_id: assignee, team_id: team }: TicketState, { to }: Escalating): GuardedAction[] {
  if ('lead' in to) return ['escalate'];
  if ('agent' in to) return ['escalate', ...(to.agent === assignee ? [] : (['assign'] as const))];
  const named = 'tier' in to ? (to.team ?? team) : to.team;
  return ['escalate', ...(assignee === null ? [] : (['unassign'] as const)), ...(named === team ? [] : (['team'] as const))];
}

/** @throws Problem invalid_input for `escalate`; approval_needed */
export async function escalateAlong(tx: Tx, setsOff: SetsOff, actor: AgentActor, { number, status, folder }: TicketState, escalating: Escalating, now: Date, gate: EscalateGate): Promise<{ id: number; told: boolean }> {
  if (status === 'solved' || status === 'closed' || folder !== 'inbox') throw fieldProblem('escalate', 'not_worked_on', 'Only a ticket that is worked on is escalated');
  try {
    return await setsOff.escalate(tx, actor, number, escalating, now, gate);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid_input') throw error;
    throw new Problem(error.code, error.message, error.fields.map((each) => ({ ...each, field: 'escalate' })));
  }
}

export type Telling = { webhook: number; macros: readonly number[]; done: readonly string[] };

/**
 * Tells a webhook, not before `at`, that a macro was used. Webhooks are the desk's: who uses a macro tells none but the one that whoever
 * leads has written into it. @returns the event's id. @throws Problem invalid_input for `webhook`
 */
export async function tellOfMacro(tx: Tx, setsOff: SetsOff, actor: AgentActor, ticket: TicketState, { webhook, macros, done }: Telling, at: Date): Promise<number> {
  const { workspaceId } = actor.scope;
  const named = await isNamedByMacro(tx, workspaceId, { webhook, macroIds: macros, brandId: ticket.brand_id });
  if (!named) throw fieldProblem('webhook', 'not_named', 'None of the macros is a shared one of this brand that tells this webhook');
  if (!(await setsOff.isLiveWebhook(tx, workspaceId, webhook, ticket.brand_id))) throw fieldProblem('webhook', 'webhook_gone', 'There is no such active webhook that hears of these tickets');
  const id = await appendEvent(tx, actor, { type: 'macro.used', ticketId: ticket.id, brandId: ticket.brand_id, data: { macros, webhook, done } });
  await setsOff.tellWebhook(tx, workspaceId, webhook, { id, type: 'macro.used' }, at);
  return id;
}
