import type { AgentActor, SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { refuseHeld, refuseUnapproved, rulesFitting, rulesMet, type ApprovalGate, type GuardedAction } from '../approval-rules/index.ts';
import { changedTo, fillFields, refuseUnsolvable, writeFields, type FieldChanges } from '../custom-fields/index.ts';
import { noteMacroUses } from '../macro-uses/index.ts';
import { recountWrapUp, refuseUnwrapped } from '../wrap-ups/index.ts';
import { endEscalations } from '../ticket-escalations/index.ts';
import { refuseMissingSteps, type KnownPlaybook } from '../required-steps/index.ts';
import { moveMerged } from './merges.queries.ts';
import { linkPeopleToBrand } from './participants.queries.ts';
import { findAssigneeName, findDesk, findServingTeam, whatSolvingTakes } from './ticket-lookups.queries.ts';
import { nameOfServingTeam } from './serving-team.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';
import { refuseOverwriting } from './seen-fields.ts';
import { snoozeStep } from './snooze.rules.ts';
import { mayBecome, solvedMarks } from './tickets.rules.ts';
import type { UpdateTicketBody } from './tickets.schemas.ts';
import { updateTicketRow, type TicketChange } from './ticket-writes.queries.ts';

type Changes = Record<string, { from?: unknown; to?: unknown; added?: string[]; removed?: string[] } | FieldChanges>;

/**
 * Changes what is asked and differs, as one event; nothing differs, nothing is written. `told` stands in the event beside the changes.
 * @param approvals the rules that were known before it; only who changes nothing that one may guard may leave them out
 * @param playbooks those that were known before the transaction; only who never asks for a guarded status may leave them out
 * @throws Problem not_found, status_not_possible, fields_missing, wrap_up_missing, steps_missing, approval_needed, not_allowed, or invalid_input that names the field
 */
export async function updateTicket(tx: Tx, actor: AgentActor | SystemActor, number: number, body: UpdateTicketBody, now: Date, { told = {}, playbooks, approvals }: { told?: EventData; playbooks?: readonly KnownPlaybook[]; approvals?: ApprovalGate } = {}): Promise<{ changed: boolean }> {
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  const { workspaceId } = actor.scope;
  const place = await findPlace(tx, actor, ticket, body);
  await checkTargets(tx, workspaceId, { ...ticket, brand_id: place.brandId }, body, { moves: place.brandId !== ticket.brand_id });
  if (body.seen && actor.type === 'agent') await refuseOverwriting(tx, actor, ticket, body);
  const { change, changes } = compare(ticket, { ...body, assignee: await staysWith(tx, workspaceId, ticket, body, place), team: await staysInTeam(tx, workspaceId, ticket, body, place) }, place);
  if (change.status) {
    if (!mayBecome(ticket.status, change.status))
      throw new Problem('status_not_possible', `A ticket that is ${ticket.status} cannot become ${change.status}`, [
        { field: 'status', code: 'status_not_possible', message: `Not from ${ticket.status}` },
      ]);
  }
  // A change does not take the ticket out of a rule that guards it: what it fits as it stands, in the brand that it may leave, holds as well.
  const actions = doneActions(body, changes);
  const filled = body.fields && (await fillFields(tx, { workspaceId, ticketId: ticket.id, brandId: place.brandId }, body.fields));
  // A rule on a choice looks at what the field holds, which is still the old one here.
  const rules = approvals?.rules.filter(({ guard }) => guard !== 'choice') ?? [];
  const fitBefore = await rulesFitting(tx, actor.scope, { ticketId: ticket.id, brandId: ticket.brand_id, to: change.status, fields: filled && changedTo(filled), actions }, rules);
  // Conditions of a rule read these, and another brand has other rules: what is held already may take an approval from now on.
  const refits = approvals && approvals.rules.length > 0 && (place.brandId !== ticket.brand_id || body.fields || changes['kind'] || changes['priority'] || changes['language'] || changes['tags']);
  const metBefore = refits ? await rulesMet(tx, actor.scope, { ticketId: ticket.id, brandId: ticket.brand_id, to: ticket.status }, approvals.rules) : [];
  if (filled && Object.keys(filled.changes).length > 0) {
    await writeFields(tx, workspaceId, ticket.id, filled);
    changes.fields = filled.changes;
  }
  // Neither is a ticket solved without what it takes, nor is that taken from a solved one.
  const solving = change.status === 'solved' || (ticket.status === 'solved' && !change.status && filled?.emptied.length) ? await whatSolvingTakes(tx, { workspaceId, ticketId: ticket.id, brandId: place.brandId }) : null;
  // Of a solved one only what was emptied now: what has been asked for since it was solved is no reason.
  refuseUnsolvable((solving?.missing ?? []).filter((key) => change.status || filled?.changes[key]));
  if (change.status === 'solved') refuseUnwrapped(solving?.unwrapped ?? false);
  // A closed ticket keeps the moment when it was solved.
  if (change.status) Object.assign(change, change.status === 'closed' ? { close_at: null } : solvedMarks(change.status, now, solving?.hours ?? 0));
  const snooze = snoozeStep(ticket, { wanted: body.snoozed_until, status: change.status, actor, now });
  if (Object.keys(changes).length === 0 && !snooze) return { changed: false };
  if (snooze) Object.assign(change, snooze.change);
  await updateTicketRow(tx, workspaceId, ticket.id, change, now);
  if (change.brand_id !== undefined) {
    await linkPeopleToBrand(tx, workspaceId, ticket.id, place.brandId);
    await moveMerged(tx, workspaceId, ticket.id, place);
    // Who sees the old brand only learns that it left, and not where to.
    await appendEvent(tx, actor, { type: 'ticket.moved_away', ticketId: ticket.id, brandId: ticket.brand_id });
  }
  if (ticket.wrapped && (change.status || change.folder || change.brand_id !== undefined)) await recountWrapUp(tx, workspaceId, ticket.id);
  if (ticket.escalated_at && change.status === 'closed') await endEscalations(tx, workspaceId, ticket.id, now);
  if (Object.keys(changes).length > 0) await appendEvent(tx, actor, { type: 'ticket.updated', ticketId: ticket.id, brandId: place.brandId, data: { ...told, changes } });
  if (change.status) await refuseMissingSteps(tx, actor, { ticketId: ticket.id, brandId: place.brandId, to: change.status }, playbooks && { playbooks, override: body.override }, now);
  if (change.status || filled || actions.length > 0) await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: place.brandId, askedIn: ticket.brand_id, to: change.status, fields: filled && changedTo(filled), actions }, approvals, fitBefore);
  if (refits) await refuseHeld(tx, actor, { ticketId: ticket.id, brandId: place.brandId, askedIn: ticket.brand_id, to: change.status ?? ticket.status }, approvals, metBefore);
  if (snooze) await appendEvent(tx, actor, { ...snooze.event, ticketId: ticket.id, brandId: place.brandId });
  if (body.macros?.length && actor.type === 'agent') await noteMacroUses(tx, actor.scope, { agentId: actor.id, brandId: place.brandId, macroIds: body.macros, at: now });
  return { changed: true };
}

type Place = { brandId: number; inboxId: number | null };

/** Where the ticket is to lie: where it does, or in another brand or inbox that the actor sees. */
async function findPlace(tx: Tx, actor: AgentActor | SystemActor, ticket: TicketState, body: UpdateTicketBody): Promise<Place> {
  if (body.brand === undefined && body.inbox === undefined) return { brandId: ticket.brand_id, inboxId: ticket.inbox_id };
  const brandId = body.brand ?? ticket.brand_id;
  if (body.inbox === undefined && brandId === ticket.brand_id) return { brandId, inboxId: ticket.inbox_id };
  const desk = await findDesk(tx, actor.scope, { brandId, inboxId: body.inbox });
  if (!desk) throw fieldProblem('brand', 'not_found', 'There is no such brand');
  if (body.inbox !== undefined && desk.inbox_id === null) throw fieldProblem('inbox', 'not_found', 'The brand has no such inbox');
  return { brandId, inboxId: desk.inbox_id };
}

/** Who works on it goes on after a move, unless they do not see the new brand. */
async function staysWith(tx: Tx, workspaceId: number, ticket: TicketState, body: UpdateTicketBody, place: Place): Promise<number | null | undefined> {
  if (body.assignee !== undefined || place.brandId === ticket.brand_id || ticket.assignee_id === null) return body.assignee;
  return (await findAssigneeName(tx, workspaceId, ticket.assignee_id, place.brandId)) === null ? null : undefined;
}

/** So does its team, unless it may not serve the new brand. */
async function staysInTeam(tx: Tx, workspaceId: number, ticket: TicketState, body: UpdateTicketBody, place: Place): Promise<number | null | undefined> {
  if (body.team !== undefined || place.brandId === ticket.brand_id || ticket.team_id === null) return body.team;
  return (await findServingTeam(tx, workspaceId, ticket.team_id, place.brandId))?.serves === false ? null : undefined;
}

async function checkTargets(tx: Tx, workspaceId: number, ticket: TicketState, body: UpdateTicketBody, { moves }: { moves: boolean }): Promise<void> {
  if (body.team != null && (body.team !== ticket.team_id || moves)) await nameOfServingTeam(tx, workspaceId, body.team, ticket.brand_id);
  if (body.assignee != null && body.assignee !== ticket.assignee_id && (await findAssigneeName(tx, workspaceId, body.assignee, ticket.brand_id)) === null)
    throw fieldProblem('assignee', 'not_found', 'There is no such agent who may work on this brand');
}

/** What differs, as a row change and as ids and codes for the event (a changed text says only that it changed). */
function compare(ticket: TicketState, body: UpdateTicketBody, place: Place): { change: TicketChange; changes: Changes } {
  const change: TicketChange = {};
  const changes: Changes = {};
  const set = <Key extends keyof TicketChange>(name: string, key: Key, to: TicketChange[Key], from: unknown, shown = true) => {
    if (to === undefined || to === from) return;
    change[key] = to;
    changes[name] = shown ? { from, to } : {};
  };
  set('status', 'status', body.status, ticket.status);
  set('priority', 'priority', body.priority, ticket.priority);
  set('kind', 'kind', body.kind, ticket.kind);
  set('folder', 'folder', body.folder, ticket.folder);
  set('language', 'language', body.language, ticket.language);
  set('team', 'team_id', body.team, ticket.team_id);
  set('assignee', 'assignee_id', body.assignee, ticket.assignee_id);
  set('brand', 'brand_id', place.brandId, ticket.brand_id);
  set('inbox', 'inbox_id', place.inboxId, ticket.inbox_id);
  set('subject', 'subject', body.subject, ticket.subject, false);
  const tags = nextTags(ticket.tags, body);
  const added = tags.filter((tag) => !ticket.tags.includes(tag));
  const removed = ticket.tags.filter((tag) => !tags.includes(tag));
  if (added.length || removed.length) {
    if (tags.length > 50) throw fieldProblem('add_tags', 'too_big', 'At most 50 tags');
    change.tags = tags;
    changes.tags = { added, removed };
  }
  return { change, changes };
}

/** What a rule may guard of this; not what a move to another brand brings with it by itself. */
function doneActions(body: UpdateTicketBody, changes: Changes): GuardedAction[] {
  const done = (name: keyof UpdateTicketBody & string, action: GuardedAction, where = true) => (body[name] !== undefined && changes[name] && where ? [action] : []);
  return [
    ...done('assignee', body.assignee === null ? 'unassign' : 'assign'),
    ...done('team', 'team'),
    ...done('brand', 'brand'),
    ...done('priority', 'priority'),
    ...done('kind', 'kind'),
    ...done('folder', body.folder === 'spam' ? 'spam' : 'trash', body.folder !== 'inbox'),
  ];
}

function nextTags(current: string[], body: UpdateTicketBody): string[] {
  const removed = new Set(body.remove_tags ?? []);
  const base = body.tags ?? current;
  return [...new Set([...base, ...(body.add_tags ?? [])])].filter((tag) => !removed.has(tag));
}
