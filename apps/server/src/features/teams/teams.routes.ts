import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { createTeam, updateTeam } from './teams.commands.ts';
import { findTeam, listTeams, type TeamRow } from './teams.queries.ts';
import { createTeamBody, teamListQuery, teamShape, updateTeamBody } from './teams.schemas.ts';

const tags = ['Teams'];
const params = z.strictObject({ id: idInPath });

export function teamRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/teams',
    config: { access: 'viewer' },
    schema: { operationId: 'listTeams', tags, summary: 'Teams with their members, oldest first', querystring: teamListQuery, response: { 200: page(teamShape), '4xx': problemShape } },
    handler: async (request) => {
      const { show, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listTeams(context.db, agentOf(request).scope.workspaceId, { show, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toTeam);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/teams',
    config: { access: 'lead' },
    schema: { operationId: 'createTeam', tags, summary: 'Add a team', body: createTeamBody, response: { 201: teamShape, '4xx': problemShape } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { teamId } = await context.db.transaction().execute((tx) => createTeam(tx, actor, request.body));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor.scope.workspaceId, teamId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/teams/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getTeam', tags, summary: 'One team', params, response: { 200: teamShape, '4xx': problemShape } },
    handler: (request) => shown(agentOf(request).scope.workspaceId, request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/teams/:id',
    config: { access: 'lead' },
    schema: { operationId: 'updateTeam', tags, summary: 'Change, archive or restore a team', params, body: updateTeamBody, response: { 200: teamShape, '4xx': problemShape } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => updateTeam(tx, actor, request.params.id, request.body));
      context.wake.say('events');
      return shown(actor.scope.workspaceId, request.params.id);
    },
  });

  async function shown(workspaceId: number, teamId: number) {
    const row = await findTeam(context.db, workspaceId, teamId);
    if (!row) throw notFound('team');
    return toTeam(row);
  }
}

function toTeam({ archived_at, created_at, updated_at, ...row }: TeamRow) {
  return { ...row, archived: archived_at !== null, created_at: created_at.toISOString(), updated_at: updated_at.toISOString() };
}
