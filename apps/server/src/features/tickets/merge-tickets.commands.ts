import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { refuseHeld, refuseUnapproved, rulesMet, type ApprovalGate } from '../approval-rules/index.ts';
import { showNewestThatStays } from '../delivery/index.ts';
import { recountWrapUp } from '../wrap-ups/index.ts';
import { findMergedInto, lockForMerge, undoMerge, writeMerge } from './merges.queries.ts';
import { refreshPromise } from './promises.queries.ts';
import { findTicketState } from './ticket-row.queries.ts';

/**
 * Two cases that are one: the first closes and is read in the other from now on, with its people; answers to its mail go
 * there. Within a brand only: what one client company wrote is not shown to another's.
 * @throws Problem not_found, ticket_closed, approval_needed, conflict (merged meanwhile), or invalid_input for `into`
 */
export async function mergeTickets(tx: Tx, actor: AgentActor, number: number, into: number, now: Date, { approvals, told = {} }: { approvals: ApprovalGate; told?: EventData }): Promise<void> {
  const { workspaceId } = actor.scope;
  const ids = [(await findTicketState(tx, actor.scope, { number }))?.id, (await findTicketState(tx, actor.scope, { number: into }))?.id];
  const states = await lockForMerge(tx, workspaceId, ids.filter((id) => id !== undefined));
  // As they stand now that they are ours: closed or moved meanwhile counts.
  const source = await findTicketState(tx, actor.scope, { number });
  if (!source) throw notFound('ticket');
  const target = await findTicketState(tx, actor.scope, { number: into });
  if (!target) throw fieldProblem('into', 'not_found', 'There is no such ticket');
  if (target.id === source.id) throw fieldProblem('into', 'same_ticket', 'A ticket cannot be merged into itself');
  if (target.brand_id !== source.brand_id) throw fieldProblem('into', 'other_brand', 'It belongs to another brand: move one of them first');
  if (states.get(source.id)?.merged_into != null) throw new Problem('conflict', 'It is merged already');
  if (states.get(target.id)?.merged_into != null) throw fieldProblem('into', 'is_merged', 'It is merged into another one itself');
  if (target.status === 'closed' || target.folder !== 'inbox') throw new Problem('ticket_closed');
  for (const { id, brand_id: brandId } of [source, target]) await refuseUnapproved(tx, actor, { ticketId: id, brandId, merged: true }, approvals);
  const held = ({ id: ticketId, status: to }: typeof target) => ({ ticketId, brandId: target.brand_id, to });
  const takes = approvals.rules.length > 0;
  // What both may hold may be held together; what neither met before takes an approval now.
  const before = takes ? [...(await rulesMet(tx, actor.scope, held(source), approvals.rules)), ...(await rulesMet(tx, actor.scope, held(target), approvals.rules))] : [];
  await writeMerge(tx, workspaceId, { source: source.id, target: target.id }, now);
  await showNewestThatStays(tx, workspaceId, target.id, 0);
  // One case: only what is written down on the ticket that stays counts.
  if (source.wrapped) await recountWrapUp(tx, workspaceId, source.id);
  await appendEvent(tx, actor, { type: 'ticket.merged', ticketId: source.id, brandId: source.brand_id, data: { into: target.number, ...told } });
  if (takes) await refuseHeld(tx, actor, held(target), approvals, before);
}

/** Takes a merge back. What came meanwhile stays where it came. @throws Problem not_found, approval_needed */
export async function unmergeTicket(tx: Tx, actor: AgentActor, number: number, now: Date, { approvals, told = {} }: { approvals: ApprovalGate; told?: EventData }): Promise<void> {
  const { workspaceId } = actor.scope;
  const source = await findTicketState(tx, actor.scope, { number });
  if (!source) throw notFound('ticket');
  const into = await findMergedInto(tx, workspaceId, source.id);
  // Both rows in one order, as a merge takes them, so that the two cannot wait for each other.
  const states = await lockForMerge(tx, workspaceId, [source.id, ...(into === null ? [] : [into])]);
  if (into === null || states.get(source.id)?.merged_into !== into) throw notFound('merge');
  const target = await findTicketState(tx, { workspaceId, brands: 'all' }, { id: into });
  if (!target) throw notFound('merge');
  const less = await undoMerge(tx, workspaceId, { source: source.id, target: target.id }, now);
  await showNewestThatStays(tx, workspaceId, target.id, less);
  if (source.promise_due_at || target.promise_due_at) for (const { id } of [source, target]) await refreshPromise(tx, workspaceId, id);
  if (source.wrapped) await recountWrapUp(tx, workspaceId, source.id);
  await appendEvent(tx, actor, { type: 'ticket.unmerged', ticketId: source.id, brandId: source.brand_id, data: { from: target.number, ...told } });
  for (const { id, brand_id: brandId } of [source, target]) await refuseUnapproved(tx, actor, { ticketId: id, brandId, actions: ['unmerge'] }, approvals);
}
