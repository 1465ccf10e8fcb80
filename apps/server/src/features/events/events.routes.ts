import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { feedEnd, readFeed } from '../../platform/events/events.queries.ts';
import { decodePosition, encodePosition, feedStart } from '../../platform/events/feed.ts';
import { isAfter } from '../../platform/live/positions.ts';
import { agentOf } from '../../platform/http/access.ts';
import { cursor, limit, problemShape } from '../../platform/http/shapes.ts';
import { eventShape, viewEvent } from './events.schemas.ts';

/** The feed: a reader that comes back with `next_cursor` misses nothing, although transactions commit out of order. */
export function eventRoutes(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/v1/events',
    config: { access: 'viewer' },
    schema: {
      operationId: 'listEvents',
      tags: ['Events'],
      summary: 'What happened, oldest first',
      description: 'Come back with `next_cursor` as `after`: it always stands, also when there was nothing new. Events of brands that the caller does not see are left out.',
      querystring: z.strictObject({ after: cursor.optional(), limit }),
      response: {
        200: z.object({ items: z.array(eventShape), next_cursor: z.string().describe('Where to go on, also at the end') }),
        400: problemShape,
        401: problemShape,
      },
    },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const after = request.query.after === undefined ? feedStart : decodePosition(request.query.after);
      // Taken first: whatever stands up to here was readable before the page was read.
      const end = await feedEnd(context.db, scope.workspaceId);
      const rows = await readFeed(context.db, scope, after, request.query.limit);
      let reached = rows.at(-1) ?? after;
      // So a reader who sees few brands does not walk over the others' events again and again.
      if (rows.length < request.query.limit && isAfter(end, reached)) reached = end;
      return { items: rows.map(viewEvent), next_cursor: encodePosition(reached) };
    },
  });
}
