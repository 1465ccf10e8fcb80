import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { findBrand } from '../brands/index.ts';
import { replaceTopics } from './topics.commands.ts';
import { listTopics, treeMoments } from './topics.queries.ts';
import { replaceTopicsBody, topicsQuery, topicTreesShape } from './wrap-ups.schemas.ts';
import { toTree } from './wrap-ups.views.ts';

const tags = ['Wrap-up'];

export function topicRoutes(server: FastifyInstance, { db, clock, wake }: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  /** @throws Problem not_found */
  async function shown(actor: AgentActor, brandId: number | undefined) {
    const { workspaceId } = actor.scope;
    const brand = brandId === undefined ? null : await findBrand(db, actor.scope, brandId);
    if (brandId !== undefined && !brand) throw notFound('brand');
    const trees = [null, ...(brand ? [brand.id] : [])];
    const [topics, moments] = await Promise.all([listTopics(db, workspaceId, trees), treeMoments(db, workspaceId, trees)]);
    return { items: [toTree(actor, null, topics, moments.get(null)), ...(brand ? [toTree(actor, brand, topics, moments.get(brand.id))] : [])] };
  }

  app.route({
    method: 'GET',
    url: '/api/v1/topics',
    config: { access: 'viewer' },
    schema: { operationId: 'listTopics', tags, summary: 'The topics that wrap-ups name, as trees', querystring: topicsQuery, response: { 200: topicTreesShape, '4xx': problemShape } },
    handler: (request) => shown(agentOf(request), request.query.brand),
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/topics',
    config: { access: 'lead', area: 'settings' },
    schema: {
      operationId: 'replaceTopics', tags, summary: 'Change a tree of topics: add, rename, move, archive, bring back',
      description: 'Nothing is deleted: wrap-ups keep what they name. The tree that stood before, sent again, is the way back.',
      body: replaceTopicsBody, response: { 200: topicTreesShape, '4xx': problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => replaceTopics(tx, actor, request.body, clock.now()));
      wake.say('events');
      return shown(actor, request.body.brand ?? undefined);
    },
  });
}
