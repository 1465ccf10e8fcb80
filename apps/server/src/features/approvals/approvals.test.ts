import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bulkChangesOf } from '../../../../../tests/support/bulk-changes.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { untilWaiting } from '../../../../../tests/support/waits.ts';
import { audienceOf } from '../notifications/audience.rules.ts';
import { approvalQueue } from './due-requests.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let lena: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  await anInbox(db, workspace.id, { brandId: workspace.brandId });
  admin = await anAgent(db, workspace.id, { role: 'admin', name: 'Ada Berg' });
  lena = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena Ek' });
  agent = await anAgent(db, workspace.id, { name: 'Nora Ask' });
  for (const label of ['Refund']) expect((await desk.ask(admin, 'POST', '/api/v1/fields', { label, type: 'number' })).status).toBe(201);
});
afterAll(() => desk.stop());

const { changed, itemsOf } = bulkChangesOf(() => desk, () => agent);
const limit = { name: 'Refund above 100', guard: 'amount', field: 'refund', above: 100, approver: 'lead' };
const write = async (body: object = limit, by = admin) => {
  const made = await desk.ask(by, 'POST', '/api/v1/approval-rules', body);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
};
const aTicket = async (body: object = {}): Promise<number> => {
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'It is broken', requester: { email: 'maja@firm.example' }, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number;
};
const patch = (number: number, body: object, asker = agent) => desk.ask(asker, 'PATCH', `/api/v1/tickets/${number}`, body);
const ask = (number: number, change: object, asker = agent) => desk.ask(asker, 'POST', `/api/v1/tickets/${number}/approvals`, { change, reason: 'The lamp came broken twice' });
const asked = async (number: number, change: object = { fields: { refund: 250 } }): Promise<number> => {
  const made = await ask(number, change);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
};
const answer = (request: number, approved: boolean, by = lena, words?: string) => desk.ask(by, 'POST', `/api/v1/approvals/${request}/answer`, { approved, ...(words && { words }) });
const refundOn = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.fields.refund;
const timelineOf = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items;
const needed = (name = 'Refund above 100') => ({ status: 409, body: { code: 'approval_needed', errors: [{ code: 'required', message: name }] } });

describe('an amount above its limit is not written without an approval', () => {
  test('on no way: alone, with a message, on a new ticket, by whatever role', async () => {
    await write();
    const number = await aTicket();
    const above = { fields: { refund: 100.01 } };
    expect(await patch(number, above)).toMatchObject({ ...needed(), body: { errors: [{ approval: { approver: 'lead', approvals: 1, people: [{ name: 'Lena Ek' }, { name: 'Ada Berg' }] } }] } });
    for (const role of [lena, admin]) expect(await patch(number, above, role)).toMatchObject(needed());
    expect(await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'Macro', changes: above })).toMatchObject(needed());
    expect(await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'New', text: 'x', requester: { email: 'maja@firm.example' }, ...above })).toMatchObject(needed());
    expect([await refundOn(number), (await timelineOf(number)).length]).toEqual([undefined, 1]);
    // Up to the limit it takes nobody's word.
    expect((await patch(number, { fields: { refund: 100 } })).status).toBe(200);
    expect(await ask(number, { fields: { refund: 99 } })).toMatchObject({ status: 400, body: { errors: [{ field: 'change', code: 'needs_none' }] } });
    expect(await refundOn(number)).toBe(100);
  });

  test('while the rule is on, for tickets that it is for', async () => {
    const rule = await write({ ...limit, conditions: { tag: ['vip'] } });
    const [plain, vip] = [await aTicket(), await aTicket({ tags: ['vip'] })];
    expect((await patch(plain, { fields: { refund: 500 } })).status).toBe(200);
    expect(await patch(vip, { fields: { refund: 500 } })).toMatchObject(needed());
    await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${rule.id}`, { active: false });
    expect((await patch(vip, { fields: { refund: 500 } })).status).toBe(200);
    await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${rule.id}`, { active: true });
    await desk.ask(admin, 'DELETE', `/api/v1/approval-rules/${rule.id}`);
    expect((await patch(vip, { fields: { refund: 600 } })).status).toBe(200);
  });

  test('nor when the ticket becomes one that the rule is for, while it holds the amount; what was approved is not asked again', async () => {
    await write({ ...limit, conditions: { tag: ['vip'] } });
    const number = await aTicket();
    expect((await patch(number, { fields: { refund: 500 } })).status).toBe(200);
    expect(await patch(number, { add_tags: ['vip'] })).toMatchObject(needed());
    expect(await patch(number, { add_tags: ['vip'], fields: { refund: 50 } })).toMatchObject({ status: 200 });
    expect(await patch(number, { fields: { refund: 500 } })).toMatchObject(needed());
    const request = await asked(number, { fields: { refund: 500 } });
    expect((await answer(request, true)).status).toBe(200);
    expect(await refundOn(number)).toBe(500);
    expect((await patch(number, { add_tags: ['gold'], priority: 'high' })).status).toBe(200);
  });

  test('by a lead who switches off what administrators have to approve', async () => {
    const rule = await write({ ...limit, brand: workspace.brandId, approver: 'admin' });
    const change = (body: object, by: TestAgent) => desk.ask(by, 'PATCH', `/api/v1/approval-rules/${rule.id}`, body);
    expect(await change({ active: false }, lena)).toMatchObject({ status: 403 });
    expect((await desk.ask(lena, 'DELETE', `/api/v1/approval-rules/${rule.id}`)).status).toBe(403);
    expect((await change({ active: false }, admin)).status).toBe(200);
  });

  test('a status and a choice are held back as well, also along with a reply', async () => {
    await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'Remedy', type: 'tree', options: [{ label: 'Money' }, { label: 'Gift', parent: 'money' }, { label: 'Words' }] });
    await write({ name: 'Money', guard: 'choice', field: 'remedy', options: ['money'], approver: 'lead' });
    await write({ name: 'Solving', guard: 'status', statuses: ['solved'], approver: 'admin' });
    const number = await aTicket();
    expect((await patch(number, { fields: { remedy: 'words' } })).status).toBe(200);
    expect(await patch(number, { fields: { remedy: 'gift' } })).toMatchObject(needed('Money'));
    expect(await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Done', status: 'solved' })).toMatchObject(needed('Solving'));
    const macro = (await desk.ask(admin, 'POST', '/api/v1/macros', { name: 'Close', actions: { status: 'solved' } })).body;
    expect(await patch(number, { status: 'solved', macros: [macro.id] })).toMatchObject(needed('Solving'));
    const bulk = await changed({ tickets: [number], change: { status: 'solved' } });
    expect(await itemsOf(bulk.id)).toMatchObject([{ outcome: 'refused', problem: { code: 'approval_needed', fields: ['Solving'] } }]);
    expect((await patch(number, { status: 'pending' })).status).toBe(200);
  });
});

describe('a request', () => {
  test('is answered by who may, and the change is done in the name of who asked', async () => {
    await write();
    const number = await aTicket();
    const id = await asked(number, { fields: { refund: 250 }, priority: 'high' });
    const shown = (await desk.ask(lena, 'GET', '/api/v1/approvals?show=to_answer')).body.items;
    expect(shown).toMatchObject([{ id, requester: { name: 'Nora Ask' }, reason: 'The lamp came broken twice', state: 'waiting', may_answer: true, may_withdraw: false, people: [{ name: 'Ada Berg' }, { name: 'Lena Ek' }] }]);
    expect((await desk.ask(agent, 'GET', '/api/v1/approvals?show=to_answer')).body.items).toEqual([]);
    expect((await desk.ask(agent, 'GET', `/api/v1/approvals?ticket=${number}`)).body.items).toMatchObject([{ id, may_withdraw: true }]);
    expect((await desk.ask(agent, 'GET', `/api/v1/approvals?ticket=${await aTicket()}`)).body.items).toEqual([]);
    expect(await ask(number, { fields: { refund: 300 } })).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    expect((await answer(id, true, agent)).status).toBe(403);
    expect(await answer(id, true)).toMatchObject({ status: 200, body: { state: 'approved', problem: null, answers: [{ agent: { name: 'Lena Ek' }, approved: true }] } });
    // The same press once more.
    expect((await answer(id, true)).status).toBe(200);
    expect((await answer(id, false, admin)).status).toBe(409);
    expect(await refundOn(number)).toBe(250);
    const [change] = (await timelineOf(number)).filter(({ type }: { type: string }) => type === 'ticket.updated');
    expect(change).toMatchObject({ actor: { name: 'Nora Ask' }, data: { approval: id, approved_by: [lena.id] } });
    const told = (await timelineOf(number)).flatMap(({ type, actor }: { type: string; actor?: { name: string } }) => (type.startsWith('approval.') ? [[type, actor?.name]] : []));
    expect(told).toEqual([['approval.asked', 'Nora Ask'], ['approval.answered', 'Lena Ek']]);
    // Another amount is another request.
    expect(await patch(number, { fields: { refund: 251 } })).toMatchObject(needed());
    expect((await patch(number, { fields: { refund: 250 } })).status).toBe(200);
  });

  test('nobody approves their own, not even who leads', async () => {
    await write();
    const number = await aTicket();
    const { body } = await ask(number, { fields: { refund: 250 } }, lena);
    expect([(await answer(body.id, true, lena)).status, await refundOn(number)]).toEqual([403, undefined]);
    expect((await answer(body.id, true, admin)).body.state).toBe('approved');
  });

  test('two pairs of eyes are two people', async () => {
    await write({ ...limit, approvals: 2 });
    const number = await aTicket();
    const id = await asked(number);
    expect((await answer(id, true)).body).toMatchObject({ state: 'waiting', may_answer: false });
    expect((await answer(id, true)).body.state).toBe('waiting');
    expect(await refundOn(number)).toBeUndefined();
    expect((await answer(id, true, admin)).body.state).toBe('approved');
    expect(await refundOn(number)).toBe(250);
  });

  test('that meets two rules is asked of one after the other', async () => {
    await write();
    await write({ ...limit, name: 'Large', above: 200, approver: 'named', approvers: [admin.id] });
    const number = await aTicket();
    const id = await asked(number);
    expect((await answer(id, true)).body).toMatchObject({ state: 'waiting', rule: { name: 'Large' }, may_answer: false });
    expect(await refundOn(number)).toBeUndefined();
    expect((await answer(id, true, admin)).body).toMatchObject({ state: 'approved', answers: [{ agent: { name: 'Lena Ek' } }, { agent: { name: 'Ada Berg' } }] });
    expect(await refundOn(number)).toBe(250);
  });

  test('refused, withdrawn or run out changes nothing', async () => {
    await write();
    const number = await aTicket();
    const no = await asked(number);
    expect((await answer(no, false, lena, 'Half of it')).body).toMatchObject({ state: 'refused', answers: [{ words: 'Half of it' }] });
    const taken = await asked(number);
    expect((await desk.ask(lena, 'POST', `/api/v1/approvals/${taken}/withdraw`)).status).toBe(403);
    expect((await desk.ask(agent, 'POST', `/api/v1/approvals/${taken}/withdraw`)).body.state).toBe('withdrawn');
    const late = await asked(number);
    const in3days = new Date(Date.now() + 3 * 86_400_000);
    const fire = () => desk.context.db.transaction().execute((tx) => approvalQueue.fire(tx, workspace.id, in3days, 10));
    expect([await fire(), await fire()]).toEqual([1, 0]);
    expect(await answer(late, true)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await timelineOf(number)).filter(({ type }: { type: string }) => type === 'approval.expired')).toHaveLength(1);
    expect(await refundOn(number)).toBeUndefined();
  });

  test('that cannot be done any more says why, is over, and is asked for anew', async () => {
    await write();
    const number = await aTicket();
    const id = await asked(number);
    expect((await patch(number, { fields: { refund: 50 } }, lena)).status).toBe(200);
    expect((await answer(id, true, admin)).body).toMatchObject({ state: 'approved', problem: 'conflict', may_answer: false, may_ask_anew: false });
    expect((await desk.ask(agent, 'GET', `/api/v1/approvals/${id}`)).body.may_ask_anew).toBe(true);
    expect(await refundOn(number)).toBe(50);
    await patch(number, { fields: { refund: null } }, lena);
    // What stood in the way is gone, and nothing is done all the same.
    expect((await answer(id, true, lena)).status).toBe(409);
    expect(await refundOn(number)).toBeUndefined();
    expect((await answer(await asked(number), true)).body).toMatchObject({ state: 'approved', problem: null });
    expect(await refundOn(number)).toBe(250);
  });

  test('on a ticket that was closed meanwhile is not done', async () => {
    await write();
    const number = await aTicket();
    const id = await asked(number);
    await patch(number, { status: 'solved' });
    expect((await patch(number, { status: 'closed' })).status).toBe(200);
    expect((await answer(id, true)).body).toMatchObject({ state: 'approved', problem: 'ticket_closed' });
    expect(await refundOn(number)).toBeUndefined();
  });

  test('is not done on a ticket that is closed or merged while the answer waits for it', async () => {
    await write();
    for (const [change, problem] of [[sql`status = 'closed'`, 'ticket_closed'], [sql`merged_into = id, merged_status = status`, 'is_merged']] as const) {
      const number = await aTicket();
      const id = await asked(number);
      const { answered } = await desk.context.db.transaction().execute(async (tx) => {
        await sql`update tickets set ${change} where workspace_id = ${workspace.id} and number = ${number}`.execute(tx);
        const waiting = answer(id, true);
        await untilWaiting(desk.context.db);
        return { answered: waiting };
      });
      expect((await answered).body).toMatchObject({ state: 'approved', problem });
      expect(await refundOn(number)).toBeUndefined();
    }
  });

  test('of a ticket that was merged meanwhile is kept, and says so', async () => {
    await write();
    const [number, other] = [await aTicket(), await aTicket()];
    const id = await asked(number);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/merge`, { into: other })).status).toBe(200);
    expect((await answer(id, true)).body).toMatchObject({ state: 'approved', problem: 'is_merged' });
  });

  test('two answers at once are one change', async () => {
    await write();
    const number = await aTicket();
    const id = await asked(number);
    const both = await Promise.all([answer(id, true), answer(id, true, admin)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await timelineOf(number)).filter(({ type }: { type: string }) => type === 'ticket.updated')).toHaveLength(1);
  });

  test('of a brand that one does not see is not there', async () => {
    await write();
    const brand = await aBrand(desk.context.db, workspace.id);
    const stranger = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [brand] });
    const id = await asked(await aTicket());
    expect((await answer(id, true, stranger)).status).toBe(404);
    expect((await desk.ask(stranger, 'GET', '/api/v1/approvals')).body.items).toEqual([]);
    // Their own brand they rule, all brands they do not.
    expect((await desk.ask(stranger, 'POST', '/api/v1/approval-rules', { ...limit, brand })).status).toBe(201);
    expect((await desk.ask(stranger, 'POST', '/api/v1/approval-rules', limit)).status).toBe(403);
    expect((await desk.ask(lena, 'POST', '/api/v1/approval-rules', limit)).status).toBe(403);
  });
});

test.each([
  [{ guard: 'amount', approver: 'lead' }, ['field', 'above']],
  [{ ...limit, statuses: ['solved'] }, ['statuses']],
  [{ ...limit, field: 'nothing' }, ['field']],
  [{ ...limit, approver: 'named' }, ['approvers']],
  [{ ...limit, approver: 'named', approvals: 2, approvers: [999_999] }, ['approvers']],
  [{ ...limit, approvers: [1] }, ['approvers']],
])('a rule that cannot be is refused: %j', async (body, fields) => {
  const answered = await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'R', ...body });
  expect([answered.status, answered.body.errors?.map(({ field }: { field: string }) => field)]).toEqual([400, fields]);
});

test('who is asked hears of it, and who asked hears of the last answer only', () => {
  const facts = { id: 1, brand_id: 1, folder: 'inbox', status: 'open', assignee_id: 4, team_id: null, followers: [], members: [], leads: [] } as const;
  const event = (type: string, actor: number | null, data: object) => [...audienceOf({ type, actor_type: actor === null ? 'system' : 'agent', actor_id: actor, message_id: null, data } as never, facts, null)];
  expect(event('approval.asked', 4, { approvers: [7, 8] })).toEqual([[7, 'approval_asked'], [8, 'approval_asked']]);
  expect(event('approval.answered', 7, { requester: 4, state: 'waiting' })).toEqual([]);
  expect(event('approval.answered', 8, { requester: 4, state: 'approved' })).toEqual([[4, 'approval_answered']]);
  expect(event('approval.expired', null, { requester: 4 })).toEqual([[4, 'approval_answered']]);
});
