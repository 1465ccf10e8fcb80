import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAgent, aTeam, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let count = 0;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
});
afterAll(() => desk.stop());

const anAddress = () => `help-${(count += 1)}@desk.example`;
const add = (body: object, asker = admin) => desk.ask(asker, 'POST', '/api/v1/inboxes', body);
const change = (id: number, body: object) => desk.ask(admin, 'PATCH', `/api/v1/inboxes/${id}`, body);
const sealedOf = async (id: number) => (await desk.context.db.selectFrom('inboxes').select('smtp_url_sealed').where('workspace_id', '=', workspace.id).where('id', '=', id).executeTakeFirstOrThrow()).smtp_url_sealed;
const newestEvent = async () => (await wholeFeed(desk, admin)).at(-1);

test('an inbox is added for the default brand, changed, and found again', async () => {
  const team = await aTeam(desk.context.db, workspace.id, { name: 'First line' });
  const added = await add({ address: ` Help-${(count += 1)}@Desk.Example `, name: 'Help', team });
  expect(added).toMatchObject({ status: 201, body: { address: `help-${count}@desk.example`, brand: { id: workspace.brandId }, team: { id: team, name: 'First line' }, has_smtp: false, active: true } });
  expect(await newestEvent()).toMatchObject({ type: 'inbox.created', brand: workspace.brandId, data: { inbox_id: added.body.id } });
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes/${added.body.id}`)).body).toEqual(added.body);
  expect(await change(added.body.id, { team: null, name: '' })).toMatchObject({ status: 200, body: { team: null, name: '' } });
  expect(await newestEvent()).toMatchObject({ type: 'inbox.updated', data: { changes: { team_id: { from: team, to: null }, name: true } } });
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes?brand=${workspace.brandId}`)).body.items).toHaveLength(1);
});

test('an address belongs to one inbox in the whole installation', async () => {
  const address = anAddress();
  const elsewhere = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'admin' });
  expect((await add({ address })).status).toBe(201);
  for (const asker of [admin, elsewhere]) expect(await add({ address: address.toUpperCase() }, asker)).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'address' }] } });
  // Nothing is left of the refused one.
  expect((await desk.ask(elsewhere, 'GET', '/api/v1/inboxes')).body.items).toEqual([]);
});

test('of many who ask for one address at the same moment one gets it', async () => {
  const address = anAddress();
  const others = await Promise.all(Array.from({ length: 3 }, async () => anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'admin' })));
  const answers = await Promise.all([...others, ...others, admin, admin].map((asker) => add({ address }, asker)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
});

test('the way out is written, sealed, and never shown', async () => {
  const secret = 'canary-4711-outgoing';
  const added = await add({ address: anAddress(), smtp_url: `smtps://desk:${secret}@mail.example:465` });
  expect(added).toMatchObject({ status: 201, body: { has_smtp: true } });
  const sealed = await sealedOf(added.body.id);
  expect(sealed).not.toContain(secret);
  expect(desk.context.sealer.open(sealed ?? '')).toBe(`smtps://desk:${secret}@mail.example:465`);
  const changed = await change(added.body.id, { smtp_url: `smtp://desk:${secret}2@mail.example:587` });
  const list = await desk.ask(admin, 'GET', '/api/v1/inboxes');
  const events = { body: await wholeFeed(desk, admin) };
  for (const { body } of [added, changed, list, events]) expect(JSON.stringify(body)).not.toContain('canary');
  expect(await newestEvent()).toMatchObject({ type: 'inbox.updated', data: { changes: { smtp: true } } });
  expect(await change(added.body.id, { smtp_url: null })).toMatchObject({ status: 200, body: { has_smtp: false } });
  expect(await sealedOf(added.body.id)).toBeNull();
});

test.each(['https://desk:canary@mail.example', 'smtp://', 'mail.example:25', 'smtp://user:canary%zz@mail.example', 'smtp://user:canary@mail.example/path', 'smtp://user:canary@mail.example/?proxy=http://10.0.0.1:3128&logger=true', 'smtp://user:canary@mail example', `smtp://user:canary@${'a'.repeat(600)}`])(
  'the way out %j is refused, and the answer does not repeat it',
  async (smtpUrl) => {
    const answer = await add({ address: anAddress(), smtp_url: smtpUrl });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'smtp_url' }] } });
    expect(JSON.stringify(answer.body)).not.toContain('canary');
  },
);

test('an inbox that nothing names is removed and its address is free again', async () => {
  const address = anAddress();
  const { body } = await add({ address });
  expect(await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${body.id}`)).toMatchObject({ status: 200, body: { ok: true, outcome: 'removed' } });
  expect(await newestEvent()).toMatchObject({ type: 'inbox.removed', brand: workspace.brandId, data: { inbox_id: body.id } });
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes/${body.id}`)).status).toBe(404);
  expect((await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${body.id}`)).status).toBe(404);
  expect((await add({ address })).status).toBe(201);
});

test('an inbox that a ticket names stays, inactive, and its address stays taken', async () => {
  const { db } = desk.context;
  const address = anAddress();
  const { body } = await add({ address });
  const ticket = await aTicket(db, workspace.id);
  await db.updateTable('tickets').set({ inbox_id: body.id }).where('workspace_id', '=', workspace.id).where('id', '=', ticket.id).execute();
  for (let turn = 0; turn < 2; turn += 1) expect(await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${body.id}`)).toMatchObject({ status: 200, body: { outcome: 'deactivated' } });
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes/${body.id}`)).body).toMatchObject({ active: false });
  expect((await add({ address })).status).toBe(409);
  expect(await change(body.id, { active: true })).toMatchObject({ status: 200, body: { active: true } });
});

test('brands and teams of another workspace, and archived ones, are not there', async () => {
  const { db } = desk.context;
  const elsewhere = await aWorkspace(db);
  const foreignTeam = await aTeam(db, elsewhere.id);
  const archivedTeam = await aTeam(db, workspace.id);
  await desk.ask(admin, 'PATCH', `/api/v1/teams/${archivedTeam}`, { archived: true });
  const { body } = await add({ address: anAddress() });
  for (const choice of [{ brand: elsewhere.brandId }, { team: foreignTeam }, { team: archivedTeam }]) {
    expect(await add({ address: anAddress(), ...choice }), JSON.stringify(choice)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await change(body.id, choice), JSON.stringify(choice)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
});

test('inboxes are the administrators’ to change', async () => {
  const lead = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
  expect((await add({ address: anAddress() }, lead)).status).toBe(403);
  expect((await desk.ask(lead, 'GET', '/api/v1/inboxes')).status).toBe(200);
});
