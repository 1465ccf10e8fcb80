import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor, Scope } from '../../platform/auth/actor.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, momentAndId, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { sumDays } from './days.queries.ts';
import { nameTopics, topicsBelow, type TopicName } from './topics.queries.ts';
import { topicRoutes } from './topics.routes.ts';
import { writeWrapUp } from './wrap-ups.commands.ts';
import { findWrapUp, findWrappedTicket, listWrapUps, listWrapUpVersions } from './wrap-ups.queries.ts';
import { listedWrapUpShape, ticketWrapUpShape, versionsQuery, wrapUpListQuery, wrapUpSumsQuery, wrapUpSumsShape, writeWrapUpBody } from './wrap-ups.schemas.ts';
import { toListed, toSum, toWrapUp } from './wrap-ups.views.ts';

const tags = ['Wrap-up'];
const params = z.strictObject({ number: idInPath });
const problems = { '4xx': problemShape };
const versionShape = ticketWrapUpShape.shape.wrap_up.unwrap();
const mostSums = 1_000;
const mostDays = 366;
const dayMs = 86_400_000;

export function wrapUpRoutes(server: FastifyInstance, context: Context): void {
  topicRoutes(server, context);
  const { db, clock, wake } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  const names = (scope: Scope, rows: readonly { topic_id: number | null }[]): Promise<Map<number, TopicName>> =>
    nameTopics(db, scope.workspaceId, rows.flatMap(({ topic_id }) => topic_id ?? []));

  /** @throws Problem not_found */
  async function found(scope: Scope, number: number) {
    const ticket = await findWrappedTicket(db, scope, number);
    if (!ticket) throw notFound('ticket');
    return ticket;
  }

  async function shown({ scope }: AgentActor, number: number) {
    const ticket = await found(scope, number);
    const row = await findWrapUp(db, scope.workspaceId, ticket.id);
    return { need: ticket.need, wrap_up: row && toWrapUp(row, await names(scope, [row])) };
  }

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/wrap-up',
    config: { access: 'viewer' },
    schema: { operationId: 'getWrapUp', tags, summary: 'What was written down when the ticket was solved', params, response: { 200: ticketWrapUpShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.number),
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/tickets/:number/wrap-up',
    config: { access: 'agent' },
    schema: {
      operationId: 'writeWrapUp', tags, summary: 'Write down how a ticket ended, or correct it',
      description: 'Before it is solved, or later, also on a closed ticket. Each correction is a version of its own; what is left out stays as it was.',
      params, body: writeWrapUpBody, response: { 200: ticketWrapUpShape, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { number } = request.params;
      await db.transaction().execute((tx) => writeWrapUp(tx, actor, number, request.body, clock.now()));
      wake.say('events');
      return shown(actor, number);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/wrap-up/versions',
    config: { access: 'viewer' },
    schema: { operationId: 'listWrapUpVersions', tags, summary: 'Every version of a wrap-up, newest first', params, querystring: versionsQuery, response: { 200: page(versionShape), ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { cursor, limit } = request.query;
      const ticket = await found(scope, request.params.number);
      const [before] = cursor === undefined ? [1_000_000] : decodeCursor(cursor, onlyId);
      const rows = await listWrapUpVersions(db, scope.workspaceId, ticket.id, { before: Math.min(before, 1_000_000), limit: limit + 1 });
      const topics = await names(scope, rows);
      return toPage(rows, limit, (row) => [row.version], (row) => toWrapUp(row, topics));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/wrap-ups',
    config: { access: 'viewer' },
    schema: { operationId: 'listWrapUps', tags, summary: 'Wrap-ups of solved tickets, the last solved first', querystring: wrapUpListQuery, response: { 200: page(listedWrapUpShape), ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { topic, brand, cursor, limit, ...rest } = request.query;
      const { brands: visible, workspaceId } = scope;
      const brands = brand === undefined ? visible : visible === 'all' || visible.includes(brand) ? [brand] : [];
      const topics = topic === undefined ? null : await topicsBelow(db, workspaceId, topic, visible);
      const after = cursor === undefined ? undefined : decodeCursor(cursor, momentAndId);
      const rows = await listWrapUps(db, workspaceId, { ...rest, brands, topics, before: after && { moment: after[0], id: after[1] }, limit: limit + 1 });
      const named = await names(scope, rows);
      return toPage(rows, limit, (row) => [row.cursor_moment, row.ticket_id], (row) => toListed(row, named));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/wrap-ups/sums',
    config: { access: 'viewer' },
    schema: { operationId: 'sumWrapUps', tags, summary: 'How many tickets ended how, by topic, and what they took', description: 'By the day on which they were solved, in UTC.', querystring: wrapUpSumsQuery, response: { 200: wrapUpSumsShape, ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { query } = request;
      const days = (Date.parse(query.until) - Date.parse(query.from)) / dayMs + 1;
      if (!(days >= 1 && days <= mostDays)) throw fieldProblem('until', 'out_of_range', `From one day to ${mostDays} days`);
      const rows = await sumDays(db, scope, { ...query, limit: mostSums + 1 });
      return { items: rows.slice(0, mostSums).map(toSum), more: rows.length > mostSums };
    },
  });
}
