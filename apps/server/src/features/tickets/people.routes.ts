import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath } from '../../platform/http/shapes.ts';
import { linkTickets, unlinkTickets } from './links.commands.ts';
import { listLinks } from './links.queries.ts';
import { addParticipants, confirmParticipant, removeParticipant } from './participants.commands.ts';
import { listWhoSees } from './mentions.queries.ts';
import { listParticipants } from './participants.queries.ts';
import { findTicketState, type TicketState } from './ticket-row.queries.ts';
import { addLinkBody, addParticipantBody, agentRef, linkShape, participantShape } from './tickets.schemas.ts';
import { done, numberInPath, problems } from './tickets.routes.ts';
import { toParticipant } from './tickets.views.ts';

const participantPath = z.strictObject({ number: idInPath, id: idInPath });
const linkPath = z.strictObject({ number: idInPath, other: idInPath });
const participantList = z.object({ items: z.array(participantShape) });
const colleagueList = z.object({ items: z.array(agentRef) });
const linkList = z.object({ items: z.array(linkShape) });

/** Who takes part in a ticket, and which tickets belong together. */
export function peopleRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function onTicket(actor: AgentActor, number: number, work: (tx: Tx, ticket: TicketState) => Promise<void>): Promise<TicketState> {
    const ticket = await context.db.transaction().execute(async (tx) => {
      const found = await findTicketState(tx, actor.scope, { number }, { lock: true });
      if (!found) throw notFound('ticket');
      await work(tx, found);
      return found;
    });
    context.wake.say('events');
    return ticket;
  }

  async function readTicket(actor: AgentActor, number: number): Promise<TicketState> {
    const ticket = await findTicketState(context.db, actor.scope, { number });
    if (!ticket) throw notFound('ticket');
    return ticket;
  }

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/participants',
    config: { access: 'viewer' },
    schema: { operationId: 'listParticipants', tags: ['Tickets'], summary: 'Who takes part', params: numberInPath, response: { 200: participantList, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await readTicket(actor, request.params.number);
      return { items: (await listParticipants(context.db, actor.scope, ticket.id)).map(toParticipant) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/participants',
    config: { access: 'agent' },
    schema: {
      operationId: 'addParticipant', tags: ['Tickets'], summary: 'Let someone take part: copies from now on, and their replies join',
      params: numberInPath, body: addParticipantBody, response: { 201: participantList, ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const ticket = await onTicket(actor, request.params.number, (tx, found) => addParticipants(tx, actor, found, [request.body]));
      return reply.code(201).send({ items: (await listParticipants(context.db, actor.scope, ticket.id)).map(toParticipant) });
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/participants/:id/confirm',
    config: { access: 'agent' },
    schema: { operationId: 'confirmParticipant', tags: ['Tickets'], summary: 'Trust someone who came in by a forwarded mail', params: participantPath, response: { 200: done, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await onTicket(actor, request.params.number, (tx, found) => confirmParticipant(tx, actor, found, request.params.id));
      return { ok: true as const };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/tickets/:number/participants/:id',
    config: { access: 'agent' },
    schema: { operationId: 'removeParticipant', tags: ['Tickets'], summary: 'No more copies to this person', params: participantPath, response: { 200: done, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await onTicket(actor, request.params.number, (tx, found) => removeParticipant(tx, actor, found, request.params.id));
      return { ok: true as const };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/colleagues',
    config: { access: 'viewer' },
    schema: { operationId: 'listColleagues', tags: ['Tickets'], summary: 'Who may see the ticket, and can be named in its notes', description: 'By name, at most 1,000.', params: numberInPath, response: { 200: colleagueList, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await readTicket(actor, request.params.number);
      return { items: await listWhoSees(context.db, actor.scope.workspaceId, ticket.brand_id) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/links',
    config: { access: 'agent' },
    schema: { operationId: 'linkTickets', tags: ['Tickets'], summary: 'Link two tickets', params: numberInPath, body: addLinkBody, response: { 201: linkList, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const ticket = await onTicket(actor, request.params.number, (tx, found) => linkTickets(tx, actor, found, request.body.number));
      return reply.code(201).send({ items: await listLinks(context.db, actor.scope, ticket.id) });
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/tickets/:number/links/:other',
    config: { access: 'agent' },
    schema: { operationId: 'unlinkTickets', tags: ['Tickets'], summary: 'Take a link away', params: linkPath, response: { 200: done, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await onTicket(actor, request.params.number, (tx, found) => unlinkTickets(tx, actor, found, request.params.other));
      return { ok: true as const };
    },
  });
}
