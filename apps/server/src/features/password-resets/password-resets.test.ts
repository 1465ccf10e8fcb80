import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { anInbox, aSignedInAgent, aWorkspace, signedIn, type SignedInAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { systemClock } from '../../platform/clock/clock.ts';

let desk: MailDesk;
let workspace: TestWorkspace;
let agent: SignedInAgent;
const fresh = 'a fresh long password';
let lastIp = 0;

beforeAll(async () => {
  desk = await openMailDesk({ environment: { OMBUD_PUBLIC_URL: 'https://desk.example' } });
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  await anInbox(desk.context.db, workspace.id);
  agent = await aSignedInAgent(desk.context, workspace.id, { language: 'da' });
  desk.sink.caught.length = 0;
});
afterEach(() => {
  desk.context.clock = systemClock;
});
afterAll(() => desk.stop());

const later = (milliseconds: number) => (desk.context.clock = { now: () => new Date(Date.now() + milliseconds) });
const forgot = (email: string, { headers = {}, remoteAddress = `10.0.${Math.floor((lastIp += 1) / 250)}.${lastIp % 250}` } = {}) =>
  desk.app.inject({ method: 'POST', url: '/api/auth/forgot-password', payload: { email }, headers, remoteAddress });
const choose = (token: string, password = fresh) => desk.app.inject({ method: 'POST', url: '/api/auth/new-password', payload: { token, password } });
const signsIn = async (password: string) => (await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: agent.email, password } })).statusCode;
const mailsTo = (email: string) => desk.sink.caught.filter(({ to }) => to.includes(email));

async function aLink(): Promise<string> {
  await forgot(agent.email);
  const mail = await desk.until('the mail', () => mailsTo(agent.email).at(-1));
  return /https:\/\/desk\.example\/new-password#([\w-]{43})/.exec(mail.mail.text)?.[1] ?? 'none';
}

/** Until every request has been looked at. */
const settled = () => desk.until('all looked at', async () => (await desk.context.db.selectFrom('identity.system_mail').select('id').where('next_attempt_at', 'is not', null).execute()).length === 0);

test('a link by mail, in the person’s language, sets a new password and ends all sessions', async () => {
  const { headers } = await signedIn(desk.app, agent);
  const token = await aLink();
  expect(mailsTo(agent.email)[0]?.mail.subject).toBe('En ny adgangskode til Ombud');
  expect((await desk.ask({ headers }, 'GET', '/api/v1/me')).status).toBe(200);
  expect((await choose(token)).json()).toEqual({ ok: true });
  expect((await desk.ask({ headers }, 'GET', '/api/v1/me')).status).toBe(401);
  expect([await signsIn(agent.password), await signsIn(fresh)]).toEqual([401, 200]);
  const told = await wholeFeed(desk, agent);
  expect(told).toMatchObject([{ type: 'agent.updated', data: { agent_id: agent.id, changes: { password: true } } }]);
});

test('a link works once, and of two at the same moment one wins', async () => {
  const token = await aLink();
  const answers = await Promise.all([choose(token, 'the first long password'), choose(token, 'the other long password')]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 410]);
  expect((await choose(token)).json().code).toBe('link_not_valid');
});

test('a link is good for one hour', async () => {
  const token = await aLink();
  later(61 * 60_000);
  expect((await choose(token)).statusCode).toBe(410);
  expect(await signsIn(agent.password)).toBe(200);
});

test('a newer link replaces the one of before', async () => {
  const first = await aLink();
  later(6 * 60_000);
  await forgot(agent.email);
  await desk.until('a second mail', () => mailsTo(agent.email).length === 2);
  expect((await choose(first)).statusCode).toBe(410);
});

test('the answer is the same and as much work is done whether or not the address signs in here', async () => {
  const { db } = desk.context;
  const statements: string[][] = [];
  const removed = await aSignedInAgent(desk.context, workspace.id);
  await db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', removed.id).execute();
  const answers = [];
  for (const email of [agent.email, `nobody-${Math.random()}@desk.example`, removed.email]) {
    answers.push(await forgot(email));
    statements.push((await db.selectFrom('identity.system_mail').select(['kind', 'status']).where('address', '=', email).execute()).map(({ kind }) => kind));
  }
  for (const answer of answers) expect([answer.statusCode, answer.body]).toEqual([200, JSON.stringify({ ok: true, can_mail: true })]);
  expect(statements).toEqual([['password_reset'], ['password_reset'], ['password_reset']]);
  await settled();
  expect(desk.sink.caught.map(({ to }) => to)).toEqual([[agent.email]]);
});

test('an address gets one mail in five minutes, however many ask at once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => forgot(agent.email)));
  await settled();
  expect(mailsTo(agent.email)).toHaveLength(1);
});

test('requests are limited per address and per caller, known or not', async () => {
  for (const email of [agent.email, `nobody-${Math.random()}@desk.example`]) {
    const codes = [];
    for (let n = 0; n < 6; n += 1) codes.push((await forgot(email)).statusCode);
    expect(codes).toEqual([200, 200, 200, 200, 200, 429]);
  }
  const codes = [];
  for (let n = 0; n < 21; n += 1) codes.push((await forgot(`somebody-${n}-${Math.random()}@desk.example`, { remoteAddress: '203.0.113.50' })).statusCode);
  expect(codes).toEqual([...Array(20).fill(200), 429]);
});

test('the link’s address is the configured one, whatever host the request names', async () => {
  await forgot(agent.email, { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } });
  const mail = await desk.until('the mail', () => mailsTo(agent.email)[0]);
  expect(mail.raw).not.toContain('evil.example');
  expect(mail.mail.text).toContain('https://desk.example/new-password#');
});

test('only a hash of the link is kept', async () => {
  const token = await aLink();
  await settled();
  const rows = await Promise.all((['identity.password_resets', 'identity.system_mail', 'events'] as const).map((table) => desk.context.db.selectFrom(table).selectAll().execute()));
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await desk.context.db.selectFrom('identity.system_mail').select('id').where('token_sealed', 'is not', null).execute()).toEqual([]);
});

test('guessing at links ends after fifty', async () => {
  const guess = (token: string) => desk.app.inject({ method: 'POST', url: '/api/auth/new-password', payload: { token, password: fresh }, remoteAddress: '203.0.113.77' });
  const token = await aLink();
  for (let n = 0; n < 50; n += 1) expect((await guess(`guess-${n}`)).statusCode).toBe(410);
  expect((await guess(token)).statusCode).toBe(429);
  expect((await choose(token)).statusCode).toBe(200);
});

test('whoever has the mailbox is let in again although others guessed at the password', async () => {
  for (let n = 0; n < 10; n += 1) await signsIn(`guess ${n}`);
  expect(await signsIn(agent.password)).toBe(429);
  await choose(await aLink());
  expect(await signsIn(fresh)).toBe(200);
});

test('a password that is too short is refused and leaves the link good', async () => {
  const token = await aLink();
  expect((await choose(token, 'short')).json().errors).toMatchObject([{ field: 'password' }]);
  expect((await choose(token)).statusCode).toBe(200);
});
