import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import { agentOf } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { search } from './search.ts';
import { searchAnswer, searchQuery } from './search.schemas.ts';

export function searchRoutes(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/v1/search',
    config: { access: 'viewer' },
    schema: {
      operationId: 'search',
      tags: ['Search'],
      summary: 'Tickets, customers and organizations that fit some words, best first',
      description: 'What was written a second ago can be found. An exact ticket number comes first, then words beside each other as typed, then by relevance and age. Of very common words the newest 500 tickets are ranked. Spam and trash only with `in:`.',
      querystring: searchQuery,
      response: { 200: searchAnswer, '4xx': problemShape },
    },
    handler: (request) => search(context, agentOf(request), request.query),
  });
}
