import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { assert, attest, makePasskey, type Bent, type SoftPasskey } from '../../../../../tests/support/authenticator.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, aSignedInAgent, aWorkspace, cookiesOf, signedIn, type SignedInAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { upkeepJobs } from '../../program/upkeep.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let owner: TestAgent;
let agent: SignedInAgent;
let passkey: SoftPasskey;
let recoveryCodes: string[];
/** On the screen that added the passkey. */
let screen: Asker;
let addresses = 0;
type Asker = { headers: Record<string, string> };
type Asked = { challenge: string; cookie: string; options: Record<string, unknown> };

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  owner = await anAgent(desk.context.db, workspace.id, { role: 'owner' });
  agent = await aSignedInAgent(desk.context, workspace.id);
  ({ passkey, recoveryCodes, screen } = await withPasskey(agent));
  addresses += 1;
});
afterEach(() => {
  desk.context.clock = systemClock;
});
afterAll(() => desk.stop());

async function withPasskey(person: SignedInAgent) {
  const asker = await signedIn(desk.app, person);
  const options = (await desk.ask(asker, 'POST', '/api/v1/me/passkeys/begin', { password: person.password })).body;
  const made = makePasskey(options);
  const { body } = await desk.ask(asker, 'POST', '/api/v1/me/passkeys', { name: 'Phone', credential: attest(made, options) });
  return { passkey: made, recoveryCodes: body.recovery_codes as string[], screen: asker as Asker };
}

/** Each test comes from an address of its own, whose limits are its own. */
const home = () => `192.0.2.${addresses}`;

async function ask(cookie = '', remoteAddress = home()): Promise<Asked> {
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/passkey/begin', headers: { cookie }, remoteAddress });
  expect(answer.statusCode).toBe(200);
  return { challenge: answer.json().challenge, cookie: cookiesOf(answer), options: answer.json() };
}

const answer = (cookie: string, payload: object, remoteAddress = home()) => desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/passkey', payload, headers: { cookie, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }, remoteAddress });

async function enter(by = passkey, bent: Bent = {}) {
  const asked = await ask();
  return answer(asked.cookie, assert(by, asked, bent));
}

const me = async (cookie: string) => (await desk.ask({ headers: { cookie } }, 'GET', '/api/v1/me')).body;
const sessionIn = (given: Awaited<ReturnType<typeof enter>>) => cookiesOf(given);

test('a passkey alone signs in, with nothing to type, and no code is asked for', async () => {
  const entered = await enter();
  expect([entered.statusCode, entered.json()]).toEqual([200, { ok: true }]);
  expect(String(entered.headers['set-cookie'])).toMatch(/^ombud\.session_token=.*HttpOnly.*SameSite=Lax/i);
  expect((await me(sessionIn(entered))).agent.id).toBe(agent.id);
  const { items } = (await desk.ask({ headers: { cookie: sessionIn(entered) } }, 'GET', '/api/v1/me/sessions')).body;
  expect(items.find(({ current }: { current: boolean }) => current)).toMatchObject({ browser: 'Firefox', system: 'Linux' });
  const shown = (await desk.ask(screen, 'GET', '/api/v1/me/passkeys')).body.items[0];
  expect(Date.parse(shown.last_used_at)).toBeGreaterThan(Date.now() - 60_000);
});

test('what the browser is asked names nobody and is the same for everybody', async () => {
  const { options, cookie } = await ask();
  expect(options).toEqual({ challenge: expect.stringMatching(/^[\w-]{43}$/), timeout: 600_000, rpId: 'localhost', allowCredentials: [], userVerification: 'required' });
  expect(cookie).toMatch(/^ombud\.attempt=[\w-]{43}$/);
});

test('the same answer never signs in twice, also when two come with it at once', async () => {
  const asked = await ask();
  const signed = assert(passkey, asked);
  const both = await Promise.all([answer(asked.cookie, signed), answer(asked.cookie, signed)]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 410]);
  const again = await answer(asked.cookie, signed);
  expect([again.json().code, again.headers['set-cookie']]).toEqual(['passkey_expired', undefined]);
});

test('only the browser that was asked can answer', async () => {
  const asked = await ask();
  const other = await ask();
  const signed = assert(passkey, asked);
  expect((await answer(other.cookie, signed)).json().code).toBe('passkey_expired');
  expect((await answer('', signed)).json().code).toBe('passkey_expired');
  expect((await answer(asked.cookie, signed)).statusCode).toBe(200);
});

test('two pages of one browser may both be waiting', async () => {
  const first = await ask();
  const second = await ask(first.cookie);
  expect(second.cookie).toBe(first.cookie);
  expect((await answer(first.cookie, assert(passkey, second))).statusCode).toBe(200);
  expect((await answer(first.cookie, assert(passkey, first))).statusCode).toBe(200);
});

test('an answer to a question of ten minutes ago, of another kind, or made up, is none', async () => {
  const asked = await ask();
  const proof = (await desk.ask(screen, 'POST', '/api/v1/me/passkeys/prove')).body;
  expect((await answer(asked.cookie, assert(passkey, proof))).json().code).toBe('passkey_expired');
  expect((await answer(asked.cookie, assert(passkey, { challenge: 'A'.repeat(43) }))).json().code).toBe('passkey_expired');
  const now = Date.now() + 10 * 60_000 + 1_000;
  desk.context.clock = { now: () => new Date(now) };
  expect((await answer(asked.cookie, assert(passkey, asked))).json().code).toBe('passkey_expired');
});

test.each<[string, Bent]>([
  ['for another origin', { origin: 'https://desk.evil.example' }],
  ['for another port', { origin: 'http://localhost:3001' }],
  ['for another domain', { rpId: 'evil.example' }],
  ['without a finger, face or PIN', { verified: false }],
  ['from within another site’s page', { crossOrigin: true }],
  ['of the making of a key', { type: 'webauthn.create' }],
  ['that says nobody’s name', { userHandle: null }],
  ['that says another’s name', { userHandle: Buffer.from('somebody-else').toString('base64url') }],
])('an answer %s is refused', async (_what, bent) => {
  const refused = await enter(passkey, bent);
  expect([refused.statusCode, refused.json().code, refused.headers['set-cookie']]).toEqual([401, 'passkey_refused', undefined]);
});

test('neither the Host header nor a forwarded one makes another place of this one', async () => {
  const asked = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/passkey/begin', headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' }, remoteAddress: home() });
  expect(asked.json().rpId).toBe('localhost');
  const refused = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/passkey', payload: assert(passkey, asked.json(), { origin: 'http://evil.example', rpId: 'evil.example' }), headers: { cookie: cookiesOf(asked), host: 'evil.example' }, remoteAddress: home() });
  expect(refused.json().code).toBe('passkey_refused');
});

test('a page of another site cannot sign anybody in', async () => {
  for (const url of ['/api/auth/sign-in/passkey/begin', '/api/auth/sign-in/passkey'])
    expect((await desk.app.inject({ method: 'POST', url, headers: { origin: 'https://evil.example' }, payload: {} })).json().code).toBe('wrong_origin');
});

test('an unknown passkey, a wrong signature, a removed one and one of a deactivated agent get the same answer', async () => {
  const leaver = await aSignedInAgent(desk.context, workspace.id);
  const leaving = await withPasskey(leaver);
  expect((await desk.ask(owner, 'PATCH', `/api/v1/agents/${leaver.id}`, { active: false })).status).toBe(200);
  const remover = await withPasskey(await aSignedInAgent(desk.context, workspace.id));
  const { items } = (await desk.ask(remover.screen, 'GET', '/api/v1/me/passkeys')).body;
  expect((await desk.ask(remover.screen, 'POST', `/api/v1/me/passkeys/${items[0].id}/remove`, { password: 'correct horse battery' })).status).toBe(200);
  const stranger = makePasskey({ user: { id: passkey.userHandle } });
  const answers = [await enter(stranger), await enter({ ...stranger, credentialId: passkey.credentialId }), await enter(remover.passkey), await enter(leaving.passkey)];
  for (const each of answers) {
    expect(each.statusCode).toBe(401);
    expect(each.json()).toEqual(answers[0]?.json());
    expect(each.headers['set-cookie']).toBeUndefined();
  }
  expect(answers[0]?.json().code).toBe('passkey_refused');
});

test('a passkey opens its owner’s workspaces and no others', async () => {
  const elsewhere = await aWorkspace(desk.context.db);
  const cookie = `${sessionIn(await enter())}; ombud.workspace=${elsewhere.id}`;
  expect((await me(cookie)).workspace.id).toBe(workspace.id);
  expect((await desk.ask({ headers: { cookie, 'x-ombud-workspace': String(elsewhere.id) } }, 'GET', '/api/v1/me')).status).toBe(401);
});

test('a count that goes on is fine; one that stands still or goes back bars the passkey and its copy, and is told to the workspace', async () => {
  passkey.counter = 7;
  expect((await enter()).statusCode).toBe(200);
  passkey.counter = 8;
  expect((await enter()).statusCode).toBe(200);
  const copy = { ...passkey, counter: 8 };
  expect((await enter(copy)).json().code).toBe('passkey_refused');
  passkey.counter = 9;
  expect((await enter()).json().code).toBe('passkey_refused');
  expect((await desk.ask(screen, 'GET', '/api/v1/me/passkeys')).body.items[0]).toMatchObject({ barred: true });
  const barred = (await wholeFeed(desk, owner)).filter(({ type }) => type === 'passkey.barred');
  expect(barred.map(({ data }) => data['agent_id'])).toEqual([agent.id]);
  // Whoever has the copy must not get in by the password alone either.
  const entered = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: agent.email, password: agent.password } });
  expect(entered.json().next).toBe('code');
});

test('an authenticator that does not count is asked for none', async () => {
  for (let n = 0; n < 3; n += 1) expect((await enter()).statusCode).toBe(200);
});

test('of two uses with the same count one gets in', async () => {
  passkey.counter = 5;
  const [one, two] = [await ask(), await ask()];
  const answers = await Promise.all([answer(one.cookie, assert(passkey, one)), answer(two.cookie, assert(passkey, two))]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
});

test('after a password it is the second step, and the session that waited is gone', async () => {
  const waiting = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: agent.email, password: agent.password } });
  expect(waiting.json()).toMatchObject({ next: 'code', ways: ['passkey', 'recovery_code'] });
  const held = cookiesOf(waiting);
  const asked = await ask();
  const entered = await answer(`${held}; ${asked.cookie}`, assert(passkey, asked));
  expect((await me(sessionIn(entered))).agent.id).toBe(agent.id);
  expect((await desk.ask({ headers: { cookie: held } }, 'POST', '/api/auth/sign-in/code', { code: recoveryCodes[0] })).body.code).toBe('not_signed_in');
});

test('an open session of the same browser stays as it is', async () => {
  const asked = await ask(screen.headers['cookie']);
  expect((await answer(`${screen.headers['cookie']}; ${asked.cookie}`, assert(passkey, asked))).statusCode).toBe(200);
  expect((await me(screen.headers['cookie'] ?? '')).agent.id).toBe(agent.id);
});

test('a new password does not open what the passkey guards, and the passkey still does', async () => {
  await desk.context.db.updateTable('identity.session').set({ expiresAt: new Date(0) }).execute();
  desk.context.identify.forget();
  expect((await desk.ask(owner, 'PATCH', `/api/v1/agents/${agent.id}`, { password: 'another long password' })).status).toBe(200);
  const entered = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: agent.email, password: 'another long password' } });
  expect(entered.json().next).toBe('code');
  expect((await enter()).statusCode).toBe(200);
});

test('ten answers that do not hold shut an account’s passkeys for a while, from any address', async () => {
  for (let n = 0; n < 10; n += 1) {
    const asked = await ask('', `198.51.100.${n}`);
    expect((await answer(asked.cookie, assert(passkey, asked, { verified: false }), `198.51.100.${n}`)).statusCode).toBe(401);
  }
  const asked = await ask('', '198.51.100.99');
  expect((await answer(asked.cookie, assert(passkey, asked), '198.51.100.99')).json()).toMatchObject({ status: 429, code: 'too_many_attempts' });
});

test('an address that tries passkeys nobody has is shut out after fifty', async () => {
  for (let n = 0; n < 50; n += 1) expect((await enter(makePasskey({ user: { id: passkey.userHandle } }))).statusCode).toBe(401);
  expect((await enter()).statusCode).toBe(429);
});

test('nobody fills the table with questions: 1,000 wait for one address, and old ones are forgotten', async () => {
  const { cookie, challenge } = await ask();
  const asker = (await desk.context.db.selectFrom('identity.passkey_challenges').select(['asker', 'holder', 'expires_at']).orderBy('expires_at', 'desc').executeTakeFirstOrThrow());
  const rows = Array.from({ length: 999 }, (_, n) => ({ ...asker, hash: Buffer.from(`question ${addresses} ${n}`), purpose: 'sign_in' as const }));
  await desk.context.db.insertInto('identity.passkey_challenges').values(rows).execute();
  const asked = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/passkey/begin', headers: { cookie }, remoteAddress: home() });
  expect(asked.json()).toMatchObject({ status: 429, code: 'too_many_attempts' });
  const later = Date.now() + 11 * 60_000;
  desk.context.clock = { now: () => new Date(later) };
  await ask(cookie);
  await upkeepJobs(desk.context, { look: async () => undefined }).tasks['forget_passkey_challenges']?.({});
  const left = await desk.context.db.selectFrom('identity.passkey_challenges').select('hash').execute();
  expect([left.length, left.some(({ hash }) => hash.equals(createHash('sha256').update(challenge).digest()))]).toEqual([1, false]);
});

test('at an address where browsers have no passkeys, that is said', async () => {
  const before = desk.context.config.publicUrl;
  try {
    desk.context.config.publicUrl = 'http://192.0.2.7:3000';
    expect((await desk.ask(null, 'POST', '/api/auth/sign-in/passkey/begin')).body).toMatchObject({ status: 409, code: 'passkeys_not_possible' });
  } finally {
    desk.context.config.publicUrl = before;
  }
});
