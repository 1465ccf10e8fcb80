import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrand, anAgent, aTicket, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { appendEvent, feedEnd } from '../../platform/events/events.queries.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.stop());

type Feed = { items: { id: number; type: string; position: string; brand: number | null; ticket: number | null; data: { n?: number } }[]; next_cursor: string };

async function read(agent: TestAgent, after?: string, limit = 50): Promise<Feed> {
  const query = new URLSearchParams({ limit: String(limit), ...(after ? { after } : {}) });
  const answer = await desk.ask(agent, 'GET', `/api/v1/events?${query.toString()}`);
  expect(answer.status).toBe(200);
  return answer.body as Feed;
}

function happened(workspaceId: number, n: number, more: { brandId?: number; ticketId?: number } = {}): Promise<number> {
  return desk.context.db.transaction().execute((tx) => appendEvent(tx, systemActor(workspaceId), { type: 'ticket.updated', data: { n }, ...more }));
}

test('a reader who comes back with the cursor gets each event once and always has somewhere to go on', async () => {
  const workspace = await aWorkspace(desk.context.db);
  const agent = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
  const start = await read(agent);
  expect(start.items).toEqual([]);
  for (let n = 1; n <= 5; n += 1) await happened(workspace.id, n);
  await feedReadable(desk.context.db, workspace.id);
  const first = await read(agent, start.next_cursor, 3);
  const second = await read(agent, first.next_cursor, 3);
  const third = await read(agent, second.next_cursor, 3);
  expect([...first.items, ...second.items, ...third.items].map(({ data }) => data.n)).toEqual([1, 2, 3, 4, 5]);
  expect(await read(agent, third.next_cursor)).toEqual({ items: [], next_cursor: third.next_cursor });
  await happened(workspace.id, 6);
  await feedReadable(desk.context.db, workspace.id);
  expect((await read(agent, third.next_cursor)).items.map(({ data }) => data.n)).toEqual([6]);
  expect((await read(agent, first.items[0]?.position)).items.map(({ data }) => data.n)).toEqual([2, 3, 4, 5, 6]);
});

test('an event whose transaction commits late is not missed by who read in between', async () => {
  const workspace = await aWorkspace(desk.context.db);
  const agent = await anAgent(desk.context.db, workspace.id);
  const slow = new pg.Client({ connectionString: desk.ownerUrl });
  await slow.connect();
  try {
    await slow.query('begin');
    const { rows } = await slow.query<{ id: number }>(
      `insert into events (workspace_id, type, actor_type, data) values ($1, 'ticket.updated', 'system', '{"n": 1}') returning id`,
      [workspace.id],
    );
    const later = await happened(workspace.id, 2);
    expect(later).toBeGreaterThan(Number(rows[0]?.id));
    const between = await read(agent);
    expect(between.items).toEqual([]);
    await slow.query('commit');
    await feedReadable(desk.context.db, workspace.id);
    expect((await read(agent, between.next_cursor)).items.map(({ data }) => data.n)).toEqual([1, 2]);
  } finally {
    await slow.end();
  }
});

test('an agent of one brand gets nothing of another brand or workspace, and does not stand still behind them', async () => {
  const { db } = desk.context;
  const workspace = await aWorkspace(db);
  const other = await aWorkspace(db);
  const foreignBrand = await aBrand(db, workspace.id);
  const ticket = await aTicket(db, workspace.id);
  const agent = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
  await happened(workspace.id, 1, { brandId: workspace.brandId, ticketId: ticket.id });
  await happened(workspace.id, 2, { brandId: foreignBrand });
  await happened(other.id, 3, { brandId: other.brandId });
  await happened(workspace.id, 4);
  const last = await happened(workspace.id, 5, { brandId: foreignBrand });
  await feedReadable(desk.context.db, workspace.id);
  const feed = await read(agent);
  expect(feed.items.map(({ data, ticket: number }) => [data.n, number])).toEqual([[1, ticket.number], [4, null]]);
  // The cursor lies beyond what was left out.
  expect(JSON.parse(Buffer.from(feed.next_cursor, 'base64url').toString())[1]).toBe(last);
});

test('a cursor that is not ours is refused', async () => {
  const workspace = await aWorkspace(desk.context.db);
  const agent = await anAgent(desk.context.db, workspace.id);
  for (const after of ['nonsense', Buffer.from('["1; drop table events",1]').toString('base64url')])
    expect(await desk.ask(agent, 'GET', `/api/v1/events?after=${after}`)).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
});

test('the end of the feed is the newest transaction, not the one whose number reads last as text', async () => {
  const workspace = await aWorkspace(desk.context.db);
  await desk.context.db
    .insertInto('events')
    .values(['9', '10'].map((xid) => ({ workspace_id: workspace.id, xid, type: 'ticket.updated', actor_type: 'system' as const })))
    .execute();
  expect(await feedEnd(desk.context.db, workspace.id)).toMatchObject({ xid: '10' });
});
