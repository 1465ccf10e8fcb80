import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { hasRole, seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import { hashPassword } from '../../platform/auth/sign-in-library.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { createAgent, giveSignIn, updateAgent } from './agents.commands.ts';
import { findAgent, listAgents, type AgentRow } from './agents.queries.ts';
import { agentListQuery, agentShape, createAgentBody, updateAgentBody } from './agents.schemas.ts';

const tags = ['Agents'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

export function agentRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/agents',
    config: { access: 'viewer' },
    schema: { operationId: 'listAgents', tags, summary: 'Colleagues, oldest first', querystring: agentListQuery, response: { 200: page(agentShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { show, team, clients, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listAgents(context.db, actor.scope.workspaceId, { show, team, clients: clients === 'also' && hasRole(actor.role, 'admin'), after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => toAgent(row, actor));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/agents',
    config: { access: 'admin' },
    schema: { operationId: 'createAgent', tags, summary: 'Add a colleague', body: createAgentBody, response: { 201: agentShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { password, ...input } = request.body;
      const hash = password === undefined ? null : await hashPassword(context.signIn, password);
      const agentId = await context.db.transaction().execute(async (tx) => {
        const made = await createAgent(tx, actor, input);
        if (hash !== null) await giveSignIn(tx, actor.scope.workspaceId, made.agentId, hash);
        return made.agentId;
      });
      context.wake.say('events');
      return reply.code(201).send(toAgent(await found(actor, agentId), actor));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/agents/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getAgent', tags, summary: 'One colleague', params, response: { 200: agentShape, ...problems } },
    handler: async (request) => toAgent(await found(agentOf(request), request.params.id), agentOf(request)),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/agents/:id',
    config: { access: 'admin' },
    schema: {
      operationId: 'updateAgent', tags, summary: 'Change a colleague', params, body: updateAgentBody, response: { 200: agentShape, ...problems },
      description: 'A changed role, brand, address or password, and deactivation, end their sessions at once.',
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id } = request.params;
      const { password } = request.body;
      const hash = password === undefined ? null : await hashPassword(context.signIn, password);
      await context.db.transaction().execute(async (tx) => {
        await updateAgent(tx, actor, id, request.body);
        if (hash !== null) await giveSignIn(tx, actor.scope.workspaceId, id, hash);
      });
      context.wake.say('access');
      context.wake.say('events');
      return toAgent(await found(actor, id), actor);
    },
  });

  async function found(actor: AgentActor, agentId: number): Promise<AgentRow> {
    const row = await findAgent(context.db, actor.scope.workspaceId, { id: agentId });
    if (!row || (row.role === 'client' && !hasRole(actor.role, 'admin'))) throw notFound('agent');
    return row;
  }
}

/** Everybody may know who works here; addresses and rights are for administrators. */
function toAgent(row: AgentRow, actor: AgentActor): z.input<typeof agentShape> {
  const { id, name, role, active } = row;
  if (!hasRole(actor.role, 'admin')) return { id, name, role, active };
  return {
    id, name, role, active,
    email: row.email,
    language: row.language,
    time_zone: row.time_zone,
    all_brands: row.all_brands,
    brands: row.brands.filter((brand) => seesBrand(actor.scope, brand)),
    can_sign_in: row.can_sign_in,
    second_factor: row.second_factor,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
