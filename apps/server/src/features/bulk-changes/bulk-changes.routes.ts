import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { sendGenerated } from '../files/index.ts';
import { createBulkChange, stopBulk, undoBulkChange } from './bulk-changes.commands.ts';
import { findBulkChange, listBulkChanges, type BulkRow } from './bulk-changes.queries.ts';
import { bulkListQuery, bulkShape, createBulkBody, itemListQuery, itemShape, reportQuery } from './bulk-changes.schemas.ts';
import { viewBulk, viewItem } from './bulk-changes.views.ts';
import { listItems } from './bulk-items.queries.ts';
import { chooseTickets } from './choose-tickets.ts';
import { writeReport } from './report.ts';

const tags = ['Bulk changes'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

export function bulkChangeRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { db, wake } = context;

  async function found(actor: AgentActor, bulkId: number): Promise<BulkRow> {
    const row = await findBulkChange(db, actor, bulkId);
    if (!row) throw notFound('bulk change');
    return row;
  }

  /** Answers at once: the work is the workers'. */
  async function begin(actor: AgentActor, work: Promise<number>) {
    const id = await work;
    wake.say('events');
    wake.say('bulk_changes');
    return viewBulk(await found(actor, id));
  }

  app.route({
    method: 'GET',
    url: '/api/v1/bulk-changes',
    config: { access: 'agent' },
    schema: { operationId: 'listBulkChanges', tags, summary: 'Your own bulk changes of the last 30 days, newest first', querystring: bulkListQuery, response: { 200: page(bulkShape), ...problems } },
    handler: async (request) => {
      const { status, cursor, limit } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      return toPage(await listBulkChanges(db, agentOf(request), { status: status ?? null, before, limit: limit + 1 }), limit, (row) => [row.id], viewBulk);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/bulk-changes',
    config: { access: 'agent' },
    schema: {
      operationId: 'createBulkChange', tags, summary: 'Change many tickets',
      description: 'Answers at once; a worker changes one ticket after the other, each as PATCH would with your rights of that moment. What cannot be changed is listed under `items`, and the rest goes on.',
      body: createBulkBody, response: { 202: bulkShape, ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const ticketIds = await chooseTickets(context, actor, request.body);
      return reply.code(202).send(await begin(actor, createBulkChange(db, actor, request.body.change, ticketIds, request.body.view?.id)));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/bulk-changes/:id',
    config: { access: 'agent' },
    schema: { operationId: 'getBulkChange', tags, summary: 'How far a bulk change is', params, response: { 200: bulkShape, ...problems } },
    handler: async (request) => viewBulk(await found(agentOf(request), request.params.id)),
  });

  app.route({
    method: 'POST',
    url: '/api/v1/bulk-changes/:id/stop',
    config: { access: 'agent' },
    schema: { operationId: 'stopBulkChange', tags, summary: 'Leave the rest of the tickets as they are', params, response: { 200: bulkShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => stopBulk(tx, actor, request.params.id));
      wake.say('events');
      return viewBulk(await found(actor, request.params.id));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/bulk-changes/:id/undo',
    config: { access: 'agent' },
    schema: {
      operationId: 'undoBulkChange', tags, summary: 'Put back what a bulk change has changed, where nobody has changed it since',
      description: 'A bulk change of its own, and answered as one.', params, response: { 202: bulkShape, ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      return reply.code(202).send(await begin(actor, undoBulkChange(db, actor, request.params.id)));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/bulk-changes/:id/items',
    config: { access: 'agent' },
    schema: { operationId: 'listBulkChangeItems', tags, summary: 'Its tickets and what became of each', params, querystring: itemListQuery, response: { 200: page(itemShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id } = await found(actor, request.params.id);
      const { outcome, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      return toPage(await listItems(db, actor.scope, id, { outcome: outcome ?? null, after, limit: limit + 1 }), limit, (row) => [row.place], viewItem);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/bulk-changes/:id/report',
    config: { access: 'agent' },
    schema: {
      operationId: 'getBulkChangeReport', tags, summary: 'The tickets that could not be changed, or were left, as CSV with the reasons',
      params, querystring: reportQuery, produces: ['text/csv'], response: { 200: z.string().meta({ format: 'binary' }), ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { id } = await found(actor, request.params.id);
      return sendGenerated(reply, { name: `bulk-${id}.csv`, type: 'text/csv', content: writeReport(db, actor, id, request.query.language) });
    },
  });
}
