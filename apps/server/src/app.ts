import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Context } from './context.ts';
import { createHttpServer, type HttpServer } from './platform/http/server.ts';
import { ticketRoutes } from './features/tickets/index.ts';

export const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** Every route of the program. Each module takes the server and the context. */
const modules: ((app: FastifyInstance, context: Context) => void | Promise<void>)[] = [
  ticketRoutes,
];

/** The HTTP server with all features; it does not listen yet. */
export async function createApp(context: Context): Promise<HttpServer> {
  const app = await createHttpServer({ log: context.log, identify: context.identify, publicUrl: context.config.publicUrl, version });
  for (const routes of modules) await app.register(async (scope) => routes(scope, context));
  return app;
}
