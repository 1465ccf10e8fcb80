import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { createInbox, removeInbox, updateInbox } from './inboxes.commands.ts';
import { findInbox, listInboxes, type InboxRow } from './inboxes.queries.ts';
import { createInboxBody, inboxListQuery, inboxShape, removedInboxShape, updateInboxBody } from './inboxes.schemas.ts';

const tags = ['Inboxes'];
const params = z.strictObject({ id: idInPath });

export function inboxRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/inboxes',
    config: { access: 'viewer' },
    schema: { operationId: 'listInboxes', tags, summary: 'Inboxes of the brands that you see, oldest first', querystring: inboxListQuery, response: { 200: page(inboxShape), '4xx': problemShape } },
    handler: async (request) => {
      const { brand, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listInboxes(context.db, agentOf(request).scope, { brand, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toInbox);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/inboxes',
    config: { access: 'admin' },
    schema: { operationId: 'createInbox', tags, summary: 'Add an address that mail comes to', body: createInboxBody, response: { 201: inboxShape, '4xx': problemShape } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { inboxId } = await context.db.transaction().execute((tx) => createInbox(tx, actor, context.sealer, request.body));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor.scope, inboxId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/inboxes/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getInbox', tags, summary: 'One inbox', params, response: { 200: inboxShape, '4xx': problemShape } },
    handler: (request) => shown(agentOf(request).scope, request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/inboxes/:id',
    config: { access: 'admin' },
    schema: { operationId: 'updateInbox', tags, summary: 'Change an inbox', params, body: updateInboxBody, response: { 200: inboxShape, '4xx': problemShape } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => updateInbox(tx, actor, context.sealer, request.params.id, request.body));
      context.wake.say('events');
      context.wake.say('mailboxes');
      return shown(actor.scope, request.params.id);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/inboxes/:id',
    config: { access: 'admin' },
    schema: {
      operationId: 'removeInbox', tags, summary: 'Remove an inbox, or deactivate one that is used',
      description: 'An inbox that tickets or mail name stays, inactive, and its address stays taken: `outcome` says which it was.',
      params, response: { 200: removedInboxShape, '4xx': problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const outcome = await context.db.transaction().execute((tx) => removeInbox(tx, actor, request.params.id));
      context.wake.say('events');
      context.wake.say('mailboxes');
      return { ok: true as const, outcome };
    },
  });

  async function shown(scope: Scope, inboxId: number) {
    const row = await findInbox(context.db, scope, inboxId);
    if (!row) throw notFound('inbox');
    return toInbox(row);
  }
}

function toInbox(row: InboxRow) {
  return {
    id: row.id,
    address: row.address,
    name: row.name,
    brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
    has_smtp: row.has_smtp,
    mailbox: row.mailbox_state === null ? null : { state: row.mailbox_state, trouble: row.mailbox_trouble },
    active: row.active,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
