import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let astrid: TestAgent;
let bo: TestAgent;
let lead: TestAgent;
let narrow: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  await anInbox(db, workspace.id, { brandId: workspace.brandId });
  astrid = await anAgent(db, workspace.id, { name: 'Astrid Lind' });
  bo = await anAgent(db, workspace.id, { name: 'Bo Ek' });
  lead = await anAgent(db, workspace.id, { name: 'Lea Dahl', role: 'admin' });
  narrow = await anAgent(db, workspace.id, { brands: [await aBrand(db, workspace.id)] });
  await db.updateTable('agents').set({ time_zone: 'Europe/Stockholm' }).where('workspace_id', '=', workspace.id).where('id', '=', astrid.id).execute();
});
afterAll(() => desk.stop());

async function open(body: object = {}): Promise<number> {
  return (await desk.ask(astrid, 'POST', '/api/v1/tickets', { subject: 'Router', text: 'It blinks', requester: { email: 'karin@lund.example' }, ...body })).body.number as number;
}
const onTicket = (asker: TestAgent, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', number: number, path: string, body?: object) => desk.ask(asker, method, `/api/v1/tickets/${number}/${path}`, body);
const work = async (number: number) => (await onTicket(astrid, 'GET', number, 'work')).body;
const names = (followers: { name: string }[]) => followers.map(({ name }) => name);
const types = async (number: number) => ((await onTicket(astrid, 'GET', number, 'timeline')).body.items as { type: string }[]).map(({ type }) => type).filter((type) => type !== 'message');
const merge = (number: number, into: number) => onTicket(astrid, 'POST', number, 'merge', { into });

describe('following', () => {
  test('is one’s own or a colleague’s, is said once, and ends', async () => {
    const number = await open();
    for (const agent of [astrid, astrid, bo]) expect((await onTicket(astrid, 'PUT', number, `followers/${agent.id}`)).status).toBe(200);
    expect(names((await onTicket(bo, 'GET', number, 'followers')).body.items)).toEqual(['Astrid Lind', 'Bo Ek']);
    expect((await onTicket(bo, 'DELETE', number, `followers/${bo.id}`)).body.items).toHaveLength(1);
    expect(await types(number)).toEqual(['ticket.followed', 'ticket.followed', 'ticket.unfollowed']);
  });

  test('is not for those who do not see the brand', async () => {
    expect((await onTicket(astrid, 'PUT', await open(), `followers/${narrow.id}`)).status).toBe(404);
  });

  test('goes along with a merge, and back', async () => {
    const [target, source] = [await open(), await open()];
    await onTicket(astrid, 'PUT', target, `followers/${astrid.id}`);
    for (const agent of [astrid, bo, lead]) await onTicket(astrid, 'PUT', source, `followers/${agent.id}`);
    await merge(source, target);
    expect(names((await work(target)).followers)).toEqual(['Astrid Lind', 'Bo Ek', 'Lea Dahl']);
    // Who says so of their own will stays.
    await onTicket(lead, 'PUT', target, `followers/${lead.id}`);
    await onTicket(astrid, 'POST', source, 'unmerge');
    expect(names((await work(target)).followers)).toEqual(['Astrid Lind', 'Lea Dahl']);
    expect(names((await work(source)).followers)).toHaveLength(3);
  });
});

describe('tasks', () => {
  const add = async (number: number, body: object, asker = astrid) => (await onTicket(asker, 'POST', number, 'tasks', body)).body;

  test('have a text, somebody who does them and a day that is over where it was set', async () => {
    const number = await open();
    expect(await add(number, { text: 'Order the part', assignee: bo.id, due: '2031-06-30' })).toMatchObject({ ticket: number, text: 'Order the part', assignee: { name: 'Bo Ek' }, due: '2031-06-30', due_at: '2031-06-30T21:59:59.999Z', done_at: null });
    expect(await add(number, { text: 'Call', due: '2031-06-30T08:00:00.000Z' })).toMatchObject({ due: '2031-06-30T08:00:00.000Z', due_at: '2031-06-30T08:00:00.000Z', assignee: null });
    expect(await add(number, { text: 'Some day' })).toMatchObject({ due: null, due_at: null });
  });

  test('are ticked off, changed, moved and taken away, each an event without words', async () => {
    const number = await open();
    const [one, two, three] = [await add(number, { text: 'One' }), await add(number, { text: 'Two' }), await add(number, { text: 'Three' })];
    expect((await onTicket(bo, 'PATCH', number, `tasks/${two.id}`, { done: true })).body).toMatchObject({ done_by: { name: 'Bo Ek' } });
    expect((await onTicket(bo, 'PATCH', number, `tasks/${two.id}`, { done: false })).body).toMatchObject({ done_by: null, done_at: null });
    await onTicket(bo, 'PATCH', number, `tasks/${three.id}`, { after: null });
    await onTicket(bo, 'PATCH', number, `tasks/${one.id}`, { after: two.id, text: 'First' });
    const list = (await onTicket(bo, 'GET', number, 'tasks')).body.items as { text: string }[];
    expect(list.map(({ text }) => text)).toEqual(['Three', 'Two', 'First']);
    expect((await onTicket(bo, 'DELETE', number, `tasks/${two.id}`)).body.items).toHaveLength(2);
    expect((await onTicket(bo, 'DELETE', number, `tasks/${two.id}`)).status).toBe(404);
    const entries = (await onTicket(bo, 'GET', number, 'timeline')).body.items as object[];
    expect(JSON.stringify(entries.slice(1))).not.toContain('First');
    expect(await types(number)).toEqual(['task.added', 'task.added', 'task.added', 'task.updated', 'task.updated', 'task.updated', 'task.updated', 'task.removed']);
  });

  test('of another ticket are not there, and nobody gets one who does not see the brand', async () => {
    const [number, other] = [await open(), await open()];
    const task = await add(number, { text: 'Mine' });
    expect((await onTicket(astrid, 'PATCH', other, `tasks/${task.id}`, { done: true })).status).toBe(404);
    expect((await onTicket(astrid, 'POST', number, 'tasks', { text: 'Theirs', assignee: narrow.id })).body.errors).toMatchObject([{ field: 'assignee', code: 'not_found' }]);
  });

  test('of a merged ticket are those of the one that it stands in', async () => {
    const [target, source] = [await open(), await open()];
    const task = await add(source, { text: 'Came along' });
    await merge(source, target);
    expect((await work(target)).tasks).toMatchObject([{ text: 'Came along', ticket: source }]);
    expect((await onTicket(astrid, 'PATCH', target, `tasks/${task.id}`, { done: true })).status).toBe(200);
  });

  test('that are one’s own stand in one list, the soonest due first, page by page', async () => {
    const me = await anAgent(desk.context.db, workspace.id, { name: 'Tove' });
    const [first, second] = [await open(), await open()];
    await add(first, { text: 'No date', assignee: me.id });
    await add(second, { text: 'June', assignee: me.id, due: '2031-06-01' });
    await add(first, { text: 'May', assignee: me.id, due: '2031-05-01' });
    await add(second, { text: 'Long over', assignee: me.id, due: '2020-05-01' });
    await add(first, { text: 'No date either', assignee: me.id });
    const done = await add(first, { text: 'Done', assignee: me.id, due: '2031-01-01' });
    await onTicket(me, 'PATCH', first, `tasks/${done.id}`, { done: true });
    const read: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = (await desk.ask(me, 'GET', `/api/v1/tasks?limit=1${cursor ? `&cursor=${cursor}` : ''}`)).body as { items: { text: string; subject: string }[]; next_cursor: string | null };
      read.push(...page.items.map(({ text, subject }) => `${text} (${subject})`));
      cursor = page.next_cursor;
    }
    expect(read).toEqual(['Long over (Router)', 'May (Router)', 'June (Router)', 'No date (Router)', 'No date either (Router)']);
    await desk.context.db.updateTable('agents').set({ all_brands: false }).where('workspace_id', '=', workspace.id).where('id', '=', me.id).execute();
    desk.context.identify.forget();
    expect((await desk.ask(me, 'GET', '/api/v1/tasks')).body.items).toEqual([]);
  });

  test.each([[{ text: '' }, 'text'], [{ text: 'x', due: 'soon' }, 'due'], [{ text: 'x', due: '2026-02-30' }, 'due']])('%j is refused', async (body, field) => {
    const answer = await onTicket(astrid, 'POST', await open(), 'tasks', body);
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });
});

describe('the time spent', () => {
  const spend = (number: number, body: object, asker = astrid) => onTicket(asker, 'POST', number, 'time', body);

  test('is summed for the ticket and for each, also over a merge', async () => {
    const [target, source] = [await open(), await open()];
    await spend(target, { seconds: 90 });
    await spend(target, { seconds: 30 }, bo);
    const answer = await spend(source, { seconds: 600, note: 'On the phone' }, bo);
    expect(answer.body).toMatchObject({ total_seconds: 600, items: [{ note: 'On the phone', measured: false, agent: { name: 'Bo Ek' } }] });
    await merge(source, target);
    expect((await work(target)).time).toEqual({ tracked: true, total_seconds: 720, agents: [{ agent: { id: bo.id, name: 'Bo Ek' }, seconds: 630 }, { agent: { id: astrid.id, name: 'Astrid Lind' }, seconds: 90 }] });
  });

  test('of a stretch that is told twice is one row, with the longer time', async () => {
    const number = await open();
    await spend(number, { seconds: 40, stretch: 'a-stretch-1' });
    const answer = await spend(number, { seconds: 55, stretch: 'a-stretch-1' });
    expect(answer.body).toMatchObject({ total_seconds: 55, items: [{ measured: true, seconds: 55 }] });
    expect((await spend(number, { seconds: 5, stretch: 'a-stretch-1' })).body.total_seconds).toBe(55);
    expect((await types(number)).filter((type) => type === 'time.added')).toHaveLength(1);
  });

  test('is corrected by whose it is and by leads; what was measured stays to be seen', async () => {
    const number = await open();
    const entry = (await spend(number, { seconds: 3_000, stretch: 'a-stretch-2' })).body.items[0];
    expect((await onTicket(bo, 'PATCH', number, `time/${entry.id}`, { seconds: 1 })).status).toBe(403);
    expect((await onTicket(astrid, 'PATCH', number, `time/${entry.id}`, { seconds: 600, note: 'Forgot to close it' })).body.items[0]).toMatchObject({ seconds: 600, measured_seconds: 3_000, note: 'Forgot to close it' });
    // A late report of the same stretch does not undo the correction.
    expect((await spend(number, { seconds: 3_100, stretch: 'a-stretch-2' })).body.total_seconds).toBe(600);
    expect((await onTicket(lead, 'DELETE', number, `time/${entry.id}`)).body).toMatchObject({ items: [], total_seconds: 0 });
  });

  test('names what was written at its end, if that is of the ticket', async () => {
    const [number, other] = [await open(), await open()];
    const note = (await onTicket(astrid, 'POST', number, 'messages', { kind: 'note', text: 'Called' })).body;
    expect((await spend(number, { seconds: 5, message: note.id })).body.items[0].message).toBe(note.id);
    expect((await spend(other, { seconds: 5, message: note.id })).body.items[0].message).toBeNull();
  });

  test('is not taken where the workspace does not track it', async () => {
    const number = await open();
    await desk.ask(lead, 'PATCH', '/api/v1/workspace', { time_tracking: false });
    expect((await spend(number, { seconds: 5 })).status).toBe(403);
    expect((await work(number)).time.tracked).toBe(false);
    await desk.ask(lead, 'PATCH', '/api/v1/workspace', { time_tracking: true });
    expect((await spend(number, { seconds: 5 })).status).toBe(201);
  });
});

describe('what else is open', () => {
  test('is the requester’s, and of others in their organization, of brands that one sees', async () => {
    const { db } = desk.context;
    const organization = await db.insertInto('organizations').values({ workspace_id: workspace.id, name: 'Northwind' }).returning('id').executeTakeFirstOrThrow();
    const of = async (email: string, body: object = {}) => {
      const ticket = (await desk.ask(lead, 'POST', '/api/v1/tickets', { subject: `Of ${email}`, text: 'Text', requester: { email }, ...body })).body;
      await db.updateTable('customers').set({ organization_id: organization.id }).where('workspace_id', '=', workspace.id).where('id', '=', ticket.requester.id).execute();
      return ticket.number as number;
    };
    const number = await of('ann@northwind.example');
    const [own, solved, colleague] = [await of('ann@northwind.example'), await of('ann@northwind.example', { status: 'solved' }), await of('bea@northwind.example')];
    const elsewhere = await of('bea@northwind.example', { brand: await aBrand(db, workspace.id) });
    const here = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
    const numbers = (list: { items: { number: number }[] }) => list.items.map((item) => item.number);
    const seen = (await onTicket(here, 'GET', number, 'related')).body;
    expect([numbers(seen.requester), seen.organization.name, numbers(seen.organization)]).toEqual([[own], 'Northwind', [colleague]]);
    expect(numbers((await onTicket(lead, 'GET', number, 'related')).body.organization)).toEqual([elsewhere, colleague]);
    expect([solved].some((each) => numbers(seen.requester).includes(each))).toBe(false);
    expect((await onTicket(astrid, 'GET', await open({ requester: { email: 'alone@lund.example' } }), 'related')).body).toEqual({ requester: { items: [], more: false }, organization: null });
  });
});
