import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath, problemShape } from '../../platform/http/shapes.ts';
import { findTicketState, numberInPath } from '../tickets/index.ts';
import { explain } from './explain.ts';
import { setTicketSkills, updateRule } from './routing.commands.ts';
import { routingRuleShape, ticketRoutingShape, ticketSkillsBody, updateRoutingRuleBody } from './routing.schemas.ts';
import { toRule, toTicketRouting } from './routing.views.ts';
import { findRule } from './rules.queries.ts';

const tags = ['Routing'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** How teams hand their tickets out, what a ticket asks for, and why somebody got it. */
export function routingRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shownRule({ scope }: AgentActor, teamId: number) {
    const rule = await findRule(db, scope.workspaceId, teamId);
    if (!rule) throw notFound('team');
    return toRule(rule, scope);
  }

  async function shownTicket({ scope }: AgentActor, number: number) {
    const ticket = await findTicketState(db, scope, { number });
    if (!ticket) throw notFound('ticket');
    return toTicketRouting(await explain(db, scope.workspaceId, ticket, clock.now()));
  }

  app.route({
    method: 'GET',
    url: '/api/v1/teams/:id/routing',
    config: { access: 'viewer', area: 'settings' },
    schema: { operationId: 'getRoutingRule', tags, summary: 'How a team hands its tickets out', params, response: { 200: routingRuleShape, ...problems } },
    handler: (request) => shownRule(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/teams/:id/routing',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'updateRoutingRule', tags, summary: 'Change how a team hands its tickets out', params, body: updateRoutingRuleBody, response: { 200: routingRuleShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => updateRule(tx, actor, request.params.id, request.body, context.clock.now()));
      context.wake.say('offers');
      context.wake.say('events');
      return shownRule(actor, request.params.id);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/routing',
    config: { access: 'viewer' },
    schema: { operationId: 'getTicketRouting', tags, summary: 'What a ticket asks for, and why it went to whom it did', params: numberInPath, response: { 200: ticketRoutingShape, ...problems } },
    handler: (request) => shownTicket(agentOf(request), request.params.number),
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/tickets/:number/skills',
    config: { access: 'agent' },
    schema: { operationId: 'setTicketSkills', tags, summary: 'Say which skills a ticket needs', params: numberInPath, body: ticketSkillsBody, response: { 200: ticketRoutingShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => setTicketSkills(tx, actor, request.params.number, request.body.skills));
      context.wake.say('events');
      return shownTicket(actor, request.params.number);
    },
  });
}
