import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { agentOf, onlySession } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { changeOwnLooks, findAgent, renameSelf } from '../agents/index.ts';
import { clientMeShape, updateClientMeBody } from './client-cases.schemas.ts';

/** The little that a client reader has of their own: name, language and theme. Passwords and second factors are where everybody's are. */
export function clientMeRoutes(server: FastifyInstance, context: Context): void {
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'PATCH',
    url: '/api/v1/client/me',
    config: { access: 'client', session: true },
    schema: {
      operationId: 'updateClientMe', tags: ['Client readers'], summary: 'Change the own name, language and theme, as a client reader', security: onlySession,
      body: updateClientMeBody, response: { 200: clientMeShape, '4xx': problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      if (actor.role !== 'client') throw new Problem('not_allowed', 'Colleagues change theirs with PATCH /api/v1/me');
      const { theme, ...profile } = request.body;
      const { workspaceId } = actor.scope;
      await context.db.transaction().execute(async (tx) => {
        const before = await findAgent(tx, workspaceId, { id: actor.id }, { lock: true });
        if (!before) throw notFound('agent');
        if (theme) await changeOwnLooks(tx, workspaceId, before, { theme });
        const changes = changedFields(before, profile, ['name']);
        if (!changes) return;
        await renameSelf(tx, workspaceId, actor.id, profile);
        await appendEvent(tx, actor, { type: 'agent.updated', data: { agent_id: actor.id, changes } });
      });
      context.wake.say('access');
      context.wake.say('events');
      return { ok: true as const };
    },
  });
}
