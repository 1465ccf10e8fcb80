import type { FastifyInstance } from 'fastify';
import { renderReference, referenceStyle } from './api-reference.ts';
import type { OpenApiDocument } from './openapi-document.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** OpenAPI 3.1 `webhooks`: features add what they send; their shapes are named ones. */
    sentOut: NonNullable<OpenApiDocument['webhooks']>;
  }
}

/** What the server says of itself; call it when all routes are there. */
export function openApiOf(app: FastifyInstance): OpenApiDocument {
  const document = app.swagger() as unknown as OpenApiDocument;
  return withoutUnused({ ...document, webhooks: app.sentOut });
}

/** Every named shape is listed twice, for reading and for writing; only what something refers to stays, by name. */
function withoutUnused(document: OpenApiDocument): OpenApiDocument {
  const all = document.components?.schemas ?? {};
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || used.has(name)) continue;
      used.add(name);
      follow(all[name] ?? {});
    }
  };
  follow(document.paths);
  follow(document.webhooks ?? {});
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return { ...document, components: { ...document.components, schemas } };
}

/** The API's description for machines and for people. */
export function openApiRoutes(app: FastifyInstance): void {
  let text: string | undefined;
  let page: string | undefined;
  const access = { config: { access: 'public' as const }, schema: { hide: true } };

  app.get('/api/v1/openapi.json', access, async (_request, reply) => {
    text ??= JSON.stringify(openApiOf(app));
    return reply.header('cache-control', 'public, max-age=300').type('application/json').serializer(String).send(text);
  });
  app.get('/api/docs', access, async (_request, reply) => {
    page ??= renderReference(openApiOf(app));
    return reply.header('cache-control', 'public, max-age=300').type('text/html; charset=utf-8').send(page);
  });
  app.get('/api/docs/style.css', access, async (_request, reply) => reply.header('cache-control', 'public, max-age=300').type('text/css; charset=utf-8').send(referenceStyle));
}
