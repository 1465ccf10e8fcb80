import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { empty, idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { numberInPath } from '../tickets/index.ts';
import { addVersion, createGuideline, updateGuideline, withdrawVersion } from './guidelines.commands.ts';
import { findGuideline, forgetKnown, listGuidelines, listVersions, noteKnown } from './guidelines.queries.ts';
import { addVersionBody, createGuidelineBody, guidelineListQuery, guidelineShape, knownBody, mostShown, ticketGuidelines, updateGuidelineBody, updateVersionBody, versionListQuery, versionShape } from './guidelines.schemas.ts';
import { toGuideline, toTicketGuideline, toVersion } from './guidelines.views.ts';
import { findTicketGuidelines } from './ticket-guidelines.queries.ts';

const tags = ['Guidelines'];
const params = z.strictObject({ id: idInPath });
const versionParams = z.strictObject({ id: idInPath, version: z.coerce.number().pipe(z.int().min(1).max(1_000_000)) });
const problems = { '4xx': problemShape };

/** Written rules of a brand: leads write them, everybody who sees the brand reads them, on the tickets that they fit. */
export function guidelineRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, guidelineId: number) {
    const row = await findGuideline(db, { reader: actor, now: clock.now() }, guidelineId);
    if (!row) throw notFound('guideline');
    return toGuideline(row, actor);
  }

  async function write<Done>(work: (tx: Tx) => Promise<Done>): Promise<Done> {
    const done = await db.transaction().execute(work);
    context.wake.say('events');
    return done;
  }

  async function knowledge(actor: AgentActor) {
    return { now: clock.now(), known: await context.customFields.of(actor.scope.workspaceId) };
  }

  app.route({
    method: 'GET',
    url: '/api/v1/guidelines',
    config: { access: 'viewer' },
    schema: { operationId: 'listGuidelines', tags, summary: 'Guidelines of the brands that you see', querystring: guidelineListQuery, response: { 200: page(guidelineShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { show, moments, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listGuidelines(db, { reader: actor, now: clock.now() }, { show, moments, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => toGuideline(row, actor));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/guidelines',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'createGuideline', tags, summary: 'Write a guideline, with its first version', body: createGuidelineBody, response: { 201: guidelineShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const known = await knowledge(actor);
      const guidelineId = await write((tx) => createGuideline(tx, actor, request.body, known));
      return reply.code(201).send(await shown(actor, guidelineId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/guidelines/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getGuideline', tags, summary: 'One guideline', params, response: { 200: guidelineShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/guidelines/:id',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'updateGuideline', tags, summary: 'Rename, archive or restore a guideline', params, body: updateGuidelineBody, response: { 200: guidelineShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await write((tx) => updateGuideline(tx, actor, request.params.id, request.body, clock.now()));
      return shown(actor, request.params.id);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/guidelines/:id/versions',
    config: { access: 'viewer' },
    schema: { operationId: 'listGuidelineVersions', tags, summary: 'All versions of a guideline, newest first', params, querystring: versionListQuery, response: { 200: page(versionShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const [before] = cursor === undefined ? [1_000_001] : decodeCursor(cursor, onlyId);
      const row = await findGuideline(db, { reader: actor, now: clock.now() }, request.params.id);
      if (!row) throw notFound('guideline');
      const rows = await listVersions(db, actor.scope.workspaceId, row.id, { before: Math.min(before, 1_000_001), limit: limit + 1 });
      return toPage(rows, limit, (each) => [each.version], (each) => toVersion(each, row.in_force && row.archived_at === null && row.shown === each.version));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/guidelines/:id/versions',
    config: { access: 'lead', area: 'settings' },
    schema: {
      operationId: 'addGuidelineVersion', tags, summary: 'Change a guideline by a new version, from now or from a moment to come',
      description: 'Nothing is overwritten. In force is, of the versions that have begun and not ended, the one that began last.',
      params, body: addVersionBody, response: { 201: guidelineShape, ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const known = await knowledge(actor);
      await write((tx) => addVersion(tx, actor, request.params.id, request.body, known));
      return reply.code(201).send(await shown(actor, request.params.id));
    },
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/guidelines/:id/versions/:version',
    config: { access: 'lead', area: 'settings' },
    schema: { operationId: 'withdrawGuidelineVersion', tags, summary: 'Take a version back before it begins, or let it stand again', params: versionParams, body: updateVersionBody, response: { 200: guidelineShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id, version } = request.params;
      await write((tx) => withdrawVersion(tx, actor, id, version, { withdrawn: request.body.withdrawn, now: clock.now() }));
      return shown(actor, id);
    },
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/guidelines/:id/known',
    config: { access: 'agent' },
    schema: { operationId: 'noteGuidelineKnown', tags, summary: 'Say that you know a version: you are not asked again before a change of status', params, body: knownBody, response: { 204: empty, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { id } = await shown(actor, request.params.id);
      if (!(await noteKnown(db, actor.scope.workspaceId, actor.id, { guidelineId: id, version: request.body.version, now: clock.now() }))) throw notFound('version');
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/guidelines/:id/known',
    config: { access: 'agent' },
    schema: { operationId: 'forgetGuidelineKnown', tags, summary: 'Be asked again', params, response: { 204: empty, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { id } = await shown(actor, request.params.id);
      await forgetKnown(db, actor.scope.workspaceId, actor.id, id);
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/guidelines',
    config: { access: 'viewer' },
    schema: { operationId: 'listTicketGuidelines', tags, summary: 'The guidelines in force that fit a ticket', params: numberInPath, response: { 200: ticketGuidelines, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const rows = await findTicketGuidelines(db, actor.scope, { number: request.params.number, agentId: actor.id, now: clock.now(), limit: mostShown + 1 });
      if (!rows) throw notFound('ticket');
      return { items: rows.slice(0, mostShown).map(toTicketGuideline), more: rows.length > mostShown };
    },
  });
}
