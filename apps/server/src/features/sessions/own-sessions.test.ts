import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { anAgent, aSignedInAgent, aWorkspace, cookiesOf, type SignedInAgent, type TestAgent } from '../../../../../tests/support/factories.ts';
import { startTestProgram, type TestProgram } from '../../../../../tests/support/program.ts';
import { openSocket, type TestSocket } from '../../../../../tests/support/socket.ts';

let database: TestDatabase;
let program: TestProgram;
let other: TestProgram;
let agent: SignedInAgent;
let owner: TestAgent;
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const fresh = 'a fresh long password';
type Asker = { headers: Record<string, string> };

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestProgram({ database, roles: ['web'] });
  other = await startTestProgram({ database, roles: ['web'] });
});
beforeEach(async () => {
  const { id } = await aWorkspace(program.context.db);
  owner = await anAgent(program.context.db, id, { role: 'owner' });
  agent = await aSignedInAgent(program.context, id);
});
afterAll(async () => {
  await program.stop();
  await other.stop();
  await database.drop();
});

async function ask(asker: Asker, method: string, path: string, body?: object): Promise<{ status: number; body: any }> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
  const answer = await fetch(`${program.url}${path}`, { method, headers: { ...asker.headers, ...(body ? { 'content-type': 'application/json' } : {}) }, body: body ? JSON.stringify(body) : undefined });
  return { status: answer.status, body: await answer.json() };
}

async function enter(userAgent = firefox, password = agent.password): Promise<Asker> {
  const answer = await fetch(`${program.url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': userAgent }, body: JSON.stringify({ email: agent.email, password }) });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
  return { headers: { cookie: cookiesOf({ headers: { 'set-cookie': answer.headers.getSetCookie() } }) } };
}

/** A live screen, on the other node, so that the news has to travel. */
async function aScreen(asker: Asker): Promise<TestSocket> {
  const socket = openSocket(`${other.url.replace('http', 'ws')}/api/v1/live`, asker.headers);
  await socket.opened;
  socket.send({ type: 'hello', after: null });
  await socket.next('ready');
  return socket;
}

const works = async (asker: Asker) => (await ask(asker, 'GET', '/api/v1/me')).status === 200;
const sessions = async (asker: Asker) => (await ask(asker, 'GET', '/api/v1/me/sessions')).body.items as { id: string; browser: string | null; system: string | null; current: boolean }[];

test('a person sees where they are signed in, and which one this is', async () => {
  await enter('curl/8.5.0');
  const here = await enter();
  const shown = await sessions(here);
  expect(shown.map(({ browser, system, current }) => [browser, system, current]).toSorted()).toEqual([[null, null, false], ['Firefox', 'Linux', true]].toSorted());
  for (const session of shown) expect(session).toMatchObject({ created_at: expect.stringMatching(/Z$/), last_seen_at: expect.stringMatching(/Z$/) });
  const rows = await program.context.db.selectFrom('identity.session').select('token').execute();
  for (const { token } of rows) expect(JSON.stringify(shown)).not.toContain(token);
});

test('one that is ended opens nothing any more, and its live screens close at once', async () => {
  const [here, there] = [await enter(), await enter()];
  const screen = await aScreen(there);
  const mine = await aScreen(here);
  const id = (await sessions(there)).find(({ current }) => current)?.id;
  expect((await ask(here, 'DELETE', `/api/v1/me/sessions/${id}`)).body).toEqual({ ok: true });
  expect(await screen.closed).toBe(4401);
  expect([await works(there), await works(here)]).toEqual([false, true]);
  await mine.quiet(100);
  mine.close();
  expect((await ask(here, 'DELETE', `/api/v1/me/sessions/${id}`)).status).toBe(404);
});

test('all others end together', async () => {
  const [one, two, here] = [await enter(), await enter(), await enter()];
  const screens = [await aScreen(one), await aScreen(two)];
  expect((await ask(here, 'POST', '/api/v1/me/sessions/end-others')).body).toEqual({ ended: 2 });
  expect(await Promise.all(screens.map(({ closed }) => closed))).toEqual([4401, 4401]);
  expect([await works(one), await works(two), await works(here)]).toEqual([false, false, true]);
});

test.each<[string, (there: Asker) => Promise<{ status: number }>]>([
  ['signing out', (there) => ask({ headers: { ...there.headers, origin: program.context.config.publicUrl } }, 'POST', '/api/auth/sign-out', {})],
  ['another role', () => ask(owner, 'PATCH', `/api/v1/agents/${agent.id}`, { role: 'viewer' })],
  ['other brands', () => ask(owner, 'PATCH', `/api/v1/agents/${agent.id}`, { all_brands: false, brands: [] })],
  ['a password that an administrator sets', () => ask(owner, 'PATCH', `/api/v1/agents/${agent.id}`, { password: fresh })],
  ['switching the agent off', () => ask(owner, 'POST', `/api/v1/agents/${agent.id}/deactivate`, { to: 'nobody' })],
])('%s closes the live screens of before, on every node', async (_, change) => {
  const there = await enter();
  const screen = await aScreen(there);
  expect((await change(there)).status).toBe(200);
  expect(await screen.closed).toBe(4401);
  expect(await works(there)).toBe(false);
});

test('nobody sees or ends the session of somebody else, and a token none at all', async () => {
  const here = await enter();
  const id = (await sessions(here))[0]?.id;
  const stranger = await aSignedInAgent(program.context, (await aWorkspace(program.context.db)).id);
  const theirs = agent;
  agent = stranger;
  const elsewhere = await enter();
  agent = theirs;
  expect((await sessions(elsewhere)).some((session) => session.id === id)).toBe(false);
  expect((await ask(elsewhere, 'DELETE', `/api/v1/me/sessions/${id}`)).status).toBe(404);
  for (const [method, path] of [['GET', '/api/v1/me/sessions'], ['DELETE', `/api/v1/me/sessions/${id}`], ['POST', '/api/v1/me/sessions/end-others']] as const) expect((await ask(agent, method, path)).status).toBe(403);
  expect(await works(here)).toBe(true);
});

test('a changed password ends every other session and its screens, and keeps this one', async () => {
  const [there, here] = [await enter(), await enter()];
  const screen = await aScreen(there);
  expect((await ask(here, 'POST', '/api/v1/me/password', { current_password: 'not the password', password: fresh })).body).toMatchObject({ code: 'invalid_input', errors: [{ field: 'current_password', code: 'wrong_password' }] });
  expect((await ask(here, 'POST', '/api/v1/me/password', { current_password: agent.password, password: 'short' })).status).toBe(400);
  expect(await works(there)).toBe(true);
  expect((await ask(here, 'POST', '/api/v1/me/password', { current_password: agent.password, password: fresh })).body).toEqual({ ok: true });
  expect(await screen.closed).toBe(4401);
  expect([await works(there), await works(here)]).toEqual([false, true]);
  await expect(enter()).rejects.toThrow('401');
  expect(await works(await enter(firefox, fresh))).toBe(true);
});

test('guessing the old password on an open screen is limited like a sign-in', async () => {
  const here = await enter();
  const codes = [];
  for (let n = 0; n < 11; n += 1) codes.push((await ask(here, 'POST', '/api/v1/me/password', { current_password: `guess ${n} guess`, password: fresh })).status);
  expect(codes).toEqual([...Array(10).fill(400), 429]);
  expect((await ask(here, 'POST', '/api/v1/me/password', { current_password: agent.password, password: fresh })).status).toBe(429);
});

test.each([
  ['role', { role: 'viewer' }],
  ['deactivation', { active: false }],
  ['a password from an administrator', { password: fresh }],
])('live screens close at once after a change of %s', async (_what, change) => {
  const here = await enter();
  const screen = await aScreen(here);
  expect((await ask(owner, 'PATCH', `/api/v1/agents/${agent.id}`, change)).status).toBe(200);
  expect(await screen.closed).toBe(4401);
  expect(await works(here)).toBe(false);
});

test('live screens of who must first set up a second factor close at once', async () => {
  const here = await enter();
  const screen = await aScreen(here);
  expect((await ask(owner, 'PATCH', '/api/v1/workspace', { second_factor_roles: ['agent'] })).status).toBe(200);
  expect(await screen.closed).toBe(4401);
});
