import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { id, idInPath, problemShape } from '../../platform/http/shapes.ts';
import { findAgent } from '../agents/index.ts';
import { countCommitmentsOf } from '../commitments/index.ts';
import { countBase } from '../customer-base/index.ts';
import { countEscalationsOf } from '../escalation/index.ts';
import { countComplaints } from '../staff-feedback/index.ts';
import { deactivate, moveAll } from './hand-over.commands.ts';
import { countOpenTasks, countOpenTickets } from './hand-over.queries.ts';

const tags = ['Agents'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** When a colleague leaves. */
export function handOverRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/agents/:id/open-tickets',
    config: { access: 'admin' },
    schema: { operationId: 'countOpenTickets', tags, summary: 'How many open tickets, tasks, promises, escalations and complaints about others a colleague has, and how many customers and organizations they look after; each stops at 1,000', params, response: { 200: z.object({ count: z.int().describe('Of tickets'), tasks: z.int(), promises: z.int().describe('Not kept yet'), escalations: z.int(), base: z.int().describe('Customers and organizations'), complaints: z.int().describe('About employees, that they deal with: those that you may read') }), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { workspaceId } = actor.scope;
      const { id: agentId } = request.params;
      if (!(await findAgent(context.db, workspaceId, { id: agentId }))) throw notFound('agent');
      const [complaints, count, tasks, promises, escalations, base] = await Promise.all([countComplaints(context.db, actor, agentId), ...[countOpenTickets, countOpenTasks, countCommitmentsOf, countEscalationsOf, countBase].map((countTheir) => countTheir(context.db, workspaceId, agentId))]);
      return { count: count ?? 0, tasks: tasks ?? 0, promises: promises ?? 0, escalations: escalations ?? 0, base: base ?? 0, complaints };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/agents/:id/deactivate',
    config: { access: 'admin' },
    schema: {
      operationId: 'deactivateAgent', tags, summary: 'Switch a colleague off and hand their open work over', params,
      body: z.strictObject({ to: z.enum(['agent', 'team', 'nobody']).describe('`team`: its queue; `nobody`: unassigned'), id: id.optional().describe('Of the agent or team') }),
      response: { 200: z.object({ moved: z.int().describe('Tickets, so far; a very long list goes on by itself') }), ...problems },
      description: 'Their sessions, tokens and invitations end at once. A colleague gets the tickets and tasks of the brands that they see; other tickets wait unassigned, and other tasks go to whoever has their ticket. Promises and escalations go along in the same way. A colleague also gets the customers and organizations that they looked after, where all their brands are seen; the others stay theirs, and the deputy stands in. Complaints about employees that they dealt with go to the colleague if that is a lead, administrator or owner who sees the brand and is not the person named, else to another such.',
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { to, id: taker = null } = request.body;
      await context.db.transaction().execute((tx) => deactivate(tx, actor, request.params.id, { to, id: taker }));
      context.wake.say('access');
      context.wake.say('events');
      return { moved: await moveAll(context, actor, request.params.id) };
    },
  });
}
