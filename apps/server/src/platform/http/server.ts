import Fastify, { type FastifyInstance } from 'fastify';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
import { createJsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Identify } from '../auth/identify.ts';
import { Problem } from '../errors/problem.ts';
import type { Log } from '../log/log.ts';
import { createGuard } from './access.ts';
import { problemHandler, sendProblem } from './problems.ts';
import { securityHeaders } from './security-headers.ts';

export type HttpServer = FastifyInstance;
export type RouteModule = (app: FastifyInstance) => void | Promise<void>;

export const uploadLimit = 30 * 1024 * 1024;
const bodyLimit = 2 * 1024 * 1024;
const noQuery = z.strictObject({});

/** The HTTP server with its guard, error answers, security headers and OpenAPI; features add their routes. */
export async function createHttpServer(options: { log: Log; identify: Identify; publicUrl: string; version: string }): Promise<HttpServer> {
  const app = Fastify({
    logger: false,
    bodyLimit,
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    requestTimeout: 120_000,
    // On the way out, requests that are running get to their end; idle connections do not keep the program.
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(problemHandler(options.log));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem('not_found')));
  app.decorateRequest('agent', null);
  // Before the guard: it is what ends the connection of an upgrade that the guard refuses.
  await app.register(websocket, { options: { maxPayload: 16 * 1024 } });
  app.addHook('onRequest', securityHeaders(options.publicUrl));
  app.addHook('onRequest', createGuard(options.identify, () => [new URL(options.publicUrl).origin]));
  app.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} does not say who may call it`);
    // A route that takes no query refuses one, like any other unknown field.
    if (route.url.startsWith('/api/v1/') && route.schema && !route.schema.querystring) route.schema.querystring = noQuery;
  });
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 10, fieldSize: 10_000, headerPairs: 50 } });
  app.decorate('sentOut', {});
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Ombud', version: options.version, description: 'The service desk’s API. Errors are RFC 9457 problem details with a stable `code`; lists are `{items, next_cursor}`.' },
      servers: [{ url: '/' }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'ombud.session_token' } } },
      security: [{ token: [] }, { session: [] }],
    },
    // Its own override drops union members whose shape is not known yet when it looks, ids in queries among them.
    transform: createJsonSchemaTransform({ zodToJsonConfig: { override: () => undefined } }) as never, // the library's own type lacks fastify's newer fields
    transformObject: jsonSchemaTransformObject,
  });
  return app as unknown as HttpServer;
}
