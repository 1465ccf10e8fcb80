import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath } from '../../platform/http/shapes.ts';
import { onceHeaders, readOnce } from '../../platform/once/once.ts';
import { addMessageByAgent } from './add-message.command.ts';
import { deleteDraft, listDrafts, saveDraftRow } from './drafts.queries.ts';
import { listMerged } from './merges.queries.ts';
import { findTicketState } from './ticket-row.queries.ts';
import { addMessageBody, draftShape, messageShape, saveDraftBody, timelinePage, timelineQuery } from './tickets.schemas.ts';
import { done, linkerFor, numberInPath, problems } from './tickets.routes.ts';
import { toAttachment, toMessage, toTimelineEntry } from './tickets.views.ts';
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
      description: 'A public message goes out by mail at once, or after `undo_seconds` in which it can be taken back.',
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

  app.route({
    method: 'PUT',
    url: '/api/v1/tickets/:number/draft',
    config: { access: 'agent' },
    schema: { operationId: 'saveDraft', tags: ['Drafts'], summary: 'Keep what this agent is writing', params: numberInPath, body: saveDraftBody, response: { 200: draftShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await findTicketState(context.db, actor.scope, { number: request.params.number });
      if (!ticket) throw notFound('ticket');
      const { kind, html, cc, attachments } = request.body;
      const key = { workspaceId: actor.scope.workspaceId, ticketId: ticket.id, agentId: actor.id };
      const copies = cc.map(({ email, name }) => ({ address: email, name: name ?? '' }));
      await saveDraftRow(context.db, { ...key, kind, html, cc: copies, fileIds: attachments }, context.clock.now());
      const draft = (await listDrafts(context.db, key.workspaceId, key.ticketId, key.agentId)).find((row) => row.kind === kind);
      if (!draft) throw notFound('draft');
      const linker = linkerFor(context, actor);
      return { ...draft, updated_at: draft.updated_at.toISOString(), attachments: (draft.attachments ?? []).map((row) => toAttachment(row, linker)) };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/tickets/:number/draft',
    config: { access: 'agent' },
    schema: {
      operationId: 'discardDraft', tags: ['Drafts'], summary: 'Throw an own draft away',
      params: numberInPath, querystring: z.strictObject({ kind: z.enum(['public', 'note']).optional().describe('Both without it') }), response: { 200: done, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await findTicketState(context.db, actor.scope, { number: request.params.number });
      if (!ticket) throw notFound('ticket');
      const { kind } = request.query;
      for (const each of kind ? [kind] : (['public', 'note'] as const)) await deleteDraft(context.db, actor.scope.workspaceId, ticket.id, actor.id, each);
      return { ok: true as const };
    },
  });
}
