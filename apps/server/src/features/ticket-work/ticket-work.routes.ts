import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath } from '../../platform/http/shapes.ts';
import { numberInPath, problems } from '../tickets/index.ts';
import { findWhole } from './find-whole.ts';
import { follow, unfollow } from './followers.commands.ts';
import { listFollowers } from './followers.queries.ts';
import { findRelated } from './related.queries.ts';
import { listTasks } from './tasks.queries.ts';
import { followerList, relatedShape, ticketWorkShape } from './ticket-work.schemas.ts';
import { toRelated, toSums, toTask } from './ticket-work.views.ts';
import { isTimeTracked, sumTime } from './time.queries.ts';

const tags = ['Tickets'];
const followerPath = z.strictObject({ number: idInPath, agent: idInPath });

/** What stands beside a ticket's conversation: who follows it, and what else is open. */
export function ticketWorkRoutes(server: FastifyInstance, context: Context): void {
  const { db } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/work',
    config: { access: 'viewer' },
    schema: { operationId: 'getTicketWork', tags, summary: 'Who follows a ticket, its tasks, and the time spent on it', params: numberInPath, response: { 200: ticketWorkShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { workspaceId } = actor.scope;
      const { ticket, ids } = await findWhole(db, actor, request.params.number);
      const [followers, tasks, sums, tracked] = await Promise.all([listFollowers(db, workspaceId, ticket.id), listTasks(db, workspaceId, ids), sumTime(db, workspaceId, ids), isTimeTracked(db, workspaceId)]);
      return { followers, tasks: tasks.map(toTask), time: { tracked, ...toSums(sums) } };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/related',
    config: { access: 'viewer' },
    schema: { operationId: 'listRelatedTickets', tags, summary: 'What else is open of who asked and of their organization', params: numberInPath, response: { 200: relatedShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { ticket } = await findWhole(db, actor, request.params.number);
      return toRelated(await findRelated(db, actor.scope, ticket));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/followers',
    config: { access: 'viewer' },
    schema: { operationId: 'listFollowers', tags, summary: 'Who follows a ticket', params: numberInPath, response: { 200: followerList, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { ticket } = await findWhole(db, actor, request.params.number);
      return { items: await listFollowers(db, actor.scope.workspaceId, ticket.id) };
    },
  });

  for (const [method, work, operationId, summary] of [
    ['PUT', follow, 'followTicket', 'Follow a ticket, or let a colleague who sees it follow it'],
    ['DELETE', unfollow, 'unfollowTicket', 'Follow it no longer'],
  ] as const) {
    app.route({
      method,
      url: '/api/v1/tickets/:number/followers/:agent',
      config: { access: 'agent' },
      schema: { operationId, tags, summary, params: followerPath, response: { 200: followerList, ...problems } },
      handler: async (request) => {
        const actor = agentOf(request);
        const { ticket } = await findWhole(db, actor, request.params.number);
        await db.transaction().execute((tx) => work(tx, actor, ticket, request.params.agent));
        context.wake.say('events');
        return { items: await listFollowers(db, actor.scope.workspaceId, ticket.id) };
      },
    });
  }
}
