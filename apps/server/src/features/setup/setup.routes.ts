import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { agentOf, checkOrigin } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { seedDemo } from '../demo/index.ts';
import { beginSetup, checkLink, noteSetup, progressOf } from './setup.commands.ts';
import { hasLink, readSteps } from './setup.queries.ts';
import { beginSetupBody, checkLinkBody, demoShape, setupShape, updateSetupBody, waitingShape } from './setup.schemas.ts';

const tags = ['Set-up'];
const done = z.object({ ok: z.literal(true) });
const problems = { '4xx': problemShape };

/** From the link that the terminal prints to a desk that works. */
export function setupRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const onlyOwnPages = async (request: FastifyRequest) => checkOrigin(request, [new URL(context.config.publicUrl).origin]);

  const { smtpHost, smtpPort, smtpUrl } = context.config;
  const mail = { host: smtpHost, port: smtpPort, outgoing: smtpUrl !== null };

  app.route({
    method: 'GET',
    url: '/api/v1/setup/waiting',
    config: { access: 'public' },
    schema: { operationId: 'isSetupWaiting', tags, summary: 'Whether the installation waits for its first administrator', security: [], response: { 200: waitingShape, ...problems } },
    handler: async () => ({ waiting: await hasLink(context.db) }),
  });

  app.route({
    method: 'POST',
    url: '/api/v1/setup/link',
    config: { access: 'public' },
    onRequest: onlyOwnPages,
    schema: { operationId: 'checkSetupLink', tags, summary: 'Whether a set-up link still opens something', security: [], body: checkLinkBody, response: { 200: done, ...problems } },
    handler: async (request) => {
      await checkLink(context, request.body.key);
      return { ok: true as const };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/setup',
    config: { access: 'public' },
    onRequest: onlyOwnPages,
    schema: { operationId: 'beginSetup', tags, summary: 'Make the first administrator with the terminal’s one-time link', security: [], body: beginSetupBody, response: { 201: done, ...problems } },
    handler: async (request, reply) => {
      await beginSetup(context, request.body);
      return reply.code(201).send({ ok: true as const });
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/setup',
    config: { access: 'admin' },
    schema: { operationId: 'getSetup', tags, summary: 'How far the set-up is', response: { 200: setupShape, ...problems } },
    handler: async (request) => ({ ...progressOf(await readSteps(context.db, agentOf(request).scope.workspaceId)), mail }),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/setup',
    config: { access: 'admin' },
    schema: { operationId: 'updateSetup', tags, summary: 'Note a step as done or for later, or the set-up as finished', body: updateSetupBody, response: { 200: setupShape, ...problems } },
    handler: async (request) => ({ ...(await context.db.transaction().execute((tx) => noteSetup(tx, agentOf(request).scope.workspaceId, request.body))), mail }),
  });

  app.route({
    method: 'POST',
    url: '/api/v1/setup/demo',
    config: { access: 'owner' },
    schema: { operationId: 'seedDemo', tags, summary: 'Make the demo workspace, or find the one that is there', description: 'It is a workspace of its own with its own people; `npm run ombud -- demo remove` takes it away.', response: { 200: demoShape, ...problems } },
    handler: async () => {
      const { password, logins } = await seedDemo(context);
      return { password, logins };
    },
  });
}
