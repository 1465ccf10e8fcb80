import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { createPlaybook, updatePlaybook } from './playbooks.commands.ts';
import { findPlaybook, listPlaybooks } from './playbooks.queries.ts';
import { createPlaybookBody, playbookListQuery, playbookShape, updatePlaybookBody } from './playbooks.schemas.ts';
import { toPlaybook } from './playbooks.views.ts';
import { ticketStepRoutes } from './ticket-steps.routes.ts';

const tags = ['Playbooks'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** Required steps of a brand: leads write them, everybody who sees the brand reads them, on the tickets that they fit. */
export function playbookRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();
  ticketStepRoutes(server, context);

  async function shown(actor: AgentActor, playbookId: number) {
    const row = await findPlaybook(db, actor.scope, playbookId);
    if (!row) throw notFound('playbook');
    return toPlaybook(row, actor);
  }

  /** Every node forgets what it knew, and screens hear of it. */
  async function write<Done>(work: (tx: Tx) => Promise<Done>): Promise<Done> {
    const done = await db.transaction().execute(work);
    context.wake.say('playbooks');
    context.wake.say('events');
    return done;
  }

  async function knowledge(actor: AgentActor) {
    return { now: clock.now(), known: await context.customFields.of(actor.scope.workspaceId) };
  }

  app.route({
    method: 'GET',
    url: '/api/v1/playbooks',
    config: { access: 'viewer' },
    schema: { operationId: 'listPlaybooks', tags, summary: 'Playbooks of the brands that you see', querystring: playbookListQuery, response: { 200: page(playbookShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { show, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listPlaybooks(db, actor.scope, { show, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => toPlaybook(row, actor));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/playbooks',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'createPlaybook', tags, summary: 'Write a playbook', body: createPlaybookBody, response: { 201: playbookShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const known = await knowledge(actor);
      const playbookId = await write((tx) => createPlaybook(tx, actor, request.body, known));
      return reply.code(201).send(await shown(actor, playbookId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/playbooks/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getPlaybook', tags, summary: 'One playbook', params, response: { 200: playbookShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/playbooks/:id',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'updatePlaybook', tags, summary: 'Change, archive or restore a playbook', params, body: updatePlaybookBody, response: { 200: playbookShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const known = await knowledge(actor);
      await write((tx) => updatePlaybook(tx, actor, request.params.id, request.body, known));
      return shown(actor, request.params.id);
    },
  });
}
