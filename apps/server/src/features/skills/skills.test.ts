import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  lead = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
});
afterAll(() => desk.stop());

const url = '/api/v1/skills';
const add = (body: object, asker = lead) => desk.ask(asker, 'POST', url, body);
const change = (id: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `${url}/${id}`, body);
const list = async (query = '', asker = lead): Promise<{ id: number; name: string }[]> => (await desk.ask(asker, 'GET', `${url}${query}`)).body.items;

test('leads name skills, everybody reads them', async () => {
  const agent = await anAgent(desk.context.db, workspace.id);
  expect((await add({ kind: 'product', name: 'Router' }, agent)).status).toBe(403);
  const made = await add({ kind: 'product', name: 'Router' });
  expect(made).toMatchObject({ status: 201, body: { kind: 'product', name: 'Router', language: null, people: 0, archived: false } });
  expect(await list('', agent)).toEqual([made.body]);
  expect((await change(made.body.id, { name: 'Routers' }, agent)).status).toBe(403);
  expect(await change(made.body.id, { name: 'Routers' })).toMatchObject({ status: 200, body: { name: 'Routers' } });
  expect((await wholeFeed(desk, lead)).map(({ type, data }) => [type, data])).toEqual([
    ['skill.created', { skill_id: made.body.id, kind: 'product' }],
    ['skill.updated', { skill_id: made.body.id, changes: { name: true } }],
  ]);
});

test('a kind has a name once, whatever its capitals; what is archived leaves it free', async () => {
  const first = (await add({ kind: 'product', name: 'Router' })).body;
  expect(await add({ kind: 'product', name: 'ROUTER' })).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'name' }] } });
  expect((await add({ kind: 'technology', name: 'Router' })).status).toBe(201);
  await change(first.id, { archived: true });
  expect((await add({ kind: 'product', name: 'router' })).status).toBe(201);
  expect(await change(first.id, { archived: false })).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'name' }] } });
});

test('a language is named by its code, and only a language has one', async () => {
  expect(await add({ kind: 'language', name: 'Danish' })).toMatchObject({ status: 400, body: { errors: [{ field: 'language', code: 'required' }] } });
  expect(await add({ kind: 'product', name: 'Router', language: 'da' })).toMatchObject({ status: 400, body: { errors: [{ field: 'language', code: 'not_allowed' }] } });
  expect(await add({ kind: 'language', name: 'Danish', language: 'da' })).toMatchObject({ status: 201, body: { language: 'da' } });
  expect(await add({ kind: 'language', name: 'Dansk', language: 'da' })).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'language' }] } });
});

test('lists are of what is in use, of one kind, or of what was archived', async () => {
  const router = (await add({ kind: 'product', name: 'Router' })).body;
  const linux = (await add({ kind: 'technology', name: 'Linux' })).body;
  await change(router.id, { archived: true });
  expect((await list()).map(({ id }) => id)).toEqual([linux.id]);
  expect((await list('?show=archived')).map(({ id }) => id)).toEqual([router.id]);
  expect((await list('?show=all&kind=product')).map(({ id }) => id)).toEqual([router.id]);
  const page = (await desk.ask(lead, 'GET', `${url}?show=all&limit=1`)).body;
  expect(page.items.map(({ id }: { id: number }) => id)).toEqual([router.id]);
  expect((await list(`?show=all&limit=1&cursor=${page.next_cursor}`)).map(({ id }) => id)).toEqual([linux.id]);
});

test('says how many people have it, without those for whom it has expired or who have left', async () => {
  const skill = (await add({ kind: 'certificate', name: 'Fibre splicing' })).body;
  const { db } = desk.context;
  const ending = new Date(desk.context.clock.now().getTime() - 1000);
  const has = async (options: Parameters<typeof anAgent>[2], expires: Date | null = null) => {
    const { id } = await anAgent(db, workspace.id, options);
    await db.insertInto('agent_skills').values({ workspace_id: workspace.id, agent_id: id, skill_id: skill.id, level: 3, expires_at: expires }).execute();
    return id;
  };
  await has({});
  await has({}, ending);
  await has({ role: 'viewer' });
  const left = await has({});
  await db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', left).execute();
  expect((await desk.ask(lead, 'GET', `${url}/${skill.id}`)).body.people).toBe(1);
});
