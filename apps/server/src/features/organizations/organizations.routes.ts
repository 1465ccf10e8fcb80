import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { toNextContact } from '../customer-base/index.ts';
import { createOrganization, updateOrganization } from './organizations.commands.ts';
import { findOrganization, listOrganizations, type OrganizationRow } from './organizations.queries.ts';
import { createOrganizationBody, organizationListQuery, organizationShape, updateOrganizationBody } from './organizations.schemas.ts';

const tags = ['Organizations'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

export function organizationRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, organizationId: number) {
    const row = await findOrganization(context.db, actor.scope, organizationId);
    if (!row) throw notFound('organization');
    return toOrganization(row);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/organizations',
    config: { access: 'viewer' },
    schema: { operationId: 'listOrganizations', tags, summary: 'Organizations, oldest first', querystring: organizationListQuery, response: { 200: page(organizationShape), ...problems } },
    handler: async (request) => {
      const { q, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listOrganizations(context.db, agentOf(request).scope, { q, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toOrganization);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/organizations',
    config: { access: 'agent' },
    schema: { operationId: 'createOrganization', tags, summary: 'Add an organization', body: createOrganizationBody, response: { 201: organizationShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { organizationId } = await context.db.transaction().execute((tx) => createOrganization(tx, actor, request.body));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor, organizationId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/organizations/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getOrganization', tags, summary: 'One organization', params, response: { 200: organizationShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/organizations/:id',
    config: { access: 'agent' },
    schema: { operationId: 'updateOrganization', tags, summary: 'Change an organization', params, body: updateOrganizationBody, response: { 200: organizationShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => updateOrganization(tx, actor, request.params.id, request.body));
      context.wake.say('events');
      return shown(actor, request.params.id);
    },
  });
}

function toOrganization({ created_at, updated_at, ...row }: OrganizationRow): z.input<typeof organizationShape> {
  return { ...row, next_contact: toNextContact(row), created_at: created_at.toISOString(), updated_at: updated_at.toISOString() };
}
