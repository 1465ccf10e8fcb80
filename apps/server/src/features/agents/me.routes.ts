import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { agentOf } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { unknownPlaceholders } from '../placeholders/index.ts';
import { findWorkspace } from '../workspaces/index.ts';
import { permissionsOf } from './agents.policy.ts';
import { findAgent, savePreferences, updateAgentRow } from './agents.queries.ts';
import { findSurroundings } from './me.queries.ts';
import { meShape, readPreferences, updateMeBody } from './me.schemas.ts';

/** The signed-in agent's own page. A viewer changes nothing, so theirs stays in the browser. */
export function meRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/me',
    config: { access: 'client' },
    schema: { operationId: 'getMe', tags: ['Me'], summary: 'Who is signed in, where, and what they may', response: { 200: meShape, '4xx': problemShape } },
    handler: (request) => toMe(agentOf(request)),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/me',
    config: { access: 'agent' },
    schema: { operationId: 'updateMe', tags: ['Me'], summary: 'Change the own profile and preferences', body: updateMeBody, response: { 200: meShape, '4xx': problemShape } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { preferences, ...profile } = request.body;
      const { workspaceId } = actor.scope;
      const [unknown] = unknownPlaceholders(profile.signature ?? '');
      if (unknown) throw fieldProblem('signature', 'unknown_placeholder', `${unknown} is not a placeholder`);
      const changed = await context.db.transaction().execute(async (tx) => {
        const before = await findAgent(tx, workspaceId, { id: actor.id }, { lock: true });
        if (!before) throw notFound('agent');
        if (preferences) await savePreferences(tx, workspaceId, actor.id, { ...readPreferences(before.preferences), ...preferences });
        const changes = changedFields(before, profile, ['name', 'signature']);
        if (!changes) return false;
        await updateAgentRow(tx, workspaceId, actor.id, profile);
        await appendEvent(tx, actor, { type: 'agent.updated', data: { agent_id: actor.id, changes } });
        return true;
      });
      if (changed) {
        // Name, language and time zone stand in what is remembered of this agent.
        context.wake.say('access');
        context.wake.say('events');
      }
      return toMe(actor);
    },
  });

  async function toMe(actor: AgentActor): Promise<z.input<typeof meShape>> {
    const { workspaceId, brands } = actor.scope;
    const [agent, workspace, surroundings] = await Promise.all([
      findAgent(context.db, workspaceId, { id: actor.id }),
      findWorkspace(context.db, workspaceId),
      findSurroundings(context.db, actor.scope, actor.id),
    ]);
    if (!agent || !workspace) throw notFound('agent');
    const { id, slug, name, default_language, time_zone, demo, setting_up } = workspace;
    return {
      agent: { id: agent.id, name: agent.name, email: agent.email, language: agent.language, time_zone: agent.time_zone, signature: agent.signature },
      role: agent.role,
      permissions: permissionsOf(agent.role),
      workspace: { id, slug, name, default_language, time_zone, demo, setting_up },
      all_brands: brands === 'all',
      ...surroundings,
      preferences: readPreferences(agent.preferences),
    };
  }
}
