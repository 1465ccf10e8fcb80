import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findOrCreateCustomers } from '../customers/index.ts';
import { confirmParticipantRow, deleteParticipant, insertParticipants } from './participants.queries.ts';
import type { TicketState } from './ticket-row.queries.ts';

type Person = { email: string; name?: string };

/** Lets people take part: they get copies from now on, and their replies join. Those who do already are left as they are. */
export async function addParticipants(tx: Tx, actor: Actor, ticket: TicketState, people: Person[]): Promise<void> {
  const customers = await findOrCreateCustomers(tx, actor, ticket.brand_id, people.map(({ email, name }) => ({ address: email, name })));
  const rows = customers.map(({ customerId, address, name }) => ({ customerId, address, name, role: 'cc' as const, confirmed: true }));
  const added = await insertParticipants(tx, actor.scope.workspaceId, ticket.id, [...new Map(rows.map((row) => [row.address, row])).values()]);
  if (added.length === 0) return;
  await appendEvent(tx, actor, { type: 'participant.added', ticketId: ticket.id, brandId: ticket.brand_id, data: { participants: added } });
}

/** @throws Problem not_found */
export async function confirmParticipant(tx: Tx, actor: Actor, ticket: TicketState, participantId: number): Promise<void> {
  if (!(await confirmParticipantRow(tx, actor.scope.workspaceId, ticket.id, participantId))) throw notFound('participant');
  await appendEvent(tx, actor, { type: 'participant.confirmed', ticketId: ticket.id, brandId: ticket.brand_id, data: { participants: [participantId] } });
}

/** Takes a copied person out. @throws Problem not_found, also for the requester */
export async function removeParticipant(tx: Tx, actor: Actor, ticket: TicketState, participantId: number): Promise<void> {
  if (!(await deleteParticipant(tx, actor.scope.workspaceId, ticket.id, participantId))) throw notFound('participant');
  await appendEvent(tx, actor, { type: 'participant.removed', ticketId: ticket.id, brandId: ticket.brand_id, data: { participants: [participantId] } });
}
