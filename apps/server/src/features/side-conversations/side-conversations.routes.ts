import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { findTicketState, linkerFor, listMerged, numberInPath, problems, toMessage } from '../tickets/index.ts';
import { confirmPerson, updateSide } from './side-conversations.commands.ts';
import { findSide, findSideState, listSideMessages, listSides, type SideRow } from './side-conversations.queries.ts';
import { openSideBody, personInPath, sideInPath, sideList, sideMessagePage, sideMessagesQuery, sideShape, updateSideBody, writeSideBody } from './side-conversations.schemas.ts';
import { openSide, writeSide } from './write-side.commands.ts';

const tags = ['Side conversations'];

/** Conversations beside a ticket's own: with a colleague or a supplier, never with the customer. */
export function sideConversationRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function show(scope: Scope, id: number): Promise<z.input<typeof sideShape>> {
    const row = await findSide(context.db, scope, id);
    if (!row) throw notFound('side conversation');
    return view(row);
  }

  async function write(work: (tx: Tx) => Promise<void>): Promise<void> {
    await context.db.transaction().execute(work);
    context.wake.say('events');
  }

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/side-conversations',
    config: { access: 'viewer' },
    schema: { operationId: 'listSideConversations', tags, summary: 'Who else was asked, newest first', description: 'At most the newest 100, with those of tickets that were merged into it.', params: numberInPath, response: { 200: sideList, ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const ticket = await findTicketState(context.db, scope, { number: request.params.number });
      if (!ticket) throw notFound('ticket');
      const tickets = await listMerged(context.db, scope.workspaceId, ticket.id);
      return { items: (await listSides(context.db, scope.workspaceId, tickets.map(({ id }) => id))).map(view) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/side-conversations',
    config: { access: 'agent' },
    schema: {
      operationId: 'openSideConversation', tags, summary: 'Forward messages, or ask somebody outside of the customer’s thread',
      description: 'Answers come back to the side conversation, are seen by agents alone and never go to the customer. Who takes part in the ticket cannot be asked here.',
      params: numberInPath, body: openSideBody, response: { 201: sideShape, ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const id = await openSide(context, actor, request.params.number, request.body);
      return reply.code(201).send(await show(actor.scope, id));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/side-conversations/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getSideConversation', tags, summary: 'One side conversation', params: sideInPath, response: { 200: sideShape, ...problems } },
    handler: (request) => show(agentOf(request).scope, request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/side-conversations/:id',
    config: { access: 'agent' },
    schema: { operationId: 'updateSideConversation', tags, summary: 'Mark it done, or open again', params: sideInPath, body: updateSideBody, response: { 200: sideShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await write((tx) => updateSide(tx, actor, request.params.id, request.body, context.clock.now()));
      return show(actor.scope, request.params.id);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/side-conversations/:id/messages',
    config: { access: 'viewer' },
    schema: { operationId: 'listSideMessages', tags, summary: 'Its messages, newest first', params: sideInPath, querystring: sideMessagesQuery, response: { 200: sideMessagePage, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const before = cursor === undefined ? null : decodeCursor(cursor, onlyId)[0];
      const side = await findSideState(context.db, actor.scope, request.params.id);
      if (!side) throw notFound('side conversation');
      const linker = linkerFor(context, actor);
      const rows = await listSideMessages(context.db, actor.scope.workspaceId, side.id, { before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => toMessage(row, linker));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/side-conversations/:id/messages',
    config: { access: 'agent' },
    schema: { operationId: 'writeSideMessage', tags, summary: 'Write to everybody in it', params: sideInPath, body: writeSideBody, response: { 201: sideShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      await writeSide(context, actor, request.params.id, request.body);
      return reply.code(201).send(await show(actor.scope, request.params.id));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/side-conversations/:id/people/:person/confirm',
    config: { access: 'agent' },
    schema: { operationId: 'confirmSidePerson', tags, summary: 'Trust somebody to whom the reply address was passed on', params: personInPath, response: { 200: sideShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await write((tx) => confirmPerson(tx, actor, request.params.id, request.params.person));
      return show(actor.scope, request.params.id);
    },
  });
}

function view({ ticket_id: _ticket, done_at, ticket_number, created_at, last_message_at, ...row }: SideRow): z.input<typeof sideShape> {
  return { ...row, ticket: ticket_number, done: done_at !== null, last_message_at: last_message_at.toISOString(), created_at: created_at.toISOString() };
}
