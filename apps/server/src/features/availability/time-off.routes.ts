import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, momentAndId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { mayTakeTimeOff } from './availability.policy.ts';
import { addTimeOffBody, timeOffListQuery, timeOffShape } from './availability.schemas.ts';
import { toTimeOff } from './availability.views.ts';
import { findPerson } from './people.queries.ts';
import { addTimeOff, removeTimeOff } from './time-off.commands.ts';
import { listTimeOff } from './time-off.queries.ts';

const tags = ['Availability'];
const params = z.strictObject({ id: idInPath });
const entryParams = z.strictObject({ id: idInPath, entry: idInPath });
const problems = { '4xx': problemShape };
const description = 'Of yourself, or as a lead of those who see no more brands than you do.';

/** When somebody is not there. Why is for them and for leads. */
export function timeOffRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/agents/:id/time-off',
    config: { access: 'agent' },
    schema: { operationId: 'listTimeOff', tags, summary: 'Time off that is not over, the first to end first', description, params, querystring: timeOffListQuery, response: { 200: page(timeOffShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, momentAndId);
      const now = clock.now();
      const person = await findPerson(db, actor, request.params.id, now);
      if (!person) throw notFound('agent');
      if (!mayTakeTimeOff(actor, person)) throw new Problem('not_allowed');
      const rows = await listTimeOff(db, actor.scope.workspaceId, person.id, { now, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.exact, row.id], toTimeOff);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/agents/:id/time-off',
    config: { access: 'agent' },
    schema: { operationId: 'addTimeOff', tags, summary: 'Enter time off', description, params, body: addTimeOffBody, response: { 201: timeOffShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const row = await db.transaction().execute((tx) => addTimeOff(tx, actor, request.params.id, request.body, clock.now()));
      context.wake.say('events');
      return reply.code(201).send(toTimeOff(row));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/agents/:id/time-off/:entry',
    config: { access: 'agent' },
    schema: { operationId: 'removeTimeOff', tags, summary: 'Remove time off', description, params: entryParams, response: { 200: z.object({ ok: z.literal(true) }), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id, entry } = request.params;
      await db.transaction().execute((tx) => removeTimeOff(tx, actor, id, entry));
      context.wake.say('events');
      return { ok: true as const };
    },
  });
}
