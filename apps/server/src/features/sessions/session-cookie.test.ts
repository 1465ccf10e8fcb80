import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSignedInAgent, aWorkspace, type SignedInAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';

/** A desk behind a proxy that holds the certificate, as most are. */
const publicUrl = 'https://desk.example';

let desk: TestDesk;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openTestDesk({ OMBUD_PUBLIC_URL: publicUrl });
  agent = await aSignedInAgent(desk.context, (await aWorkspace(desk.context.db)).id);
});
afterAll(() => desk.stop());

const enter = (password = agent.password) => desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', headers: { origin: publicUrl }, payload: { email: agent.email, password } });

async function signIn() {
  const answer = await enter();
  const whole = String(answer.headers['set-cookie']);
  const [cookie = ''] = whole.split(';');
  return { answer, whole, cookie, token: decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).split('.')[0] ?? '' };
}

const status = async (cookie: string) => (await desk.app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode;

test('over TLS the cookie travels over TLS only, for the whole site and no other, and its value is nowhere else', async () => {
  const { answer, whole, token } = await signIn();
  expect(whole).toMatch(/^__Secure-ombud\.session_token=/);
  expect(whole.split('; ').slice(1).map((part) => part.toLowerCase())).toEqual(expect.arrayContaining(['path=/', 'httponly', 'secure', 'samesite=lax']));
  expect(whole).not.toMatch(/domain=/i);
  expect(answer.body).not.toContain(token);
});

test('every sign-in is a session of its own, of at least 128 bits of chance', async () => {
  const [first, second] = [await signIn(), await signIn()];
  expect(first.token).not.toBe(second.token);
  // 62 letters and digits: 22 of them are 131 bits.
  for (const { token } of [first, second]) expect(token).toMatch(/^[A-Za-z0-9]{22,}$/);
});

test('a session that nobody has signed, or signed otherwise, is none', async () => {
  const { cookie, token } = await signIn();
  const name = cookie.slice(0, cookie.indexOf('='));
  expect(await status(cookie)).toBe(200);
  for (const forged of [token, `${token}.${'A'.repeat(43)}=`, `${'a'.repeat(32)}.${cookie.split('.').at(-1)}`]) expect(await status(`${name}=${encodeURIComponent(forged)}`), forged).toBe(401);
});

test('a session whose time is over opens nothing', async () => {
  const { cookie, token } = await signIn();
  expect(await status(cookie)).toBe(200);
  await desk.context.db.updateTable('identity.session').set({ expiresAt: new Date(Date.now() - 1_000) }).where('token', '=', token).execute();
  desk.context.identify.forget();
  expect(await status(cookie)).toBe(401);
});

test('the mark of an attempt to sign in by a passkey is for this host, over TLS, and for no other site', async () => {
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/passkey/begin', headers: { origin: publicUrl } });
  expect(answer.json().rpId).toBe('desk.example');
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-ombud\.attempt=[\w-]{43}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure$/);
});
