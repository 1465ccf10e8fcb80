import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath, moment, problemShape } from '../../platform/http/shapes.ts';
import { findInbox } from '../inboxes/index.ts';
import { readTraffic } from './health.queries.ts';

const healthShape = z
  .object({
    last_message_at: moment.nullable().describe('When the newest mail came, by whatever way'),
    way: z.enum(['own', 'installation', 'none']).describe('The server that it sends by'),
    held: z.boolean().describe('This installation holds all outgoing mail'),
    waiting: z.int().describe('Mails that are to go out, up to 1,000'),
    failed: z.int().describe('Mails that could not be sent, up to 1,000'),
    oldest_waiting_at: moment.nullable(),
    next_attempt_at: moment.nullable(),
    last_error: z.string().nullable().describe('What the other server said of the newest of them'),
  })
  .meta({ id: 'InboxHealth' });

export function inboxHealthRoutes(server: FastifyInstance, context: Context): void {
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/v1/inboxes/:id/health',
    config: { access: 'admin' },
    schema: { operationId: 'getInboxHealth', tags: ['Inboxes'], summary: 'What an inbox received last, and what stands in its outbox and why', params: z.strictObject({ id: idInPath }), response: { 200: healthShape, '4xx': problemShape } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      if (!(await findInbox(context.db, scope, request.params.id))) throw notFound('inbox');
      const traffic = await readTraffic(context.db, scope.workspaceId, request.params.id);
      return {
        last_message_at: traffic.last_message_at?.toISOString() ?? null,
        way: traffic.has_smtp ? ('own' as const) : context.config.smtpUrl === null ? ('none' as const) : ('installation' as const),
        held: context.config.holdOutbound,
        waiting: traffic.waiting,
        failed: traffic.failed,
        oldest_waiting_at: traffic.oldest_waiting_at?.toISOString() ?? null,
        next_attempt_at: traffic.next_attempt_at?.toISOString() ?? null,
        last_error: traffic.last_error,
      };
    },
  });
}
