import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bulkChangesOf, bulkPath } from '../../../../../tests/support/bulk-changes.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aTeam, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { claimDue, workOn } from './bulk-worker.ts';
import { forgetBulkChanges } from './forget-bulk-changes.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  agent = await anAgent(db, workspace.id);
});
afterAll(() => desk.stop());

const { work, ask, get, itemsOf, undo, changed, undone } = bulkChangesOf(() => desk, () => agent);
const ticketOf = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;
const patch = (number: number, body: object, asker = agent) => desk.ask(asker, 'PATCH', `/api/v1/tickets/${number}`, body);
async function tickets(count: number, options: Parameters<typeof aTicket>[2] = {}): Promise<number[]> {
  const made = [];
  for (let n = 0; n < count; n += 1) made.push((await aTicket(desk.context.db, workspace.id, options)).number);
  return made;
}
const updates = () => desk.context.db.selectFrom('events').select(['ticket_id', 'actor_id', 'data']).where('workspace_id', '=', workspace.id).where('type', '=', 'ticket.updated').execute();

describe('a bulk change', () => {
  test('of named tickets sets everything that one change may set, each as that change by its maker', async () => {
    const { db } = desk.context;
    const team = await aTeam(db, workspace.id);
    const numbers = await tickets(3);
    await patch(numbers[0]!, { tags: ['old', 'kept'] });
    const before = (await updates()).length;
    const change = { status: 'pending', assignee: agent.id, team, priority: 'high', kind: 'incident', add_tags: ['recall'], remove_tags: ['old'] };
    const done = await changed({ tickets: numbers, change });
    expect(done).toMatchObject({ status: 'done', progress: { done: 3, total: 3 }, counts: { changed: 3, unchanged: 0, refused: 0, left: 0 }, change, made_by: { id: agent.id } });
    for (const number of numbers) expect(await ticketOf(number)).toMatchObject({ status: 'pending', assignee: { id: agent.id }, team: { id: team }, priority: 'high', kind: 'incident' });
    expect((await ticketOf(numbers[0]!)).tags).toEqual(['kept', 'recall']);
    const events = (await updates()).slice(before);
    expect(events.map(({ actor_id }) => actor_id)).toEqual([agent.id, agent.id, agent.id]);
    expect(events[1]!.data).toMatchObject({ changes: { status: { from: 'open', to: 'pending' } } });
  });

  test('of a whole view takes what fits when it is asked for, and nothing that comes later', async () => {
    await tickets(2, { subject: 'Fits' });
    const [other] = await tickets(1);
    await patch(other!, { status: 'on_hold' });
    const answer = await ask({ filter: 'status=new,open&assignee=none&sort=-updated_at', change: { assignee: agent.id } });
    expect(answer).toMatchObject({ status: 202, body: { status: 'running', progress: { done: 0, total: 2 } } });
    const [late] = await tickets(1);
    await work();
    expect((await get(answer.body.id)).counts.changed).toBe(2);
    expect([(await ticketOf(other!)).assignee, (await ticketOf(late!)).assignee]).toEqual([null, null]);
  });

  test.each([
    ['nothing named', {}, 'tickets'],
    ['both ways', { tickets: [1], filter: 'status=open' }, 'filter'],
    ['a filter that is none', { filter: 'status=lost' }, 'filter'],
    ['an unknown word in the filter', { filter: 'workspace_id=1' }, 'filter'],
    ['a number to search for', { filter: 'q=123' }, 'filter'],
    ['a ticket that is not there', { tickets: [99_999_999] }, 'tickets'],
    ['a view that holds nothing', { filter: 'status=solved' }, 'filter'],
  ])('is refused at once with %s', async (_what, body, field) => {
    const answer = await ask({ change: { status: 'solved' }, ...body });
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });

  test('is refused when it says nothing, or would close for good', async () => {
    const numbers = await tickets(1);
    expect((await ask({ tickets: numbers, change: {} })).body.errors[0].field).toBe('change');
    expect((await ask({ tickets: numbers, change: { add_tags: [] } })).body.errors[0].field).toBe('change');
    expect((await ask({ tickets: numbers, change: { status: 'closed' } })).status).toBe(400);
  });

  test('tells of each ticket that could not be changed why, and goes on', async () => {
    const { db } = desk.context;
    const lead = await anAgent(db, workspace.id, { role: 'admin' });
    const required = await desk.ask(lead, 'POST', '/api/v1/fields', { label: 'Product, model', type: 'text', required: 'solve' });
    const [fine, closed, merged, target, lacking] = await tickets(5);
    for (const number of [fine, target, closed]) await patch(number!, { fields: { [required.body.key]: 'Lamp' } });
    await patch(closed!, { status: 'solved' });
    await patch(closed!, { status: 'closed' });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${merged}/merge`, { into: target });
    const done = await changed({ tickets: [fine, closed, merged, target, lacking], change: { status: 'solved' } });
    expect(done).toMatchObject({ status: 'done', counts: { changed: 2, refused: 3 } });
    const refused = await itemsOf(done.id, '&outcome=refused');
    expect(new Map(refused.map((item: { ticket: { number: number }; problem: object }) => [item.ticket.number, item.problem]))).toEqual(
      new Map<unknown, unknown>([
        [closed, { code: 'status_not_possible', fields: ['status'] }],
        [merged, { code: 'is_merged', fields: [] }],
        [lacking, { code: 'fields_missing', fields: [required.body.key] }],
      ]),
    );
    const report = await desk.ask(agent, 'GET', `${bulkPath}/${done.id}/report?language=sv`);
    const lines = String(report.body).split('\r\n');
    expect(lines[0]).toBe('\uFEFF"Ärende";"Ämne";"Varför"');
    expect(lines).toContain(`"${lacking}";"A question";"Behöver Product, model innan det kan lösas."`);
    expect(lines).toHaveLength(5);
  });

  test('acts with the rights of the moment: a brand that is lost on the way is not touched, and is not shown', async () => {
    const { db } = desk.context;
    const hidden = await aBrand(db, workspace.id);
    const narrow = await anAgent(db, workspace.id, { brands: [workspace.brandId, hidden] });
    const [seen] = await tickets(1);
    const [unseen] = await tickets(1, { brandId: hidden, subject: 'Secret' });
    const { body } = await ask({ tickets: [seen, unseen], change: { priority: 'urgent' } }, narrow);
    await db.deleteFrom('agent_brands').where('workspace_id', '=', workspace.id).where('brand_id', '=', hidden).execute();
    desk.context.wake.say('access');
    await work();
    expect(await get(body.id, narrow)).toMatchObject({ counts: { changed: 1, refused: 1 } });
    expect(await itemsOf(body.id, '&outcome=refused', narrow)).toEqual([{ ticket: null, outcome: 'refused', problem: { code: 'not_found', fields: [] } }]);
    expect((await ticketOf(unseen!)).priority).toBe('normal');
    expect((await ask({ tickets: [unseen], change: { priority: 'low' } }, narrow)).status).toBe(400);
  });

  test('of somebody who is deactivated on the way stops there', async () => {
    const { db } = desk.context;
    const leaving = await anAgent(db, workspace.id);
    const numbers = await tickets(2);
    const { body } = await ask({ tickets: numbers, change: { priority: 'urgent' } }, leaving);
    await db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', leaving.id).execute();
    await work();
    const lead = await anAgent(db, workspace.id, { role: 'lead' });
    expect(await get(body.id, lead)).toMatchObject({ status: 'failed', error: 'not_allowed', counts: { changed: 0 } });
    expect((await ticketOf(numbers[0]!)).priority).toBe('normal');
  });

  test('moves tickets to another brand, and into spam and back', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const numbers = await tickets(2);
    const moved = await changed({ tickets: numbers, change: { brand: other } });
    expect([moved.counts.changed, (await ticketOf(numbers[1]!)).brand.id]).toEqual([2, other]);
    expect((await undone(moved.id)).counts).toMatchObject({ changed: 2 });
    expect((await ticketOf(numbers[1]!)).brand.id).toBe(workspace.brandId);
    const spam = await changed({ tickets: numbers, change: { folder: 'spam' } });
    expect((await ticketOf(numbers[0]!)).folder).toBe('spam');
    await undone(spam.id);
    expect((await ticketOf(numbers[0]!)).folder).toBe('inbox');
  });

  test('is its maker’s, and of leads who see every brand; nobody else learns of it', async () => {
    const { db } = desk.context;
    const { id } = await changed({ tickets: await tickets(1), change: { priority: 'low' } });
    const colleague = await anAgent(db, workspace.id);
    const lead = await anAgent(db, workspace.id, { role: 'lead' });
    const narrowLead = await anAgent(db, workspace.id, { role: 'lead', brands: [workspace.brandId] });
    const statuses = await Promise.all([colleague, narrowLead, lead].map(async (asker) => (await desk.ask(asker, 'GET', `${bulkPath}/${id}`)).status));
    expect(statuses).toEqual([404, 404, 200]);
    expect((await desk.ask(colleague, 'GET', bulkPath)).body.items).toEqual([]);
    expect((await desk.ask(agent, 'GET', `${bulkPath}?status=done`)).body.items).toHaveLength(1);
  });

  test('leaves room for others: nobody has more than ten under way', async () => {
    const numbers = await tickets(1);
    for (let n = 0; n < 10; n += 1) expect((await ask({ tickets: numbers, change: { priority: 'low' } })).status).toBe(202);
    expect((await ask({ tickets: numbers, change: { priority: 'low' } })).status).toBe(429);
    await work();
  });

  test('is forgotten after a while, with what took it back', async () => {
    const { context } = desk;
    const { id } = await changed({ tickets: await tickets(3), change: { priority: 'low' } });
    await undone(id);
    for (let round = 0; round < 2; round += 1) await forgetBulkChanges(context, workspace.id, new Date(Date.now() + 1_000));
    const left = await Promise.all((['bulk_changes', 'bulk_change_items'] as const).map((table) => context.db.selectFrom(table).select('workspace_id').where('workspace_id', '=', workspace.id).execute()));
    expect(left).toEqual([[], []]);
  });
});

describe('taking a bulk change back', () => {
  test('puts back what stood there, but for what somebody has changed since', async () => {
    const [first, second, third] = await tickets(3);
    await patch(second!, { priority: 'high', tags: ['vip', 'old'] });
    const bulk = await changed({ tickets: [first, second, third], change: { status: 'solved', priority: 'low', add_tags: ['recall', 'vip'], remove_tags: ['old'] } });
    await patch(third!, { priority: 'urgent' });
    const back = await undone(bulk.id);
    expect(back).toMatchObject({ status: 'done', undoes: bulk.id, change: null, counts: { changed: 2, left: 1 } });
    expect(await ticketOf(first!)).toMatchObject({ status: 'open', priority: 'normal', tags: [] });
    const again = await ticketOf(second!);
    expect([again.status, again.priority, again.tags.toSorted()]).toEqual(['open', 'high', ['old', 'vip']]);
    expect(await ticketOf(third!)).toMatchObject({ status: 'open', priority: 'urgent', tags: [] });
    expect(await itemsOf(back.id, '&outcome=left')).toEqual([{ ticket: { number: third, subject: 'A question' }, outcome: 'left', problem: { code: 'changed_since', fields: ['priority'] } }]);
    expect(await get(bulk.id)).toMatchObject({ undone_by: back.id });
    expect((await undo(bulk.id)).status).toBe(409);
  });

  test('touches only what was changed, and can itself be taken back', async () => {
    const [first, second] = await tickets(2);
    await patch(second!, { priority: 'low' });
    const bulk = await changed({ tickets: [first, second], change: { priority: 'low' } });
    expect(bulk.counts).toMatchObject({ changed: 1, unchanged: 1 });
    const back = await undone(bulk.id);
    expect(back.progress.total).toBe(1);
    expect([(await ticketOf(first!)).priority, (await ticketOf(second!)).priority]).toEqual(['normal', 'low']);
    await undone(back.id);
    expect((await ticketOf(first!)).priority).toBe('low');
  });

  test('is refused where nothing was changed, and while it still goes on', async () => {
    const numbers = await tickets(1);
    const running = await ask({ tickets: numbers, change: { priority: 'normal' } });
    expect((await undo(running.body.id)).body.code).toBe('bulk_busy');
    await work();
    expect((await get(running.body.id)).counts).toMatchObject({ unchanged: 1 });
    expect((await undo(running.body.id)).body.code).toBe('bulk_busy');
  });

  test('that was stopped half-way goes on when it is asked for again', async () => {
    const numbers = await tickets(45);
    const bulk = await changed({ tickets: numbers, change: { priority: 'low' } });
    const first = await undo(bulk.id);
    await oneBatch();
    await desk.ask(agent, 'POST', `${bulkPath}/${first.body.id}/stop`);
    expect((await get(first.body.id)).counts.changed).toBe(20);
    const again = await undone(bulk.id);
    expect(again.counts).toMatchObject({ changed: 25, unchanged: 20, left: 0 });
  });
});

/** One worker takes what is due and is cut off after its first batch. */
async function oneBatch() {
  const [job] = await claimDue(desk.context, 1);
  const dying = new AbortController();
  const wake = { ...desk.context.wake, say: () => dying.abort() };
  await workOn({ ...desk.context, wake }, job!, dying.signal);
  return job!;
}

describe('a worker that dies', () => {
  test('leaves no ticket out and changes none twice', async () => {
    const numbers = await tickets(50);
    const { body } = await ask({ tickets: numbers, change: { priority: 'high' } });
    const dead = await oneBatch();
    expect((await get(body.id)).progress).toEqual({ done: 20, total: 50 });
    // The dead worker's late transaction finds that the work is no longer its own.
    await desk.context.db.updateTable('bulk_changes').set({ next_attempt_at: new Date(0) }).where('workspace_id', '=', workspace.id).where('id', '=', body.id).execute();
    const [next] = await claimDue(desk.context, 1);
    await workOn(desk.context, dead, new AbortController().signal);
    expect((await get(body.id)).progress.done).toBe(20);
    await workOn(desk.context, next!, new AbortController().signal);
    expect(await get(body.id)).toMatchObject({ status: 'done', counts: { changed: 50 } });
    const events = await updates();
    expect([events.length, new Set(events.map(({ ticket_id }) => ticket_id)).size]).toEqual([50, 50]);
  });

  test('again and again is given up; what it did can be taken back', async () => {
    const numbers = await tickets(30);
    const { body } = await ask({ tickets: numbers, change: { priority: 'high' } });
    await oneBatch();
    await desk.context.db.updateTable('bulk_changes').set({ failures: 5, next_attempt_at: new Date(0) }).where('workspace_id', '=', workspace.id).where('id', '=', body.id).execute();
    await work();
    expect(await get(body.id)).toMatchObject({ status: 'failed', error: 'failed', counts: { changed: 20 } });
    expect((await undone(body.id)).counts).toMatchObject({ changed: 20 });
  });

  test('or is stopped by a word of its maker changes nothing more', async () => {
    const numbers = await tickets(30);
    const { body } = await ask({ tickets: numbers, change: { priority: 'high' } });
    await oneBatch();
    expect((await desk.ask(agent, 'POST', `${bulkPath}/${body.id}/stop`)).body).toMatchObject({ status: 'stopped', progress: { done: 20, total: 30 } });
    await work();
    expect(await get(body.id)).toMatchObject({ status: 'stopped', counts: { changed: 20 } });
    expect((await desk.ask(agent, 'POST', `${bulkPath}/${body.id}/stop`)).status).toBe(200);
  });
});

test('two bulk changes of the same tickets at once both come to their end', async () => {
  const numbers = await tickets(60);
  const one = await ask({ tickets: numbers, change: { priority: 'high' } });
  const two = await ask({ tickets: numbers.toReversed(), change: { kind: 'task' } });
  const jobs = await claimDue(desk.context, 2);
  await Promise.all(jobs.map((job) => workOn(desk.context, job, new AbortController().signal)));
  expect([(await get(one.body.id)).counts.changed, (await get(two.body.id)).counts.changed]).toEqual([60, 60]);
  expect(await ticketOf(numbers[0]!)).toMatchObject({ priority: 'high', kind: 'task' });
});
