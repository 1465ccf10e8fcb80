import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventType } from '../../platform/events/event-types.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { nobodysAction, type ApprovalGate } from '../approval-rules/index.ts';
import { findAssigneeName, findServingTeam, findTicketState, updateTicket, type TicketState } from '../tickets/index.ts';
import { refuseOver } from './escalate.command.ts';
import { endEscalation, findEscalation, refreshEscalated, reopenPrevious, type EscalationRow } from './escalations.queries.ts';

/**
 * Gives an escalation back with an explanation: of a functional one the ticket goes to whoever escalated it, else to whoever had
 * it, else to its team; of a hierarchical one the lead has answered. What had been passed on by it is open again.
 * @throws Problem not_found, conflict (it is over), ticket_closed; approval_needed where that is more than the way back
 */
export async function handBack(tx: Tx, actor: AgentActor, number: number, id: number, explanation: string, now: Date, approvals: ApprovalGate): Promise<void> {
  const { ticket, before } = await lockOpen(tx, actor, number, id);
  const to = before.kind === 'functional' ? await firstWhoMay(tx, actor.scope.workspaceId, ticket, [before.maker_id, before.from_agent_id]) : ticket.assignee_id;
  await goBack(tx, actor, ticket, before, to, now, approvals);
  await end(tx, actor, ticket, before, { state: 'handed_back', explanation, tell: [before.maker_id, to] }, now);
}

/** Takes back what one has escalated, as it was before. @throws Problem not_found, conflict, ticket_closed, not_allowed; approval_needed as above */
export async function withdrawEscalation(tx: Tx, actor: AgentActor, number: number, id: number, now: Date, approvals: ApprovalGate): Promise<void> {
  const { ticket, before } = await lockOpen(tx, actor, number, id);
  if (before.maker_id !== actor.id && !hasRole(actor.role, 'lead')) throw new Problem('not_allowed', 'Only who escalated it, or a lead, takes it back');
  const to = before.kind === 'functional' ? await firstWhoMay(tx, actor.scope.workspaceId, ticket, [before.from_agent_id]) : null;
  await goBack(tx, actor, ticket, before, to, now, approvals);
  await end(tx, actor, ticket, before, { state: 'withdrawn', explanation: null, tell: [] }, now);
}

/** It is settled where it went: the ticket stays there. @throws Problem not_found, conflict */
export async function settleEscalation(tx: Tx, actor: AgentActor, number: number, id: number, explanation: string | undefined, now: Date): Promise<void> {
  const { ticket, before } = await lockOpen(tx, actor, number, id, { over: true });
  await end(tx, actor, ticket, before, { state: 'ended', explanation: explanation?.trim() || null, tell: [] }, now);
}

async function lockOpen(tx: Tx, actor: AgentActor, number: number, id: number, { over = false } = {}): Promise<{ ticket: TicketState; before: EscalationRow }> {
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  const before = await findEscalation(tx, actor.scope.workspaceId, ticket.id, id, { lock: true });
  if (!before) throw notFound('escalation');
  if (before.state !== 'open') throw new Problem('conflict', 'This escalation is over');
  if (!over) refuseOver(ticket);
  return { ticket, before };
}

/**
 * Of a functional one: to this colleague, or to nobody in the team that it came from. The way back to whoever had it is nobody's
 * decision; giving it to another, or away from whom it became another's meanwhile, is.
 */
async function goBack(tx: Tx, actor: AgentActor, ticket: TicketState, before: EscalationRow, to: number | null, now: Date, approvals: ApprovalGate): Promise<void> {
  if (before.kind !== 'functional') return;
  const { from_team_id: team } = before;
  const isThere = team === null || (await findServingTeam(tx, actor.scope.workspaceId, team, ticket.brand_id))?.serves === true;
  const isWayBack = to === before.from_agent_id && standsAsLeft(actor, ticket, before);
  // Where it goes to nobody, its team hears of it as of any ticket.
  await updateTicket(tx, actor, ticket.number, { assignee: to, ...(isThere && { team }) }, now, { approvals: isWayBack ? nobodysAction : approvals, ...(to !== null && { told: { escalation: before.id } }) });
}

/** It is where the escalation put it; of a team's or a tier's, whoever took it there may hand it back. */
function standsAsLeft(actor: AgentActor, { assignee_id: assignee, team_id: team }: TicketState, { target, owner_id: owner, team_id, from_team_id }: EscalationRow): boolean {
  if (target === 'agent') return assignee === owner && team === from_team_id;
  return team === team_id && (assignee === null || assignee === actor.id);
}

type Ending = { state: 'handed_back' | 'withdrawn' | 'ended'; explanation: string | null; tell: readonly (number | null)[] };

async function end(tx: Tx, actor: AgentActor, ticket: TicketState, before: EscalationRow, { state, explanation, tell }: Ending, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  await endEscalation(tx, workspaceId, before.id, { state, by: actor.id, explanation, now });
  if (state !== 'ended' && before.previous_id !== null) await reopenPrevious(tx, workspaceId, before.previous_id);
  await refreshEscalated(tx, workspaceId, ticket.id);
  const type: EventType = `escalation.${state}`;
  const told = [...new Set(tell)].filter((each) => each !== null && each !== actor.id);
  await appendEvent(tx, actor, { type, ticketId: ticket.id, brandId: ticket.brand_id, data: { escalation: before.id, kind: before.kind, target: before.target, tell: told } });
}

async function firstWhoMay(tx: Tx, workspaceId: number, ticket: TicketState, wanted: readonly (number | null)[]): Promise<number | null> {
  for (const agent of wanted) if (agent !== null && (await findAssigneeName(tx, workspaceId, agent, ticket.brand_id)) !== null) return agent;
  return null;
}
