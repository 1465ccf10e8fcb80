import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aTeam, aWorkspace, anAgent, anInbox, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let brandB: number;
let admin: TestAgent;
let lead: TestAgent;
let agent: TestAgent;
let viewer: TestAgent;
let onlyB: TestAgent;
let stranger: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  brandB = await aBrand(db, workspace.id);
  admin = await anAgent(db, workspace.id, { role: 'admin' });
  lead = await anAgent(db, workspace.id, { role: 'lead' });
  agent = await anAgent(db, workspace.id);
  viewer = await anAgent(db, workspace.id, { role: 'viewer' });
  onlyB = await anAgent(db, workspace.id, { role: 'admin', brands: [brandB] });
  stranger = await anAgent(db, (await aWorkspace(db)).id, { role: 'owner' });
});
afterAll(() => desk.stop());

test('an administrator changes the workspace, everybody reads it', async () => {
  const changed = await desk.ask(admin, 'PATCH', '/api/v1/workspace', { name: 'Fjord Support', time_zone: 'Europe/Oslo', close_after_hours: 48 });
  expect(changed).toMatchObject({ status: 200, body: { name: 'Fjord Support', time_zone: 'Europe/Oslo', close_after_hours: 48 } });
  expect((await desk.ask(viewer, 'GET', '/api/v1/workspace')).body).toEqual(changed.body);
  expect((await desk.ask(agent, 'PATCH', '/api/v1/workspace', { name: 'X' })).status).toBe(403);
  expect((await desk.ask(stranger, 'GET', '/api/v1/workspace')).body.name).not.toBe('Fjord Support');
});

test.each([
  [{ time_zone: 'Mars/Olympus' }, 'time_zone'],
  [{ close_after_hours: 0 }, 'close_after_hours'],
  [{ default_language: 'tlh' }, 'default_language'],
  [{ slug: 'x' }, 'slug'],
])('the workspace refuses %j and names the field', async (body, field) => {
  expect(await desk.ask(admin, 'PATCH', '/api/v1/workspace', body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

test('a brand gets a slug of its own from its name', async () => {
  const first = await desk.ask(admin, 'POST', '/api/v1/brands', { name: 'Fjäll & Łódź Ødegård AB' });
  const second = await desk.ask(admin, 'POST', '/api/v1/brands', { name: 'Fjäll, Łódź: Ødegård AB' });
  expect([first.body.slug, second.body.slug]).toEqual(['fjall-lodz-odegard-ab', 'fjall-lodz-odegard-ab-2']);
  expect(await desk.ask(admin, 'POST', '/api/v1/brands', { name: 'X', slug: first.body.slug })).toMatchObject({ status: 409, body: { errors: [{ field: 'slug' }] } });
  expect((await desk.ask(admin, 'POST', '/api/v1/brands', { name: '株式会社' })).body.slug).toBe('brand');
});

test('there is one default brand, and it cannot be archived', async () => {
  const { db } = desk.context;
  const place = await aWorkspace(db);
  const owner = await anAgent(db, place.id, { role: 'owner' });
  const { body: next } = await desk.ask(owner, 'POST', '/api/v1/brands', { name: 'Next' });
  expect(next.is_default).toBe(false);
  expect(await desk.ask(owner, 'PATCH', `/api/v1/brands/${place.brandId}`, { archived: true })).toMatchObject({ status: 409, body: { code: 'still_in_use' } });
  await desk.ask(owner, 'PATCH', `/api/v1/brands/${next.id}`, { is_default: true });
  expect((await desk.ask(owner, 'PATCH', `/api/v1/brands/${place.brandId}`, { archived: true })).body).toMatchObject({ archived: true, is_default: false });
  expect((await desk.ask(owner, 'PATCH', `/api/v1/brands/${place.brandId}`, { is_default: true })).body.code).toBe('still_in_use');
  const shown = async (show: string) => (await desk.ask(owner, 'GET', `/api/v1/brands?show=${show}`)).body.items.map((each: { id: number }) => each.id);
  expect([await shown('active'), await shown('archived')]).toEqual([[next.id], [place.brandId]]);
});

test('two administrators who choose a default brand at once leave one', async () => {
  const { db } = desk.context;
  const place = await aWorkspace(db);
  const owner = await anAgent(db, place.id, { role: 'owner' });
  const others = [await aBrand(db, place.id), await aBrand(db, place.id)];
  const answers = await Promise.all(others.map((id) => desk.ask(owner, 'PATCH', `/api/v1/brands/${id}`, { is_default: true })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const defaults = (await desk.ask(owner, 'GET', '/api/v1/brands')).body.items.filter((each: { is_default: boolean }) => each.is_default);
  expect(defaults).toHaveLength(1);
});

test('who sees one brand sees only that, and the one that they make', async () => {
  expect((await desk.ask(onlyB, 'GET', '/api/v1/brands')).body.items.map((each: { id: number }) => each.id)).toEqual([brandB]);
  for (const url of [`/api/v1/brands/${workspace.brandId}`, `/api/v1/brands/${workspace.brandId}/texts`]) expect((await desk.ask(onlyB, 'GET', url)).status).toBe(404);
  expect((await desk.ask(onlyB, 'PATCH', `/api/v1/brands/${workspace.brandId}`, { name: 'X' })).status).toBe(404);
  expect((await desk.ask(onlyB, 'PUT', `/api/v1/brands/${workspace.brandId}/texts`, { texts: [] })).status).toBe(404);
  const { body: own } = await desk.ask(onlyB, 'POST', '/api/v1/brands', { name: 'Own' });
  expect((await desk.ask(onlyB, 'GET', `/api/v1/brands/${own.id}`)).status).toBe(200);
  expect((await desk.ask(stranger, 'GET', `/api/v1/brands/${brandB}`)).status).toBe(404);
});

test('a brand’s texts name only what may be named', async () => {
  const url = `/api/v1/brands/${brandB}/texts`;
  const texts = [
    { kind: 'acknowledgement', language: 'sv', subject: 'Ärende {{ticket.number}}', body: 'Hej {{ customer.name }}! {{ticket.subject}}' },
    { kind: 'signature', language: 'sv', body: '{{agent.name}}, {{brand.name}}' },
  ];
  const put = await desk.ask(admin, 'PUT', url, { texts });
  expect(put.status).toBe(200);
  expect(put.body.texts).toMatchObject(texts);
  expect(put.body.placeholders).toContain('{{ticket.number}}');
  const bad = await desk.ask(admin, 'PUT', url, { texts: [{ kind: 'signature', language: 'en', subject: '{{constructor}}', body: '{{agent.password}} {{#each x}} {{agent.name' }] });
  expect(bad.status).toBe(400);
  expect(bad.body.errors).toEqual([
    expect.objectContaining({ field: 'texts.0.subject', code: 'unknown_placeholder', message: expect.stringContaining('{{constructor}}') }),
    expect.objectContaining({ field: 'texts.0.body', message: expect.stringContaining('{{agent.password}}') }),
    expect.objectContaining({ field: 'texts.0.body', message: expect.stringContaining('{{#each x}}') }),
    expect.objectContaining({ field: 'texts.0.body', message: expect.stringContaining('{{agent.name') }),
  ]);
  expect((await desk.ask(viewer, 'GET', url)).body.texts).toMatchObject(texts);
  expect((await desk.ask(admin, 'PUT', url, { texts: [texts[1], texts[1]] })).body.errors[0]).toMatchObject({ field: 'texts.1', code: 'duplicate' });
  expect((await desk.ask(admin, 'PUT', url, { texts: [texts[1]] })).body.texts).toHaveLength(1);
});

test('an inbox’s own server is written and never shown', async () => {
  const secret = 'smtp://desk:canary-password@mail.example:587';
  const made = await desk.ask(admin, 'POST', '/api/v1/inboxes', { address: 'Help@Fjord.example', smtp_url: secret });
  expect(made).toMatchObject({ status: 201, body: { address: 'help@fjord.example', has_smtp: true, brand: { id: workspace.brandId } } });
  const all = [made, await desk.ask(admin, 'GET', `/api/v1/inboxes/${made.body.id}`), await desk.ask(admin, 'GET', '/api/v1/inboxes')];
  const events = await desk.context.db.selectFrom('events').selectAll().execute();
  expect(JSON.stringify([all, events])).not.toContain('canary');
  const row = await desk.context.db.selectFrom('inboxes').select('smtp_url_sealed').where('workspace_id', '=', workspace.id).where('id', '=', made.body.id).executeTakeFirstOrThrow();
  expect(row.smtp_url_sealed).not.toContain('canary');
  expect(desk.context.sealer.open(row.smtp_url_sealed ?? '')).toBe(secret);
  expect((await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${made.body.id}`, { smtp_url: null })).body.has_smtp).toBe(false);
});

test.each(['http://mail.example', 'smtp://', 'mail.example:25', 'smtp://mail.example/path', 'smtp://a:%ff@mail.example'])('%s is no mail server', async (smtp_url) => {
  expect(await desk.ask(admin, 'POST', '/api/v1/inboxes', { address: 'bad@fjord.example', smtp_url })).toMatchObject({ status: 400, body: { errors: [{ field: 'smtp_url' }] } });
});

test('an address belongs to one inbox in the whole installation', async () => {
  const { address } = await anInbox(desk.context.db, workspace.id);
  for (const asker of [admin, stranger]) {
    const answer = await desk.ask(asker, 'POST', '/api/v1/inboxes', { address: address.toUpperCase() });
    expect(answer).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'address' }] } });
  }
  expect((await desk.ask(stranger, 'GET', '/api/v1/inboxes')).body.items).toEqual([]);
});

test('an unused inbox is removed and its address is free; a used one stays, inactive, and keeps its address', async () => {
  const unused = await anInbox(desk.context.db, workspace.id);
  expect((await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${unused.id}`)).body).toEqual({ ok: true, outcome: 'removed' });
  expect((await desk.ask(stranger, 'POST', '/api/v1/inboxes', { address: unused.address })).status).toBe(201);

  const used = await anInbox(desk.context.db, workspace.id);
  await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'S', text: 'T', inbox: used.id, requester: { email: 'user@firm.example' } });
  expect((await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${used.id}`)).body).toEqual({ ok: true, outcome: 'deactivated' });
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes/${used.id}`)).body.active).toBe(false);
  expect((await desk.ask(stranger, 'POST', '/api/v1/inboxes', { address: used.address })).status).toBe(409);
  expect((await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${used.id}`, { active: true })).body.active).toBe(true);
});

test('inboxes follow their brand and workspace', async () => {
  const hidden = await anInbox(desk.context.db, workspace.id);
  const url = `/api/v1/inboxes/${hidden.id}`;
  for (const asker of [onlyB, stranger])
    for (const [method, body] of [['GET', undefined], ['PATCH', { name: 'X' }], ['DELETE', undefined]] as const) expect((await desk.ask(asker, method, url, body)).status).toBe(404);
  expect((await desk.ask(onlyB, 'POST', '/api/v1/inboxes', { address: 'steal@fjord.example', brand: workspace.brandId })).status).toBe(404);
  const team = await aTeam(desk.context.db, workspace.id);
  expect((await desk.ask(stranger, 'POST', '/api/v1/inboxes', { address: 'team@fjord.example', team })).status).toBe(404);
  expect((await desk.ask(viewer, 'GET', url)).status).toBe(200);
  expect((await desk.ask(agent, 'DELETE', url)).status).toBe(403);
});

test('a lead makes a team, changes its members and archives it', async () => {
  const { status, body: team } = await desk.ask(lead, 'POST', '/api/v1/teams', { name: 'Tier 2', members: [agent.id, lead.id] });
  expect(status).toBe(201);
  expect(team.members.map((each: { id: number }) => each.id).toSorted()).toEqual([lead.id, agent.id].toSorted());
  const changed = await desk.ask(lead, 'PATCH', `/api/v1/teams/${team.id}`, { members: [agent.id, viewer.id], archived: true });
  expect(changed.body).toMatchObject({ archived: true });
  expect(changed.body.members.map((each: { id: number }) => each.id).toSorted()).toEqual([agent.id, viewer.id].toSorted());
  const events = await desk.context.db.selectFrom('events').select(['type', 'data']).where('workspace_id', '=', workspace.id).where('type', '=', 'team.updated').execute();
  expect(events).toEqual([{ type: 'team.updated', data: { team_id: team.id, changes: { archived: { from: false, to: true }, members: { added: [viewer.id], removed: [lead.id] } } } }]);
  expect(await desk.ask(lead, 'POST', '/api/v1/teams', { name: 'Tier 2' })).toMatchObject({ status: 409, body: { errors: [{ field: 'name' }] } });
});

test('a team takes no stranger, and strangers and agents change no team', async () => {
  expect((await desk.ask(lead, 'POST', '/api/v1/teams', { name: 'With a stranger', members: [stranger.id] })).status).toBe(404);
  const team = await aTeam(desk.context.db, workspace.id);
  const named = await aTeam(desk.context.db, workspace.id);
  expect((await desk.ask(stranger, 'GET', `/api/v1/teams/${team}`)).status).toBe(404);
  expect((await desk.ask(stranger, 'PATCH', `/api/v1/teams/${team}`, { name: 'X' })).status).toBe(404);
  expect((await desk.ask(agent, 'PATCH', `/api/v1/teams/${team}`, { name: 'X' })).status).toBe(403);
  const { body } = await desk.ask(viewer, 'GET', `/api/v1/teams/${named}`);
  expect(await desk.ask(lead, 'PATCH', `/api/v1/teams/${team}`, { name: body.name })).toMatchObject({ status: 409, body: { errors: [{ field: 'name' }] } });
});

test('a token is shown once, works, and is dead with its removal', async () => {
  const { status, body: made } = await desk.ask(agent, 'POST', '/api/v1/tokens', { name: 'import script' });
  expect(status).toBe(201);
  expect(made.token).toMatch(/^omb_[A-Za-z0-9_-]{43}$/);
  const listed = (await desk.ask(agent, 'GET', '/api/v1/tokens')).body.items.find((each: { id: number }) => each.id === made.id);
  expect(listed).toMatchObject({ name: 'import script', prefix: made.token.slice(0, 10) });
  expect(JSON.stringify(listed)).not.toContain(made.token);
  const stored = await desk.context.db.selectFrom('identity.api_tokens').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow();
  expect(JSON.stringify(stored)).not.toContain(made.token);
  const bearer = { headers: { authorization: `Bearer ${made.token}` } };
  expect((await desk.ask(bearer, 'GET', '/api/v1/me')).body.agent.id).toBe(agent.id);
  for (const other of [admin, stranger]) expect((await desk.ask(other, 'DELETE', `/api/v1/tokens/${made.id}`)).status).toBe(404);
  expect((await desk.ask(agent, 'DELETE', `/api/v1/tokens/${made.id}`)).body).toEqual({ ok: true });
  expect((await desk.ask(bearer, 'GET', '/api/v1/me')).status).toBe(401);
});

test('a token may end by itself, and not before it begins', async () => {
  expect((await desk.ask(agent, 'POST', '/api/v1/tokens', { name: 'past', expires_at: '2020-01-01T00:00:00Z' })).body.errors[0].field).toBe('expires_at');
  const soon = new Date(desk.context.clock.now().getTime() + 1_000);
  const { body } = await desk.ask(agent, 'POST', '/api/v1/tokens', { name: 'short', expires_at: soon.toISOString() });
  const bearer = { headers: { authorization: `Bearer ${body.token}` } };
  expect((await desk.ask(bearer, 'GET', '/api/v1/me')).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await desk.ask(bearer, 'GET', '/api/v1/me')).status).toBe(401);
  expect((await desk.ask(viewer, 'POST', '/api/v1/tokens', { name: 'x' })).status).toBe(403);
});

test('a sender or a domain is blocked once and let in again', async () => {
  const { status, body: block } = await desk.ask(agent, 'POST', '/api/v1/blocks', { pattern: '@Spam.example' });
  expect([status, block.pattern, block.created_by]).toEqual([201, '@spam.example', { id: agent.id, name: agent.name }]);
  expect((await desk.ask(agent, 'POST', '/api/v1/blocks', { pattern: '@spam.example' })).body.code).toBe('already_exists');
  expect((await desk.ask(agent, 'POST', '/api/v1/blocks', { pattern: 'not an address' })).body.errors[0].field).toBe('pattern');
  expect((await desk.ask(stranger, 'GET', '/api/v1/blocks')).body.items).toEqual([]);
  expect((await desk.ask(stranger, 'DELETE', `/api/v1/blocks/${block.id}`)).status).toBe(404);
  expect((await desk.ask(viewer, 'DELETE', `/api/v1/blocks/${block.id}`)).status).toBe(403);
  expect((await desk.ask(agent, 'DELETE', `/api/v1/blocks/${block.id}`)).body).toEqual({ ok: true });
  expect((await desk.ask(agent, 'GET', '/api/v1/blocks')).body.items).toEqual([]);
});
