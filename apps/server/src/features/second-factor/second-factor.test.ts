import { createOTP } from '@better-auth/utils/otp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, aSignedInAgent, aWorkspace, cookiesOf, signedIn, type SignedInAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { untilWaiting } from '../../../../../tests/support/waits.ts';
import { hashToken } from '../../platform/auth/identify.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { renewRecoveryCodes } from './second-factor.commands.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let owner: TestAgent;
let agent: SignedInAgent;
type Asker = { headers: Record<string, string> };

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  owner = await anAgent(desk.context.db, workspace.id, { role: 'owner' });
  agent = await aSignedInAgent(desk.context, workspace.id);
});
afterEach(() => {
  desk.context.clock = systemClock;
});
afterAll(() => desk.stop());

/** Code of the app, `steps` of 30 s from now. */
const codeOf = (secret: string, steps = 0) => createOTP(secret).hotp(Math.floor(desk.context.clock.now().getTime() / 30_000) + steps);
/** The next code is another one. */
const waitAStep = () => {
  const now = desk.context.clock.now().getTime() + 30_000;
  desk.context.clock = { now: () => new Date(now) };
};
const enter = (cookie: string, code: string, remoteAddress = '192.0.2.1') => desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/code', payload: { code }, headers: { cookie }, remoteAddress });
const me = (asker: Asker) => desk.ask(asker, 'GET', '/api/v1/me');
const factor = (asker: Asker, path = '', body: object = {}) => desk.ask(asker, 'POST', `/api/v1/me/second-factor${path}`, body);

async function withPassword({ email, password }: SignedInAgent): Promise<{ cookie: string; next: string | null }> {
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } });
  return { cookie: cookiesOf(answer), next: answer.json().next };
}

function secretIn(uri: string): string {
  const letters = new URL(uri).searchParams.get('secret')?.replaceAll('=', '') ?? '';
  const bits = [...letters].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString();
}

async function setUp(person = agent): Promise<{ secret: string; codes: string[]; screen: Asker }> {
  const screen = await signedIn(desk.app, person);
  const secret = secretIn((await factor(screen, '', { password: person.password })).body.uri);
  const { status, body } = await factor(screen, '/confirm', { code: await codeOf(secret) });
  expect(status).toBe(200);
  waitAStep();
  return { secret, codes: body.recovery_codes, screen };
}

test('once set up, a sign-in opens nothing before the code has come', async () => {
  const { secret } = await setUp();
  const { cookie, next } = await withPassword(agent);
  expect(next).toBe('code');
  for (const url of ['/api/v1/me', '/api/v1/tickets', '/api/v1/me/sessions', '/api/v1/me/second-factor']) expect((await desk.ask({ headers: { cookie } }, 'GET', url)).status, url).toBe(401);
  expect((await enter(cookie, await codeOf(secret))).statusCode).toBe(200);
  expect((await me({ headers: { cookie } })).body.agent.id).toBe(agent.id);
});

test('it counts only after a first right code, and then other sessions end', async () => {
  const other = await signedIn(desk.app, agent);
  const screen = await signedIn(desk.app, agent);
  const { body } = await factor(screen, '', { password: agent.password });
  expect((await factor(screen, '/confirm', { code: '000000' })).body.code).toBe('wrong_code');
  expect((await withPassword(agent)).next).toBeNull();
  expect((await factor(screen, '/confirm', { code: await codeOf(secretIn(body.uri)) })).body.recovery_codes).toHaveLength(10);
  expect([(await me(other)).status, (await me(screen)).status]).toEqual([401, 200]);
});

test('a code is good for one sign-in, also when two come with it at once', async () => {
  const { secret } = await setUp();
  const [one, two] = [await withPassword(agent), await withPassword(agent)];
  const code = await codeOf(secret);
  const answers = await Promise.all([enter(one.cookie, code), enter(two.cookie, code)]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
  const third = await withPassword(agent);
  expect((await enter(third.cookie, code)).json().code).toBe('wrong_code');
  // Nor does an older one that was never used.
  expect((await enter(third.cookie, await codeOf(secret, -1))).json().code).toBe('wrong_code');
});

test('each recovery code opens once; only hashes of them are kept, and the secret is encrypted', async () => {
  const { secret, codes } = await setUp();
  const first = await withPassword(agent);
  expect((await enter(first.cookie, (codes[0] as string).toUpperCase())).statusCode).toBe(200);
  const second = await withPassword(agent);
  expect((await enter(second.cookie, codes[0] as string)).json().code).toBe('wrong_code');
  expect((await desk.ask({ headers: { cookie: first.cookie } }, 'GET', '/api/v1/me/second-factor')).body).toEqual({ on: true, app: true, passkeys: 0, required: false, recovery_codes: 9 });
  const kept = JSON.stringify([await desk.context.db.selectFrom('identity.second_factors').selectAll().execute(), (await desk.context.db.selectFrom('identity.recovery_codes').selectAll().execute()).map(({ hash }) => hash.toString())]);
  expect(kept).not.toContain(secret);
  for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
});

test('guessing codes ends after ten, from any address and with any session, also for the right one', async () => {
  const { secret } = await setUp();
  const { cookie } = await withPassword(agent);
  for (let n = 0; n < 10; n += 1) expect((await enter(cookie, `00000${n}`, `192.0.2.${20 + n}`)).statusCode).toBe(401);
  const fresh = await withPassword(agent);
  expect((await enter(fresh.cookie, await codeOf(secret), '192.0.2.99')).json()).toMatchObject({ status: 429, code: 'too_many_attempts' });
});

test('a burst of codes does not slip past the limit', async () => {
  await setUp();
  const { cookie } = await withPassword(agent);
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => enter(cookie, String(100_000 + n))));
  expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(10);
});

test('the password is worth ten minutes, and a code without one nothing', async () => {
  const { secret } = await setUp();
  const { cookie } = await withPassword(agent);
  const now = Date.now() + 11 * 60_000;
  desk.context.clock = { now: () => new Date(now) };
  expect((await enter(cookie, await codeOf(secret))).json().code).toBe('not_signed_in');
  expect((await enter('', await codeOf(secret))).json().code).toBe('not_signed_in');
});

test('a session that somebody got hold of changes nothing without the password', async () => {
  const screen = await signedIn(desk.app, agent);
  expect((await factor(screen, '', { password: 'not the password' })).body.errors).toMatchObject([{ field: 'password', code: 'wrong_password' }]);
  const { screen: mine } = await setUp();
  for (const path of ['/remove', '/recovery-codes']) expect((await factor(mine, path, { password: 'not the password' })).status).toBe(400);
  expect((await desk.ask(agent, 'POST', '/api/v1/me/second-factor/remove', { password: agent.password })).status).toBe(403);
  expect((await withPassword(agent)).next).toBe('code');
});

test('of two renewals at once the codes of the later are good, and no others', async () => {
  const { screen } = await setUp();
  const { db } = desk.context;
  const { user_id: userId } = await db.selectFrom('identity.memberships').select('user_id').where('workspace_id', '=', workspace.id).where('agent_id', '=', agent.id).executeTakeFirstOrThrow();
  let later: ReturnType<typeof factor> | undefined;
  await db.transaction().execute(async (tx) => {
    await renewRecoveryCodes(tx, { id: '', userId });
    later = factor(screen, '/recovery-codes', { password: agent.password });
    await untilWaiting(db);
  });
  const hashes = (await later)!.body.recovery_codes.map((code: string) => hashToken(code.replaceAll('-', '')).toString('hex'));
  const kept = await db.selectFrom('identity.recovery_codes').select('hash').where('user_id', '=', userId).execute();
  expect(kept.map(({ hash }) => hash.toString('hex')).toSorted()).toEqual(hashes.toSorted());
});

test('it can be taken away again, and recovery codes renewed', async () => {
  const { screen, codes } = await setUp();
  const renewed = (await factor(screen, '/recovery-codes', { password: agent.password })).body.recovery_codes as string[];
  expect(renewed).toHaveLength(10);
  const { cookie } = await withPassword(agent);
  expect((await enter(cookie, codes[1] as string)).statusCode).toBe(401);
  expect((await enter(cookie, renewed[1] as string)).statusCode).toBe(200);
  expect((await factor(screen, '/remove', { password: agent.password })).status).toBe(200);
  expect((await withPassword(agent)).next).toBeNull();
});

test('a password set by a forgotten-password link still needs the code', async () => {
  const { secret } = await setUp();
  const user = await desk.context.db.selectFrom('identity.user').select('id').where('email', '=', agent.email).executeTakeFirstOrThrow();
  await desk.context.db.insertInto('identity.password_resets').values({ user_id: user.id, hash: hashToken('a-link'), expires_at: new Date(Date.now() + 60_000 + 60_000) }).execute();
  const password = 'a fresh long password';
  expect((await desk.ask(null, 'POST', '/api/auth/new-password', { token: 'a-link', password })).status).toBe(200);
  const { cookie, next } = await withPassword({ ...agent, password });
  expect([next, (await me({ headers: { cookie } })).status]).toEqual(['code', 401]);
  expect((await enter(cookie, await codeOf(secret))).statusCode).toBe(200);
});

test('who must have one and has none can do nothing else until it is there', async () => {
  const screen = await signedIn(desk.app, agent);
  expect((await me(screen)).status).toBe(200);
  expect((await desk.ask(owner, 'PATCH', '/api/v1/workspace', { second_factor_roles: ['agent', 'owner'] })).body.second_factor_roles).toEqual(['agent', 'owner']);
  for (const [method, url] of [['GET', '/api/v1/me'], ['GET', '/api/v1/tickets'], ['POST', '/api/v1/tickets'], ['GET', '/api/v1/me/sessions'], ['POST', '/api/v1/tokens'], ['POST', '/api/v1/me/password']] as const)
    expect((await desk.ask(screen, method, url, method === 'POST' ? {} : undefined)).body.code, url).toBe('second_factor_needed');
  expect((await desk.ask(screen, 'GET', '/api/v1/me/second-factor')).body).toEqual({ on: false, app: false, passkeys: 0, required: true, recovery_codes: 0 });
  const { screen: done } = await setUp();
  expect((await me(done)).status).toBe(200);
});

test('only an owner says who must have one', async () => {
  const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  expect((await desk.ask(admin, 'PATCH', '/api/v1/workspace', { second_factor_roles: [] })).body.code).toBe('not_allowed');
  expect((await desk.ask(owner, 'PATCH', '/api/v1/workspace', { second_factor_roles: ['chief'] })).status).toBe(400);
});

test('an administrator helps who has lost theirs: sessions end, and the event says so', async () => {
  const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  const { screen } = await setUp();
  const reset = (id: number, asker: TestAgent = admin) => desk.ask(asker, 'POST', `/api/v1/agents/${id}/reset-second-factor`);
  expect((await desk.ask(admin, 'GET', `/api/v1/agents/${agent.id}`)).body.second_factor).toBe(true);
  expect((await reset(agent.id, agent)).status).toBe(403);
  expect((await reset(owner.id)).body.code).toBe('not_allowed');
  expect((await reset(agent.id)).status).toBe(200);
  expect((await me(screen)).status).toBe(401);
  expect((await withPassword(agent)).next).toBeNull();
  expect((await reset(agent.id)).status).toBe(404);
  expect((await wholeFeed(desk, owner)).map(({ type, data }) => [type, data])).toEqual([['second_factor.added', { agent_id: agent.id }], ['second_factor.reset', { agent_id: agent.id }]]);
});

test('an administrator does not weaken the sign-in of somebody who works elsewhere too', async () => {
  const elsewhere = await aWorkspace(desk.context.db);
  const there = await anAgent(desk.context.db, elsewhere.id, { email: agent.email });
  const user = await desk.context.db.selectFrom('identity.user').select('id').where('email', '=', agent.email).executeTakeFirstOrThrow();
  await desk.context.db.insertInto('identity.memberships').values({ user_id: user.id, workspace_id: elsewhere.id, agent_id: there.id }).execute();
  await setUp();
  expect((await desk.ask(owner, 'POST', `/api/v1/agents/${agent.id}/reset-second-factor`)).body.code).toBe('not_allowed');
  expect((await withPassword(agent)).next).toBe('code');
});
