import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { forgetOnce } from '../../platform/once/once.queries.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;
let colleague: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  await anInbox(db, workspace.id, { brandId: workspace.brandId, address: 'help@fjord.example' });
  agent = await anAgent(db, workspace.id);
  colleague = await anAgent(db, workspace.id);
});
afterAll(() => desk.stop());

const withKey = ({ headers }: TestAgent, key: string) => ({ headers: { ...headers, 'idempotency-key': key } });
const opened = async () => (await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'Lamp', text: 'Broken', requester: { email: 'karin@lund.example' } })).body.number as number;
const write = (number: number, key: string, body: object, asker = agent) => desk.ask(withKey(asker, key), 'POST', `/api/v1/tickets/${number}/messages`, body);
const change = (number: number, key: string, body: object, asker = agent) => desk.ask(withKey(asker, key), 'PATCH', `/api/v1/tickets/${number}`, body);
const timeline = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items as { type: string; text?: string }[];
const mails = async () => (await desk.context.db.selectFrom('outbox').select('id').where('workspace_id', '=', workspace.id).execute()).length;

describe('a message that is sent again because its answer was lost', () => {
  test('is written and goes out once, and both answers are the same message', async () => {
    const number = await opened();
    const before = await mails();
    const body = { kind: 'public', text: 'A new one is on its way', undo_seconds: 10 };
    const [first, again] = [await write(number, '"reply-1"', body), await write(number, '"reply-1"', body)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect(await mails()).toBe(before + 1);
    expect((await timeline(number)).filter(({ text }) => text === 'A new one is on its way')).toHaveLength(1);
  });

  test('is no conflict with itself: what it wrote is what stands behind `seen`', async () => {
    const number = await opened();
    const seen = ((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items as { type: string; id: number }[]).find(({ type }) => type === 'message')?.id;
    const body = { kind: 'public', text: 'Seen', seen };
    expect((await write(number, 'seen-1', body)).status).toBe(201);
    expect((await write(number, 'seen-1', body)).status).toBe(201);
    expect((await write(number, 'seen-2', body)).body.code).toBe('conflict');
  });

  test('is written once even when both arrive at the same moment', async () => {
    const number = await opened();
    const answers = await Promise.all(Array.from({ length: 6 }, () => write(number, 'at-once', { kind: 'note', text: 'Once' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await timeline(number)).filter(({ text }) => text === 'Once')).toHaveLength(1);
  });

  test('was refused the first time: the key is free again', async () => {
    const number = await opened();
    expect((await write(number, 'refused', { kind: 'note', text: 'x', attachments: [9_999_999] })).status).toBe(400);
    expect((await write(number, 'refused', { kind: 'note', text: 'Mended' })).status).toBe(201);
  });

  test('with another content is refused, and nothing is written', async () => {
    const number = await opened();
    await write(number, 'other', { kind: 'note', text: 'One' });
    expect(await write(number, 'other', { kind: 'note', text: 'Two' })).toMatchObject({ status: 422, body: { code: 'key_reused' } });
    expect(await write(await opened(), 'other', { kind: 'note', text: 'One' })).toMatchObject({ status: 422, body: { code: 'key_reused' } });
  });

  test('a colleague’s key of the same name is another key', async () => {
    const number = await opened();
    const [mine, theirs] = [await write(number, 'same-name', { kind: 'note', text: 'Hello' }), await write(number, 'same-name', { kind: 'note', text: 'Hello' }, colleague)];
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });
});

describe('a ticket that is opened again because the answer was lost', () => {
  const open = (key: string, body: object, asker = agent) => desk.ask(withKey(asker, key), 'POST', '/api/v1/tickets', body);
  const numbers = async (subject: string) => (await desk.context.db.selectFrom('tickets').select('number').where('workspace_id', '=', workspace.id).where('subject', '=', subject).execute()).length;
  const lamp = { subject: 'A lamp, once', text: 'Broken', requester: { email: 'karin@lund.example' }, direction: 'out', undo_seconds: 10 };

  test('is opened and goes out once, and both answers are the same ticket, as it stands by then', async () => {
    const before = await mails();
    const first = await open('new-1', lamp);
    await change(first.body.number, 'new-1-change', { priority: 'high' });
    const again = await open('new-1', lamp);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toMatchObject({ number: first.body.number, priority: 'high', requester: { email: 'karin@lund.example' } });
    expect([await mails(), await numbers('A lamp, once')]).toEqual([before + 1, 1]);
  });

  test('is opened once even when all arrive at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => open('new-at-once', { ...lamp, subject: 'At once', direction: 'in' })));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(await numbers('At once')).toBe(1);
  });

  test('was refused the first time: the key is free again; for another ticket it is refused', async () => {
    expect((await open('new-2', { ...lamp, subject: 'Wrong', assignee: 9_999_999 })).status).toBe(400);
    expect((await open('new-2', { ...lamp, subject: 'Right' })).status).toBe(201);
    expect((await open('new-2', { ...lamp, subject: 'Another' })).body.code).toBe('key_reused');
    expect((await open('new-2', { ...lamp, subject: 'Right' }, colleague)).status).toBe(201);
    expect(await numbers('Right')).toBe(2);
  });
});

test('a change that is sent again does not undo what a colleague has done since', async () => {
  const number = await opened();
  expect((await change(number, 'solve', { status: 'solved' })).body.status).toBe('solved');
  expect((await change(number, 'reopen', { status: 'open' }, colleague)).body.status).toBe('open');
  expect(await change(number, 'solve', { status: 'solved' })).toMatchObject({ status: 200, body: { status: 'open' } });
});

test('without a key everything is as it was, and a key that is none is refused by name', async () => {
  const number = await opened();
  for (const text of ['Twice', 'Twice']) expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text })).status).toBe(201);
  expect((await timeline(number)).filter(({ text }) => text === 'Twice')).toHaveLength(2);
  for (const wrong of ['', 'two words', '"', 'x'.repeat(101), 'å'])
    expect(await write(number, wrong, { kind: 'note', text: 'x' }), wrong).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'idempotency-key' }] } });
});

test('keys are forgotten after their time', async () => {
  const number = await opened();
  const { db } = desk.context;
  const first = await write(number, 'old', { kind: 'note', text: 'Old' });
  await forgetOnce(db, workspace.id, new Date(Date.now() - 60_000));
  expect((await write(number, 'old', { kind: 'note', text: 'Old' })).body.id).toBe(first.body.id);
  await forgetOnce(db, workspace.id, new Date(Date.now() + 60_000));
  expect((await write(number, 'old', { kind: 'note', text: 'Old' })).body.id).not.toBe(first.body.id);
});
