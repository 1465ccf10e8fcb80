import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, toPage } from '../../platform/http/cursors.ts';
import { idInPath, moment, page, pageQuery, problemShape } from '../../platform/http/shapes.ts';
import { findAgent } from '../agents/index.ts';
import { openingShape } from './client-cases.schemas.ts';
import { findLastSeen, listOpenings } from './openings.queries.ts';

const dayAndId = z.tuple([z.string().regex(/^\d{4}-\d\d-\d\d$/), z.int().min(0).max(Number.MAX_SAFE_INTEGER)]);

/** What a client reader has opened, for administrators. */
export function openingRoutes(server: FastifyInstance, context: Context): void {
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/v1/agents/:id/openings',
    config: { access: 'admin' },
    schema: {
      operationId: 'listClientOpenings', tags: ['Client readers'], summary: 'What a client reader opened, newest day first, and when they were here last',
      description: '404 for colleagues: only of client readers it is kept what they read.',
      params: z.strictObject({ id: idInPath }), querystring: z.strictObject(pageQuery),
      response: { 200: page(openingShape).extend({ last_seen_at: moment.nullable() }), '4xx': problemShape },
    },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { cursor, limit } = request.query;
      const [day, ticketId] = cursor === undefined ? [] : decodeCursor(cursor, dayAndId);
      const reader = await findAgent(context.db, scope.workspaceId, { id: request.params.id });
      if (reader?.role !== 'client') throw notFound('agent');
      const before = day !== undefined && ticketId !== undefined ? { before: { day, ticketId } } : {};
      const [rows, lastSeen] = await Promise.all([
        listOpenings(context.db, scope, reader.id, { ...before, limit: limit + 1 }),
        findLastSeen(context.db, scope.workspaceId, reader.id),
      ]);
      const opened = toPage(rows, limit, (row) => [row.day, row.ticket_id], (row) => ({
        ticket: row.number, subject: row.subject, brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
        day: row.day, times: row.times, files: row.files, last_at: row.last_at.toISOString(),
      }));
      return { ...opened, last_seen_at: lastSeen?.toISOString() ?? null };
    },
  });
}
