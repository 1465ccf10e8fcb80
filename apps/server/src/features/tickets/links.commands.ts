import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { deleteLink, insertLink } from './links.queries.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';

/** Links two tickets that the actor sees. @throws Problem not_found, already_exists, invalid_input for itself */
export async function linkTickets(tx: Tx, actor: Actor, ticket: TicketState, otherNumber: number): Promise<void> {
  if (otherNumber === ticket.number) throw fieldProblem('number', 'same_ticket', 'A ticket cannot be linked to itself');
  const other = await findTicketState(tx, actor.scope, { number: otherNumber });
  if (!other) throw fieldProblem('number', 'not_found', 'There is no such ticket');
  if (!(await insertLink(tx, actor.scope.workspaceId, ticket.id, other.id, 'related'))) throw new Problem('already_exists', 'They are linked already');
  await appendEvent(tx, actor, { type: 'ticket.linked', ticketId: ticket.id, brandId: ticket.brand_id, data: { other: other.number, kind: 'related' } });
}

/** @throws Problem not_found */
export async function unlinkTickets(tx: Tx, actor: Actor, ticket: TicketState, otherNumber: number): Promise<void> {
  const other = await findTicketState(tx, actor.scope, { number: otherNumber });
  if (!other || !(await deleteLink(tx, actor.scope.workspaceId, ticket.id, other.id))) throw notFound('link');
  await appendEvent(tx, actor, { type: 'ticket.unlinked', ticketId: ticket.id, brandId: ticket.brand_id, data: { other: other.number } });
}
