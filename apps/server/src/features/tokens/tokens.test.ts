import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { hashToken } from '../../platform/auth/identify.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  agent = await anAgent(desk.context.db, workspace.id);
});
afterAll(() => desk.stop());

const make = (body: object, asker = agent) => desk.ask(asker, 'POST', '/api/v1/tokens', body);
const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const works = async (token: string) => (await desk.ask(withToken(token), 'GET', '/api/v1/me')).status;

test('a token is shown once, has all rights of its agent, and only its hash is kept', async () => {
  const made = await make({ name: 'Import' });
  expect(made).toMatchObject({ status: 201, body: { name: 'Import', expires_at: null, last_used_at: null } });
  const { token, id, prefix } = made.body as { token: string; id: number; prefix: string };
  expect(token).toMatch(/^omb_[A-Za-z0-9_-]{43}$/);
  expect(token.startsWith(prefix)).toBe(true);
  expect((await desk.ask(withToken(token), 'GET', '/api/v1/me')).body).toMatchObject({ agent: { id: agent.id }, role: 'agent' });
  const list = await desk.ask(agent, 'GET', '/api/v1/tokens');
  expect(list.body.items[0]).toMatchObject({ id, name: 'Import', prefix, last_used_at: expect.any(String) });
  const events = { body: await wholeFeed(desk, agent) };
  expect(events.body).toMatchObject([{ type: 'token.created', data: { token_id: id, agent_id: agent.id } }]);
  for (const { body } of [list, events]) expect(JSON.stringify(body)).not.toContain(token.slice(12));
  const row = await desk.context.db.selectFrom('identity.api_tokens').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row.hash).toEqual(hashToken(token));
  expect(JSON.stringify(row)).not.toContain(token.slice(12));
});

test('a removed token is dead at once, although it was just in use', async () => {
  const { token, id } = (await make({ name: 'Short' })).body;
  expect(await works(token)).toBe(200);
  expect(await desk.ask(agent, 'DELETE', `/api/v1/tokens/${id}`)).toMatchObject({ status: 200, body: { ok: true } });
  expect(await works(token)).toBe(401);
  expect((await desk.ask(agent, 'DELETE', `/api/v1/tokens/${id}`)).status).toBe(404);
});

test('a token ends when it was said to, and none begins that is over', async () => {
  const soon = new Date(Date.now() + 1_200);
  const { token } = (await make({ name: 'Brief', expires_at: soon.toISOString() })).body;
  expect(await works(token)).toBe(200);
  await expect.poll(() => works(token), { timeout: 4_000 }).toBe(401);
  expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
  expect(await make({ name: 'Late', expires_at: new Date(Date.now() - 1000).toISOString() })).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'expires_at' }] } });
});

test('tokens are each agent’s own', async () => {
  const other = await anAgent(desk.context.db, workspace.id, { role: 'owner' });
  const { id, token } = (await make({ name: 'Mine' })).body;
  expect((await desk.ask(other, 'GET', '/api/v1/tokens')).body.items.map((each: { name: string }) => each.name)).toEqual(['test']);
  expect(await desk.ask(other, 'DELETE', `/api/v1/tokens/${id}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(await works(token)).toBe(200);
});

test('a viewer has tokens to look at and makes none', async () => {
  const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
  expect((await desk.ask(viewer, 'GET', '/api/v1/tokens')).status).toBe(200);
  expect((await make({ name: 'Mine' }, viewer)).status).toBe(403);
});

test.each(['', 'omb_', `omb_${'a'.repeat(43)}`, 'Basic abc', 'a b', '\u{e5}', 'x'.repeat(500)])('the token %j opens nothing', async (token) => {
  expect(await works(token)).toBe(401);
});

test('pages go from the newest to the oldest without a gap', async () => {
  for (let n = 0; n < 4; n += 1) await make({ name: `No ${n}` });
  const first = (await desk.ask(agent, 'GET', '/api/v1/tokens?limit=3')).body;
  const second = (await desk.ask(agent, 'GET', `/api/v1/tokens?limit=3&cursor=${first.next_cursor}`)).body;
  expect([...first.items, ...second.items].map((each: { name: string }) => each.name)).toEqual(['No 3', 'No 2', 'No 1', 'No 0', 'test']);
  expect(second.next_cursor).toBeNull();
});
