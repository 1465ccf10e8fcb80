import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aTeam, aWorkspace, anAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let brandB: number;
let owner: TestAgent;
let admin: TestAgent;
let agent: TestAgent;
let viewer: TestAgent;
const password = 'a long enough password';

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db, { timeZone: 'Europe/Stockholm' });
  brandB = await aBrand(db, workspace.id);
  owner = await anAgent(db, workspace.id, { role: 'owner' });
  admin = await anAgent(db, workspace.id, { role: 'admin' });
  agent = await anAgent(db, workspace.id);
  viewer = await anAgent(db, workspace.id, { role: 'viewer' });
});
afterAll(() => desk.stop());

test('an administrator adds a colleague who can sign in at once', async () => {
  const added = await desk.ask(admin, 'POST', '/api/v1/agents', { name: 'Nora Dahl', email: 'Nora@Desk.example', password, brands: [brandB] });
  expect(added).toMatchObject({
    status: 201,
    body: { name: 'Nora Dahl', email: 'nora@desk.example', role: 'agent', active: true, time_zone: 'Europe/Stockholm', all_brands: false, brands: [brandB], can_sign_in: true },
  });
  expect(await me(await signIn('nora@desk.example'))).toMatchObject({ status: 200, body: { role: 'agent', all_brands: false, brands: [{ id: brandB }] } });
});

test('without a password a colleague exists and cannot sign in; one is given later', async () => {
  const { body: added } = await desk.ask(admin, 'POST', '/api/v1/agents', { name: 'Olle', email: 'olle@desk.example' });
  expect(added.can_sign_in).toBe(false);
  await expect(signIn('olle@desk.example')).rejects.toThrow('401');
  expect((await desk.ask(admin, 'PATCH', `/api/v1/agents/${added.id}`, { password })).body.can_sign_in).toBe(true);
  expect((await me(await signIn('olle@desk.example'))).status).toBe(200);
});

test('everybody sees who works here; addresses and rights only administrators', async () => {
  const asViewer = await desk.ask(viewer, 'GET', `/api/v1/agents/${agent.id}`);
  expect(asViewer.body).toEqual({ id: agent.id, name: agent.name, role: 'agent', active: true });
  const listed = await desk.ask(agent, 'GET', '/api/v1/agents?limit=2');
  expect(listed.body.items.map((each: { id: number }) => each.id)).toEqual([owner.id, admin.id]);
  expect(Object.keys(listed.body.items[0]).toSorted()).toEqual(['active', 'id', 'name', 'role']);
  const next = await desk.ask(agent, 'GET', `/api/v1/agents?limit=1&cursor=${listed.body.next_cursor}`);
  expect(next.body.items[0].id).toBe(agent.id);
});

test('the agents of a team can be listed', async () => {
  const team = await aTeam(desk.context.db, workspace.id, { members: [viewer.id] });
  expect((await desk.ask(agent, 'GET', `/api/v1/agents?team=${team}`)).body.items).toMatchObject([{ id: viewer.id }]);
});

test('agents, leads and viewers do not manage colleagues, and another workspace’s agent is not there', async () => {
  const lead = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
  for (const asker of [viewer, agent, lead]) expect((await desk.ask(asker, 'PATCH', `/api/v1/agents/${agent.id}`, { name: 'X' })).status).toBe(403);
  const elsewhere = await aWorkspace(desk.context.db);
  const stranger = await anAgent(desk.context.db, elsewhere.id);
  expect((await desk.ask(admin, 'GET', `/api/v1/agents/${stranger.id}`)).status).toBe(404);
  expect((await desk.ask(admin, 'PATCH', `/api/v1/agents/${stranger.id}`, { name: 'X' })).status).toBe(404);
});

test('fields that nobody may set are named', async () => {
  const answer = await desk.ask(admin, 'POST', '/api/v1/agents', { name: 'X', email: 'x@desk.example', workspace_id: 1 });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'workspace_id', code: 'unknown_field' }] } });
});

test('only an owner makes owners or changes one', async () => {
  expect((await desk.ask(admin, 'PATCH', `/api/v1/agents/${agent.id}`, { role: 'owner' })).body.code).toBe('not_allowed');
  expect((await desk.ask(admin, 'PATCH', `/api/v1/agents/${owner.id}`, { password })).body.code).toBe('not_allowed');
  expect((await desk.ask(admin, 'POST', '/api/v1/agents', { name: 'X', email: 'boss@desk.example', role: 'owner' })).body.code).toBe('not_allowed');
});

test('the last active owner can be neither demoted nor deactivated, by two at once neither', async () => {
  const place = await aWorkspace(desk.context.db);
  const first = await anAgent(desk.context.db, place.id, { role: 'owner' });
  expect(await desk.ask(first, 'PATCH', `/api/v1/agents/${first.id}`, { role: 'admin' })).toMatchObject({ status: 409, body: { code: 'last_owner' } });
  expect(await desk.ask(first, 'PATCH', `/api/v1/agents/${first.id}`, { active: false })).toMatchObject({ status: 409, body: { code: 'last_owner' } });
  const second = await anAgent(desk.context.db, place.id, { role: 'owner' });
  const answers = await Promise.all([
    desk.ask(first, 'PATCH', `/api/v1/agents/${first.id}`, { role: 'admin' }),
    desk.ask(second, 'PATCH', `/api/v1/agents/${second.id}`, { active: false }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('a deactivated agent’s session and token are dead with the answer', async () => {
  const leaving = await addColleague('leaving@desk.example');
  const cookie = await signIn('leaving@desk.example');
  const { token } = await aTokenOf(cookie);
  expect((await me(cookie)).status).toBe(200);
  expect((await desk.ask(bearer(token), 'GET', '/api/v1/me')).status).toBe(200);
  expect((await desk.ask(admin, 'PATCH', `/api/v1/agents/${leaving}`, { active: false })).status).toBe(200);
  expect((await me(cookie)).status).toBe(401);
  expect((await desk.ask(bearer(token), 'GET', '/api/v1/me')).status).toBe(401);
  await desk.ask(admin, 'PATCH', `/api/v1/agents/${leaving}`, { active: true });
  expect((await me(cookie)).status).toBe(401);
  expect((await desk.ask(bearer(token), 'GET', '/api/v1/me')).status).toBe(401);
  expect((await me(await signIn('leaving@desk.example'))).status).toBe(200);
});

test.each([
  ['role', { role: 'viewer' }],
  ['brands', { brands: [] }],
  ['password', { password: 'another long password' }],
])('a change of %s ends the sessions of before', async (what, change) => {
  const id = await addColleague(`change-${what}@desk.example`);
  const cookie = await signIn(`change-${what}@desk.example`);
  expect((await me(cookie)).status).toBe(200);
  expect((await desk.ask(admin, 'PATCH', `/api/v1/agents/${id}`, change)).status).toBe(200);
  expect((await me(cookie)).status).toBe(401);
});

test('a token takes on a changed role at once', async () => {
  const changing = await anAgent(desk.context.db, workspace.id, { role: 'agent' });
  expect((await desk.ask(changing, 'PATCH', '/api/v1/me', { name: 'Before' })).status).toBe(200);
  await desk.ask(admin, 'PATCH', `/api/v1/agents/${changing.id}`, { role: 'viewer' });
  expect((await desk.ask(changing, 'PATCH', '/api/v1/me', { name: 'After' })).status).toBe(403);
});

test('with a new address the old one opens nothing any more', async () => {
  const id = await addColleague('maiden@desk.example');
  expect((await desk.ask(admin, 'PATCH', `/api/v1/agents/${id}`, { email: 'married@desk.example' })).body).toMatchObject({ email: 'married@desk.example', can_sign_in: true });
  await expect(signIn('maiden@desk.example')).rejects.toThrow('401');
  expect((await me(await signIn('married@desk.example'))).status).toBe(200);
});

test('one address is one agent', async () => {
  const answer = await desk.ask(admin, 'POST', '/api/v1/agents', { name: 'Twin', email: agent.email });
  expect(answer).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'email' }] } });
});

test('an administrator elsewhere can neither set nor inherit the password of somebody here', async () => {
  await addColleague('victim@desk.example');
  const elsewhere = await aWorkspace(desk.context.db);
  const intruder = await anAgent(desk.context.db, elsewhere.id, { role: 'owner' });
  const added = await desk.ask(intruder, 'POST', '/api/v1/agents', { name: 'V', email: 'victim@desk.example', password: 'chosen by the intruder' });
  expect(added).toMatchObject({ status: 400, body: { errors: [{ field: 'password', code: 'not_allowed' }] } });
  // Nothing of the refused request stays.
  expect((await desk.ask(intruder, 'GET', '/api/v1/agents')).body.items).toHaveLength(1);
  const { body: bare } = await desk.ask(intruder, 'POST', '/api/v1/agents', { name: 'V', email: 'victim@desk.example' });
  expect((await desk.ask(intruder, 'PATCH', `/api/v1/agents/${bare.id}`, { password: 'chosen by the intruder' })).status).toBe(400);
  const { body: other } = await desk.ask(intruder, 'POST', '/api/v1/agents', { name: 'O', email: 'other@else.example', password: 'chosen by the intruder' });
  expect((await desk.ask(intruder, 'PATCH', `/api/v1/agents/${other.id}`, { email: 'victim@desk.example' })).status).toBe(409);
  expect((await me(await signIn('victim@desk.example'))).body.workspace.id).toBe(workspace.id);
});

test('who sees one brand hands out no other, and changes nobody who sees more', async () => {
  const limited = await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [workspace.brandId] });
  for (const sight of [{ all_brands: true }, { brands: [brandB] }, {}])
    expect((await desk.ask(limited, 'POST', '/api/v1/agents', { name: 'Y', email: 'y@desk.example', ...sight })).status).toBe(400);
  expect((await desk.ask(limited, 'PATCH', `/api/v1/agents/${limited.id}`, { all_brands: true })).status).toBe(400);
  expect((await desk.ask(limited, 'PATCH', `/api/v1/agents/${admin.id}`, { password })).body.code).toBe('not_allowed');
  expect((await desk.ask(limited, 'POST', '/api/v1/agents', { name: 'Y', email: 'y@desk.example', brands: [workspace.brandId] })).status).toBe(201);
});

test('a brand of another workspace cannot be handed out', async () => {
  const elsewhere = await aWorkspace(desk.context.db);
  const answer = await desk.ask(owner, 'PATCH', `/api/v1/agents/${agent.id}`, { brands: [elsewhere.brandId] });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'brands', code: 'not_found' }] } });
});

test('a change is one event that holds no name and no address', async () => {
  const id = await addColleague('events@desk.example');
  await desk.ask(admin, 'PATCH', `/api/v1/agents/${id}`, { name: 'Secret Name', role: 'lead', password: 'another long password' });
  await desk.ask(admin, 'PATCH', `/api/v1/agents/${id}`, { name: 'Secret Name', role: 'lead' });
  const events = await desk.context.db.selectFrom('events').select(['type', 'data', 'actor_id']).where('workspace_id', '=', workspace.id).orderBy('id').execute();
  const own = events.filter(({ data }) => (data as { agent_id?: number }).agent_id === id);
  expect(own).toEqual([
    { type: 'agent.created', actor_id: admin.id, data: { agent_id: id, role: 'agent' } },
    { type: 'agent.updated', actor_id: admin.id, data: { agent_id: id, changes: { name: true, role: { from: 'agent', to: 'lead' }, password: true } } },
  ]);
});

test('an agent keeps their own name, language and preferences', async () => {
  const first = await desk.ask(agent, 'GET', '/api/v1/me');
  expect(first.body).toMatchObject({
    agent: { id: agent.id, email: agent.email },
    role: 'agent',
    workspace: { id: workspace.id, slug: workspace.slug },
    preferences: { theme: 'system', density: 'comfortable', single_keys: true, text_size: 'medium', panels: {} },
  });
  expect(first.body.permissions).toContain('tickets.write');
  expect(first.body.permissions).not.toContain('agents.manage');
  const changed = await desk.ask(agent, 'PATCH', '/api/v1/me', { name: 'Asta', language: 'sv', preferences: { theme: 'dark', panels: { context: 320 } } });
  expect(changed.body).toMatchObject({ agent: { name: 'Asta', language: 'sv' }, preferences: { theme: 'dark', density: 'comfortable', panels: { context: 320 } } });
  const again = await desk.ask(agent, 'PATCH', '/api/v1/me', { preferences: { density: 'dense' } });
  expect(again.body.preferences).toMatchObject({ theme: 'dark', density: 'dense', panels: { context: 320 } });
});

test('preferences take only what the screens know, and nobody gives themselves a role', async () => {
  const unknown = await desk.ask(agent, 'PATCH', '/api/v1/me', { preferences: { font: 'Comic Sans' } });
  expect(unknown.body.errors).toEqual([expect.objectContaining({ field: 'preferences.font', code: 'unknown_field' })]);
  expect((await desk.ask(agent, 'PATCH', '/api/v1/me', { role: 'owner' })).body.errors[0]).toMatchObject({ field: 'role', code: 'unknown_field' });
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`panel${index}`, 1]));
  expect((await desk.ask(agent, 'PATCH', '/api/v1/me', { preferences: { panels: many } })).status).toBe(400);
  expect((await desk.ask(viewer, 'PATCH', '/api/v1/me', { name: 'X' })).status).toBe(403);
});

async function addColleague(email: string): Promise<number> {
  const { status, body } = await desk.ask(admin, 'POST', '/api/v1/agents', { name: 'Colleague', email, password });
  expect(status).toBe(201);
  return body.id as number;
}

/** The session cookie of a fresh sign-in. */
async function signIn(email: string): Promise<string> {
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } });
  if (answer.statusCode !== 200) throw new Error(`sign-in answered ${answer.statusCode}`);
  return [answer.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]).join('; ');
}

function me(cookie: string) {
  return desk.ask({ headers: { cookie } }, 'GET', '/api/v1/me');
}

async function aTokenOf(cookie: string): Promise<{ token: string }> {
  return (await desk.ask({ headers: { cookie } }, 'POST', '/api/v1/tokens', { name: 'script' })).body as { token: string };
}

function bearer(token: string) {
  return { headers: { authorization: `Bearer ${token}` } };
}
