import type { AgentActor, SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { closeAfterHours, findAssigneeName, findTeamName } from './ticket-lookups.queries.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';
import { mayBecome, solvedMarks } from './tickets.rules.ts';
import type { UpdateTicketBody } from './tickets.schemas.ts';
import { updateTicketRow, type TicketChange } from './ticket-writes.queries.ts';

type Changes = Record<string, { from?: unknown; to?: unknown; added?: string[]; removed?: string[] }>;

/**
 * Changes what is asked and differs, as one event; nothing differs, nothing is written.
 * @throws Problem not_found, status_not_possible, or invalid_input that names the field
 */
export async function updateTicket(tx: Tx, actor: AgentActor | SystemActor, number: number, body: UpdateTicketBody, now: Date): Promise<{ changed: boolean }> {
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  await checkTargets(tx, actor.scope.workspaceId, ticket, body);
  const { change, changes } = compare(ticket, body);
  if (change.status) {
    if (!mayBecome(ticket.status, change.status))
      throw new Problem('status_not_possible', `A ticket that is ${ticket.status} cannot become ${change.status}`, [
        { field: 'status', code: 'status_not_possible', message: `Not from ${ticket.status}` },
      ]);
    const hours = change.status === 'solved' ? await closeAfterHours(tx, actor.scope.workspaceId) : 0;
    // A closed ticket keeps the moment when it was solved.
    Object.assign(change, change.status === 'closed' ? { close_at: null } : solvedMarks(change.status, now, hours));
  }
  if (Object.keys(changes).length === 0) return { changed: false };
  await updateTicketRow(tx, actor.scope.workspaceId, ticket.id, change, now);
  await appendEvent(tx, actor, { type: 'ticket.updated', ticketId: ticket.id, brandId: ticket.brand_id, data: { changes } });
  return { changed: true };
}

async function checkTargets(tx: Tx, workspaceId: number, ticket: TicketState, body: UpdateTicketBody): Promise<void> {
  if (body.team != null && body.team !== ticket.team_id && (await findTeamName(tx, workspaceId, body.team)) === null)
    throw fieldProblem('team', 'not_found', 'There is no such team');
  if (body.assignee != null && body.assignee !== ticket.assignee_id && (await findAssigneeName(tx, workspaceId, body.assignee, ticket.brand_id)) === null)
    throw fieldProblem('assignee', 'not_found', 'There is no such agent who may work on this brand');
}

/** What differs, as a row change and as ids and codes for the event (a changed text says only that it changed). */
function compare(ticket: TicketState, body: UpdateTicketBody): { change: TicketChange; changes: Changes } {
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

function nextTags(current: string[], body: UpdateTicketBody): string[] {
  const removed = new Set(body.remove_tags ?? []);
  const base = body.tags ?? current;
  return [...new Set([...base, ...(body.add_tags ?? [])])].filter((tag) => !removed.has(tag));
}
