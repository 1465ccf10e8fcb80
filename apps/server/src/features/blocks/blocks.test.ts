import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAgent, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';

let desk: TestDesk;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const workspace = await aWorkspace(desk.context.db);
  agent = await anAgent(desk.context.db, workspace.id, { name: 'Astrid' });
});
afterAll(() => desk.stop());

const block = (pattern: unknown, asker = agent) => desk.ask(asker, 'POST', '/api/v1/blocks', { pattern });
const list = async (asker = agent) => (await desk.ask(asker, 'GET', '/api/v1/blocks')).body.items as { id: number; pattern: string }[];

test('a sender and a domain are kept out, whoever wrote them in capitals', async () => {
  const sender = await block(' Offer@Spam.Example ');
  expect(sender).toMatchObject({ status: 201, body: { pattern: 'offer@spam.example', created_by: { id: agent.id, name: 'Astrid' } } });
  expect(await block('@Spam.Example')).toMatchObject({ status: 201, body: { pattern: '@spam.example' } });
  expect((await list()).map(({ pattern }) => pattern)).toEqual(['@spam.example', 'offer@spam.example']);
  const events = await wholeFeed(desk, agent);
  expect(events).toMatchObject([{ type: 'block.added', data: { block_id: sender.body.id } }, { type: 'block.added' }]);
  // The feed can be read for ever; addresses can be erased.
  expect(JSON.stringify(events)).not.toContain('spam.example');
});

test('blocked twice is one block, also at the same moment', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => block('@twice.example')));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)).toMatchObject({ body: { code: 'already_exists', errors: [{ field: 'pattern' }] } });
});

test('who is let in again is gone from the list, once', async () => {
  const { body } = await block('@gone.example');
  expect(await desk.ask(agent, 'DELETE', `/api/v1/blocks/${body.id}`)).toMatchObject({ status: 200, body: { ok: true } });
  expect(await list()).toEqual([]);
  expect(await desk.ask(agent, 'DELETE', `/api/v1/blocks/${body.id}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test.each([
  '', '@', 'spam.example', '*@spam.example', '@spam', '@-spam.example', 'a b@spam.example', '@spam.example, @other.example', `@${'a.'.repeat(30)}example`, 7, null,
])('%j is no sender and no domain', async (pattern) => {
  expect(await block(pattern)).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: expect.arrayContaining([expect.objectContaining({ field: 'pattern' })]) } });
  expect(await list()).toEqual([]);
});

test('another workspace has a list of its own', async () => {
  const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id);
  const { body } = await block('@ours.example');
  expect(await list(stranger)).toEqual([]);
  expect((await desk.ask(stranger, 'DELETE', `/api/v1/blocks/${body.id}`)).status).toBe(404);
  expect((await block('@ours.example', stranger)).status).toBe(201);
  expect(await list()).toHaveLength(1);
});
