import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import { agentRoles } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { countryOf } from '../../platform/places/countries.ts';
import { updateWorkspace } from './workspaces.commands.ts';
import { findWorkspace } from './workspaces.queries.ts';
import { updateWorkspaceBody, workspaceShape } from './workspaces.schemas.ts';

const tags = ['Workspace'];

export function workspaceRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const shown = async (workspaceId: number) => {
    const row = await findWorkspace(context.db, workspaceId);
    if (!row) throw notFound('workspace');
    return { ...row, phone_country: countryOf(row), second_factor_roles: agentRoles.filter((role) => row.second_factor_roles.includes(role)), created_at: row.created_at.toISOString() };
  };

  app.route({
    method: 'GET',
    url: '/api/v1/workspace',
    config: { access: 'viewer' },
    schema: { operationId: 'getWorkspace', tags, summary: 'The workspace of this login', response: { 200: workspaceShape, '4xx': problemShape } },
    handler: (request) => shown(agentOf(request).scope.workspaceId),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/workspace',
    config: { access: 'admin' },
    schema: { operationId: 'updateWorkspace', tags, summary: 'Change the workspace', body: updateWorkspaceBody, response: { 200: workspaceShape, '4xx': problemShape } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => updateWorkspace(tx, actor, request.body));
      context.wake.say('access');
      context.wake.say('events');
      return shown(actor.scope.workspaceId);
    },
  });
}
