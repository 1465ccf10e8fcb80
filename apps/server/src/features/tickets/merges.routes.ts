import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { mergeTickets, unmergeTicket } from './merge-tickets.commands.ts';
import { splitTicket } from './split-ticket.command.ts';
import { findTicketByNumber } from './ticket-row.queries.ts';
import { mergeTicketBody, splitTicketBody, ticketShape } from './tickets.schemas.ts';
import { numberInPath, problems } from './tickets.routes.ts';
import { toTicket } from './tickets.views.ts';

/** Cases that turn out to be one, or two. */
export function mergeRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, number: number) {
    const row = await findTicketByNumber(context.db, actor.scope, number, actor.id);
    if (!row) throw notFound('ticket');
    return toTicket(row);
  }

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/merge',
    config: { access: 'agent' },
    schema: {
      operationId: 'mergeTicket', tags: ['Tickets'], summary: 'Merge this ticket into another one of its brand',
      description: 'It closes; its entries stand in the other’s timeline, its people take part there, and answers to its mail go there.',
      params: numberInPath, body: mergeTicketBody, response: { 200: ticketShape, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const approvals = { rules: await context.approvalRules.of(actor.scope.workspaceId) };
      await context.db.transaction().execute((tx) => mergeTickets(tx, actor, request.params.number, request.body.into, context.clock.now(), { approvals }));
      context.wake.say('events');
      return shown(actor, request.params.number);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/unmerge',
    config: { access: 'agent' },
    schema: { operationId: 'unmergeTicket', tags: ['Tickets'], summary: 'Take a merge back', params: numberInPath, response: { 200: ticketShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const approvals = { rules: await context.approvalRules.of(actor.scope.workspaceId) };
      await context.db.transaction().execute((tx) => unmergeTicket(tx, actor, request.params.number, context.clock.now(), { approvals }));
      context.wake.say('events');
      return shown(actor, request.params.number);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/split',
    config: { access: 'agent' },
    schema: { operationId: 'splitTicket', tags: ['Tickets'], summary: 'Open a new ticket with one of this ticket’s messages', params: numberInPath, body: splitTicketBody, response: { 201: ticketShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { workspaceId } = actor.scope;
      const [newNumber, rules] = await Promise.all([context.ticketNumbers.next(workspaceId), context.approvalRules.of(workspaceId)]);
      await context.db.transaction().execute((tx) => splitTicket(tx, actor, request.params.number, request.body, context.clock.now(), { newNumber, approvals: { rules } }));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor, newNumber));
    },
  });
}
