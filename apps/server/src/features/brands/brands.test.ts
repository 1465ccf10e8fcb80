import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aBrand, anAgent, anInbox, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
});
afterAll(() => desk.stop());

const made = async (body: object) => (await desk.ask(admin, 'POST', '/api/v1/brands', body)).body as { id: number; slug: string; is_default: boolean };
const change = (id: number, body: object, asker = admin) => desk.ask(asker, 'PATCH', `/api/v1/brands/${id}`, body);
const defaults = () => desk.context.db.selectFrom('brands').select('id').where('workspace_id', '=', workspace.id).where('is_default', '=', true).execute();

const naming = (id: number) => new RegExp(`[:[,]${id}[,}\\]]`);

const eventsFor = (asker: TestAgent) => wholeFeed(desk, asker);

test('a brand is added with all that it needs, and found again', async () => {
  const answer = await desk.ask(admin, 'POST', '/api/v1/brands', { name: 'Fjäll & Ödla AB', color: '#0B6E75', default_language: 'sv', from_name: 'Fjäll', acknowledge: true });
  expect(answer).toMatchObject({ status: 201, body: { slug: 'fjall-odla-ab', name: 'Fjäll & Ödla AB', color: '#0b6e75', default_language: 'sv', from_name: 'Fjäll', acknowledge: true, is_default: false, archived: false } });
  expect((await desk.ask(admin, 'GET', `/api/v1/brands/${answer.body.id}`)).body).toEqual(answer.body);
  const list = await desk.ask(admin, 'GET', '/api/v1/brands?limit=1');
  expect(list.body.items.map(({ id }: { id: number }) => id)).toEqual([workspace.brandId]);
  const rest = await desk.ask(admin, 'GET', `/api/v1/brands?limit=1&cursor=${list.body.next_cursor}`);
  expect(rest.body).toMatchObject({ items: [{ id: answer.body.id }], next_cursor: null });
});

test('two brands of one name get two slugs; a slug that is asked for is taken or refused', async () => {
  expect([(await made({ name: 'Grid' })).slug, (await made({ name: 'Grid' })).slug]).toEqual(['grid', 'grid-2']);
  expect(await desk.ask(admin, 'POST', '/api/v1/brands', { name: 'Other', slug: 'grid' })).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'slug' }] } });
});

test('the language of a new brand is the workspace’s', async () => {
  await desk.ask(admin, 'PATCH', '/api/v1/workspace', { default_language: 'pl' });
  expect(await desk.ask(admin, 'POST', '/api/v1/brands', { name: 'Warszawa' })).toMatchObject({ body: { default_language: 'pl' } });
});

test('the default mark moves, and both brands say so', async () => {
  const second = await made({ name: 'Second' });
  expect(await change(second.id, { is_default: true })).toMatchObject({ status: 200, body: { is_default: true } });
  expect(await defaults()).toEqual([{ id: second.id }]);
  expect((await eventsFor(admin)).slice(-2)).toMatchObject([
    { type: 'brand.updated', brand: workspace.brandId, data: { changes: { is_default: { from: true, to: false } } } },
    { type: 'brand.updated', brand: second.id, data: { changes: { is_default: { from: false, to: true } } } },
  ]);
});

test('many who move the default mark at the same moment leave one', async () => {
  const brands = await Promise.all(Array.from({ length: 6 }, (_, n) => made({ name: `Rush ${n}` })));
  const answers = await Promise.all([
    ...brands.map(({ id }) => change(id, { is_default: true })),
    ...Array.from({ length: 4 }, () => desk.ask(admin, 'POST', '/api/v1/brands', { name: 'New', is_default: true })),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 201, 201, 201, 201]);
  expect(await defaults()).toHaveLength(1);
});

test('the default brand is not archived, an archived one is not made the default, and both at once is neither', async () => {
  const second = await made({ name: 'Second' });
  expect(await change(workspace.brandId, { archived: true })).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'archived' }] } });
  expect(await change(second.id, { archived: true, is_default: true })).toMatchObject({ status: 409, body: { code: 'still_in_use' } });
  expect(await change(second.id, { archived: true })).toMatchObject({ status: 200, body: { archived: true } });
  expect(await change(second.id, { is_default: true })).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'is_default' }] } });
  expect(await change(second.id, { is_default: true, archived: false })).toMatchObject({ status: 200, body: { is_default: true, archived: false } });
  expect(await defaults()).toEqual([{ id: second.id }]);
});

test('an archived brand leaves the list but can be asked for', async () => {
  const second = await made({ name: 'Second' });
  await change(second.id, { archived: true });
  const shown = async (show: string) => (await desk.ask(admin, 'GET', `/api/v1/brands?show=${show}`)).body.items.map(({ id }: { id: number }) => id);
  expect([await shown('active'), await shown('archived'), await shown('all')]).toEqual([[workspace.brandId], [second.id], [workspace.brandId, second.id]]);
  expect((await desk.ask(admin, 'GET', '/api/v1/me')).body.brands).toHaveLength(1);
});

test('a brand that mail comes to is not archived, nor is an inbox opened in an archived one', async () => {
  const second = await made({ name: 'Second' });
  const inbox = await anInbox(desk.context.db, workspace.id, { brandId: second.id });
  expect(await change(second.id, { archived: true })).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'archived' }] } });
  await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { active: false });
  expect(await change(second.id, { archived: true })).toMatchObject({ status: 200 });
  expect(await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { active: true })).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'active' }] } });
  expect(await desk.ask(admin, 'POST', '/api/v1/inboxes', { address: 'late@desk.example', brand: second.id })).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test('what changes nothing makes no event', async () => {
  const before = (await eventsFor(admin)).length;
  expect(await change(workspace.brandId, { acknowledge: false, is_default: true })).toMatchObject({ status: 200 });
  expect(await change(workspace.brandId, {})).toMatchObject({ status: 200 });
  expect(await eventsFor(admin)).toHaveLength(before);
});

test('texts name only placeholders of the closed list', async () => {
  const put = (texts: object[]) => desk.ask(admin, 'PUT', `/api/v1/brands/${workspace.brandId}/texts`, { texts });
  const good = { kind: 'acknowledgement', language: 'en', subject: '[#{{ticket.number}}]', body: 'Dear {{ customer.name }}, { thanks }. {{brand.name}}' };
  const bad = { kind: 'signature', language: 'en', body: 'x {{constructor.prototype}} {{ticket.number' };
  const refused = await put([good, bad]);
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'texts.1.body', code: 'unknown_placeholder' }, { field: 'texts.1.body', code: 'unknown_placeholder' }] } });
  expect(await put([good, good])).toMatchObject({ status: 400, body: { errors: [{ field: 'texts.1', code: 'duplicate' }] } });
  expect(await put([good])).toMatchObject({ status: 200, body: { texts: [good], placeholders: expect.arrayContaining(['{{ticket.number}}']) } });
  expect(await put([{ ...good, language: 'sv' }])).toMatchObject({ status: 200, body: { texts: [{ language: 'sv' }] } });
  // Ten thousand faults are not ten thousand lines.
  const many = await put([{ ...good, body: Array.from({ length: 3000 }, (_, n) => `{{${n}}}`).join('') }]);
  expect(many.status).toBe(400);
  expect(JSON.stringify(many.body).length).toBeLessThan(5_000);
});

test('the same texts again change nothing, not even their date', async () => {
  const text = { kind: 'signature', language: 'en', subject: '', body: 'Kind regards' };
  const put = async () => (await desk.ask(admin, 'PUT', `/api/v1/brands/${workspace.brandId}/texts`, { texts: [text] })).body;
  const first = await put();
  const events = (await eventsFor(admin)).length;
  expect(await put()).toEqual(first);
  expect(await eventsFor(admin)).toHaveLength(events);
});

test('who sees some brands only gets nothing of the others: not the brand, its texts, its inboxes, nor what happens there', async () => {
  const { db } = desk.context;
  const seen = await made({ name: 'Seen' });
  const hidden = await made({ name: 'Hidden' });
  const narrow = await anAgent(db, workspace.id, { role: 'admin', brands: [seen.id] });
  const inbox = (await desk.ask(admin, 'POST', '/api/v1/inboxes', { address: `hidden-${hidden.id}@desk.example`, brand: hidden.id })).body;
  await change(hidden.id, { name: 'Hidden still' });
  await change(hidden.id, { is_default: true });
  await desk.ask(admin, 'PUT', `/api/v1/brands/${hidden.id}/texts`, { texts: [{ kind: 'signature', language: 'en', body: 'x' }] });
  await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { name: 'Secret' });
  for (const url of [`/api/v1/brands/${hidden.id}`, `/api/v1/brands/${hidden.id}/texts`, `/api/v1/inboxes/${inbox.id}`])
    expect(await desk.ask(narrow, 'GET', url), url).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await desk.ask(narrow, 'GET', '/api/v1/brands?show=all')).body.items.map(({ id }: { id: number }) => id)).toEqual([seen.id]);
  expect((await desk.ask(narrow, 'GET', '/api/v1/inboxes')).body.items).toEqual([]);
  expect((await desk.ask(narrow, 'GET', `/api/v1/inboxes?brand=${hidden.id}`)).body.items).toEqual([]);
  expect(await change(hidden.id, { name: 'Mine' }, narrow)).toMatchObject({ status: 404 });
  expect(await desk.ask(narrow, 'POST', '/api/v1/inboxes', { address: 'x@desk.example', brand: hidden.id })).toMatchObject({ status: 404 });
  const events = await eventsFor(narrow);
  expect(events.map(({ brand }) => brand)).toEqual([seen.id]);
  expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(naming(hidden.id));
});

test('an inbox that moves between two brands names neither to who sees the other', async () => {
  const { db } = desk.context;
  const from = await made({ name: 'From' });
  const to = await made({ name: 'To' });
  const inbox = (await desk.ask(admin, 'POST', '/api/v1/inboxes', { address: `moves-${from.id}@desk.example`, brand: from.id })).body;
  await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { brand: to.id });
  for (const [mine, other] of [[from.id, to.id], [to.id, from.id]] as const) {
    const narrow = await anAgent(db, workspace.id, { brands: [mine] });
    const events = await eventsFor(narrow);
    expect(events.at(-1)).toMatchObject({ type: 'inbox.updated', brand: mine, data: { inbox_id: inbox.id, changes: { brand_id: true } } });
    expect(events.map(({ brand }) => brand)).not.toContain(other);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(naming(other));
  }
});

test('who sees some brands only sees the brand they make, and does not take the default from one they do not see', async () => {
  const seen = await aBrand(desk.context.db, workspace.id);
  const narrow = await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [seen] });
  const own = await desk.ask(narrow, 'POST', '/api/v1/brands', { name: 'Own' });
  expect(own.status).toBe(201);
  expect((await desk.ask(narrow, 'GET', `/api/v1/brands/${own.body.id}`)).status).toBe(200);
  expect(await change(own.body.id, { is_default: true }, narrow)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  expect(await desk.ask(narrow, 'POST', '/api/v1/brands', { name: 'Own 2', is_default: true })).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  expect(await defaults()).toEqual([{ id: workspace.brandId }]);
});

test('a brand of another workspace is not there, and settings are for administrators', async () => {
  const elsewhere = await aWorkspace(desk.context.db);
  expect(await change(elsewhere.brandId, { name: 'Mine' })).toMatchObject({ status: 404, body: { code: 'not_found' } });
  const lead = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
  expect(await change(workspace.brandId, { name: 'Mine' }, lead)).toMatchObject({ status: 403 });
  expect(await desk.ask(lead, 'POST', '/api/v1/brands', { name: 'Mine' })).toMatchObject({ status: 403 });
});

test('who owns a row and who made it never comes from the body', async () => {
  const elsewhere = await aWorkspace(desk.context.db);
  for (const extra of [{ workspace_id: elsewhere.id }, { id: 1 }, { created_at: '2020-01-01T00:00:00Z' }, { is_default: false }])
    expect(await desk.ask(admin, 'POST', '/api/v1/brands', { name: 'X', ...extra }), JSON.stringify(extra)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
});

test('only the teams that serve a brand get its tickets, on every way to a team', async () => {
  const { db } = desk.context;
  const [first, second] = [await aTeam(db, workspace.id, { name: 'First line' }), await aTeam(db, workspace.id, { name: 'Second line' })];
  const other = await made({ name: 'Polar' });
  const inbox = await anInbox(db, workspace.id, { brandId: workspace.brandId });
  expect(await change(workspace.brandId, { teams: [first, 999_999] })).toMatchObject({ status: 400, body: { errors: [{ field: 'teams', code: 'not_found' }] } });
  const setInbox = (team: number) => desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { team });
  expect((await setInbox(second)).status).toBe(200);
  expect(await change(workspace.brandId, { teams: [first] })).toMatchObject({ status: 409, body: { errors: [{ field: 'teams', code: 'inbox_of_other_team' }] } });
  expect((await setInbox(first)).status).toBe(200);
  expect(await change(workspace.brandId, { teams: [first] })).toMatchObject({ status: 200, body: { teams: [first] } });
  expect((await desk.ask(admin, 'GET', '/api/v1/me')).body.brands).toContainEqual(expect.objectContaining({ id: workspace.brandId, teams: [first] }));
  const refused = { status: 400, body: { errors: [{ field: 'team', code: 'not_serving' }] } };
  expect(await setInbox(second)).toMatchObject(refused);

  const open = (body: object) => desk.ask(admin, 'POST', '/api/v1/tickets', { subject: 'A lamp', text: 'Dark', requester: { email: 'maja@firm.example', name: 'Maja' }, ...body });
  const give = (number: number, body: object) => desk.ask(admin, 'PATCH', `/api/v1/tickets/${number}`, body);
  expect(await open({ brand: workspace.brandId, team: second })).toMatchObject(refused);
  const { number } = (await open({ brand: workspace.brandId })).body;
  expect(await give(number, { team: second })).toMatchObject(refused);
  expect(await give(number, { team: first })).toMatchObject({ status: 200, body: { team: { id: first } } });
  // Elsewhere the team of the other brand works on; back here it does not.
  const moved = (await open({ brand: other.id, team: second })).body.number;
  expect(await give(moved, { brand: workspace.brandId, team: second })).toMatchObject(refused);
  expect(await give(moved, { brand: workspace.brandId })).toMatchObject({ status: 200, body: { team: null, brand: { id: workspace.brandId } } });
  // Nothing is taken from who has it; and all teams may again when the brand says nothing of them.
  expect((await change(workspace.brandId, { teams: null })).body.teams).toBeNull();
  expect(await give(number, { team: second })).toMatchObject({ status: 200, body: { team: { id: second } } });
});
