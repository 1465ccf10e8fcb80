import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createHttpServer, type HttpServer } from './server.ts';
import { serveWebApp } from './web-app.ts';

let root: string;
let app: HttpServer;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ombud-web-'));
  await writeFile(join(root, '..', 'ombud-outside.txt'), 'secret');
  const nobody = { byToken: async () => null, bySession: async () => null, forget: () => undefined };
  app = await createHttpServer({ log: createLog('silent'), identify: nobody, publicUrl: 'http://localhost:3000', version: '1' });
  await app.register(async (scope) => serveWebApp(scope, root));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await rm(root, { recursive: true, force: true });
  await rm(join(root, '..', 'ombud-outside.txt'), { force: true });
});

const open = (url: string, accept = 'text/html,*/*') => app.inject({ url, headers: { accept } });

test('before it is built, a page says so; afterwards the app is there without a restart', async () => {
  expect((await open('/tickets/7')).body).toContain('has not been built');
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>App</title>');
  await writeFile(join(root, 'assets', 'index-C0FFEE12.js'), 'export {}');
  await writeFile(join(root, 'appearance.js'), '1');
  const page = await open('/tickets/7');
  expect([page.statusCode, page.headers['cache-control'], page.body]).toEqual([200, 'no-cache', '<!doctype html><title>App</title>']);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
});

test('files with a hash in their name are kept, others are asked for again', async () => {
  const asset = await open('/assets/index-C0FFEE12.js', '*/*');
  expect([asset.statusCode, asset.headers['cache-control'], asset.headers['content-type']]).toEqual([200, 'public, max-age=31536000, immutable', expect.stringMatching(/^(?:text|application)\/javascript/)]);
  expect((await open('/appearance.js', '*/*')).headers['cache-control']).toBe('no-cache');
});

test('what is not the app’s is not found: the API’s paths, missing assets, and whatever does not ask for a page', async () => {
  for (const [url, accept] of [['/api/v1/nothing', 'text/html'], ['/files/1', 'text/html'], ['/assets/old.js', 'text/html'], ['/tickets/7', 'application/json']] as const)
    expect([url, (await open(url, accept)).statusCode]).toEqual([url, 404]);
});

test('no path leads out of the folder', async () => {
  for (const url of ['/../ombud-outside.txt', '/..%2fombud-outside.txt', '/assets/%2e%2e/%2e%2e/ombud-outside.txt', '/..%5combud-outside.txt', '//ombud-outside.txt'])
    expect((await open(url)).body).not.toContain('secret');
});
