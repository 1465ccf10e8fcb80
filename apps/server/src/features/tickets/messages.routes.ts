import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath } from '../../platform/http/shapes.ts';
import { onceHeaders, readOnce } from '../../platform/once/once.ts';
import { addMessageByAgent } from './add-message-by-agent.command.ts';
import { listMerged } from './merges.queries.ts';
import { findTicketState } from './ticket-row.queries.ts';
import { addMessageBody, messageShape, timelinePage, timelineQuery } from './tickets.schemas.ts';
import { linkerFor, numberInPath, problems } from './tickets.routes.ts';
import { toMessage, toTimelineEntry } from './tickets.views.ts';
import { findMessage, readTimeline } from './timeline.queries.ts';

export function messageRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/timeline',
    config: { access: 'viewer' },
    schema: {
      operationId: 'readTimeline', tags: ['Timeline'], summary: 'Everything that happened on a ticket, oldest first',
      params: numberInPath, querystring: timelineQuery, response: { 200: timelinePage, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit, sort } = request.query;
      const after = cursor === undefined ? undefined : decodeCursor(cursor, onlyId)[0];
      const ticket = await findTicketState(context.db, actor.scope, { number: request.params.number });
      if (!ticket) throw notFound('ticket');
      const tickets = await listMerged(context.db, actor.scope.workspaceId, ticket.id);
      const rows = await readTimeline(context.db, actor.scope, tickets, { newestFirst: sort === 'newest', after, limit: limit + 1 });
      const linker = linkerFor(context, actor);
      return toPage(rows, limit, (row) => [row.event_id], (row) => toTimelineEntry(row, linker));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/messages',
    config: { access: 'agent' },
    schema: {
      operationId: 'addMessage', tags: ['Timeline'], summary: 'Answer the customer, or write a note',
      description: [
        'A public message goes out by mail at once, after `undo_seconds` in which it can be taken back, or at `send_at`.',
        'In a note, `<span data-mention="12">@Anna</span>` names a colleague; one who may not see the ticket’s brand is refused.',
        'In the HTML, `<img data-file="34">` places an uploaded picture.',
      ].join(' '),
      params: numberInPath, headers: onceHeaders, body: addMessageBody, response: { 201: messageShape, ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const messageId = await addMessageByAgent(context, actor, request.params.number, request.body, readOnce(request));
      const row = await findMessage(context.db, actor.scope, messageId);
      if (!row) throw notFound('message');
      return reply.code(201).send(toMessage(row, linkerFor(context, actor)));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/messages/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getMessage', tags: ['Timeline'], summary: 'One message', params: z.strictObject({ id: idInPath }), response: { 200: messageShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const row = await findMessage(context.db, actor.scope, request.params.id);
      if (!row) throw notFound('message');
      return toMessage(row, linkerFor(context, actor));
    },
  });
}
