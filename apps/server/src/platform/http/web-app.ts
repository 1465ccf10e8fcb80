import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem.ts';
import { sendProblem } from './problems.ts';

const notBuilt = `<!doctype html>
<html lang="en">
<title>Ombud</title>
<h1>Ombud is running, without its screens</h1>
<p>The web app has not been built. Stop the program and start it with <code>npm start</code>, which builds it.</p>
<p>The API is there: <a href="/api/docs">its reference</a>.</p>
</html>
`;

/**
 * Serves the built web app: its files, and its page for every other path that a browser opens. Files under assets/
 * carry their content's hash in their names and are kept for a year.
 */
export async function serveWebApp(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false });
  let files: Promise<Set<string>> | undefined;

  async function filesOf(): Promise<Set<string>> {
    // Built after the start: looked for again until it is there.
    if (!existsSync(join(root, 'index.html'))) return new Set();
    files ??= list(root);
    return files;
  }

  app.get('/*', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const known = await filesOf();
    if (path !== 'index.html' && known.has(path)) {
      const isHashed = path.startsWith('assets/');
      return reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache').sendFile(path);
    }
    if (!opensPage(request, path)) return sendProblem(reply, new Problem('not_found'));
    return sendPage(reply, known.has('index.html'));
  });
}

function sendPage(reply: FastifyReply, isBuilt: boolean): FastifyReply {
  reply.header('cache-control', 'no-cache');
  return isBuilt ? reply.sendFile('index.html') : reply.type('text/html; charset=utf-8').send(notBuilt);
}

/** A browser that opens a screen asks for HTML, outside of the paths that are not the app's. The front door is open to all. */
function opensPage(request: FastifyRequest, path: string): boolean {
  if (path === '') return true;
  if (/^(?:api|files|assets)(?:\/|$)/.test(path)) return false;
  return (request.headers.accept ?? '').slice(0, 1000).includes('text/html');
}

async function list(root: string): Promise<Set<string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return new Set(entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')));
}
