import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { setPassword } from '../../platform/auth/sign-in-library.ts';

let desk: TestDesk;
let workspaceId: number;

beforeAll(async () => {
  desk = await openTestDesk();
  workspaceId = (await aWorkspace(desk.context.db)).id;
});
afterAll(() => desk.stop());

const password = 'correct horse battery';

async function anAgentWhoSignsIn(): Promise<TestAgent> {
  const { db, signIn } = desk.context;
  const agent = await anAgent(db, workspaceId);
  const userId = await setPassword(signIn, { email: agent.email, name: agent.name, password });
  await db.insertInto('identity.memberships').values({ user_id: userId, workspace_id: workspaceId, agent_id: agent.id }).execute();
  return agent;
}

function enter(email: string, given: string, { headers = {}, remoteAddress = '192.0.2.1' } = {}) {
  return desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: given }, headers, remoteAddress });
}

const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0] ?? '';
const seesEvents = async (cookie: string) => (await desk.app.inject({ url: '/api/v1/events', headers: { cookie } })).statusCode === 200;

test('the right password opens a session that scripts cannot read', async () => {
  const agent = await anAgentWhoSignsIn();
  const answer = await enter(agent.email.toUpperCase(), password);
  expect(answer.statusCode).toBe(200);
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/i);
  expect(await seesEvents(cookieOf(answer))).toBe(true);
});

test('a wrong password, an unknown account and a removed agent get the same answer and no cookie', async () => {
  const agent = await anAgentWhoSignsIn();
  const removed = await anAgentWhoSignsIn();
  await desk.context.db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspaceId).where('id', '=', removed.id).execute();
  const answers = [await enter(agent.email, 'not the password'), await enter('nobody@desk.example', password), await enter(removed.email, password)];
  for (const answer of answers) {
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual(answers[0]?.json());
    expect(answer.json()).toMatchObject({ code: 'sign_in_failed' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
});

test('an account that does not exist is guessed at as slowly as one that does', async () => {
  const agent = await anAgentWhoSignsIn();
  const hashed: string[] = [];
  const { password: hasher } = await desk.context.signIn.$context;
  const { hash, verify } = hasher;
  hasher.hash = (text) => (hashed.push('hash'), hash(text));
  hasher.verify = (data) => (hashed.push('verify'), verify(data));
  try {
    await enter(agent.email, 'not the password');
    await enter('nobody-at-all@desk.example', 'not the password');
  } finally {
    Object.assign(hasher, { hash, verify });
  }
  // One expensive computation each: a look-up alone would tell by its speed who exists.
  expect(hashed).toEqual(['verify', 'hash']);
});

test('after ten failures an account takes no more guesses, from any address, not even the right one', async () => {
  const agent = await anAgentWhoSignsIn();
  for (let n = 0; n < 10; n += 1) expect((await enter(agent.email, `guess ${n}`, { remoteAddress: `192.0.2.${10 + n}` })).statusCode).toBe(401);
  const answer = await enter(agent.email, password, { remoteAddress: '192.0.2.99' });
  expect([answer.statusCode, answer.json().code]).toEqual([429, 'too_many_attempts']);
});

test('a burst of guesses at once does not slip past the limit', async () => {
  const agent = await anAgentWhoSignsIn();
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => enter(agent.email, `guess ${n}`, { remoteAddress: '198.51.100.7' })));
  const checked = answers.filter(({ statusCode }) => statusCode === 401).length;
  expect(checked).toBeLessThanOrEqual(12);
  expect(answers.length - checked).toBe(answers.filter(({ statusCode }) => statusCode === 429).length);
});

test('another site can sign nobody in or out', async () => {
  const agent = await anAgentWhoSignsIn();
  const foreign = { origin: 'https://evil.example' };
  expect((await enter(agent.email, password, { headers: foreign })).json()).toMatchObject({ code: 'wrong_origin' });
  const cookie = cookieOf(await enter(agent.email, password));
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie, ...foreign } });
  expect(answer.json()).toMatchObject({ code: 'wrong_origin' });
  expect(await seesEvents(cookie)).toBe(true);
});

test('after signing out, a copy of the cookie opens nothing', async () => {
  const agent = await anAgentWhoSignsIn();
  const cookie = cookieOf(await enter(agent.email, password));
  expect(await seesEvents(cookie)).toBe(true);
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie, origin: desk.context.config.publicUrl } });
  expect(answer.statusCode).toBe(200);
  expect(await seesEvents(cookie)).toBe(false);
});

test('the rest of the sign-in library cannot be reached', async () => {
  for (const path of ['sign-up/email', 'update-user', 'change-email', 'list-sessions', 'forget-password', 'request-password-reset'])
    expect((await desk.app.inject({ method: 'POST', url: `/api/auth/${path}`, payload: {} })).statusCode).toBe(404);
});

test('a workspace asked for by name is that one or none; a remembered choice falls back to the oldest', async () => {
  const agent = await anAgentWhoSignsIn();
  const cookie = cookieOf(await enter(agent.email, password));
  const other = await aWorkspace(desk.context.db);
  const ask = (headers: Record<string, string>) => desk.app.inject({ url: '/api/v1/me', headers });
  expect((await ask({ cookie, 'x-ombud-workspace': String(workspaceId) })).json()).toMatchObject({ workspace: { id: workspaceId } });
  expect((await ask({ cookie, 'x-ombud-workspace': String(other.id) })).statusCode).toBe(401);
  expect((await ask({ cookie: `${cookie}; ombud.workspace=${other.id}` })).json()).toMatchObject({ workspace: { id: workspaceId } });
});
