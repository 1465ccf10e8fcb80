import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath } from '../../platform/http/shapes.ts';
import { numberInPath, problems } from '../tickets/index.ts';
import { findWhole } from './find-whole.ts';
import type { Whole } from './tasks.commands.ts';
import { addTimeBody, timePage, timeQuery, updateTimeBody } from './ticket-work.schemas.ts';
import { toSums, toTimeEntry } from './ticket-work.views.ts';
import { addTime, removeTime, updateTime } from './time.commands.ts';
import { listTime, sumTime } from './time.queries.ts';

const tags = ['Time'];
const entryPath = z.strictObject({ number: idInPath, entry: idInPath });
const newestShown = 50;

/** What was spent on a ticket. */
export function timeRoutes(server: FastifyInstance, context: Context): void {
  const { db } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, { ids }: Whole, { before, limit } = { before: Number.MAX_SAFE_INTEGER, limit: newestShown }) {
    const { workspaceId } = actor.scope;
    const [rows, sums] = await Promise.all([listTime(db, workspaceId, ids, { before, limit: limit + 1 }), sumTime(db, workspaceId, ids)]);
    return { ...toPage(rows, limit, (row) => [row.id], toTimeEntry), ...toSums(sums) };
  }

  async function change(actor: AgentActor, number: number, work: (tx: Tx, whole: Whole) => Promise<unknown>) {
    const whole = await findWhole(db, actor, number);
    await db.transaction().execute((tx) => work(tx, whole));
    context.wake.say('events');
    return shown(actor, whole);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/time',
    config: { access: 'viewer' },
    schema: { operationId: 'listTime', tags, summary: 'The time spent on a ticket: in all, by whom, and each stretch, newest first', params: numberInPath, querystring: timeQuery, response: { 200: timePage, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      return shown(actor, await findWhole(db, actor, request.params.number), { before, limit });
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/time',
    config: { access: 'agent' },
    schema: { operationId: 'addTime', tags, summary: 'Note time that you have spent on a ticket', params: numberInPath, body: addTimeBody, response: { 201: timePage, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      return reply.code(201).send(await change(actor, request.params.number, (tx, whole) => addTime(tx, actor, whole, request.body, context.clock.now())));
    },
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/tickets/:number/time/:entry',
    config: { access: 'agent' },
    schema: { operationId: 'updateTime', tags, summary: 'Correct a stretch of time', description: 'Your own; leads correct anybody’s.', params: entryPath, body: updateTimeBody, response: { 200: timePage, ...problems } },
    handler: (request) => {
      const actor = agentOf(request);
      return change(actor, request.params.number, (tx, whole) => updateTime(tx, actor, whole, request.params.entry, request.body));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/tickets/:number/time/:entry',
    config: { access: 'agent' },
    schema: { operationId: 'removeTime', tags, summary: 'Take a stretch of time away', params: entryPath, response: { 200: timePage, ...problems } },
    handler: (request) => {
      const actor = agentOf(request);
      return change(actor, request.params.number, (tx, whole) => removeTime(tx, actor, whole, request.params.entry));
    },
  });
}
