import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { InjectOptions } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { aSignedInAgent, aTicket, aWorkspace, type SignedInAgent, type TestWorkspace } from '../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts';
import { startTestProgram, type TestProgram } from '../../../tests/support/program.ts';

/** What must hold of every answer and for every caller, whatever the route: headers, methods, origins, framing. */

let desk: TestDesk;
let database: TestDatabase;
let program: TestProgram;
let workspace: TestWorkspace;
let agent: SignedInAgent;
let cookie: string;

const publicUrl = 'https://desk.example';

beforeAll(async () => {
  [desk, database] = await Promise.all([openTestDesk({ OMBUD_PUBLIC_URL: publicUrl }), createTestDatabase()]);
  program = await startTestProgram({ database, roles: ['web'] });
  workspace = await aWorkspace(desk.context.db);
  agent = await aSignedInAgent(desk.context, workspace.id, { role: 'owner' });
  await aTicket(desk.context.db, workspace.id);
  const signedIn = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: agent.email, password: agent.password }, headers: { origin: publicUrl } });
  cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await desk.stop();
  await program.stop();
  await database.drop();
});

const answers: [string, () => InjectOptions][] = [
  ['a list', () => ({ url: '/api/v1/tickets', headers: agent.headers })],
  ['a refusal without a login', () => ({ url: '/api/v1/tickets' })],
  ['a path that is not there', () => ({ url: '/api/v1/nothing' })],
  ['bad input', () => ({ method: 'POST', url: '/api/v1/tickets', headers: agent.headers, payload: { nothing: 1 } })],
  ['a body that is no JSON', () => ({ method: 'POST', url: '/api/v1/tickets', headers: { ...agent.headers, 'content-type': 'application/json' }, payload: '{' })],
  ['a page', () => ({ url: '/inbox/all', headers: { accept: 'text/html' } })],
  ['the API’s reference', () => ({ url: '/api/docs' })],
  ['its style', () => ({ url: '/api/docs/style.css' })],
  ['the API’s document', () => ({ url: '/api/v1/openapi.json' })],
  ['a failed sign-in', () => ({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: 'nobody@desk.example', password: 'x' } })],
  ['a sign of life', () => ({ url: '/healthz' })],
];

describe.each(answers)('%s', (_what, options) => {
  test('carries the headers that keep a browser from doing what it should not', async () => {
    const { headers } = await desk.app.inject(options());
    const policy = Object.fromEntries(String(headers['content-security-policy']).split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
    expect(policy).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'object-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'", 'form-action': "'self'" });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
    expect(Number(/^max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1])).toBeGreaterThanOrEqual(31_536_000);
  });

  test('says what it is, and in which letters', async () => {
    const type = String((await desk.app.inject(options())).headers['content-type']);
    expect(type).toMatch(/^(?:application\/(?:problem\+)?json|text\/html|text\/css)/);
    // JSON is UTF-8 by its own standard (RFC 8259 §8.1).
    if (type.startsWith('text/')) expect(type).toMatch(/; charset=utf-8$/i);
  });

  test('is shared with no other origin', async () => {
    const given = options();
    const { headers } = await desk.app.inject({ ...given, headers: { ...given.headers, origin: 'https://evil.example' } });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

test('what somebody may read is kept in no cache', async () => {
  for (const url of ['/api/v1/tickets', '/api/v1/me', '/api/v1/agents', '/api/v1/events', '/api/v1/nothing'])
    expect([url, (await desk.app.inject({ url, headers: agent.headers })).headers['cache-control']]).toEqual([url, 'no-store']);
});

test('a browser that comes without TLS is not told to stay with it', async () => {
  expect((await fetch(`${program.url}/healthz`)).headers.get('strict-transport-security')).toBeNull();
});

test('a request on a cookie from another page changes nothing, whatever it calls itself', async () => {
  const change = (headers: Record<string, string>, payload: string | object = { name: 'Taken over' }) => desk.app.inject({ method: 'PATCH', url: '/api/v1/me', headers: { cookie, ...headers }, payload });
  const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'https://desk.example.evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: publicUrl }];
  for (const headers of foreign)
    expect((await change(headers)).json(), JSON.stringify(headers)).toMatchObject({ status: 403, code: 'wrong_origin' });
  // What a plain form can send without asking first.
  for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
    expect([400, 415], type).toContain((await change({ origin: publicUrl, 'content-type': type }, '{"name":"Taken over"}')).statusCode);
  expect((await desk.app.inject({ url: '/api/v1/me', headers: { cookie } })).json()).toMatchObject({ agent: { name: agent.name } });
  expect((await change({ origin: publicUrl }, { name: agent.name })).statusCode).toBe(200);
});

test('reading changes nothing', async () => {
  const document = desk.app.swagger() as unknown as { paths: Record<string, Record<string, unknown>> };
  const paths = Object.entries(document.paths).flatMap(([path, methods]) => ('get' in methods ? [path.replaceAll(/\{\w+\}/g, '1')] : []));
  expect(paths.length).toBeGreaterThan(20);
  const before = await everything();
  for (const url of paths) await desk.app.inject({ url, headers: { cookie } });
  expect(await everything()).toEqual(before);
});

test('a field given twice, and one that reaches for the prototype, are refused', async () => {
  expect((await desk.ask(agent, 'GET', '/api/v1/tickets?limit=1&limit=2')).body).toMatchObject({ code: 'invalid_input', errors: [{ field: 'limit' }] });
  for (const payload of ['{"name":"X","__proto__":{"role":"owner"}}', '{"name":"X","constructor":{"prototype":{"role":"owner"}}}'])
    expect((await desk.app.inject({ method: 'PATCH', url: '/api/v1/me', headers: { ...agent.headers, 'content-type': 'application/json' }, payload })).json()).toMatchObject({ status: 400, code: 'invalid_input' });
  expect(({} as { role?: string }).role).toBeUndefined();
});

test('only a proxy of this machine says whose address guesses are counted under', async () => {
  for (let n = 0; n < 50; n += 1) await desk.context.signInLimits.failed(`guessed-${n}@desk.example`, '198.51.100.9');
  const guess = async (remoteAddress: string, told: string) =>
    (await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', remoteAddress, headers: { 'x-forwarded-for': told }, payload: { email: 'somebody@desk.example', password: 'guess' } })).statusCode;
  expect(await guess('198.51.100.9', '203.0.113.5')).toBe(429);
  expect(await guess('203.0.113.5', '198.51.100.9')).toBe(401);
  expect(await guess('127.0.0.1', '198.51.100.9')).toBe(429);
  expect(await guess('127.0.0.1', '198.51.100.9, 203.0.113.5')).toBe(401);
});

test('TRACE is not answered with what was sent, and no folder is listed', async () => {
  const { hostname, port } = new URL(program.url);
  const traced = await new Promise<string>((resolve, reject) => {
    request({ hostname, port, method: 'TRACE', path: '/healthz', headers: { 'x-canary': 'canary-91' } }, (response) => void text(response).then((body) => resolve(`${response.statusCode} ${body}`), reject)).on('error', reject).end();
  });
  expect(traced).toMatch(/^404 /);
  expect(traced).not.toContain('canary-91');
  for (const url of ['/assets', '/assets/', '/files/', '/.git/config']) expect([url, (await desk.app.inject({ url })).statusCode]).toEqual([url, 404]);
});

test.each([
  ['two lengths', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['two different lengths of one kind', 'Content-Length: 2\r\nContent-Length: 30\r\n\r\n{}GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an encoding that is not quite one', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
])('a request of %s is no way to smuggle another in', async (_what, rest) => {
  const { hostname, port } = new URL(program.url);
  const socket = connect(Number(port), hostname);
  socket.write(`POST /api/v1/tickets HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n${rest}`);
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
});

/** Every row there is, but for what notes that somebody was there. */
async function everything(): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: desk.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity') and tablename not in ('api_tokens', 'presence') order by 1");
    const sums: Record<string, string> = {};
    for (const { name } of rows) sums[name] = (await client.query<{ sum: string }>(`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`)).rows[0]?.sum ?? '';
    return sums;
  } finally {
    await client.end();
  }
}
