import { createOTP } from '@better-auth/utils/otp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { assert, attest, makePasskey, type Bent, type SoftPasskey } from '../../../../../tests/support/authenticator.ts';
import { openTestDesk, type Answer, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, aSignedInAgent, aWorkspace, cookiesOf, signedIn, type SignedInAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { systemClock } from '../../platform/clock/clock.ts';

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
  vi.unstubAllGlobals();
});
afterAll(() => desk.stop());

const own = (asker: Asker, path = '', body: object = {}) => desk.ask(asker, 'POST', `/api/v1/me/passkeys${path}`, body);
const list = async (asker: Asker) => (await desk.ask(asker, 'GET', '/api/v1/me/passkeys')).body;
const steps = async (asker: Asker) => (await desk.ask(asker, 'GET', '/api/v1/me/second-factor')).body;
const me = (asker: Asker) => desk.ask(asker, 'GET', '/api/v1/me');
const begin = async (screen: Asker, { password } = agent) => (await own(screen, '/begin', { password })).body;
const withPassword = () => desk.ask(null, 'POST', '/api/auth/sign-in/email', { email: agent.email, password: agent.password });

async function add(screen: Asker, { name = 'Phone', person = agent, bent = {} as Parameters<typeof attest>[2] } = {}): Promise<{ passkey: SoftPasskey; answer: Answer }> {
  const options = await begin(screen, person);
  const passkey = makePasskey(options);
  return { passkey, answer: await own(screen, '', { name, credential: attest(passkey, options, bent) }) };
}

async function proofBy(passkey: SoftPasskey, screen: Asker, bent: Bent = {}): Promise<{ passkey: object }> {
  return { passkey: assert(passkey, (await own(screen, '/prove')).body, bent) };
}

test('a passkey is added with a name, and the first one brings recovery codes', async () => {
  const screen = await signedIn(desk.app, agent);
  const { answer, passkey } = await add(screen, { name: '  Work laptop ' });
  expect(answer.status).toBe(201);
  expect(answer.body.passkey).toMatchObject({ name: 'Work laptop', credential: passkey.credentialId.toString('base64url'), synced: true, usable: true, barred: false, last_used_at: null });
  expect(answer.body.recovery_codes).toHaveLength(10);
  expect((await list(screen)).items).toEqual([answer.body.passkey]);
  expect(await steps(screen)).toEqual({ on: true, app: false, passkeys: 1, required: false, recovery_codes: 10 });
  const second = await add(screen, { name: 'Key ring' });
  expect([second.answer.status, second.answer.body.recovery_codes]).toEqual([201, []]);
  expect((await list(screen)).items.map(({ name }: { name: string }) => name)).toEqual(['Work laptop', 'Key ring']);
  const kinds = (await wholeFeed(desk, owner)).map(({ type, data }) => [type, data['agent_id']]);
  expect(kinds).toEqual([['passkey.added', agent.id], ['passkey.added', agent.id]]);
});

test('what the browser is asked to make can be found again by itself, asks for a finger, face or PIN, and is not one that is there already', async () => {
  const screen = await signedIn(desk.app, agent);
  const { passkey } = await add(screen);
  const options = await begin(screen);
  expect(options).toMatchObject({
    rp: { id: 'localhost', name: 'Ombud' }, attestation: 'none', authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    user: { name: agent.email, displayName: agent.name }, excludeCredentials: [{ type: 'public-key', id: passkey.credentialId.toString('base64url'), transports: ['internal'] }],
  });
  expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
  expect(Buffer.from(options.user.id, 'base64url').toString()).not.toContain('@');
});

test('sessions that began without a second step end with the first passkey, and those after it stay', async () => {
  const [other, screen] = [await signedIn(desk.app, agent), await signedIn(desk.app, agent)];
  await add(screen);
  expect([(await me(other)).status, (await me(screen)).status]).toEqual([401, 200]);
  await add(screen);
  expect((await me(screen)).status).toBe(200);
});

test('from then on the password alone opens nothing; a recovery code does, once', async () => {
  const screen = await signedIn(desk.app, agent);
  const { answer } = await add(screen);
  const entered = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: agent.email, password: agent.password } });
  expect(entered.json()).toEqual({ ok: true, next: 'code', ways: ['passkey', 'recovery_code'] });
  const cookie = cookiesOf(entered);
  expect((await me({ headers: { cookie } })).status).toBe(401);
  const enter = (code: string) => desk.ask({ headers: { cookie } }, 'POST', '/api/auth/sign-in/code', { code });
  expect((await enter('000000')).body.code).toBe('wrong_code');
  expect((await enter(answer.body.recovery_codes[0])).status).toBe(200);
  expect((await me({ headers: { cookie } })).status).toBe(200);
  expect((await steps(screen)).recovery_codes).toBe(9);
});

test('nothing is added without the password or a passkey, by an open screen or by a token', async () => {
  const screen = await signedIn(desk.app, agent);
  expect((await own(screen, '/begin', { password: 'not the password' })).body.errors).toMatchObject([{ field: 'password', code: 'wrong_password' }]);
  expect((await own(screen, '/begin')).status).toBe(400);
  expect((await own(agent, '/begin', { password: agent.password })).status).toBe(403);
  const passkey = makePasskey({ user: { id: 'x' } });
  expect((await own(screen, '', { name: 'One', credential: attest(passkey, { challenge: 'made-up' }) })).body.code).toBe('passkey_expired');
  expect((await list(screen)).items).toEqual([]);
});

test.each<[string, Parameters<typeof attest>[2]]>([
  ['another origin', { origin: 'https://desk.evil.example' }],
  ['another port', { origin: 'http://localhost:3001' }],
  ['another domain’s key', { rpId: 'evil.example' }],
  ['a sign-in in place of a new key', { type: 'webauthn.get' }],
  ['nobody who showed a finger, face or PIN', { verified: false }],
  ['a frame in another site’s page', { crossOrigin: true }],
  ['certificates that nobody asked for', { statement: ['packed', new Map<unknown, unknown>([['alg', -7], ['sig', Buffer.alloc(64)], ['x5c', [Buffer.alloc(64)]]])] }],
  ['an attestation that would have us fetch lists', { statement: ['apple', new Map<unknown, unknown>([['x5c', [Buffer.alloc(64)]]])] }],
  ['a statement where there is to be none', { statement: ['none', new Map<unknown, unknown>([['sig', Buffer.alloc(8)]])] }],
])('a new passkey of %s is refused, and nothing is asked of other servers', async (_what, bent) => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  const screen = await signedIn(desk.app, agent);
  expect((await add(screen, { bent })).answer.body).toMatchObject({ status: 401, code: 'passkey_refused' });
  expect((await list(screen)).items).toEqual([]);
  expect(fetched).not.toHaveBeenCalled();
});

test('a new passkey is not taken twice, nor somebody else’s, nor in another session than the one that began it', async () => {
  const screen = await signedIn(desk.app, agent);
  const options = await begin(screen);
  const passkey = makePasskey(options);
  const body = { name: 'One', credential: attest(passkey, options) };
  const [stranger, elsewhere] = [await aSignedInAgent(desk.context, (await aWorkspace(desk.context.db)).id), await signedIn(desk.app, agent)];
  const theirs = await signedIn(desk.app, stranger);
  expect((await own(elsewhere, '', body)).body.code).toBe('passkey_expired');
  const answers = await Promise.all([own(screen, '', body), own(screen, '', body)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410]);
  const taken = await begin(theirs, stranger);
  expect((await own(theirs, '', { name: 'Mine', credential: attest(passkey, taken) })).body.code).toBe('already_exists');
  expect((await list(theirs)).items).toEqual([]);
});

test('what a browser was asked is good for ten minutes', async () => {
  const screen = await signedIn(desk.app, agent);
  const options = await begin(screen);
  const now = Date.now() + 10 * 60_000 + 1_000;
  desk.context.clock = { now: () => new Date(now) };
  expect((await own(screen, '', { name: 'Late', credential: attest(makePasskey(options), options) })).body.code).toBe('passkey_expired');
});

test('a person keeps 25 at most, and does not fill the table with questions', async () => {
  const screen = await signedIn(desk.app, agent);
  await add(screen);
  const { user_id } = await desk.context.db.selectFrom('identity.passkeys').select('user_id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  const more = Array.from({ length: 24 }, (_, n) => ({ user_id, rp_id: 'localhost', credential_id: Buffer.alloc(32, n + 1), public_key: Buffer.alloc(8), synced: false, name: `Key ${n}` }));
  await desk.context.db.insertInto('identity.passkeys').values(more).execute();
  expect((await own(screen, '/begin', { password: agent.password })).body.code).toBe('too_many_passkeys');
  const asked = [];
  for (let n = 0; n < 60; n += 1) asked.push((await own(screen, '/prove')).status);
  expect([asked.filter((status) => status === 200).length, asked.at(-1)]).toEqual([50, 429]);
  await desk.context.db.deleteFrom('identity.passkeys').where('user_id', '=', user_id).execute();
});

test('it is renamed, by its owner alone', async () => {
  const screen = await signedIn(desk.app, agent);
  const { answer } = await add(screen);
  const rename = (asker: Asker, name: string) => desk.ask(asker, 'PATCH', `/api/v1/me/passkeys/${answer.body.passkey.id}`, { name });
  expect((await rename(screen, 'Blue key')).body.name).toBe('Blue key');
  expect((await rename(screen, '   ')).status).toBe(400);
  const colleague = await signedIn(desk.app, await aSignedInAgent(desk.context, workspace.id));
  expect((await rename(colleague, 'Mine now')).status).toBe(404);
  expect((await list(screen)).items[0].name).toBe('Blue key');
});

test('a passkey stands for the password where that is asked for again', async () => {
  const screen = await signedIn(desk.app, agent);
  const { passkey } = await add(screen);
  expect((await own(screen, '/begin', await proofBy(passkey, screen))).status).toBe(200);
  const secret = await desk.ask(screen, 'POST', '/api/v1/me/second-factor', await proofBy(passkey, screen));
  expect(secret.body.uri).toMatch(/^otpauth:/);
  const renewed = await desk.ask(screen, 'POST', '/api/v1/me/second-factor/recovery-codes', await proofBy(passkey, screen));
  expect(renewed.body.recovery_codes).toHaveLength(10);
});

test('as such it counts once, in its own session, for what it was asked, and as its owner’s alone', async () => {
  const screen = await signedIn(desk.app, agent);
  const { passkey } = await add(screen);
  const proof = await proofBy(passkey, screen);
  expect((await own(screen, '/begin', proof)).status).toBe(200);
  expect((await own(screen, '/begin', proof)).body.code).toBe('passkey_expired');
  const creation = await begin(screen);
  expect((await own(screen, '/begin', { passkey: assert(passkey, creation) })).body.code).toBe('passkey_expired');
  expect((await own(screen, '/begin', await proofBy(passkey, screen, { verified: false }))).body.code).toBe('passkey_refused');
  const colleague = await aSignedInAgent(desk.context, workspace.id);
  const theirs = await signedIn(desk.app, colleague);
  const { passkey: other } = await add(theirs, { person: colleague });
  expect((await own(theirs, '/begin', await proofBy(passkey, theirs))).body.code).toBe('passkey_refused');
  expect((await own(theirs, '/begin', await proofBy({ ...other, userHandle: passkey.userHandle }, theirs))).body.code).toBe('passkey_refused');
  expect((await own(theirs, '/begin', await proofBy(other, theirs))).status).toBe(200);
});

test('it is removed after the password or a passkey; other sessions end, and with the last one the recovery codes', async () => {
  const screen = await signedIn(desk.app, agent);
  const { answer, passkey } = await add(screen);
  const other = await add(screen);
  const entered = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: agent.email, password: agent.password } });
  const elsewhere = { headers: { cookie: cookiesOf(entered) } };
  expect((await desk.ask(elsewhere, 'POST', '/api/auth/sign-in/code', { code: answer.body.recovery_codes[0] })).status).toBe(200);
  const remove = async (id: number, proof: object) => own(screen, `/${id}/remove`, proof);
  expect((await remove(answer.body.passkey.id, {})).status).toBe(400);
  expect((await remove(answer.body.passkey.id, { password: 'not the password' })).status).toBe(400);
  expect((await me(elsewhere)).status).toBe(200);
  expect((await remove(answer.body.passkey.id, await proofBy(passkey, screen))).status).toBe(200);
  expect([(await me(elsewhere)).status, (await me(screen)).status]).toEqual([401, 200]);
  expect(await steps(screen)).toMatchObject({ on: true, passkeys: 1, recovery_codes: 9 });
  expect((await remove(answer.body.passkey.id, { password: agent.password })).status).toBe(404);
  expect((await remove(other.answer.body.passkey.id, { password: agent.password })).status).toBe(200);
  expect(await steps(screen)).toMatchObject({ on: false, passkeys: 0, recovery_codes: 0 });
  expect((await withPassword()).body).toEqual({ ok: true, next: null, ways: [] });
  expect((await wholeFeed(desk, owner)).map(({ type }) => type)).toEqual(['passkey.added', 'passkey.added', 'passkey.removed', 'passkey.removed']);
});

test('beside an app, either is enough, and the recovery codes are common to both', async () => {
  const screen = await signedIn(desk.app, agent);
  const { answer } = await add(screen);
  const { uri } = (await desk.ask(screen, 'POST', '/api/v1/me/second-factor', { password: agent.password })).body;
  const letters = new URL(uri).searchParams.get('secret')?.replaceAll('=', '') ?? '';
  const bits = [...letters].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString();
  const code = await createOTP(secret).hotp(Math.floor(Date.now() / 30_000));
  expect((await desk.ask(screen, 'POST', '/api/v1/me/second-factor/confirm', { code })).body).toEqual({ recovery_codes: [] });
  expect((await withPassword()).body.ways).toEqual(['app', 'passkey', 'recovery_code']);
  await own(screen, `/${answer.body.passkey.id}/remove`, { password: agent.password });
  expect(await steps(screen)).toMatchObject({ on: true, app: true, passkeys: 0, recovery_codes: 10 });
  const again = await add(screen);
  expect(again.answer.body.recovery_codes).toEqual([]);
  await desk.ask(screen, 'POST', '/api/v1/me/second-factor/remove', { password: agent.password });
  expect(await steps(screen)).toMatchObject({ on: true, app: false, passkeys: 1, recovery_codes: 10 });
});

test('where a role must have a second step, a passkey is one', async () => {
  const screen = await signedIn(desk.app, agent);
  await desk.ask(owner, 'PATCH', '/api/v1/workspace', { second_factor_roles: ['agent'] });
  expect((await me(screen)).body.code).toBe('second_factor_needed');
  const { answer } = await add(screen);
  expect(answer.status).toBe(201);
  expect((await me(screen)).status).toBe(200);
  expect((await withPassword()).body.next).toBe('code');
  expect((await own(screen, `/${answer.body.passkey.id}/remove`, { password: agent.password })).status).toBe(200);
  expect((await me(screen)).body.code).toBe('second_factor_needed');
});

test('an administrator helps who has lost theirs, and sees who has one', async () => {
  const screen = await signedIn(desk.app, agent);
  await add(screen);
  const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  expect((await desk.ask(admin, 'GET', `/api/v1/agents/${agent.id}`)).body.second_factor).toBe(true);
  expect((await desk.ask(admin, 'POST', `/api/v1/agents/${agent.id}/reset-second-factor`)).status).toBe(200);
  expect((await me(screen)).status).toBe(401);
  expect((await withPassword()).body.next).toBeNull();
  const left = await desk.context.db.selectFrom('identity.recovery_codes').innerJoin('agents', 'agents.user_id', 'identity.recovery_codes.user_id').select('hash').where('agents.id', '=', agent.id).execute();
  expect(left).toEqual([]);
  expect((await desk.ask(admin, 'POST', `/api/v1/agents/${agent.id}/reset-second-factor`)).status).toBe(404);
});

test('at an address without a name, or without TLS, the person is told why there are none', async () => {
  const screen = await signedIn(desk.app, agent);
  const before = desk.context.config.publicUrl;
  await add(screen);
  try {
    for (const [publicUrl, why] of [['http://192.0.2.7:3000', 'ip_address'], ['http://desk.example', 'insecure']] as const) {
      desk.context.config.publicUrl = publicUrl;
      expect(await list(screen)).toMatchObject({ possible: why, address: publicUrl, items: [{ usable: false }] });
      expect((await own(screen, '/begin', { password: agent.password })).body.code).toBe('passkeys_not_possible');
      expect((await withPassword()).body.ways).toEqual(['recovery_code']);
    }
    desk.context.config.publicUrl = 'https://desk.example';
    expect(await list(screen)).toMatchObject({ possible: 'yes', items: [{ usable: false }] });
    expect((await own(screen, '/prove')).status).toBe(404);
  } finally {
    desk.context.config.publicUrl = before;
  }
});
