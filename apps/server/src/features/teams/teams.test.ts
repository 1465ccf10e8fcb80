import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAgent, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
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
  lead = await anAgent(desk.context.db, workspace.id, { role: 'lead', name: 'Lena' });
});
afterAll(() => desk.stop());

const add = (body: object, asker = lead) => desk.ask(asker, 'POST', '/api/v1/teams', body);
const change = (id: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/teams/${id}`, body);
const newestEvent = async () => (await wholeFeed(desk, lead)).at(-1);

test('a lead makes a team, and members come and go', async () => {
  const nora = await anAgent(desk.context.db, workspace.id, { name: 'Nora' });
  const team = await add({ name: 'First line', members: [lead.id, lead.id] });
  expect(team).toMatchObject({ status: 201, body: { name: 'First line', members: [{ id: lead.id, name: 'Lena', active: true }], archived: false } });
  expect(await newestEvent()).toMatchObject({ type: 'team.created', data: { team_id: team.body.id, members: [lead.id] } });
  expect((await change(team.body.id, { members: [nora.id] })).body.members).toEqual([{ id: nora.id, name: 'Nora', active: true }]);
  expect(await newestEvent()).toMatchObject({ type: 'team.updated', data: { changes: { members: { added: [nora.id], removed: [lead.id] } } } });
  expect((await change(team.body.id, { members: [] })).body.members).toEqual([]);
  expect((await desk.ask(lead, 'GET', `/api/v1/agents?team=${team.body.id}`)).body.items).toEqual([]);
});

test('a team name is there once, also when two ask for it at the same moment', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => add({ name: 'Rush' })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  const other = await add({ name: 'Other' });
  expect(await change(other.body.id, { name: 'Rush' })).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'name' }] } });
});

test('an archived team leaves the list and the own page, and comes back', async () => {
  const team = (await add({ name: 'Seasonal', members: [lead.id] })).body;
  const seen = async () => [(await desk.ask(lead, 'GET', '/api/v1/teams')).body.items.length, (await desk.ask(lead, 'GET', '/api/v1/me')).body.teams.length];
  expect(await seen()).toEqual([1, 1]);
  expect(await change(team.id, { archived: true })).toMatchObject({ status: 200, body: { archived: true } });
  expect(await seen()).toEqual([0, 0]);
  expect((await desk.ask(lead, 'GET', '/api/v1/teams?show=archived')).body.items).toHaveLength(1);
  await change(team.id, { archived: false });
  expect(await seen()).toEqual([1, 1]);
});

test('what changes nothing makes no event', async () => {
  const team = (await add({ name: 'Quiet', members: [lead.id] })).body;
  const before = await newestEvent();
  expect((await change(team.id, { name: 'Quiet', members: [lead.id], archived: false })).status).toBe(200);
  expect(await newestEvent()).toEqual(before);
});

test('members and teams of another workspace are not there, and nothing is left of the attempt', async () => {
  const elsewhere = await aWorkspace(desk.context.db);
  const stranger = await anAgent(desk.context.db, elsewhere.id);
  const foreign = await aTeam(desk.context.db, elsewhere.id);
  expect(await add({ name: 'Mixed', members: [stranger.id] })).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await desk.ask(lead, 'GET', '/api/v1/teams')).body.items).toEqual([]);
  expect(await change(foreign, { name: 'Mine' })).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await desk.ask(lead, 'GET', `/api/v1/teams/${foreign}`)).status).toBe(404);
});

test('an agent looks at teams and changes none', async () => {
  const agent = await anAgent(desk.context.db, workspace.id);
  const team = (await add({ name: 'Ours' })).body;
  expect((await desk.ask(agent, 'GET', `/api/v1/teams/${team.id}`)).body).toMatchObject({ name: 'Ours' });
  expect(await add({ name: 'Mine' }, agent)).toMatchObject({ status: 403 });
  expect(await change(team.id, { name: 'Mine' }, agent)).toMatchObject({ status: 403 });
});

test('pages go from the oldest to the newest without a gap', async () => {
  const ids: number[] = [];
  for (let n = 0; n < 5; n += 1) ids.push(await aTeam(desk.context.db, workspace.id));
  const read: number[] = [];
  let cursor = '';
  do {
    const { body } = await desk.ask(lead, 'GET', `/api/v1/teams?limit=2${cursor}`);
    read.push(...body.items.map(({ id }: { id: number }) => id));
    cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : '';
  } while (cursor);
  expect(read).toEqual(ids);
});
