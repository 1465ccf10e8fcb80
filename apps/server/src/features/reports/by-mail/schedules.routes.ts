import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { notFound } from '../../../platform/errors/problem.ts';
import { agentOf } from '../../../platform/http/access.ts';
import { empty, idInPath, problemShape } from '../../../platform/http/shapes.ts';
import { canSendMail } from '../../system-mail/index.ts';
import { createSchedule, removeSchedule } from './schedules.commands.ts';
import { findSchedule, listSchedules, type ScheduleRow } from './schedules.queries.ts';
import { createScheduleBody, scheduleList, scheduleShape } from './schedules.schemas.ts';

const tags = ['Reports'];
const problems = { '4xx': problemShape };
/** What one person gets and has others get. */
const mostListed = 500;

function toSchedule({ id, every, hour, format, filter, time_zone, ...row }: ScheduleRow) {
  return { id, every, hour, format, filter, time_zone, agent: { id: row.agent_id, name: row.agent_name }, made_by: { id: row.maker_id, name: row.maker_name }, next_at: row.next_at?.toISOString() ?? null, last_at: row.last_at?.toISOString() ?? null };
}

/** Reports by mail: to oneself, and by administrators to leads. */
export function reportScheduleRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/report-schedules',
    config: { access: 'agent' },
    schema: { operationId: 'listReportSchedules', tags, summary: 'Reports that you get by mail, and those that you have others get', response: { 200: scheduleList, ...problems } },
    handler: async (request) => {
      const { id, scope } = agentOf(request);
      return { items: (await listSchedules(db, scope.workspaceId, id, mostListed)).map(toSchedule), can_send: await canSendMail(context, scope.workspaceId) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/report-schedules',
    config: { access: 'agent' },
    schema: { operationId: 'createReportSchedule', tags, summary: 'Have a report sent every day, week or month', body: createScheduleBody, response: { 201: scheduleShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const id = await db.transaction().execute((tx) => createSchedule(tx, actor, request.body, clock.now()));
      context.wake.say('timers');
      const row = await findSchedule(db, actor.scope.workspaceId, actor.id, id);
      if (!row) throw notFound('report_schedule');
      return reply.code(201).send(toSchedule(row));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/report-schedules/:id',
    config: { access: 'agent' },
    schema: { operationId: 'removeReportSchedule', tags, summary: 'Send it no more', params: z.strictObject({ id: idInPath }), response: { 204: empty, ...problems } },
    handler: async (request, reply) => {
      await db.transaction().execute((tx) => removeSchedule(tx, agentOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  });
}
