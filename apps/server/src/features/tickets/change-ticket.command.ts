import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { claimOnce } from '../../platform/once/once.queries.ts';
import type { Once } from '../../platform/once/once.ts';
import { rulesFitting, type ApprovalGate, type FittingRule } from '../approval-rules/index.ts';
import { noteMacroUses } from '../macro-uses/index.ts';
import type { KnownPlaybook } from '../required-steps/index.ts';
import type { Within } from '../commitment-rows/index.ts';
import { promiseAlong, writeNoteAlong } from './alongside.command.ts';
import { refuseUnapprovedMacros } from './guard-macros.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';
import type { ChangeTicketBody } from './tickets.schemas.ts';
import { updateTicket } from './update-ticket.command.ts';

export type ChangeKnown = { playbooks: readonly KnownPlaybook[]; approvals: ApprovalGate; told?: EventData };
/** What was written beside the change: the ids of the note and of the promise, and within what time it is to be kept. */
export type Alongside = { note?: number; commitment?: number; within?: Within };

/**
 * All that a macro does with a ticket: its fields, its team anew, a note, a promise, and its status last, so that what is
 * written along counts for required steps. The caller's transaction holds all of it or nothing.
 * @param begins when the time of a promise begins to run
 * @throws Problem as updateTicket; invalid_input for `route` and `promise`; ticket_closed
 */
export async function changeTicket(tx: Tx, actor: AgentActor, number: number, body: ChangeTicketBody, now: Date, known: ChangeKnown, begins = now): Promise<{ changed: boolean; along: Alongside }> {
  const done = await changeAll(tx, actor, number, body, now, known, begins);
  if (body.macros?.length) await refuseUnapprovedMacros(tx, actor, number, body.macros, known.approvals);
  return done;
}

async function changeAll(tx: Tx, actor: AgentActor, number: number, { route, note, promise, ...body }: ChangeTicketBody, now: Date, known: ChangeKnown, begins: Date): Promise<{ changed: boolean; along: Alongside }> {
  if (route === undefined && note === undefined && !promise) return { ...(await updateTicket(tx, actor, number, body, now, known)), along: {} };
  if (route !== undefined && (body.team !== undefined || body.assignee !== undefined)) throw fieldProblem('route', 'invalid_input', 'Either route, or team and assignee');
  const fitBefore = promise ? await fitting(tx, actor, number, known) : [];
  const { macros, status, override, seen: { status: seenStatus, ...seen } = {}, ...rest } = body;
  await updateTicket(tx, actor, number, { ...rest, ...(route !== undefined && { team: route, assignee: null }), seen }, now, known).catch((error: unknown) => {
    throw route === undefined ? error : named(error, 'team', 'route');
  });
  const ticket = await current(tx, actor, number);
  if (promise && ticket.status === 'closed') throw new Problem('ticket_closed');
  const along: Alongside = {};
  if (note !== undefined) along.note = await writeNoteAlong(tx, actor, ticket, { text: note.trim(), from: { name: actor.name, address: actor.email } }, now);
  if (promise) {
    along.commitment = await promiseAlong(tx, actor, ticket, promise, now, { ...known, fitBefore }, begins);
    along.within = { hours: promise.hours, ...(promise.business && { business: true }) };
  }
  if (status !== undefined) await updateTicket(tx, actor, number, { status, override, seen: { status: seenStatus } }, now, known);
  if (macros?.length) await noteMacroUses(tx, actor.scope, { agentId: actor.id, brandId: ticket.brand_id, macroIds: macros, at: now });
  return { changed: true, along };
}

/** The same for a caller who may ask again: a repeat of one that is `once` changes nothing. @throws Problem key_reused too */
export async function changeTicketOnce(tx: Tx, actor: AgentActor, number: number, body: ChangeTicketBody, now: Date, { once, ...known }: ChangeKnown & { once?: Once | undefined }): Promise<{ changed: boolean }> {
  const first = once && (await claimOnce(tx, { workspaceId: actor.scope.workspaceId, agentId: actor.id }, once, now));
  return first ? { changed: false } : changeTicket(tx, actor, number, body, now, known);
}

/** The rules of a promise as the ticket stands before: its kind or brand may change along with it. */
async function fitting(tx: Tx, actor: AgentActor, number: number, { approvals }: ChangeKnown): Promise<FittingRule[]> {
  if (approvals.rules.length === 0) return [];
  const { id, brand_id: brandId } = await current(tx, actor, number);
  return rulesFitting(tx, actor.scope, { ticketId: id, brandId, actions: ['promise'] }, approvals.rules);
}

/** As it is after what was done so far; it is locked, and the actor's: a move to a brand that they do not see is refused. */
async function current(tx: Tx, actor: AgentActor, number: number): Promise<TicketState> {
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  return ticket;
}

/** A refusal of one part under the name that the caller gave it. */
function named(error: unknown, from: string, to: string): unknown {
  if (!(error instanceof Problem) || error.code !== 'invalid_input') return error;
  return new Problem(error.code, error.message, error.fields.map((each) => (each.field === from ? { ...each, field: to } : each)));
}
