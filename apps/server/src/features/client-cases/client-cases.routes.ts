import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, momentAndId, onlyId, toPage } from '../../platform/http/cursors.ts';
import { page, problemShape } from '../../platform/http/shapes.ts';
import { sendStored } from '../files/index.ts';
import { findCase, findCaseFile, listCaseMessages, listCases, readAround, readClientFigures, readContact } from './client-cases.queries.ts';
import { clientCaseQuery, clientCaseShape, clientFiguresQuery, clientFiguresShape, clientMessageQuery, clientMessageShape, fileInPath, numberInPath, openClientCaseShape } from './client-cases.schemas.ts';
import { toCase, toMessage } from './client-cases.views.ts';
import { noteOpening } from './openings.queries.ts';

const tags = ['Client readers'];
const problems = { '4xx': problemShape };
const config = { access: 'client' } as const;
const figureDays = 90;

/** What a client company's own people may read. For anybody else the same routes answer what such a reader of their brands would see. */
export function clientCaseRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/client/cases',
    config,
    schema: { operationId: 'listClientCases', tags, summary: 'Cases of the own brands, newest first', querystring: clientCaseQuery, response: { 200: page(clientCaseShape), ...problems } },
    handler: async (request) => {
      const { state, brand, cursor, limit } = request.query;
      const [moment, id] = cursor === undefined ? [] : decodeCursor(cursor, momentAndId);
      const before = moment !== undefined && id !== undefined ? { before: { moment, id } } : {};
      const rows = await listCases(db, agentOf(request).scope, { state, ...(brand === undefined ? {} : { brandId: brand }), ...before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.cursor_moment, row.id], toCase);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/client/cases/:number',
    config,
    schema: { operationId: 'getClientCase', tags, summary: 'One case, with what was promised and how it was judged', params: numberInPath, response: { 200: openClientCaseShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const found = await theCase(actor, request.params.number);
      const { workspaceId } = actor.scope;
      const [around, addresses] = await Promise.all([
        readAround(db, workspaceId, found.id),
        found.contacts ? readContact(db, workspaceId, found.id) : null,
      ]);
      await remember(actor, found.id, 'case');
      const of = (kind: 'email' | 'phone') => (addresses ?? []).filter((each) => each.kind === kind).map(({ address }) => address);
      const iso = (moment: string) => new Date(moment).toISOString();
      return {
        ...toCase(found),
        contact: addresses && { emails: of('email'), phones: of('phone') },
        promises: around.promises.map((promise) => ({ ...promise, due_at: iso(promise.due_at) })),
        satisfaction: around.satisfaction && { ...around.satisfaction, answered_at: iso(around.satisfaction.answered_at) },
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/client/cases/:number/messages',
    config,
    schema: { operationId: 'listClientMessages', tags, summary: 'What was written on a case, oldest first', params: numberInPath, querystring: clientMessageQuery, response: { 200: page(clientMessageShape), ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const found = await theCase(agentOf(request), request.params.number);
      // Whoever asks for the messages alone has opened the case as well.
      if (cursor === undefined) await remember(agentOf(request), found.id, 'case');
      return toPage(await listCaseMessages(db, scope, found.id, { after, limit: limit + 1 }), limit, (row) => [row.id], toMessage);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/client/cases/:number/attachments/:id',
    config,
    schema: {
      operationId: 'getClientAttachment', tags, summary: 'A file of a case, to be saved', params: fileInPath, produces: ['application/octet-stream'],
      response: { 200: z.string().meta({ format: 'binary' }), ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const found = await theCase(actor, request.params.number);
      const file = await findCaseFile(db, actor.scope, found.id, request.params.id);
      if (!file) throw notFound('file');
      await remember(actor, found.id, 'file');
      return sendStored(request, reply, context.files, { ...file, disposition: 'attachment' });
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/client/figures',
    config,
    schema: { operationId: 'getClientFigures', tags, summary: `How satisfied customers were in the last ${figureDays} days`, querystring: clientFiguresQuery, response: { 200: clientFiguresShape, ...problems } },
    handler: async (request) => {
      const { brand } = request.query;
      const since = new Date(clock.now().getTime() - figureDays * 86_400_000).toISOString().slice(0, 10);
      const { points, ...counts } = await readClientFigures(db, agentOf(request).scope, { since, ...(brand === undefined ? {} : { brandId: brand }) });
      return { days: figureDays, ...counts, average: counts.answered === 0 ? null : Math.round((10 * points) / counts.answered) / 10 };
    },
  });

  async function theCase(actor: AgentActor, number: number) {
    const found = await findCase(db, actor.scope, number);
    if (!found) throw notFound('ticket');
    return found;
  }

  /** Of client readers it is kept what they opened; colleagues' reading is their own affair. */
  async function remember(actor: AgentActor, ticketId: number, what: 'case' | 'file'): Promise<void> {
    if (actor.role === 'client') await noteOpening(db, { workspaceId: actor.scope.workspaceId, agentId: actor.id, ticketId, what, now: clock.now() });
  }
}
