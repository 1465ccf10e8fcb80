import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bulkChangesOf } from '../../../../../tests/support/bulk-changes.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aTeam, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { limits } from './limits.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;
const usual = { ...limits };

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  agent = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
});
afterEach(() => Object.assign(limits, usual));
afterAll(() => desk.stop());

const { work, ask, get, changed, undone } = bulkChangesOf(() => desk, () => agent);
const patch = (number: number, body: object) => desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, body);
const aView = async (conditions: object, by = agent) => (await desk.ask(by, 'POST', '/api/v1/saved-views', { name: 'Mine', conditions })).body as { id: number; updated_at: string };
const meant = ({ id, updated_at }: { id: number; updated_at: string }) => ({ view: { id, updated_at } });
const mention = async (number: number, who = agent) => {
  const colleague = await anAgent(desk.context.db, workspace.id);
  return desk.ask(colleague, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', html: `<p><span data-mention="${who.id}">@you</span></p>` });
};
async function tickets(count: number, options: Parameters<typeof aTicket>[2] = {}): Promise<number[]> {
  const made = [];
  for (let n = 0; n < count; n += 1) made.push((await aTicket(desk.context.db, workspace.id, options)).number);
  return made;
}
/** Those that are urgent: nothing in these tests is so but by the bulk change. */
async function urgent(): Promise<number[]> {
  const rows = await desk.context.db.selectFrom('tickets').select('number').where('workspace_id', '=', workspace.id).where('priority', '=', 'urgent').orderBy('number').execute();
  return rows.map(({ number }) => number);
}
const change = { priority: 'urgent' };

describe('a bulk change of a saved view', () => {
  test('changes what the view holds for whoever asks, and nothing else; and can be taken back', async () => {
    const [mine, others, solved] = await tickets(3);
    await patch(mine!, { assignee: agent.id, tags: ['recall'] });
    await patch(others!, { tags: ['recall'] });
    await patch(solved!, { assignee: agent.id, tags: ['recall'], status: 'solved' });
    const done = await changed({ ...meant(await aView({ assignee: ['me'], status: ['new', 'open'], tag: ['recall'] })), change });
    expect([done.progress.total, await urgent()]).toEqual([1, [mine]]);
    await undone(done.id);
    expect(await urgent()).toEqual([]);
  });

  test('narrowed by words beside it changes only those', async () => {
    await tickets(2, { subject: 'A lamp' });
    const [fridge] = await tickets(1, { subject: 'A fridge' });
    const done = await changed({ ...meant(await aView({ status: ['new', 'open'] })), filter: 'q=fridge&sort=-updated_at', change });
    expect([done.progress.total, await urgent()]).toEqual([1, [fridge]]);
  });

  test.each([
    ['without conditions holds all of the inbox', {}, 2],
    ['that asks for nobody’s', { assignee: ['none'] }, 2],
    ['of snoozed ones only', { snoozed: 'only' }, 0],
  ])('%s', async (_what, conditions, count) => {
    await tickets(2);
    await patch((await tickets(1))[0]!, { folder: 'trash' });
    const answer = await ask({ ...meant(await aView(conditions)), change });
    if (count === 0) return expect(answer.body.errors[0]).toMatchObject({ field: 'view', code: 'no_tickets' });
    expect(answer.body.progress.total).toBe(count);
    await work();
    expect(await urgent()).toHaveLength(count);
  });

  test('that somebody has changed since is refused: it may hold other tickets than were seen', async () => {
    await tickets(2);
    const view = await aView({ status: ['open'] });
    await desk.ask(agent, 'PATCH', `/api/v1/saved-views/${view.id}`, { conditions: {} });
    expect((await ask({ ...meant(view), change })).body.errors[0]).toMatchObject({ field: 'view', code: 'view_changed' });
    await work();
    expect(await urgent()).toEqual([]);
  });

  test('whose conditions nobody knows any more, or whose field is gone, changes nothing', async () => {
    await tickets(2);
    const { db } = desk.context;
    for (const conditions of ['{"status":["open"],"colour":"red"}', '{"status":["lost"]}', '{"field":["gone:yes"]}', '[]', 'null']) {
      const view = await aView({ status: ['open'] });
      await db.updateTable('saved_views').set({ conditions }).where('workspace_id', '=', workspace.id).where('id', '=', view.id).execute();
      expect((await ask({ ...meant(view), change })).body.errors[0], conditions).toMatchObject({ field: 'view', code: 'no_tickets' });
    }
    await work();
    expect(await urgent()).toEqual([]);
  });

  test('that is somebody else’s own, or another workspace’s, is not there', async () => {
    await tickets(1);
    const { db } = desk.context;
    const stranger = await anAgent(db, (await aWorkspace(db)).id);
    for (const owner of [await anAgent(db, workspace.id), stranger]) {
      expect((await ask({ ...meant(await aView({}, owner)), change })).body.errors[0]).toMatchObject({ field: 'view', code: 'not_found' });
    }
  });

  test('reaches only the brands that its asker sees', async () => {
    const { db } = desk.context;
    const hidden = await aBrand(db, workspace.id);
    const narrow = await anAgent(db, workspace.id, { role: 'lead', brands: [workspace.brandId] });
    const [seen] = await tickets(1);
    await tickets(1, { brandId: hidden });
    await changed({ ...meant(await aView({}, narrow)), change }, narrow);
    expect(await urgent()).toEqual([seen]);
  });

  test.each([
    ['a word beside it that is not known', { filter: 'status=open' }, 'filter'],
    ['mentions beside it', { filter: 'mentioned=me' }, 'filter'],
    ['a number beside it', { filter: 'q=123' }, 'filter'],
    ['tickets beside it', { tickets: [1] }, 'view'],
  ])('is refused with %s', async (_what, body, field) => {
    await tickets(1);
    const answer = await ask({ ...meant(await aView({})), ...body, change });
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });

  test.each([[{ id: 1 }], [{ id: 1, updated_at: '2026-01-01T00:00:00Z', conditions: {} }], [7], [null], [[]], [{ id: 1, updated_at: 'then' }]])('is refused when it is named as %j', async (view) => {
    await tickets(1);
    expect((await ask({ view, change })).status).toBe(400);
  });
});

describe('a bulk change of mentions', () => {
  test('changes the tickets in which the asker was named, each once, and no other', async () => {
    const [twice, once, somebodys, trashed] = await tickets(5);
    for (const number of [twice, twice, once, trashed]) expect((await mention(number!)).status).toBe(201);
    await mention(somebodys!, await anAgent(desk.context.db, workspace.id));
    await patch(trashed!, { folder: 'trash' });
    limits.step = 1;
    const done = await changed({ filter: 'mentioned=me&folder=inbox', change });
    expect([done.progress.total, await urgent()]).toEqual([2, [twice, once]]);
  });

  test.each(['status=open', 'assignee=me', 'team=none', 'brand=1', 'requester=1', 'tag=recall', 'q=lamp', 'snoozed=no', 'field=product%3Alamp', 'colour=red'])('with %s beside it is refused: the list passes it over, here it would be meant', async (beside) => {
    await mention((await tickets(1))[0]!);
    expect((await ask({ filter: `mentioned=me&${beside}`, change })).body.errors[0].field).toBe('filter');
  });
});

describe('many tickets', () => {
  test('are gathered and written in steps, each ticket once, also one that is changed meanwhile', async () => {
    const numbers = await tickets(23);
    const view = await aView({ status: ['new', 'open'] });
    limits.step = 4;
    const first = ask({ ...meant(view), change });
    for (const number of numbers.slice(0, 5)) await patch(number, { tags: ['touched'] });
    const { body } = await first;
    expect(body.progress.total).toBe(23);
    await work();
    expect(await get(body.id)).toMatchObject({ status: 'done', counts: { changed: 23 } });
    const back = await undone(body.id);
    expect([back.counts, await urgent()]).toMatchObject([{ changed: 23, left: 0 }, []]);
  });

  test('whose writing down was cut off are not begun: a part of them is not what was meant', async () => {
    const { db } = desk.context;
    limits.step = 2;
    const { body } = await ask({ tickets: await tickets(5), change });
    await db.deleteFrom('bulk_change_items').where('workspace_id', '=', workspace.id).where('bulk_change_id', '=', body.id).where('place', '=', 5).execute();
    await work();
    expect([await get(body.id), await urgent()]).toMatchObject([{ status: 'failed', error: 'failed', progress: { done: 0, total: 5 } }, []]);
  });

  test('one more than there may be are refused, never cut', async () => {
    await tickets(4);
    const team = await aTeam(desk.context.db, workspace.id);
    Object.assign(limits, { tickets: 3, step: 2 });
    const view = await aView({});
    expect((await ask({ ...meant(view), change })).body.errors[0]).toMatchObject({ field: 'view', code: 'too_many_tickets' });
    expect((await ask({ filter: 'status=open,new', change: { team } })).body.errors[0]).toMatchObject({ field: 'filter', code: 'too_many_tickets' });
    expect(await desk.context.db.selectFrom('bulk_changes').select('id').where('workspace_id', '=', workspace.id).execute()).toEqual([]);
  });
});
