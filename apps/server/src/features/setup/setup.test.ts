import { afterEach, beforeEach, expect, test } from 'vitest';
import { anAgent, aWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { seedDemo } from '../demo/index.ts';
import { offerSetup } from './index.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk({ OMBUD_PUBLIC_URL: 'https://desk.example' });
});
afterEach(() => desk.stop());

const person = { name: 'Lena Ek', email: 'lena@firm.example', password: 'a long enough one', language: 'sv', time_zone: 'Europe/Stockholm' };
const keyOf = (link: string | null) => link?.split('#')[1] ?? '';
const begin = (key: string, change: object = {}) => desk.ask(null, 'POST', '/api/v1/setup', { ...person, key, ...change });
const isWaiting = async () => (await desk.ask(null, 'GET', '/api/v1/setup/waiting')).body.waiting as boolean;

async function signedIn(email = person.email, password = person.password) {
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } });
  return { status: answer.statusCode, headers: { cookie: [answer.headers['set-cookie']].flat().map((cookie) => String(cookie).split(';')[0]).join('; ') } };
}

test('the link of the terminal makes the first owner, once', async () => {
  const link = await offerSetup(desk.context);
  expect(link).toMatch(/^https:\/\/desk\.example\/setup#[A-Za-z0-9_-]{43}$/);
  expect(await isWaiting()).toBe(true);
  expect((await desk.ask(null, 'POST', '/api/v1/setup/link', { key: keyOf(link) })).status).toBe(200);
  expect((await begin(keyOf(link))).status).toBe(201);
  const owner = await signedIn();
  expect((await desk.ask(owner, 'GET', '/api/v1/me')).body).toMatchObject({ role: 'owner', agent: { name: 'Lena Ek', language: 'sv', time_zone: 'Europe/Stockholm' } });
  expect((await desk.ask(owner, 'GET', '/api/v1/workspace')).body).toMatchObject({ default_language: 'sv', time_zone: 'Europe/Stockholm' });
  expect(await begin(keyOf(link), { email: 'second@firm.example' })).toMatchObject({ status: 404, body: { code: 'setup_link_used' } });
  expect(await isWaiting()).toBe(false);
  expect(await offerSetup(desk.context)).toBeNull();
});

test('of two who use the link at the same moment one becomes the owner', async () => {
  const key = keyOf(await offerSetup(desk.context));
  const answers = await Promise.all(['one@firm.example', 'two@firm.example'].map((email) => begin(key, { email })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404]);
  expect(await desk.context.db.selectFrom('agents').select('email').execute()).toHaveLength(1);
});

test('each start makes a new link, and the old one opens nothing', async () => {
  const first = keyOf(await offerSetup(desk.context));
  const second = keyOf(await offerSetup(desk.context));
  expect((await begin(first)).body.code).toBe('setup_link_used');
  expect((await begin('guessed')).body.code).toBe('setup_link_used');
  expect((await begin(second)).status).toBe(201);
});

test('the link stands in the database as its hash only, and is made from the configured address', async () => {
  const key = keyOf(await offerSetup(desk.context));
  const [row] = await desk.context.db.selectFrom('identity.setup_link').selectAll().execute();
  expect(JSON.stringify(row)).not.toContain(key);
  const asked = await desk.app.inject({ method: 'GET', url: '/api/v1/setup/waiting', headers: { host: 'evil.example' } });
  expect(asked.body).not.toContain('evil');
  const elsewhere = await desk.app.inject({ method: 'POST', url: '/api/v1/setup', payload: { ...person, key }, headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } });
  expect(elsewhere.statusCode).toBe(403);
});

test('bad input is told by field, and the link stays good', async () => {
  const key = keyOf(await offerSetup(desk.context));
  for (const [change, field] of [[{ password: 'short' }, 'password'], [{ email: 'nobody' }, 'email'], [{ name: '' }, 'name'], [{ time_zone: 'Mars/Olympus' }, 'time_zone'], [{ role: 'owner' }, 'role']] as const) {
    expect(await begin(key, change)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  }
  expect((await begin(key)).status).toBe(201);
});

test('the demo’s people do not count as somebody who administers it', async () => {
  await seedDemo(desk.context);
  const link = await offerSetup(desk.context);
  expect(link).not.toBeNull();
  expect((await begin(keyOf(link))).status).toBe(201);
  const owner = await signedIn();
  expect((await desk.ask(owner, 'GET', '/api/v1/workspace')).body).toMatchObject({ demo: false, slug: 'support' });
});

test('steps are noted, put off and taken up again, until it is finished for good', async () => {
  await begin(keyOf(await offerSetup(desk.context)));
  const owner = await signedIn();
  const note = (body: object) => desk.ask(owner, 'PATCH', '/api/v1/setup', body);
  const states = (body: { steps: { state: string }[] }) => body.steps.map(({ state }) => state);
  expect(states((await desk.ask(owner, 'GET', '/api/v1/setup')).body)).toEqual(['open', 'open', 'open', 'open']);
  await note({ step: 'organisation', state: 'done' });
  await note({ step: 'inbox', state: 'later' });
  const left = (await desk.ask(owner, 'GET', '/api/v1/setup')).body;
  expect([left.open, states(left)]).toEqual([true, ['done', 'later', 'open', 'open']]);
  expect(states((await note({ step: 'inbox', state: 'done' })).body)).toEqual(['done', 'done', 'open', 'open']);
  expect((await note({ finished: true })).body.open).toBe(false);
  expect((await note({ step: 'demo', state: 'done' })).body.open).toBe(false);
});

test('a desk that was made otherwise has no set-up to finish, and only administrators see any', async () => {
  const workspace = await aWorkspace(desk.context.db);
  const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  expect((await desk.ask(admin, 'GET', '/api/v1/setup')).body.open).toBe(false);
  const agent = await anAgent(desk.context.db, workspace.id);
  expect((await desk.ask(agent, 'GET', '/api/v1/setup')).status).toBe(403);
  expect((await desk.ask(admin, 'POST', '/api/v1/setup/demo')).status).toBe(403);
});

test('the owner gets the demo with its sign-ins, and it is the same one each time', async () => {
  await begin(keyOf(await offerSetup(desk.context)));
  const owner = await signedIn();
  const first = (await desk.ask(owner, 'POST', '/api/v1/setup/demo')).body;
  expect(first.logins.length).toBe(12);
  expect((await desk.ask(owner, 'POST', '/api/v1/setup/demo')).body).toEqual(first);
  const visitor = await signedIn(first.logins[0].email, first.password);
  expect((await desk.ask(visitor, 'GET', '/api/v1/workspace')).body.demo).toBe(true);
});
