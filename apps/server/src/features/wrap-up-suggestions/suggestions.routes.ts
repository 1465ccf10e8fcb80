import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { id } from '../../platform/http/shapes.ts';
import { sumTime } from '../ticket-work/index.ts';
import { listMerged, numberInPath, problems } from '../tickets/index.ts';
import { findWrappedTicket } from '../wrap-ups/index.ts';
import { suggestTopics, toMinutes } from './suggest.rules.ts';
import { findNeighbours } from './find-like.ts';

const shape = z
  .object({
    topics: z.array(z.object({ topic: id, like: z.array(z.int()).describe('Numbers of the nearest tickets that were about it') })).describe('At most three, the likeliest first'),
    minutes: z.int().nullable().describe('What the program has counted on the ticket so far; null: nothing'),
  })
  .meta({ id: 'WrapUpSuggestion' });

export function wrapUpSuggestionRoutes(server: FastifyInstance, { db, clock }: Context): void {
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/v1/tickets/:number/wrap-up/suggestion',
    config: { access: 'viewer' },
    schema: {
      operationId: 'suggestWrapUp', tags: ['Wrap-up'], summary: 'What the wrap-up might say: topics of the nearest solved tickets of the same brand, and the time that was counted',
      params: numberInPath, response: { 200: shape, ...problems },
    },
    handler: async (request) => {
      const { scope: { workspaceId }, scope } = agentOf(request);
      const ticket = await findWrappedTicket(db, scope, request.params.number);
      if (!ticket) throw notFound('ticket');
      const whole = await listMerged(db, workspaceId, ticket.id);
      const [near, times] = await Promise.all([
        findNeighbours(db, workspaceId, { id: ticket.id, brand_id: ticket.brand_id }, clock.now()),
        sumTime(db, workspaceId, whole.map((each) => each.id)),
      ]);
      const suggested = suggestTopics(near);
      return {
        topics: suggested.map(({ topicId, like }) => ({ topic: topicId, like })),
        minutes: toMinutes(times.reduce((sum, { seconds }) => sum + seconds, 0)),
      };
    },
  });
}
