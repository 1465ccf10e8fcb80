import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { hasRole } from '../../platform/auth/actor.ts';
import { knownMigrations } from '../../platform/db/migrate.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { whoAsks } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { deskMetrics } from './desk-metrics.ts';
import { findAppliedMigrations } from './health.queries.ts';

const fine = z.object({ status: z.literal('ok') });
const tags = ['Health'];

export function healthRoutes(app: FastifyInstance, context: Context): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const readDesk = deskMetrics(app.metrics, context);
  let migrations: Promise<string[]> | undefined;

  routes.route({
    method: 'GET',
    url: '/healthz',
    config: { access: 'public' },
    schema: { operationId: 'isAlive', tags, summary: 'The program is alive', security: [], response: { 200: fine } },
    handler: async () => ({ status: 'ok' as const }),
  });

  routes.route({
    method: 'GET',
    url: '/readyz',
    config: { access: 'public' },
    schema: { operationId: 'isReady', tags, summary: 'The program can serve', security: [], response: { 200: fine, 503: problemShape } },
    handler: async () => {
      migrations ??= knownMigrations();
      const applied = await inTime(findAppliedMigrations(context.db)).catch((error: unknown) => {
        context.log.warn({ err: error }, 'not ready: the database does not answer');
        throw new Problem('not_ready', 'The database does not answer');
      });
      if ((await migrations).some((name) => !applied.includes(name))) throw new Problem('not_ready', 'The database waits for its migrations');
      return { status: 'ok' as const };
    },
  });

  routes.route({
    method: 'GET',
    url: '/metrics',
    config: { access: 'public' },
    schema: { hide: true },
    handler: async (request, reply) => {
      await onlyOperators(request, context);
      await inTime(readDesk()).catch((error: unknown) => context.log.debug({ err: error }, 'the desk could not be measured'));
      return reply.type(app.metrics.contentType).send(await app.metrics.metrics());
    },
  });
}

/** This machine itself, when nothing says that the request was passed on for somebody else; otherwise admins. */
async function onlyOperators(request: FastifyRequest, context: Context): Promise<void> {
  const { headers, socket } = request;
  const isPassedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  if (!isPassedOn && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '')) return;
  const agent = await whoAsks(context.identify, request);
  if (!agent) throw new Problem('not_signed_in');
  if (!hasRole(agent.role, 'admin')) throw new Problem('not_allowed');
}

const patience = 3_000;

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
