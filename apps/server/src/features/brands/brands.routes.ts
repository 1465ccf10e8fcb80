import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { listBrandTexts } from './brand-texts.queries.ts';
import { createBrand, replaceBrandTexts, updateBrand } from './brands.commands.ts';
import { findBrand, listBrands, type BrandRow } from './brands.queries.ts';
import { placeholders } from '../placeholders/index.ts';
import { brandListQuery, brandShape, brandTextsShape, createBrandBody, replaceBrandTextsBody, updateBrandBody } from './brands.schemas.ts';

const tags = ['Brands'];
const params = z.strictObject({ id: idInPath });

export function brandRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/brands',
    config: { access: 'viewer' },
    schema: { operationId: 'listBrands', tags, summary: 'The brands that you see, oldest first', querystring: brandListQuery, response: { 200: page(brandShape), '4xx': problemShape } },
    handler: async (request) => {
      const { show, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listBrands(context.db, agentOf(request).scope, { show, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toBrand);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/brands',
    config: { access: 'admin' },
    schema: { operationId: 'createBrand', tags, summary: 'Add a brand', body: createBrandBody, response: { 201: brandShape, '4xx': problemShape } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { brandId } = await context.db.transaction().execute((tx) => createBrand(tx, actor, request.body));
      context.wake.say('events');
      if (actor.scope.brands !== 'all') context.wake.say('access');
      return reply.code(201).send(await shown({ workspaceId: actor.scope.workspaceId, brands: [brandId] }, brandId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/brands/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getBrand', tags, summary: 'One brand', params, response: { 200: brandShape, '4xx': problemShape } },
    handler: (request) => shown(agentOf(request).scope, request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/brands/:id',
    config: { access: 'admin' },
    schema: { operationId: 'updateBrand', tags, summary: 'Change, archive or restore a brand', params, body: updateBrandBody, response: { 200: brandShape, '4xx': problemShape } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => updateBrand(tx, actor, request.params.id, request.body));
      context.wake.say('events');
      return shown(actor.scope, request.params.id);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/brands/:id/texts',
    config: { access: 'viewer' },
    schema: { operationId: 'getBrandTexts', tags, summary: 'Acknowledgements and signatures, by language', params, response: { 200: brandTextsShape, '4xx': problemShape } },
    handler: (request) => shownTexts(agentOf(request).scope, request.params.id),
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/brands/:id/texts',
    config: { access: 'admin' },
    schema: { operationId: 'replaceBrandTexts', tags, summary: 'Replace all texts of a brand', params, body: replaceBrandTextsBody, response: { 200: brandTextsShape, '4xx': problemShape } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => replaceBrandTexts(tx, actor, request.params.id, request.body));
      context.wake.say('events');
      return shownTexts(actor.scope, request.params.id);
    },
  });

  async function shown(scope: Scope, brandId: number) {
    const row = await findBrand(context.db, scope, brandId);
    if (!row) throw notFound('brand');
    return toBrand(row);
  }

  async function shownTexts(scope: Scope, brandId: number) {
    if (!(await findBrand(context.db, scope, brandId))) throw notFound('brand');
    const texts = await listBrandTexts(context.db, scope, brandId);
    return { texts: texts.map((text) => ({ ...text, updated_at: text.updated_at.toISOString() })), placeholders: placeholders.map((name) => `{{${name}}}`) };
  }
}

function toBrand({ archived_at, calendar_id, team_ids, created_at, updated_at, ...row }: BrandRow) {
  return { ...row, calendar: calendar_id, teams: team_ids, archived: archived_at !== null, created_at: created_at.toISOString(), updated_at: updated_at.toISOString() };
}
