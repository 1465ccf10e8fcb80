import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { claimOnce } from '../../platform/once/once.queries.ts';
import type { Once } from '../../platform/once/once.ts';
import { rulesFitting, type ApprovalGate, type FittingRule } from '../approval-rules/index.ts';
import type { Escalating } from '../escalation/index.ts';
import { noteMacroUses } from '../macro-uses/index.ts';
import type { KnownPlaybook } from '../required-steps/index.ts';
import type { Within } from '../commitment-rows/index.ts';
import { promiseAlong, writeNoteAlong } from './alongside.command.ts';
import { refuseUnapprovedMacros } from './guard-macros.ts';
import { escalateAlong, escalationActions, tellOfMacro } from './set-off.command.ts';
import type { SetsOff } from './sets-off.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';
import type { ChangeTicketBody } from './tickets.schemas.ts';
import { updateTicket } from './update-ticket.command.ts';

export type ChangeKnown = { playbooks: readonly KnownPlaybook[]; approvals: ApprovalGate; setsOff: SetsOff; told?: EventData; /** The macros that a change along with a message comes from. */ namedBy?: readonly number[] | undefined };
/** What was done beside the change: the ids of the note, the promise, the escalation and of the event that a webhook is told, and within what time a promise is to be kept. */
export type Alongside = { note?: number; commitment?: number; within?: Within; escalation?: number; telling?: number };
/** `mailed`: the customer is told of an escalation. */
export type Changed = { changed: boolean; along: Alongside; mailed: boolean };
/** When the time of a promise begins to run, and when a webhook is told: when the message goes out that it belongs to. Now, without one. */
export type Times = { begins: Date; tells: Date };
/** An escalation may say more than a macro does, where it is done at somebody's word. */
export type TicketChange = Omit<ChangeTicketBody, 'escalate'> & { escalate?: Escalating | undefined };

/**
 * All that a macro does with a ticket: its fields, its team anew, a note, a promise, an escalation, and its status last, so that
 * what is written along counts for required steps; then a webhook is told. The caller's transaction holds all of it or nothing.
 * @throws Problem as updateTicket; invalid_input for `route`, `promise`, `escalate` and `webhook`; ticket_closed
 */
export async function changeTicket(tx: Tx, actor: AgentActor, number: number, body: TicketChange, now: Date, known: ChangeKnown, times: Times = { begins: now, tells: now }): Promise<Changed> {
  const done = await changeAll(tx, actor, number, body, now, known, times);
  if (body.macros?.length) await refuseUnapprovedMacros(tx, actor, number, body.macros, known.approvals);
  return done;
}

async function changeAll(tx: Tx, actor: AgentActor, number: number, whole: TicketChange, now: Date, known: ChangeKnown, { begins, tells }: Times): Promise<Changed> {
  const { route, note, promise, escalate, webhook, ...body } = whole;
  if (route === undefined && note === undefined && !promise && !escalate && webhook === undefined) return { ...(await updateTicket(tx, actor, number, body, now, known)), along: {}, mailed: false };
  refuseContradiction(whole);
  const fitBefore = promise || escalate ? await fitting(tx, actor, number, whole, known) : [];
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
  const { approvals, told, setsOff } = known;
  const made = escalate ? await escalateAlong(tx, setsOff, actor, ticket, escalate, now, { approvals, fitBefore, ...(told && { told }) }) : null;
  if (made) along.escalation = made.id;
  if (status !== undefined) await updateTicket(tx, actor, number, { status, override, seen: { status: seenStatus } }, now, known);
  if (webhook !== undefined) along.telling = await tellOfMacro(tx, setsOff, actor, ticket, { webhook, macros: known.namedBy ?? macros ?? [], done: partsOf(whole) }, tells);
  if (macros?.length) await noteMacroUses(tx, actor.scope, { agentId: actor.id, brandId: ticket.brand_id, macroIds: macros, at: now });
  return { changed: true, along, mailed: made?.told ?? false };
}

/** @throws Problem invalid_input for `route` or `escalate` */
function refuseContradiction({ route, team, assignee, escalate }: TicketChange): void {
  if (route !== undefined && (team !== undefined || assignee !== undefined)) throw fieldProblem('route', 'invalid_input', 'Either route, or team and assignee');
  if (escalate && !('lead' in escalate.to) && (route !== undefined || team !== undefined || assignee !== undefined)) throw fieldProblem('escalate', 'invalid_input', 'Either escalate to them, or route, team and assignee');
}

/** Names of the closed list. */
function partsOf({ seen: _seen, override: _override, macros: _macros, ...parts }: TicketChange): string[] {
  return Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

/** The same for a caller who may ask again: a repeat of one that is `once` changes nothing. @throws Problem key_reused too */
export async function changeTicketOnce(tx: Tx, actor: AgentActor, number: number, body: ChangeTicketBody, now: Date, { once, ...known }: ChangeKnown & { once?: Once | undefined }): Promise<Pick<Changed, 'changed' | 'mailed'>> {
  const first = once && (await claimOnce(tx, { workspaceId: actor.scope.workspaceId, agentId: actor.id }, once, now));
  return first ? { changed: false, mailed: false } : changeTicket(tx, actor, number, body, now, known);
}

/** The rules of a promise and an escalation as the ticket stands before: its kind or brand may change along with them. */
async function fitting(tx: Tx, actor: AgentActor, number: number, { promise, escalate }: TicketChange, { approvals }: ChangeKnown): Promise<FittingRule[]> {
  if (approvals.rules.length === 0) return [];
  const ticket = await current(tx, actor, number);
  const actions = [...(promise ? (['promise'] as const) : []), ...(escalate ? escalationActions(ticket, escalate) : [])];
  return rulesFitting(tx, actor.scope, { ticketId: ticket.id, brandId: ticket.brand_id, actions }, approvals.rules);
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
