import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bulkChangesOf } from '../../../../../tests/support/bulk-changes.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;
let bill: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  lead = await anAgent(desk.context.db, workspace.id, { role: 'admin', name: 'Lena Ek' });
  agent = await anAgent(desk.context.db, workspace.id, { name: 'Nora Ask' });
  await anInbox(desk.context.db, workspace.id, { brandId: workspace.brandId });
  bill = (await replace([{ label: 'Billing' }, { label: 'Bill', parent: 'billing', key: 'bill' }, { label: 'Delivery' }])).topics[1].id;
});
afterAll(() => desk.stop());

const bulk = bulkChangesOf(() => desk, () => agent);
const putTopics = (topics: object[], { brand = null as number | null, by = lead, ...rest }: { brand?: number | null; by?: TestAgent; seen?: string | null } = {}) => desk.ask(by, 'PUT', '/api/v1/topics', { brand, topics: topics.map((topic) => (topic as { label: string; key?: string }).key ? topic : { key: (topic as { label: string }).label.toLowerCase(), ...topic }), ...rest });
async function replace(topics: object[], options = {}) {
  const answer = await putTopics(topics, options);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.items.at(-1);
}
const need = (wrap_up: string, brand = workspace.brandId) => desk.ask(lead, 'PATCH', `/api/v1/brands/${brand}`, { wrap_up });
const open = async (body: object = {}) => (await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The bill', text: 'It is too high', requester: { email: 'maja@firm.example', name: 'Maja Nowak' }, ...body })).body.number as number;
const write = (number: number, body: object = {}, by = agent) => desk.ask(by, 'PUT', `/api/v1/tickets/${number}/wrap-up`, { topic: bill, degree: 'solved', ...body });
const read = async (number: number, by = agent) => (await desk.ask(by, 'GET', `/api/v1/tickets/${number}/wrap-up`)).body;
const patch = (number: number, body: object, by = agent) => desk.ask(by, 'PATCH', `/api/v1/tickets/${number}`, body);
const solve = (number: number) => patch(number, { status: 'solved' });
const refused = { status: 409, body: { code: 'wrap_up_missing', errors: [{ field: 'wrap_up', code: 'required' }] } };

/** The sums, and the same counted slowly from the tickets themselves. */
async function sums(workspaceId = workspace.id) {
  const { db } = desk.context;
  const kept = await db.selectFrom('wrap_up_days').select(['brand_id', 'day', 'topic_id', 'degree']).select(({ fn }) => [fn.sum<string>('count').as('count'), fn.sum<string>('minutes').as('minutes')])
    .where('workspace_id', '=', workspaceId).groupBy(['brand_id', 'day', 'topic_id', 'degree']).execute();
  const tickets = await db.selectFrom('wrap_ups as w').innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'w.workspace_id').onRef('t.id', '=', 'w.ticket_id'))
    .leftJoin('topics as p', (join) => join.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.topic_id'))
    .select(['t.brand_id', 't.solved_at', 't.merged_into', 't.status', 't.folder', 'w.topic_id', 'p.brand_id as topic_brand', 'w.degree', 'w.minutes']).where('w.workspace_id', '=', workspaceId).execute();
  const slow = new Map<string, [number, number]>();
  for (const { brand_id, solved_at, merged_into, status, folder, topic_id, topic_brand, degree, minutes } of tickets) {
    if (merged_into !== null || folder !== 'inbox' || solved_at === null || (status !== 'solved' && status !== 'closed')) continue;
    const key = [brand_id, solved_at.toISOString().slice(0, 10), topic_brand === null || topic_brand === brand_id ? topic_id : null, degree].join();
    const [count, sum] = slow.get(key) ?? [0, 0];
    slow.set(key, [count + 1, sum + (minutes ?? 0)]);
  }
  const fast = kept.filter(({ count }) => Number(count) !== 0).map(({ brand_id, day, topic_id, degree, count, minutes }) => [[brand_id, day, topic_id, degree].join(), [Number(count), Number(minutes)]] as const);
  expect(new Map(fast.toSorted())).toEqual(new Map([...slow].toSorted()));
  expect(kept.filter(({ count, minutes }) => Number(count) === 0 && Number(minutes) !== 0)).toEqual([]);
  return [...slow.values()].map(([count]) => count);
}

describe('topics', () => {
  test('are added, renamed, moved, archived and brought back; none is ever deleted', async () => {
    const before = await replace([{ key: 'billing', label: 'Invoices' }, { key: 'delivery', label: 'Delivery' }, { key: 'bill', label: 'Bill', parent: 'delivery' }]);
    expect(before.topics.map(({ key, parent, label, archived }: Record<string, unknown>) => [key, parent, label, archived])).toEqual([['billing', null, 'Invoices', false], ['delivery', null, 'Delivery', false], ['bill', 'delivery', 'Bill', false]]);
    const less = await replace([{ key: 'billing', label: 'Invoices' }]);
    expect(less.topics.map(({ key, archived }: Record<string, unknown>) => [key, archived])).toEqual([['billing', false], ['delivery', true], ['bill', true]]);
    const back = await replace(before.topics.map(({ key, parent, label }: Record<string, unknown>) => ({ key, parent, label })));
    expect(back.topics).toEqual(before.topics);
  });

  test('a tree has four levels, and whoever changes an older one is told', async () => {
    const chain = ['a', 'b', 'c', 'd', 'e'].map((label, at, all) => ({ label, parent: at === 0 ? null : all[at - 1] }));
    expect(await putTopics(chain)).toMatchObject({ status: 400, body: { errors: [{ field: 'topics.4.parent', code: 'too_deep' }] } });
    const { updated_at: seen } = await replace(chain.slice(0, 4));
    await replace(chain.slice(0, 3), { seen });
    expect(await putTopics(chain, { seen })).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  test('leads write those of their brands; of another brand nobody learns', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [other] });
    expect((await putTopics([{ label: 'X' }], { by: agent })).status).toBe(403);
    expect((await putTopics([{ label: 'X' }], { by: narrow })).status).toBe(403);
    expect((await putTopics([{ label: 'X' }], { brand: workspace.brandId, by: narrow })).status).toBe(404);
    expect((await desk.ask(narrow, 'GET', `/api/v1/topics?brand=${workspace.brandId}`)).status).toBe(404);
    expect((await replace([{ label: 'X' }], { brand: other, by: narrow })).topics).toHaveLength(1);
  });
});

describe('what is written down', () => {
  test('is kept in versions: who, when and what', async () => {
    const number = await open();
    expect(await read(number)).toEqual({ need: 'off', wrap_up: null });
    expect(await write(number, { cause: 'A wrong tariff', minutes: 12 })).toMatchObject({ status: 200, body: { wrap_up: { version: 1, topic: { label: 'Bill', path: [{ label: 'Billing' }, { label: 'Bill' }] }, degree: 'solved', cause: 'A wrong tariff', resolution: '', minutes: 12, written_by: { name: 'Nora Ask' } } } });
    // Left out is as it was; the same again is no version.
    await write(number, { resolution: 'Credited', seen: 1 }, lead);
    await write(number, { resolution: 'Credited' });
    expect((await read(number)).wrap_up).toMatchObject({ version: 2, cause: 'A wrong tariff', resolution: 'Credited', minutes: 12, written_by: { name: 'Lena Ek' } });
    expect(await write(number, { degree: 'partly', seen: 1 })).toMatchObject({ status: 409, body: { code: 'conflict' } });
    const versions = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/wrap-up/versions`)).body.items;
    expect(versions.map(({ version, resolution }: Record<string, unknown>) => [version, resolution])).toEqual([[2, 'Credited'], [1, '']]);
    const told = (await wholeFeed(desk, lead)).filter(({ type }: { type: string }) => type === 'ticket.wrapped_up');
    expect(told.map(({ data }: { data: unknown }) => data)).toEqual([{ version: 1, topic: bill, degree: 'solved', minutes: 12 }, { version: 2, topic: bill, degree: 'solved', minutes: 12 }]);
  });

  test('names a topic that the ticket’s brand has, where there are any; one that was archived stays where it is', async () => {
    const number = await open();
    expect(await write(number, { topic: null })).toMatchObject({ status: 400, body: { errors: [{ field: 'topic', code: 'required' }] } });
    const other = await aBrand(desk.context.db, workspace.id);
    const elsewhere = (await replace([{ label: 'Cards' }], { brand: other })).topics[0].id;
    expect(await write(number, { topic: elsewhere })).toMatchObject({ status: 400, body: { errors: [{ field: 'topic', code: 'not_found' }] } });
    await write(number);
    await replace([{ label: 'Delivery' }]);
    expect((await write(number, { cause: 'Late' })).status).toBe(200);
    expect(await write(await open())).toMatchObject({ status: 400, body: { errors: [{ field: 'topic', code: 'option_archived' }] } });
  });

  test('is nothing for who does not see the brand, and a viewer only reads', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { brands: [other] });
    const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
    const number = await open();
    await write(number);
    await solve(number);
    expect((await write(number, {}, narrow)).status).toBe(404);
    expect((await write(number, {}, viewer)).status).toBe(403);
    expect((await read(number, viewer)).wrap_up.version).toBe(1);
    expect((await desk.ask(narrow, 'GET', '/api/v1/wrap-ups')).body.items).toEqual([]);
    expect((await desk.ask(narrow, 'GET', `/api/v1/wrap-ups?topic=${bill}`)).body.items).toEqual([]);
  });
});

describe('a brand that requires it', () => {
  test('refuses to solve without it by every way, and lets through what has it', async () => {
    await need('required');
    const number = await open();
    expect(await solve(number)).toMatchObject(refused);
    const reply = (body: object) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', html: '<p>Done.</p>', ...body });
    expect(await reply({ status: 'solved' })).toMatchObject(refused);
    // As a macro does it: with changes that come to nothing either.
    expect(await reply({ status: 'solved', changes: { add_tags: ['done'] } })).toMatchObject(refused);
    expect(await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'Done', text: 'By telephone', requester: { email: 'maja@firm.example' }, status: 'solved' })).toMatchObject(refused);
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body).toMatchObject({ status: 'new', message_count: 1, tags: [] });
    await write(number);
    expect((await reply({ status: 'solved' })).status).toBe(201);
    // Opened again and solved again: it is still written down.
    await patch(number, { status: 'open' });
    expect((await solve(number)).status).toBe(200);
  });

  test('names what bulk could not solve, and asks nothing of other brands', async () => {
    await need('required');
    const [lacking, written] = [await open(), await open()];
    await write(written);
    const other = await aBrand(desk.context.db, workspace.id);
    const elsewhere = await open({ brand: other });
    const done = await bulk.changed({ tickets: [lacking, written, elsewhere], change: { status: 'solved' } });
    expect(done).toMatchObject({ status: 'done', counts: { changed: 2, refused: 1 } });
    const items = await bulk.itemsOf(done.id, '&outcome=refused');
    expect(items.map(({ ticket, problem }: { ticket: { number: number }; problem: object }) => [ticket.number, problem])).toEqual([[lacking, { code: 'wrap_up_missing', fields: ['wrap_up'] }]]);
    expect(await sums()).toEqual([1]);
  });

  test('one that only asks refuses nothing', async () => {
    await need('asked');
    expect((await solve(await open())).status).toBe(200);
  });
});

describe('the sums for reports', () => {
  test('follow solving, correcting, opening again, taking a reply back, moving and merging', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const cards = (await replace([{ label: 'Cards' }], { brand: workspace.brandId })).topics[0].id;
    const [one, two, three] = [await open(), await open(), await open()];
    await write(one, { minutes: 5 });
    expect(await sums()).toEqual([]);
    await solve(one);
    await solve(two);
    await write(two, { minutes: 7 });
    expect(await sums()).toEqual([2]);
    await write(two, { degree: 'partly', minutes: 9 });
    expect(await sums()).toEqual([1, 1]);
    await patch(one, { status: 'open' });
    expect(await sums()).toEqual([1]);
    const { id } = (await desk.ask(agent, 'POST', `/api/v1/tickets/${one}/messages`, { kind: 'public', html: '<p>Done.</p>', status: 'solved', undo_seconds: 60 })).body;
    expect(await sums()).toHaveLength(2);
    const taken = await desk.ask(agent, 'POST', `/api/v1/messages/${id}/cancel`, {});
    expect(taken.status, JSON.stringify(taken.body)).toBeLessThan(300);
    expect(await sums()).toHaveLength(1);
    expect((await read(one)).wrap_up).toMatchObject({ version: 1, minutes: 5 });
    await solve(one);
    // The topic is the brand's own: where the ticket goes, nobody sees it.
    await write(three, { topic: cards });
    await solve(three);
    await patch(three, { brand: other });
    expect((await read(three)).wrap_up.topic).toBeNull();
    expect(await sums()).toHaveLength(3);
    await patch(three, { brand: workspace.brandId });
    expect((await read(three)).wrap_up.topic).toMatchObject({ id: cards });
    expect(await sums()).toHaveLength(3);
    // What lies in the trash, or turned out to be spam, is no case.
    await patch(three, { folder: 'trash' });
    expect(await sums()).toHaveLength(2);
    expect((await desk.ask(agent, 'GET', `/api/v1/wrap-ups?topic=${cards}`)).body.items).toEqual([]);
    await patch(three, { folder: 'inbox' });
    expect(await sums()).toHaveLength(3);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${one}/merge`, { into: two })).status).toBeLessThan(300);
    expect(await sums()).toHaveLength(2);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${one}/unmerge`)).status).toBeLessThan(300);
    expect(await sums()).toHaveLength(3);
  });

  test('nobody waits for another: two transactions that count many tickets crosswise both get through', async () => {
    const numbers = await Promise.all(Array.from({ length: 8 }, () => open()));
    await Promise.all(numbers.map((number, at) => write(number, { degree: at % 2 ? 'solved' : 'partly', minutes: 1 })));
    const all = await Promise.all(numbers.map(solve));
    expect(all.map(({ status }) => status)).toEqual(numbers.map(() => 200));
    expect((await sums()).toSorted()).toEqual([4, 4]);
    // They may have been solved just before midnight.
    const [yesterday, today] = [new Date(Date.now() - 86_400_000), new Date()].map((at) => at.toISOString().slice(0, 10));
    const { items } = (await desk.ask(agent, 'GET', `/api/v1/wrap-ups/sums?from=${yesterday}&until=${today}`)).body;
    expect(items.map(({ degree, count, minutes }: Record<string, unknown>) => [degree, count, minutes])).toEqual([['partly', 4, 4], ['solved', 4, 4]]);
  });

  test('lists page by topic, degree and time, the last solved first', async () => {
    const numbers: number[] = [];
    for (let at = 0; at < 5; at += 1) {
      const number = await open();
      await write(number, { degree: at === 2 ? 'withdrawn' : 'solved' });
      await solve(number);
      numbers.unshift(number);
    }
    const branch = (await desk.ask(lead, 'GET', '/api/v1/topics')).body.items[0].topics[0].id;
    const found: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: { ticket: { number: number } }[]; next_cursor: string | null } } = await desk.ask(agent, 'GET', `/api/v1/wrap-ups?topic=${branch}&limit=2${cursor && `&cursor=${cursor}`}`);
      found.push(...body.items.map(({ ticket }) => ticket.number));
      cursor = body.next_cursor;
    }
    expect(found).toEqual(numbers);
    const only = (await desk.ask(agent, 'GET', `/api/v1/wrap-ups?degree=withdrawn&brand=${workspace.brandId}`)).body.items;
    expect(only.map(({ ticket }: { ticket: { number: number } }) => ticket.number)).toEqual([numbers[2]]);
    expect((await desk.ask(agent, 'GET', '/api/v1/wrap-ups?until=2001-01-01T00:00:00Z')).body.items).toEqual([]);
  });
});
