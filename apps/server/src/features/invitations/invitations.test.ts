import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { aBrand, anAgent, anInbox, aSignedInAgent, aTeam, aWorkspace, cookiesOf, signedIn, type SignedInAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { openMailDesk, smtpError, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { systemClock } from '../../platform/clock/clock.ts';

let desk: MailDesk;
let workspace: TestWorkspace;
let admin: SignedInAgent;
let inbox: { address: string };
const password = 'a long enough password';
const publicUrl = 'https://desk.example';
const day = 24 * 3600_000;

beforeAll(async () => {
  desk = await openMailDesk({ environment: { OMBUD_PUBLIC_URL: publicUrl } });
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db, { name: 'Nordic Support' });
  admin = await aSignedInAgent(desk.context, workspace.id, { role: 'admin', name: 'Astrid Lind' });
  inbox = await anInbox(db, workspace.id);
  desk.sink.caught.length = 0;
  desk.sink.onMail = null;
});
afterEach(() => {
  desk.context.clock = systemClock;
});
afterAll(() => desk.stop());

let made = 0;
const anAddress = () => `new-${(made += 1)}-${Math.random().toString(36).slice(2)}@desk.example`;
const later = (milliseconds: number) => (desk.context.clock = { now: () => new Date(Date.now() + milliseconds) });
const invite = (body: object, asker: TestAgent = admin, headers = {}) => desk.ask({ headers: { ...asker.headers, ...headers } }, 'POST', '/api/v1/invitations', body);
const look = (token: string) => desk.ask(null, 'POST', '/api/auth/invitations/look', { token });
const accept = (body: object, { headers = {}, remoteAddress = '192.0.2.1' } = {}) => desk.app.inject({ method: 'POST', url: '/api/auth/invitations/accept', payload: body, headers, remoteAddress });
const me = (cookie: string) => desk.ask({ headers: { cookie } }, 'GET', '/api/v1/me');
const linkIn = (text: string) => /(https?:\/\/\S+)\/invitation#([\w-]+)/.exec(text) ?? ['', '', ''];
const tokenOf = (link: string) => link.slice(link.indexOf('#') + 1);

/** The token of the link in the mail that the address gets. */
async function mailed(email: string, after = 0): Promise<string> {
  const mail = await desk.until('the invitation', () => desk.sink.caught.filter(({ to }) => to.includes(email))[after]);
  return linkIn(mail.mail.text)[2] as string;
}

async function aLink(body: object): Promise<string> {
  return tokenOf((await invite({ by: 'link', ...body })).body.link);
}

test('an invitation goes out by mail, in their language, and they come in with a name and a password', async () => {
  const email = anAddress();
  const brand = await aBrand(desk.context.db, workspace.id);
  const team = await aTeam(desk.context.db, workspace.id, { name: 'First line' });
  const made = await invite({ email: email.toUpperCase(), role: 'lead', language: 'sv', brands: [brand], teams: [team] });
  expect(made).toMatchObject({ status: 201, body: { email, role: 'lead', language: 'sv', all_brands: false, brands: [brand], teams: [team], invited_by: { name: 'Astrid Lind' }, link: null } });
  const mail = await desk.until('the invitation', () => desk.sink.caught.find(({ to }) => to.includes(email)));
  expect(mail.mail.subject).toBe('Din inbjudan till Nordic Support');
  expect(mail.mail.text).toContain('Astrid Lind bjuder in dig');
  expect(mail.mail.from?.address).toBe(inbox.address);
  // No bounce of it may come into an inbox with the link in it.
  expect(mail.from).toBe('');
  expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  const [, origin, token] = linkIn(mail.mail.text) as unknown as [string, string, string];
  expect(origin).toBe(publicUrl);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect((await look(token)).body).toEqual({ workspace: 'Nordic Support', invited_by: 'Astrid Lind', email, role: 'lead', language: 'sv', known: false });
  const answer = await accept({ token, name: 'Nora Dahl', password });
  expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true, next: null, ways: [] }]);
  expect((await me(cookiesOf(answer))).body).toMatchObject({ agent: { name: 'Nora Dahl', email, language: 'sv' }, role: 'lead', all_brands: false, brands: [{ id: brand }], teams: [{ id: team, name: 'First line' }] });
  expect((await desk.ask(admin, 'GET', '/api/v1/invitations')).body.items).toEqual([]);
});

test('a link works once, and of two who come with it at the same moment one gets in', async () => {
  const token = await aLink({ email: anAddress() });
  const answers = await Promise.all([accept({ token, name: 'One', password }), accept({ token, name: 'Two', password })]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 410]);
  expect((await look(token)).body.code).toBe('link_not_valid');
  expect((await accept({ token, name: 'Three', password })).json()).toMatchObject({ status: 410, code: 'link_not_valid' });
});

test('a link is good for seven days', async () => {
  const token = await aLink({ email: anAddress() });
  later(7 * day - 60_000);
  expect((await look(token)).status).toBe(200);
  later(7 * day + 60_000);
  expect((await look(token)).status).toBe(410);
  expect((await accept({ token, name: 'Late', password })).statusCode).toBe(410);
});

test('sent again, the old link is dead; withdrawn, every link is', async () => {
  const email = anAddress();
  const { body } = await invite({ email });
  const first = await mailed(email);
  expect((await desk.ask(admin, 'POST', `/api/v1/invitations/${body.id}/renew`, {})).body).toMatchObject({ id: body.id, link: null });
  const second = await mailed(email, 1);
  expect([(await look(first)).status, (await look(second)).status]).toEqual([410, 200]);
  expect((await desk.ask(admin, 'DELETE', `/api/v1/invitations/${body.id}`)).body).toEqual({ ok: true });
  expect((await accept({ token: second, name: 'X', password })).statusCode).toBe(410);
  const told = await wholeFeed(desk, admin);
  expect(told.map(({ type }) => type)).toEqual(['invitation.created', 'invitation.renewed', 'invitation.removed']);
  expect(JSON.stringify(told)).not.toContain(email);
});

test('the address of the link is the configured one, whatever host the request names', async () => {
  const poison = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
  const email = anAddress();
  await invite({ email }, admin, poison);
  await mailed(email);
  expect(desk.sink.caught.at(-1)?.raw).not.toContain('evil.example');
  const { body } = await invite({ email: anAddress(), by: 'link' }, admin, poison);
  expect(body.link).toMatch(/^https:\/\/desk\.example\/invitation#/);
});

test('only a hash of the link is kept, and nothing of it once the mail is out', async () => {
  const email = anAddress();
  await invite({ email });
  const token = await mailed(email);
  await desk.until('the row says so', async () => (await desk.ask(admin, 'GET', '/api/v1/invitations')).body.items[0].mail === 'sent');
  const rows = await Promise.all(
    (['identity.invitations', 'identity.system_mail', 'events'] as const).map((table) => desk.context.db.selectFrom(table).selectAll().execute()),
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  const [mail] = await desk.context.db.selectFrom('identity.system_mail').select('token_sealed').where('address', '=', email).execute();
  expect(mail).toEqual({ token_sealed: null });
});

test('while the server refuses, the invitation waits; refused for good, it says so and a link can be had', async () => {
  const email = anAddress();
  desk.sink.onMail = () => smtpError(451, 'later');
  const { body } = await invite({ email });
  await desk.until('a first attempt', async () => (await desk.context.db.selectFrom('identity.system_mail').select('last_error').where('address', '=', email).executeTakeFirstOrThrow()).last_error);
  expect((await desk.ask(admin, 'GET', '/api/v1/invitations')).body.items[0].mail).toBe('waiting');
  desk.sink.onMail = () => smtpError(550, 'never');
  await desk.context.db.updateTable('identity.system_mail').set({ next_attempt_at: new Date() }).where('address', '=', email).execute();
  await desk.until('given up', async () => (await desk.ask(admin, 'GET', '/api/v1/invitations')).body.items[0].mail === 'failed');
  const { link } = (await desk.ask(admin, 'POST', `/api/v1/invitations/${body.id}/renew`, { by: 'link' })).body;
  expect((await accept({ token: tokenOf(link), name: 'Nils', password })).statusCode).toBe(200);
});

test('an address that signs in here already joins with its own password, and with no other', async () => {
  const elsewhere = await aWorkspace(desk.context.db, { name: 'Elsewhere' });
  const known = await aSignedInAgent(desk.context, elsewhere.id, { name: 'Karin Ek' });
  const token = await aLink({ email: known.email, role: 'lead' });
  expect((await look(token)).body.known).toBe(true);
  expect((await accept({ token, name: 'Hijacked', password: 'chosen by whoever has the link' })).json()).toMatchObject({ status: 401, code: 'sign_in_failed' });
  await signedIn(desk.app, known);
  const answer = await accept({ token, password: known.password });
  expect(answer.statusCode).toBe(200);
  expect((await me(cookiesOf(answer))).body).toMatchObject({ workspace: { id: workspace.id }, agent: { name: 'Karin Ek' }, role: 'lead' });
  expect((await me((await signedIn(desk.app, known)).headers.cookie)).body.workspace.id).toBe(elsewhere.id);
});

test('guessing the password of a known address through its invitation is limited like a sign-in', async () => {
  const known = await aSignedInAgent(desk.context, (await aWorkspace(desk.context.db)).id);
  const token = await aLink({ email: known.email });
  const codes = [];
  for (let n = 0; n < 12; n += 1) codes.push((await accept({ token, password: `not the password ${n}` }, { remoteAddress: `198.51.100.${n}` })).statusCode);
  expect(codes).toEqual([...Array(10).fill(401), 429, 429]);
  expect((await accept({ token, password: known.password })).statusCode).toBe(429);
});

test('guessing at links ends after fifty, also for who then has a right one', async () => {
  const token = await aLink({ email: anAddress() });
  const guess = (given: string) => desk.app.inject({ method: 'POST', url: '/api/auth/invitations/look', payload: { token: given }, remoteAddress: '203.0.113.9' });
  for (let n = 0; n < 50; n += 1) expect((await guess(`guess-${n}`)).statusCode).toBe(410);
  expect((await guess(token)).statusCode).toBe(429);
  expect((await look(token)).status).toBe(200);
});

test('another site can accept nothing for anybody', async () => {
  const token = await aLink({ email: anAddress() });
  expect((await accept({ token, name: 'X', password }, { headers: { origin: 'https://evil.example' } })).json()).toMatchObject({ code: 'wrong_origin' });
  expect((await look(token)).status).toBe(200);
});

test('nobody’s mailbox is filled through invitations', async () => {
  const email = anAddress();
  const { body } = await invite({ email });
  for (let n = 0; n < 4; n += 1) expect((await desk.ask(admin, 'POST', `/api/v1/invitations/${body.id}/renew`, {})).status).toBe(200);
  expect((await desk.ask(admin, 'POST', `/api/v1/invitations/${body.id}/renew`, {})).body.code).toBe('too_many_attempts');
  const elsewhere = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'owner' });
  expect((await invite({ email }, elsewhere)).status).toBe(429);
});

test('nobody invites above themselves, and who is gone has invited nobody', async () => {
  const { db } = desk.context;
  const owner = await anAgent(db, workspace.id, { role: 'owner' });
  const lead = await anAgent(db, workspace.id, { role: 'lead' });
  const hidden = await aBrand(db, workspace.id);
  const narrow = await anAgent(db, workspace.id, { role: 'admin', brands: [workspace.brandId] });
  expect((await invite({ email: anAddress() }, lead)).status).toBe(403);
  expect((await invite({ email: anAddress(), role: 'owner' })).body.code).toBe('not_allowed');
  expect((await invite({ email: anAddress() }, narrow)).body.errors).toMatchObject([{ field: 'all_brands' }]);
  expect((await invite({ email: anAddress(), brands: [hidden] }, narrow)).body.errors).toMatchObject([{ field: 'brands' }]);
  const wide = (await invite({ email: anAddress() }, owner)).body;
  expect((await desk.ask(narrow, 'POST', `/api/v1/invitations/${wide.id}/renew`, { by: 'link' })).status).toBe(403);
  const token = await aLink({ email: anAddress() });
  await desk.ask(owner, 'PATCH', `/api/v1/agents/${admin.id}`, { role: 'agent' });
  expect((await look(token)).status).toBe(410);
});

test('an address is invited once, and not while it is an agent’s', async () => {
  const email = anAddress();
  await invite({ email });
  expect((await invite({ email })).body).toMatchObject({ code: 'already_exists', errors: [{ field: 'email' }] });
  expect((await invite({ email: admin.email })).body).toMatchObject({ code: 'already_exists', errors: [{ field: 'email' }] });
  expect((await invite({ email: anAddress(), teams: [987_654] })).body.errors).toMatchObject([{ field: 'teams' }]);
});

test('somebody new tells their name and a password that is long enough', async () => {
  const token = await aLink({ email: anAddress() });
  expect((await accept({ token, password })).json().errors).toMatchObject([{ field: 'name' }]);
  expect((await accept({ token, name: 'Short', password: 'short' })).json().errors).toMatchObject([{ field: 'password' }]);
  expect((await accept({ token, name: 'Fine', password })).statusCode).toBe(200);
});

test('without a way out nothing is queued and the link is shown to hand over', async () => {
  const lonely = await openMailDesk({ withoutWayOut: true, environment: { OMBUD_PUBLIC_URL: publicUrl } });
  try {
    const place = await aWorkspace(lonely.context.db);
    const chief = await anAgent(lonely.context.db, place.id, { role: 'owner' });
    const { status, body } = await lonely.ask(chief, 'POST', '/api/v1/invitations', { email: anAddress() });
    expect([status, body.mail]).toEqual([201, 'none']);
    expect(body.link).toMatch(/^https:\/\/desk\.example\/invitation#[\w-]{43}$/);
    expect((await lonely.ask(null, 'POST', '/api/auth/invitations/look', { token: tokenOf(body.link) })).status).toBe(200);
    expect(await lonely.context.db.selectFrom('identity.system_mail').select('id').execute()).toEqual([]);
  } finally {
    await lonely.stop();
  }
});
