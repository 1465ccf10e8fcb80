import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { createSkill, updateSkill } from './skills.commands.ts';
import { findCountedSkill, listSkills, type CountedSkill } from './skills.queries.ts';
import { createSkillBody, skillListQuery, skillShape, updateSkillBody } from './skills.schemas.ts';

const tags = ['Skills'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** What people can know: products, technologies, languages and certificates. */
export function skillRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(workspaceId: number, skillId: number) {
    const row = await findCountedSkill(db, workspaceId, skillId, clock.now());
    if (!row) throw notFound('skill');
    return toSkill(row);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/skills',
    config: { access: 'viewer' },
    schema: { operationId: 'listSkills', tags, summary: 'Skills, oldest first', querystring: skillListQuery, response: { 200: page(skillShape), ...problems } },
    handler: async (request) => {
      const { show, kind, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listSkills(db, agentOf(request).scope.workspaceId, { show, kind, now: clock.now(), after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toSkill);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/skills',
    config: { access: 'lead' },
    schema: { operationId: 'createSkill', tags, summary: 'Add a skill', body: createSkillBody, response: { 201: skillShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const skillId = await db.transaction().execute((tx) => createSkill(tx, actor, request.body, clock.now()));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor.scope.workspaceId, skillId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/skills/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getSkill', tags, summary: 'One skill', params, response: { 200: skillShape, ...problems } },
    handler: (request) => shown(agentOf(request).scope.workspaceId, request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/skills/:id',
    config: { access: 'lead' },
    schema: {
      operationId: 'updateSkill', tags, summary: 'Rename, archive or restore a skill', params, body: updateSkillBody, response: { 200: skillShape, ...problems },
      description: 'An archived skill counts for nobody; who had it has it again when it is restored.',
    },
    handler: async (request) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => updateSkill(tx, actor, request.params.id, request.body, clock.now()));
      context.wake.say('events');
      return shown(actor.scope.workspaceId, request.params.id);
    },
  });
}

function toSkill({ archived_at, created_at, updated_at, ...row }: CountedSkill) {
  return { ...row, archived: archived_at !== null, created_at: created_at.toISOString(), updated_at: updated_at.toISOString() };
}
