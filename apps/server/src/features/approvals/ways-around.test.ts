import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import type { GuardedAction } from '../approval-rules/index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let lena: TestAgent;
let agent: TestAgent;
let bo: TestAgent;
let team: number;
let elsewhere: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  elsewhere = await aBrand(db, workspace.id);
  for (const brandId of [workspace.brandId, elsewhere]) await anInbox(db, workspace.id, { brandId });
  admin = await anAgent(db, workspace.id, { role: 'admin', name: 'Ada Berg' });
  lena = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena Ek' });
  agent = await anAgent(db, workspace.id, { name: 'Nora Ask' });
  bo = await anAgent(db, workspace.id, { name: 'Bo Dahl' });
  team = await aTeam(db, workspace.id, { name: 'Second line', members: [bo.id] });
});
afterAll(() => desk.stop());

const rule = async (actions: readonly GuardedAction[], body: object = {}): Promise<number> => {
  const made = await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'Rule', guard: 'action', actions, approver: 'lead', ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
};
const turn = async (id: number, active: boolean) => expect((await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${id}`, { active })).status).toBe(200);
const aTicket = async (body: object = {}): Promise<number> => {
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The lamp', text: 'It is broken', requester: { email: 'maja@firm.example' }, brand: workspace.brandId, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number;
};
const at = (number: number, path = '') => `/api/v1/tickets/${number}${path}`;
const patch = (number: number, body: object, by = agent) => desk.ask(by, 'PATCH', at(number), body);
const post = (number: number, path: string, body?: object, by = agent) => desk.ask(by, 'POST', at(number, path), body);
const see = async (number: number) => (await desk.ask(admin, 'GET', at(number))).body;
const yes = (request: number, by = lena) => desk.ask(by, 'POST', `/api/v1/approvals/${request}/answer`, { approved: true });
const done = { status: 200, body: { state: 'approved', problem: null } };
const needed = { status: 409, body: { code: 'approval_needed', errors: [{ code: 'required', message: 'Rule', approval: { approver: 'lead' } }] } };

describe('what a rule looks at is not taken away along with what it guards', () => {
  const guarding = async (body: object): Promise<void> => expect((await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'Rule', approver: 'lead', ...body })).status).toBe(201);

  test('neither beside a status, nor beside an amount; what it never looked at passes', async () => {
    expect((await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'Refund', key: 'refund', type: 'number' })).status).toBe(201);
    await guarding({ guard: 'status', statuses: ['solved'], conditions: { kind: ['complaint'] } });
    await guarding({ guard: 'amount', field: 'refund', above: 100, conditions: { tag: ['vip'] } });
    const complaint = await aTicket({ kind: 'complaint', tags: ['vip'] });
    expect(await patch(complaint, { kind: 'question', status: 'solved' })).toMatchObject(needed);
    expect(await patch(complaint, { remove_tags: ['vip'], fields: { refund: 500 } })).toMatchObject(needed);
    expect(await see(complaint)).toMatchObject({ kind: 'complaint', tags: ['vip'], status: 'new' });
    expect((await patch(await aTicket({ kind: 'question' }), { status: 'solved', fields: { refund: 500 } })).status).toBe(200);
  });
});

describe('a ticket is not taken by escalating it and handing it back', () => {
  const escalate = async (number: number, to: object, by = agent): Promise<number> => {
    const made = await post(number, '/escalations', { to, question: 'Who?' }, by);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.id;
  };
  const handBack = (number: number, id: number, by = agent) => post(number, `/escalations/${id}/hand-back`, { explanation: 'The fuse' }, by);

  test('by who never had it, nor by anybody for them', async () => {
    const [nobodys, colleagues] = [await aTicket(), await aTicket({ assignee: lena.id })];
    const escalations = [await escalate(nobodys, { team }), await escalate(colleagues, { agent: bo.id })];
    await rule(['assign']);
    for (const by of [agent, bo]) {
      expect(await handBack(nobodys, escalations[0]!, by)).toMatchObject(needed);
      expect(await handBack(colleagues, escalations[1]!, by)).toMatchObject(needed);
    }
    expect([await see(nobodys), await see(colleagues)]).toMatchObject([{ assignee: null, team: { id: team } }, { assignee: { name: 'Bo Dahl' } }]);
    expect((await desk.ask(agent, 'GET', at(nobodys, '/escalations'))).body.items).toMatchObject([{ state: 'open' }]);
  });

  test('while whoever had it gets it back from whoever took it', async () => {
    const [byName, byTeam] = [await aTicket({ assignee: agent.id }), await aTicket({ assignee: agent.id })];
    const escalations = [await escalate(byName, { agent: bo.id }), await escalate(byTeam, { team })];
    expect((await patch(byTeam, { assignee: bo.id }, bo)).status).toBe(200);
    await rule(['assign', 'unassign', 'team']);
    expect((await handBack(byName, escalations[0]!, bo)).status).toBe(200);
    expect((await handBack(byTeam, escalations[1]!, bo)).status).toBe(200);
    expect([await see(byName), await see(byTeam)]).toMatchObject([{ assignee: { name: 'Nora Ask' }, team: null }, { assignee: { name: 'Nora Ask' }, team: null }]);
  });

  test('where it became another’s meanwhile, not even by who had it', async () => {
    const number = await aTicket({ assignee: agent.id });
    const [id, active] = [await escalate(number, { agent: bo.id }), await rule(['assign'])];
    await turn(active, false);
    expect((await patch(number, { assignee: lena.id }, lena)).status).toBe(200);
    await turn(active, true);
    expect(await handBack(number, id)).toMatchObject(needed);
    expect(await post(number, `/escalations/${id}/withdraw`, {})).toMatchObject(needed);
    expect(await see(number)).toMatchObject({ assignee: { name: 'Lena Ek' } });
  });
});

describe('a change does not take the ticket out of the rule that guards it', () => {
  const promisesOn = async (number: number) => (await desk.ask(admin, 'GET', at(number, '/commitments'))).body.items;

  test('by its tag, its priority or its type', async () => {
    const ways: [GuardedAction, object, object, object][] = [
      ['unassign', { tag: ['vip'] }, { tags: ['vip'], assignee: agent.id }, { assignee: null, remove_tags: ['vip'] }],
      ['priority', { priority: ['urgent'] }, { priority: 'urgent' }, { priority: 'low' }],
      ['kind', { kind: ['complaint'] }, { kind: 'complaint' }, { kind: 'question' }],
    ];
    for (const [action, conditions, begin, change] of ways) {
      const number = await aTicket(begin);
      const before = await see(number);
      const id = await rule([action], { conditions });
      expect(await patch(number, change), action).toMatchObject(needed);
      expect(await post(number, '/messages', { kind: 'note', text: 'So', changes: change }), action).toMatchObject(needed);
      expect(await see(number)).toMatchObject({ assignee: before.assignee, tags: before.tags, priority: before.priority, kind: before.kind });
      // It is asked for, and done.
      const request = await post(number, '/approvals', { change, reason: 'It is no more' });
      expect(request, action).toMatchObject({ status: 201, body: { rule: { id } } });
      expect(await yes(request.body.id)).toMatchObject(done);
      await turn(id, false);
    }
  });

  test('by a type that a promise brings along', async () => {
    const number = await aTicket({ kind: 'complaint' });
    await rule(['promise'], { conditions: { kind: ['complaint'] } });
    const change = { kind: 'question', promise: { text: 'A new lamp', hours: 4 } };
    expect(await patch(number, change)).toMatchObject(needed);
    expect(await post(number, '/messages', { kind: 'public', text: 'Soon', changes: change })).toMatchObject(needed);
    expect([(await see(number)).kind, await promisesOn(number)]).toEqual(['complaint', []]);
    const request = await post(number, '/approvals', { change, reason: 'They asked' });
    expect(await yes(request.body.id)).toMatchObject(done);
    expect([(await see(number)).kind, (await promisesOn(number)).length]).toEqual(['question', 1]);
  });

  test('by its brand: what is done along is held by rules of the one that it leaves', async () => {
    const number = await aTicket({ assignee: agent.id });
    await rule(['trash', 'unassign', 'promise'], { brand: workspace.brandId });
    for (const along of [{ folder: 'trash' }, { assignee: null }, { promise: { text: 'A new lamp', hours: 4 } }]) expect(await patch(number, { brand: elsewhere, ...along }), JSON.stringify(along)).toMatchObject(needed);
    expect(await see(number)).toMatchObject({ brand: { id: workspace.brandId }, folder: 'inbox', assignee: { id: agent.id } });
    expect((await patch(number, { brand: elsewhere })).status).toBe(200);
    expect((await patch(number, { folder: 'trash' })).status).toBe(200);
  });
});

test('who answers sees the brand of the rule and that of the ticket, and all who are named or told may', async () => {
  const { db } = desk.context;
  await db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', lena.id).execute();
  const here = await anAgent(db, workspace.id, { role: 'lead', name: 'Hanna Here', brands: [workspace.brandId] });
  const there = await anAgent(db, workspace.id, { role: 'lead', name: 'Tove There', brands: [elsewhere] });
  const both = await anAgent(db, workspace.id, { role: 'lead', name: 'Berit Both', brands: [workspace.brandId, elsewhere] });
  await rule(['brand'], { brand: elsewhere, name: 'Nothing comes in unasked' });
  const number = await aTicket();
  const people = [{ name: 'Berit Both' }, { name: 'Ada Berg' }];
  const refusal = await patch(number, { brand: elsewhere });
  expect(refusal).toMatchObject({ status: 409, body: { errors: [{ message: 'Nothing comes in unasked', approval: { people } }] } });
  expect(refusal.body.errors[0].approval.people).toHaveLength(2);
  const request = (await post(number, '/approvals', { change: { brand: elsewhere }, reason: 'Theirs' })).body;
  expect(request.people.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Ada Berg', 'Berit Both']);
  const told = await db.selectFrom('events').select('data').where('workspace_id', '=', workspace.id).where('type', '=', 'approval.asked').executeTakeFirstOrThrow();
  expect(told.data).toMatchObject({ approvers: [both.id, admin.id] });
  expect((await desk.ask(here, 'GET', `/api/v1/approvals/${request.id}`)).body).toMatchObject({ may_answer: false });
  expect([(await yes(request.id, here)).status, (await yes(request.id, there)).status]).toEqual([403, 404]);
  expect(await yes(request.id, both)).toMatchObject(done);
  expect((await see(number)).brand.id).toBe(elsewhere);
});

test('a request that moves a ticket to another brand or inbox is over where somebody moved it meanwhile', async () => {
  const third = await aBrand(desk.context.db, workspace.id);
  await anInbox(desk.context.db, workspace.id, { brandId: third });
  const second = (await anInbox(desk.context.db, workspace.id, { brandId: workspace.brandId })).id;
  const another = (await anInbox(desk.context.db, workspace.id, { brandId: workspace.brandId })).id;
  const id = await rule(['brand', 'priority']);
  const [moved, answered, stays] = [await aTicket(), await aTicket(), await aTicket()];
  const asked = async (number: number, change: object): Promise<number> => {
    const made = await post(number, '/approvals', { change, reason: 'Theirs' });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.id;
  };
  const requests = [await asked(moved, { brand: elsewhere }), await asked(answered, { inbox: second, priority: 'high' }), await asked(stays, { brand: elsewhere })];
  await turn(id, false);
  expect((await patch(moved, { brand: third })).status).toBe(200);
  expect((await patch(answered, { inbox: another })).status).toBe(200);
  await turn(id, true);
  const problems = [];
  for (const request of requests) problems.push((await yes(request)).body.problem);
  expect(problems).toEqual(['conflict', 'conflict', null]);
  expect([await see(moved), await see(answered), await see(stays)]).toMatchObject([{ brand: { id: third } }, { priority: 'normal' }, { brand: { id: elsewhere } }]);
});

test('a request for what this version does not know is not taken for done, and waits for one that does', async () => {
  await rule(['priority']);
  const number = await aTicket();
  const request = (await post(number, '/approvals', { change: { priority: 'high' }, reason: 'x' })).body.id;
  const { db } = desk.context;
  await db.updateTable('approval_requests').set({ change: JSON.stringify({ priority: 'high', archive: true }) }).where('workspace_id', '=', workspace.id).where('id', '=', request).execute();
  expect((await yes(request)).status).toBe(500);
  expect((await see(number)).priority).toBe('normal');
  expect(await db.selectFrom('approval_requests').select(['state', 'problem']).where('workspace_id', '=', workspace.id).where('id', '=', request).executeTakeFirstOrThrow()).toEqual({ state: 'waiting', problem: null });
  expect(await db.selectFrom('approval_answers').select('agent_id').where('workspace_id', '=', workspace.id).where('request_id', '=', request).execute()).toEqual([]);
});
