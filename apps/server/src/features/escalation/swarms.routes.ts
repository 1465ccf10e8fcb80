import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { findTicketState, numberInPath, problems } from '../tickets/index.ts';
import { answerBody, askBody, ownSwarms, swarmList, swarmPath, swarmShape, updateSwarmBody } from './escalation.schemas.ts';
import { toOwnSwarm, toSwarm } from './escalation.views.ts';
import { answerSwarm, askAlong, updateSwarm } from './swarms.commands.ts';
import { findSwarm, listSwarms, listWaiting } from './swarms.queries.ts';

const tags = ['Escalation'];

/** Colleagues are asked, and the ticket stays where it is. */
export function swarmRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();
  const url = '/api/v1/tickets/:number/swarms';

  async function find({ scope }: AgentActor, number: number): Promise<number> {
    const ticket = await findTicketState(db, scope, { number });
    if (!ticket) throw notFound('ticket');
    return ticket.id;
  }

  async function shown(actor: AgentActor, number: number, id: number) {
    const row = await findSwarm(db, actor.scope.workspaceId, await find(actor, number), id);
    if (!row) throw notFound('swarm');
    return toSwarm(row);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/swarms',
    config: { access: 'viewer' },
    schema: { operationId: 'listOwnSwarms', tags, summary: 'Questions of colleagues that wait for your answer, the oldest first; at most twenty', response: { 200: ownSwarms, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      return { items: (await listWaiting(db, actor.scope, actor.id)).map(toOwnSwarm) };
    },
  });

  app.route({
    method: 'GET',
    url,
    config: { access: 'viewer' },
    schema: { operationId: 'listSwarms', tags, summary: 'What colleagues were asked on a ticket: open questions first, then the newest', params: numberInPath, response: { 200: swarmList, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      return { items: (await listSwarms(db, actor.scope.workspaceId, await find(actor, request.params.number))).map(toSwarm) };
    },
  });

  app.route({
    method: 'POST',
    url,
    config: { access: 'agent' },
    schema: { operationId: 'askAlong', tags, summary: 'Ask colleagues or a team, and keep the ticket', params: numberInPath, body: askBody, response: { 201: swarmShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { number } = request.params;
      const id = await db.transaction().execute((tx) => askAlong(tx, actor, number, request.body, clock.now()));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor, number, id));
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:swarm/answers`,
    config: { access: 'agent' },
    schema: { operationId: 'answerSwarm', tags, summary: 'Answer a colleague’s question, as a note of the ticket', params: swarmPath, body: answerBody, response: { 200: swarmShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { number, swarm } = request.params;
      await db.transaction().execute((tx) => answerSwarm(tx, actor, number, swarm, request.body.text, clock.now()));
      context.wake.say('events');
      return shown(actor, number, swarm);
    },
  });

  app.route({
    method: 'PATCH',
    url: `${url}/:swarm`,
    config: { access: 'agent' },
    schema: { operationId: 'updateSwarm', tags, summary: 'Close a question, with the answer that helped, or open it again', params: swarmPath, body: updateSwarmBody, response: { 200: swarmShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { number, swarm } = request.params;
      await db.transaction().execute((tx) => updateSwarm(tx, actor, number, swarm, request.body, clock.now()));
      context.wake.say('events');
      return shown(actor, number, swarm);
    },
  });
}
