import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, momentAndId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { mayTakeTimeOff } from './availability.policy.ts';
import { addShiftBody, addTimeOffBody, plannedListQuery, shiftShape, timeOffShape } from './availability.schemas.ts';
import { toPlanned } from './availability.views.ts';
import { findPerson } from './people.queries.ts';
import { addPlanned, removePlanned } from './planned-times.commands.ts';
import { listPlanned } from './planned-times.queries.ts';

const tags = ['Availability'];
const params = z.strictObject({ id: idInPath });
const entryParams = z.strictObject({ id: idInPath, entry: idInPath });
const problems = { '4xx': problemShape };
const description = 'Of yourself, or as a lead of those who see no more brands than you do.';

const kinds = [
  { kind: 'time_off', path: 'time-off', name: 'TimeOff', shape: timeOffShape, body: addTimeOffBody, says: { list: 'Time off that is not over, the first to end first', add: 'Enter time off', remove: 'Remove time off' } },
  { kind: 'shift', path: 'shifts', name: 'Shift', shape: shiftShape, body: addShiftBody, says: { list: 'Shifts beside the weekly hours that are not over, the first to end first', add: 'Enter a shift', remove: 'Remove a shift' } },
] as const;

/** When somebody is not there, or is outside of their weekly hours. Why is for them and for leads. */
export function plannedTimeRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();
  for (const { kind, path, name, shape, body, says } of kinds) {
    const url = `/api/v1/agents/:id/${path}`;

    app.route({
      method: 'GET',
      url,
      config: { access: 'agent' },
      schema: { operationId: kind === 'shift' ? 'listShifts' : 'listTimeOff', tags, summary: says.list, description, params, querystring: plannedListQuery, response: { 200: page(shape), ...problems } },
      handler: async (request) => {
        const actor = agentOf(request);
        const { cursor, limit } = request.query;
        const after = cursor === undefined ? null : decodeCursor(cursor, momentAndId);
        const now = clock.now();
        const person = await findPerson(db, actor, request.params.id, now);
        if (!person) throw notFound('agent');
        if (!mayTakeTimeOff(actor, person)) throw new Problem('not_allowed');
        const rows = await listPlanned(db, kind, actor.scope.workspaceId, person.id, { now, after, limit: limit + 1 });
        return toPage(rows, limit, (row) => [row.exact, row.id], toPlanned);
      },
    });

    app.route({
      method: 'POST',
      url,
      config: { access: 'agent' },
      schema: { operationId: `add${name}`, tags, summary: says.add, description, params, body, response: { 201: shape, ...problems } },
      handler: async (request, reply) => {
        const actor = agentOf(request);
        const row = await db.transaction().execute((tx) => addPlanned(tx, actor, kind, request.params.id, request.body, clock.now()));
        context.wake.say('events');
        return reply.code(201).send(toPlanned(row));
      },
    });

    app.route({
      method: 'DELETE',
      url: `${url}/:entry`,
      config: { access: 'agent' },
      schema: { operationId: `remove${name}`, tags, summary: says.remove, description, params: entryParams, response: { 200: z.object({ ok: z.literal(true) }), ...problems } },
      handler: async (request) => {
        const actor = agentOf(request);
        const { id, entry } = request.params;
        await db.transaction().execute((tx) => removePlanned(tx, actor, kind, id, entry));
        context.wake.say('events');
        return { ok: true as const };
      },
    });
  }
}
