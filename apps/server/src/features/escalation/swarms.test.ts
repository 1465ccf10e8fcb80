import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { toldKinds } from '../../../../../tests/support/desk-room.ts';
import { aBrand, anAgent, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import type { Database } from '../../platform/db/db.ts';
import { indexStep } from '../search/indexing/indexer.ts';

let desk: TestDesk;
let db: Database;
let workspace: TestWorkspace;
let anna: TestAgent;
let bo: TestAgent;
let cleo: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
});
beforeEach(async () => {
  workspace = await aWorkspace(db);
  anna = await anAgent(db, workspace.id, { name: 'Anna' });
  bo = await anAgent(db, workspace.id, { name: 'Bo' });
  cleo = await anAgent(db, workspace.id, { name: 'Cleo', role: 'lead' });
});
afterAll(() => desk.stop());

const open = async (body: object = {}, by = anna): Promise<number> => (await desk.ask(by, 'POST', '/api/v1/tickets', { subject: 'Router restarts every night', text: 'The router restarts and the connection breaks', requester: { email: 'maja@firm.example' }, assignee: by.id, ...body })).body.number;
const url = (number: number, rest = '') => `/api/v1/tickets/${number}/swarms${rest}`;
const askAlong = (number: number, body: object, by = anna) => desk.ask(by, 'POST', url(number), { question: 'Has anybody seen this?', ...body });
const waiting = async (agent: TestAgent) => (await desk.ask(agent, 'GET', '/api/v1/swarms')).body.items.map(({ ticket }: { ticket: number }) => ticket);
const told = (agent: TestAgent) => toldKinds(desk, workspace.id, agent);

test('colleagues are asked, the ticket stays, and an answer is a note that the asker hears of', async () => {
  const number = await open();
  const { status, body } = await askAlong(number, { people: [bo.id, cleo.id] });
  expect(status).toBe(201);
  expect(body).toMatchObject({ open: true, by: { name: 'Anna' }, people: [{ agent: { name: 'Bo' }, waits: true }, { agent: { name: 'Cleo' }, waits: true }], answers: [] });
  expect(await told(bo)).toEqual(['asked']);
  expect(await waiting(bo)).toEqual([number]);
  expect((await desk.ask(anna, 'GET', `/api/v1/tickets/${number}`)).body.assignee).toMatchObject({ name: 'Anna' });
  const answered = await desk.ask(bo, 'POST', url(number, `/${body.id}/answers`), { text: 'Yes: replace the power supply.' });
  expect(answered.body).toMatchObject({ people: [{ waits: false }, { waits: true }], answers: [{ agent: { name: 'Bo' }, text: 'Yes: replace the power supply.' }] });
  expect(await told(anna)).toEqual(['mentioned']);
  expect(await waiting(bo)).toEqual([]);
  const { items } = (await desk.ask(anna, 'GET', `/api/v1/tickets/${number}/timeline`)).body;
  expect(items).toContainEqual(expect.objectContaining({ type: 'message', kind: 'note', text: 'Yes: replace the power supply.' }));
  expect(items).toContainEqual(expect.objectContaining({ type: 'swarm.asked', words: { question: 'Has anybody seen this?' } }));
});

test('a question is closed with the answer that helped, and can be opened again', async () => {
  const number = await open();
  const { id } = (await askAlong(number, { people: [bo.id, cleo.id] })).body;
  const [answer] = (await desk.ask(bo, 'POST', url(number, `/${id}/answers`), { text: 'Yes.' })).body.answers;
  const update = (body: object) => desk.ask(anna, 'PATCH', url(number, `/${id}`), body);
  expect(await update({ open: false, helpful: answer.message + 1 })).toMatchObject({ status: 400, body: { errors: [{ field: 'helpful' }] } });
  expect((await update({ open: false, helpful: answer.message })).body).toMatchObject({ open: false, helpful: answer.message, closed_by: { name: 'Anna' } });
  expect(await waiting(cleo)).toEqual([]);
  expect((await desk.ask(cleo, 'POST', url(number, `/${id}/answers`), { text: 'Too late' })).status).toBe(409);
  expect((await update({ open: true })).body).toMatchObject({ open: true, helpful: null, people: [{ waits: false }, { waits: true }] });
  expect(await waiting(cleo)).toEqual([number]);
});

test('a team is asked as it is now, without whoever asks and whoever may not see the brand', async () => {
  const narrow = await anAgent(db, workspace.id, { name: 'Nils', brands: [await aBrand(db, workspace.id)] });
  const team = await aTeam(db, workspace.id, { members: [anna.id, bo.id, narrow.id] });
  const number = await open();
  expect((await askAlong(number, { team })).body.people).toMatchObject([{ agent: { name: 'Bo' } }]);
  expect(await askAlong(number, { people: [narrow.id] })).toMatchObject({ status: 400, body: { errors: [{ field: 'people', code: 'not_found' }] } });
  expect(await askAlong(number, { people: [anna.id] })).toMatchObject({ status: 400, body: { errors: [{ field: 'people', code: 'nobody_there' }] } });
  expect((await askAlong(number, { people: [bo.id] }, narrow)).status).toBe(404);
});

test('who knows more is found by what they solved, by skills and by tier, with the reasons', async () => {
  const [topic] = (await desk.ask(cleo, 'PUT', '/api/v1/topics', { brand: null, topics: [{ label: 'Router' }] })).body.items[0].topics;
  const like = await open({}, bo);
  await desk.ask(bo, 'PUT', `/api/v1/tickets/${like}/wrap-up`, { topic: topic.id, degree: 'solved' });
  await desk.ask(bo, 'PATCH', `/api/v1/tickets/${like}`, { status: 'solved' });
  const { id: skill } = await db.insertInto('skills').values({ workspace_id: workspace.id, kind: 'product', name: 'R200' }).returning('id').executeTakeFirstOrThrow();
  const dora = await anAgent(db, workspace.id, { name: 'Dora' });
  await db.insertInto('agent_skills').values({ workspace_id: workspace.id, agent_id: dora.id, skill_id: skill, level: 2 }).execute();
  const emil = await anAgent(db, workspace.id, { name: 'Emil' });
  await db.updateTable('agents').set({ tier: 3 }).where('workspace_id', '=', workspace.id).where('id', '=', emil.id).execute();
  const number = await open();
  await desk.ask(anna, 'PUT', `/api/v1/tickets/${number}/skills`, { skills: [{ skill, need: 'required', level: 3 }] });
  await feedReadable(db, workspace.id);
  while (await indexStep(desk.context, workspace.id, 'test'));
  const { experts, leads } = (await desk.ask(anna, 'GET', `/api/v1/tickets/${number}/experts`)).body;
  const by = new Map(experts.map((each: { agent: { name: string } }) => [each.agent.name, each]));
  expect(by.get('Bo')).toMatchObject({ solved: [like], availability: 'away' });
  expect(by.get('Dora')).toMatchObject({ skills: [{ id: skill, name: 'R200', level: 2, enough: false }], solved: [] });
  expect(by.get('Emil')).toMatchObject({ tier: 3 });
  expect([...by.keys()].toSorted()).toEqual(['Bo', 'Dora', 'Emil']);
  expect(leads).toMatchObject([{ agent: { name: 'Cleo' } }]);
  expect((await desk.ask(anna, 'GET', `/api/v1/tickets/${number}/hand-over`)).body.known).toContain('Probably about: Router');
});
