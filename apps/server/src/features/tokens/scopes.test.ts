import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { tokenScopes, type TokenScope } from '../../platform/auth/token-scopes.ts';

/** Generated from openapi.json: a new route is tested the day it is written. */
type Operation = { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string };
const document = JSON.parse(readFileSync(new URL('../../../../../openapi.json', import.meta.url), 'utf8')) as { paths: Record<string, Record<string, { security?: Record<string, unknown>[] }>> };
const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    // Public ones, and those that take no token at all.
    .filter(([, { security }]) => security === undefined || security.some((choice) => 'token' in choice))
    .map(([method]) => ({ method: method.toUpperCase() as Operation['method'], path })),
);
const changing = operations.filter(({ method }) => method !== 'GET');
const looking = operations.filter(({ method }) => method === 'GET');
const readOnly = tokenScopes.filter((scope) => scope.endsWith(':read'));

let desk: TestDesk;
let owner: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  owner = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'owner' });
});
afterAll(() => desk.stop());

async function tokenWith(scopes: readonly TokenScope[] | undefined, asker = owner) {
  const { status, body } = await desk.ask(asker, 'POST', '/api/v1/tokens', { name: 'limited', ...(scopes ? { scopes } : {}) });
  expect(status).toBe(201);
  expect(body.scopes).toEqual(scopes ?? null);
  return { headers: { authorization: `Bearer ${body.token}` } };
}

const refused = async (asker: { headers: Record<string, string> }, { method, path }: Operation) => {
  const { status, body } = await desk.ask(asker, method, path.replaceAll(/\{\w+\}/g, '987654'), method === 'GET' || method === 'DELETE' ? undefined : {});
  return status === 403 && body.code === 'not_allowed';
};

describe('a token that may only read', () => {
  test('gets 403 on every route that changes something', async () => {
    const token = await tokenWith(readOnly);
    expect(changing.length).toBeGreaterThan(30);
    for (const operation of changing) expect([operation, await refused(token, operation)]).toEqual([operation, true]);
  });

  test('reads everything that its agent may read', async () => {
    const token = await tokenWith(readOnly);
    for (const operation of looking) expect([operation, await refused(token, operation)]).toEqual([operation, false]);
  });
});

test.each(tokenScopes)('%s opens something, and nothing of another area', async (scope) => {
  const token = await tokenWith([scope]);
  const opened: Operation[] = [];
  for (const operation of operations) if (!(await refused(token, operation))) opened.push(operation);
  const own = /^\/api\/v1\/(me(?!\/staff-feedback)|client\/me|tokens|report-schedules)\b/;
  const rest = opened.filter(({ path }) => !own.test(path));
  expect(rest.length).toBeGreaterThan(0);
  expect(opened.filter(({ path, method }) => own.test(path) && method !== 'GET')).toEqual([]);
  const rooms: Record<string, RegExp> = {
    tickets: /^\/api\/v1\/(tickets|client|messages|files|views|saved-views|home|tags|search|fields|side-conversations|macros|guidelines|topics|wrap-ups|playbooks|approvals|tasks|bulk-changes|notifications|commitments|sla|satisfaction|offers|escalations|swarms|automations|reports)\b/,
    customers: /^\/api\/v1\/(customers|customer-imports|organizations|duplicates|base)\b/,
    mail: /^\/api\/v1\/(outbox|intake|inboxes|mail-apps|mail-sign-ins|blocks)\b/,
    settings: /^\/api\/v1\/(workspace|webhooks|brands|teams|setup|backups|fields|guidelines|topics|playbooks|automations|approval-rules|calendars|sla-policies|satisfaction-settings)\b/,
    agents: /^\/api\/v1\/(agents|invitations|availability|skills|staff-feedback|me\/staff-feedback)\b/,
    events: /^\/api\/v1\/(events|live)\b/,
  };
  const [area = '', level] = scope.split(':');
  expect(rest.filter(({ path }) => !rooms[area]?.test(path))).toEqual([]);
  // Whoever fills fields in must know them; defining them is a setting.
  expect(rest.filter(({ path, method }) => path.startsWith('/api/v1/fields') && (method === 'GET') !== (area === 'tickets'))).toEqual([]);
  if (level === 'read') expect(rest.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('without scopes a token may what its agent may', async () => {
  const token = await tokenWith(undefined);
  for (const operation of operations) expect([operation, await refused(token, operation)]).toEqual([operation, false]);
});

test('scopes never give more than the agent has', async () => {
  const viewer = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'agent' });
  const token = await tokenWith(tokenScopes, viewer);
  expect(await refused(token, { method: 'PATCH', path: '/api/v1/workspace' })).toBe(true);
  expect(await refused(token, { method: 'POST', path: '/api/v1/agents' })).toBe(true);
});

test('a limited token makes itself no wider one', async () => {
  const token = await tokenWith(tokenScopes);
  expect((await desk.ask(token, 'POST', '/api/v1/tokens', { name: 'wider' })).status).toBe(403);
});

test('unknown scopes and none at all are refused', async () => {
  for (const scopes of [['tickets:everything'], [], ['*']]) expect((await desk.ask(owner, 'POST', '/api/v1/tokens', { name: 'x', scopes })).body.code).toBe('invalid_input');
});
