import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { indexStep } from '../search/indexing/indexer.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;
let topics: { id: number; key: string }[];

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  agent = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
  topics = (await desk.ask(agent, 'PUT', '/api/v1/topics', { brand: null, topics: [{ label: 'Router' }, { label: 'Invoice' }] })).body.items[0].topics;
});
afterAll(() => desk.stop());

const topic = (key: string) => topics.find((each) => each.key === key)?.id;
const open = async (subject: string, text: string, more = {}) => (await desk.ask(agent, 'POST', '/api/v1/tickets', { subject, text, requester: { email: 'maja@firm.example' }, ...more })).body.number as number;
async function solved(key: string, subject: string, text: string, more = {}): Promise<number> {
  const number = await open(subject, text, more);
  await desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/wrap-up`, { topic: topic(key), degree: 'solved' });
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { status: 'solved' });
  return number;
}
async function suggested(number: number, by = agent) {
  await feedReadable(desk.context.db, workspace.id);
  while (await indexStep(desk.context, workspace.id, 'test'));
  return (await desk.ask(by, 'GET', `/api/v1/tickets/${number}/wrap-up/suggestion`)).body;
}

test('the topic of the nearest solved tickets comes first, with the tickets that are the reason', async () => {
  const router = await solved('router', 'Router restarts every night', 'The router restarts and the connection breaks');
  await solved('invoice', 'Invoice too high', 'The invoice has an amount that nobody ordered');
  const { topics: found } = await suggested(await open('My router is restarting', 'Since Monday the connection breaks each evening'));
  expect(found[0]).toEqual({ topic: topic('router'), like: [router] });
});

test('another brand’s tickets say nothing, nor do those that are open again or have no wrap-up', async () => {
  const other = await aBrand(desk.context.db, workspace.id);
  await solved('router', 'Router restarts', 'The router restarts', { brand: other });
  const again = await solved('router', 'Router restarts', 'The router restarts');
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${again}`, { status: 'open' });
  const silent = await open('Router restarts', 'The router restarts');
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${silent}`, { status: 'solved' });
  const number = await open('Router restarts', 'The router restarts');
  expect(await suggested(number)).toEqual({ topics: [], minutes: null });
  const blind = await anAgent(desk.context.db, workspace.id, { brands: [other] });
  expect((await desk.ask(blind, 'GET', `/api/v1/tickets/${number}/wrap-up/suggestion`)).status).toBe(404);
});

test('the effort is what has been counted on the ticket', async () => {
  await desk.context.db.updateTable('identity.workspaces').set({ time_tracking: true }).where('id', '=', workspace.id).execute();
  const number = await open('A question', 'About nothing that was before');
  await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/time`, { seconds: 610 });
  expect(await suggested(number)).toEqual({ topics: [], minutes: 11 });
});
