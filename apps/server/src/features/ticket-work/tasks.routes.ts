import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, momentAndId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page } from '../../platform/http/shapes.ts';
import { numberInPath, problems } from '../tickets/index.ts';
import { findWhole } from './find-whole.ts';
import { addTask, removeTask, updateTask, type Whole } from './tasks.commands.ts';
import { findTask, listOpenTasks, listTasks } from './tasks.queries.ts';
import { addTaskBody, ownTaskShape, ownTasksQuery, taskList, taskShape, updateTaskBody } from './ticket-work.schemas.ts';
import { toOwnTask, toTask } from './ticket-work.views.ts';

const tags = ['Tasks'];
const taskPath = z.strictObject({ number: idInPath, task: idInPath });

/** What is to be done on a ticket, by whom and until when. */
export function taskRoutes(server: FastifyInstance, context: Context): void {
  const { db } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, { ids }: Whole, taskId: number) {
    const row = await findTask(db, actor.scope.workspaceId, ids, taskId);
    if (!row) throw notFound('task');
    return toTask(row);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/tasks',
    config: { access: 'viewer' },
    schema: { operationId: 'listOwnTasks', tags, summary: 'Your open tasks, the soonest due first', querystring: ownTasksQuery, response: { 200: page(ownTaskShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const after = cursor === undefined ? undefined : decodeCursor(cursor, momentAndId);
      const rows = await listOpenTasks(db, actor.scope, actor.id, { after: after && { moment: after[0], id: after[1] }, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.cursor_moment, row.id], toOwnTask);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/tasks',
    config: { access: 'viewer' },
    schema: { operationId: 'listTasks', tags, summary: 'The tasks of a ticket, in their order', params: numberInPath, response: { 200: taskList, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { ids } = await findWhole(db, actor, request.params.number);
      return { items: (await listTasks(db, actor.scope.workspaceId, ids)).map(toTask) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/tasks',
    config: { access: 'agent' },
    schema: { operationId: 'addTask', tags, summary: 'Add a task to a ticket', params: numberInPath, body: addTaskBody, response: { 201: taskShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const whole = await findWhole(db, actor, request.params.number);
      const taskId = await db.transaction().execute((tx) => addTask(tx, actor, whole, request.body));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor, whole, taskId));
    },
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/tickets/:number/tasks/:task',
    config: { access: 'agent' },
    schema: { operationId: 'updateTask', tags, summary: 'Change a task, tick it off, or move it', params: taskPath, body: updateTaskBody, response: { 200: taskShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const whole = await findWhole(db, actor, request.params.number);
      await db.transaction().execute((tx) => updateTask(tx, actor, whole, request.params.task, request.body, context.clock.now()));
      context.wake.say('events');
      return shown(actor, whole, request.params.task);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/tickets/:number/tasks/:task',
    config: { access: 'agent' },
    schema: { operationId: 'removeTask', tags, summary: 'Take a task away', params: taskPath, response: { 200: taskList, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const whole = await findWhole(db, actor, request.params.number);
      await db.transaction().execute((tx) => removeTask(tx, actor, whole, request.params.task));
      context.wake.say('events');
      return { items: (await listTasks(db, actor.scope.workspaceId, whole.ids)).map(toTask) };
    },
  });
}
