import type { Sealer } from '../../platform/auth/sealer.ts';
import type { AgentActor, SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { refuseUnapproved, type ApprovalGate, type FittingRule } from '../approval-rules/index.ts';
import { findAssigneeName, findServingTeam, findTicketState, updateTicket, type TicketState } from '../tickets/index.ts';
import { kindOf, targetOf, type EscalateTo } from './escalation.rules.ts';
import { findOpen, findTakers, insertEscalation, isLeadOf, noteTold, passOn, refreshEscalated } from './escalations.queries.ts';
import { findExperts } from './experts.ts';
import { handOverFacts, quotedFacts, sourcesOf } from './facts.ts';
import { tellCustomer } from './tell-customer.ts';

export type Escalating = {
  to: EscalateTo;
  /** What is wanted. */
  question?: string;
  /** Each is put together from the ticket where nobody has written it. */
  known?: string | undefined;
  tried?: string | undefined;
  promised?: string | undefined;
  /** false: not this time. Where the brand does not want it the customer never is. */
  tellCustomer?: boolean | undefined;
};

type Whom = { tier: number | null; teamId: number | null; ownerId: number | null; /** Who hears of it. */ tell: number[]; /** What it does to the ticket. */ change: { assignee?: number | null; team?: number } };

/**
 * Escalates a ticket: to whoever knows more (a tier, a colleague, a team), who gets it, or to a lead, while it stays where it is.
 * What was escalated before in the same way is passed on. Also for what acts by itself: the actor may be the program. Where the
 * ticket becomes another's by it, the rules about that hold as well.
 * @param fitBefore rules of it that the ticket fitted before it was changed along with it
 * @returns the escalation's id, and whether the customer is told
 * @throws Problem not_found, ticket_closed, approval_needed, conflict (it is solved, or no work at all); invalid_input that names `to`
 */
export async function escalateTicket(tx: Tx, { sealer }: { sealer: Sealer }, actor: AgentActor | SystemActor, number: number, escalating: Escalating, now: Date, { approvals, fitBefore = [], told = {} }: { approvals: ApprovalGate; fitBefore?: readonly FittingRule[]; told?: EventData }): Promise<{ id: number; told: boolean }> {
  const { workspaceId } = actor.scope;
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  refuseOver(ticket);
  const { to } = escalating;
  const kind = kindOf(to);
  const before = await findOpen(tx, workspaceId, ticket.id, kind);
  const { tier, teamId, ownerId, tell, change } = await resolve(tx, actor, ticket, to, now);
  if (before && before.target === targetOf(to) && before.tier === tier && before.owner_id === ownerId && Object.keys(differing(ticket, change)).length === 0) throw there('It has been escalated so already');
  const { known, tried, promised } = escalating;
  // Where all is written already, only what it quotes is looked for: the ticket is locked meanwhile.
  const isWritten = known !== undefined && tried !== undefined && promised !== undefined;
  const facts = isWritten ? await quotedFacts(tx, actor, ticket) : await handOverFacts(tx, actor, ticket, now);
  const handOver = { known: known ?? facts.known, tried: tried ?? facts.tried, promised: promised ?? facts.promised };
  if (before) await passOn(tx, workspaceId, before.id, now);
  const id = await insertEscalation(
    tx,
    workspaceId,
    {
      ticketId: ticket.id, kind, target: targetOf(to), tier, teamId, ownerId, fromAgentId: ticket.assignee_id, fromTeamId: ticket.team_id,
      ...handOver, sources: sourcesOf(handOver, facts), question: escalating.question?.trim() ?? '',
      previousId: before?.id ?? null, madeBy: actor.id,
    },
    now,
  );
  if (kind === 'functional') await updateTicket(tx, actor, number, { ...change, ...toWork(ticket) }, now, { approvals, told: { escalation: id, ...told } });
  await refreshEscalated(tx, workspaceId, ticket.id);
  await appendEvent(tx, actor, {
    type: 'escalation.made', ticketId: ticket.id, brandId: ticket.brand_id,
    data: { escalation: id, kind, target: targetOf(to), tier, team: teamId, owner: ownerId, tell, ...told },
  });
  await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: ticket.brand_id, actions: ['escalate'] }, approvals, fitBefore);
  const messageId = escalating.tellCustomer === false ? null : await tellCustomer(tx, sealer, workspaceId, await again(tx, actor, ticket), now);
  if (messageId !== null) await noteTold(tx, workspaceId, id, messageId);
  return { id, told: messageId !== null };
}

/** @throws Problem ticket_closed, conflict */
export function refuseOver({ status, folder }: Pick<TicketState, 'status' | 'folder'>): void {
  if (status === 'closed') throw new Problem('ticket_closed');
  if (status === 'solved' || folder !== 'inbox') throw new Problem('conflict', 'Only a ticket that is worked on is escalated');
}

/** It is to be worked on now: what waits or sleeps is taken up again. */
function toWork({ status, snoozed_until: snoozed }: TicketState): { status?: 'open'; snoozed_until?: null } {
  return { ...((status === 'pending' || status === 'on_hold') && { status: 'open' as const }), ...(snoozed !== null && { snoozed_until: null }) };
}

async function resolve(tx: Tx, actor: AgentActor | SystemActor, ticket: TicketState, to: EscalateTo, now: Date): Promise<Whom> {
  const { workspaceId } = actor.scope;
  const nobody = { tier: null, teamId: null, ownerId: null, tell: [], change: {} };
  if ('agent' in to) {
    if (to.agent === actor.id) throw fieldProblem('to', 'same_agent', 'That is you');
    if ((await findAssigneeName(tx, workspaceId, to.agent, ticket.brand_id)) === null) throw fieldProblem('to', 'not_found', 'There is no such agent who may work on this brand');
    if (to.agent === ticket.assignee_id) throw there('They have it already');
    return { ...nobody, ownerId: to.agent, tell: [to.agent], change: { assignee: to.agent } };
  }
  if ('lead' in to) return { ...nobody, ...(await chooseLead(tx, actor, ticket, to.lead, now)) };
  const named = 'tier' in to ? (to.team ?? null) : to.team;
  const team = named === null ? null : await findServingTeam(tx, workspaceId, named, ticket.brand_id);
  if (named !== null && !team) throw fieldProblem('to', 'not_found', 'There is no such team');
  if (team?.serves === false) throw fieldProblem('to', 'not_serving', `${team.name} does not serve this brand`);
  const tier = 'tier' in to ? to.tier : null;
  const teamId = named ?? ticket.team_id;
  if (tier === null && teamId === ticket.team_id && ticket.assignee_id === null) throw there('It lies with this team already');
  const { ids, pushes } = await findTakers(tx, workspaceId, { brandId: ticket.brand_id, teamId, tier: tier ?? 1 });
  if (ids.length === 0) throw fieldProblem('to', 'nobody_there', 'Nobody there may take it');
  // Where tickets are handed out, whoever gets it hears of that.
  return { ...nobody, tier, teamId, tell: pushes ? [] : ids, change: { assignee: null, ...(named !== null && { team: named }) } };
}

async function chooseLead(tx: Tx, actor: AgentActor | SystemActor, ticket: TicketState, wanted: number | null, now: Date): Promise<{ ownerId: number; tell: number[] }> {
  const { workspaceId } = actor.scope;
  if (wanted !== null) {
    if (wanted === actor.id) throw fieldProblem('to', 'same_agent', 'That is you');
    if (!(await isLeadOf(tx, workspaceId, wanted, ticket.brand_id))) throw fieldProblem('to', 'not_found', 'There is no such lead of this brand');
    return { ownerId: wanted, tell: [wanted] };
  }
  const [best] = (await findExperts(tx, workspaceId, ticket, { asker: actor.id, now })).leads;
  if (!best) throw fieldProblem('to', 'nobody_there', 'Nobody leads here');
  return { ownerId: best.agent, tell: [best.agent] };
}

function differing(ticket: TicketState, { assignee, team }: Whom['change']): object {
  return { ...(assignee !== undefined && assignee !== ticket.assignee_id && { assignee }), ...(team !== undefined && team !== ticket.team_id && { team }) };
}

function there(message: string): Problem {
  return fieldProblem('to', 'already_here', message);
}

/** As the change has left it. @throws Problem not_found */
export async function again(tx: Tx, actor: AgentActor | SystemActor, { id }: Pick<TicketState, 'id'>): Promise<TicketState> {
  const ticket = await findTicketState(tx, actor.scope, { id });
  if (!ticket) throw notFound('ticket');
  return ticket;
}
