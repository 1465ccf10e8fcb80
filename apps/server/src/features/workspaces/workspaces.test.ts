import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { createWorkspace } from './index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db, { name: 'Nordic Support' });
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
});
afterAll(() => desk.stop());

const change = (body: object, asker = admin) => desk.ask(asker, 'PATCH', '/api/v1/workspace', body);
const events = () => wholeFeed(desk, admin);

test('everybody sees their workspace, administrators change it', async () => {
  const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
  const lead = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
  expect((await desk.ask(viewer, 'GET', '/api/v1/workspace')).body).toMatchObject({ id: workspace.id, name: 'Nordic Support', demo: false });
  expect((await change({ name: 'Mine' }, lead)).status).toBe(403);
  expect(await change({ name: 'Nordisk', default_language: 'sv', time_zone: 'Europe/Stockholm', close_after_hours: 48 })).toMatchObject({
    status: 200,
    body: { name: 'Nordisk', default_language: 'sv', time_zone: 'Europe/Stockholm', close_after_hours: 48 },
  });
  expect(await events()).toMatchObject([
    { type: 'workspace.updated', data: { changes: { name: true, default_language: { from: 'en', to: 'sv' }, time_zone: { from: 'UTC', to: 'Europe/Stockholm' }, close_after_hours: { from: 168, to: 48 } } } },
  ]);
});

test('what changes nothing makes no event', async () => {
  expect((await change({})).status).toBe(200);
  expect((await change({ name: 'Nordic Support' })).status).toBe(200);
  expect(await events()).toEqual([]);
});

test('says when the desk is staffed, and takes it back', async () => {
  const hours = [[{ from: '08:00', to: '12:00' }, { from: '13:00', to: '24:00' }], [], [], [], [], [], []];
  expect((await change({ hours })).body.hours).toEqual(hours);
  expect((await desk.ask(admin, 'GET', '/api/v1/workspace')).body.hours).toEqual(hours);
  expect((await change({ hours: null })).body.hours).toBeNull();
  const week = (...monday: object[]) => ({ hours: [monday, [], [], [], [], [], []] });
  for (const wrong of [{ hours: [] }, week({ from: '9:00', to: '10:00' }), week({ from: '10:00', to: '10:00' }), week({ from: '25:00', to: '26:00' }), week({ from: '08:00', to: '12:00' }, { from: '11:00', to: '13:00' }), week({ from: '08:00', to: '12:00', day: 1 })])
    expect(await change(wrong)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
});

test.each([{ slug: 'mine' }, { demo: true }, { id: 1 }, { time_zone: 'Mars/Olympus' }, { default_language: 'xx' }, { close_after_hours: 0 }, { close_after_hours: 1.5 }, { country: 'EU' }, { country: 'se' }, { phone_country: 'SE' }, { name: '' }, { name: 'a\nb' }])(
  '%j is refused',
  async (body) => {
    expect(await change(body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect((await desk.ask(admin, 'GET', '/api/v1/workspace')).body).toMatchObject({ slug: workspace.slug, name: 'Nordic Support', demo: false });
  },
);

test('two changes at the same moment are both kept', async () => {
  await Promise.all([change({ name: 'One' }), change({ time_zone: 'Europe/Warsaw' }), change({ close_after_hours: 24 })]);
  expect((await desk.ask(admin, 'GET', '/api/v1/workspace')).body).toMatchObject({ name: 'One', time_zone: 'Europe/Warsaw', close_after_hours: 24 });
  expect(await events()).toHaveLength(3);
});

test('a new workspace has a default brand of its name, and its slug is there once', async () => {
  const { db } = desk.context;
  const { workspaceId, brandId } = await db.transaction().execute((tx) => createWorkspace(tx, { slug: 'fresh', name: 'Fresh Air' }));
  const owner = await anAgent(db, workspaceId, { role: 'owner' });
  expect((await desk.ask(owner, 'GET', '/api/v1/brands')).body.items).toMatchObject([{ id: brandId, name: 'Fresh Air', slug: 'fresh-air', is_default: true }]);
  await expect(db.transaction().execute((tx) => createWorkspace(tx, { slug: 'fresh', name: 'Other' }))).rejects.toMatchObject({ code: 'already_exists' });
});
