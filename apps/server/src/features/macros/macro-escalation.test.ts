import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aDeskRoom, type DeskRoom } from '../../../../../tests/support/desk-room.ts';
import { anAgent, aTeam, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { stopMailThatIsAnswered } from '../delivery/index.ts';
import { updateTicket } from '../tickets/index.ts';

let desk: TestDesk;
let room: DeskRoom;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;
let bo: TestAgent;
let network: number;
let front: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  room = await aDeskRoom(desk);
  ({ workspace, lead, agent } = room);
  bo = await anAgent(desk.context.db, workspace.id, { name: 'Bo Dahl' });
  network = await aTeam(desk.context.db, workspace.id, { name: 'Network', members: [bo.id] });
  front = await aTeam(desk.context.db, workspace.id, { name: 'Front desk', members: [agent.id] });
});
afterAll(() => desk.stop());

const question = 'Is this the known fault?';
const add = (body: object, asker = lead) => desk.ask(asker, 'POST', '/api/v1/macros', { name: 'A known fault', shared: true, ...body });
const reply = (number: number, body: object) => room.reply(number, { text: 'A colleague looks at it.', undo_seconds: 60, ...body });
const cancel = (message: number) => desk.ask(agent, 'POST', `/api/v1/messages/${message}/cancel`);
const escalations = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/escalations`)).body.items;
const act = (number: number, escalation: number, way: 'hand-back' | 'end' | 'withdraw', asker = bo) => desk.ask(asker, 'POST', `/api/v1/tickets/${number}/escalations/${escalation}/${way}`, way === 'hand-back' ? { explanation: 'It is not' } : {});
const ours = { assignee: { name: 'Nora Ask' }, team: { name: 'Front desk' } };
const aTicket = (body: object = {}) => room.aTicket({ assignee: agent.id, team: front, ...body });
const toNetwork = () => ({ escalate: { to: { team: network }, question } });
const rowOf = (number: number) => desk.context.db.selectFrom('tickets').select(['id', 'escalated_at']).where('workspace_id', '=', workspace.id).where('number', '=', number).executeTakeFirstOrThrow();

describe('what it escalates to', () => {
  test('is looked at when it is written: whoever is not there gets nothing', async () => {
    expect(await add({ actions: toNetwork() })).toMatchObject({ status: 201, body: { actions: toNetwork() } });
    for (const to of [{ tier: 2 }, { lead: null }, { agent: bo.id }]) expect((await add({ actions: { escalate: { to, question } } })).status).toBe(201);
    const elsewhere = await anAgent(desk.context.db, workspace.id, { brands: [] });
    for (const [to, brand] of [[{ team: 999_999 }, null], [{ agent: 999_999 }, null], [{ agent: elsewhere.id }, workspace.brandId]] as const)
      expect(await add({ brand, actions: { escalate: { to, question } } })).toMatchObject({ status: 400, body: { errors: [{ field: 'actions.escalate.to', code: 'not_found' }] } });
    expect((await add({ actions: { escalate: { to: { team: network }, question: ' ' } } })).status).toBe(400);
  });

  test('is not also handed over, assigned or given a team, but a lead may decide on what is', async () => {
    for (const other of [{ route: front }, { team: front }, { assignee: 'me' }]) expect(await add({ actions: { ...toNetwork(), ...other } })).toMatchObject({ status: 400, body: { errors: [{ field: 'actions.escalate' }] } });
    expect((await add({ actions: { assignee: 'me', escalate: { to: { lead: null }, question } } })).status).toBe(201);
    expect(await reply(await aTicket(), { changes: { ...toNetwork(), route: front } })).toMatchObject({ status: 400, body: { errors: [{ field: 'changes.escalate', code: 'invalid_input' }] } });
  });
});

describe('along with a reply', () => {
  test('the ticket goes to the team, with the question, and the reply stands on it', async () => {
    const number = await aTicket();
    const sent = await reply(number, { changes: { ...toNetwork(), add_tags: ['fault'] } });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect(await room.ticketNow(number)).toMatchObject({ assignee: null, team: { name: 'Network' }, tags: ['fault'], status: 'open', last_line: 'A colleague looks at it.' });
    expect(await escalations(number)).toMatchObject([{ state: 'open', target: 'team', question, by: { name: 'Nora Ask' }, from: { agent: { name: 'Nora Ask' } }, told: false }]);
  });

  test('what waited for the customer is taken up again, unless the reply says otherwise', async () => {
    const number = await aTicket();
    await room.patch(number, { status: 'pending' });
    const sent = await reply(number, { changes: toNetwork() });
    expect((await room.ticketNow(number)).status).toBe('open');
    await cancel(sent.body.id);
    expect(await room.ticketNow(number)).toMatchObject({ ...ours, status: 'pending' });
    await reply(number, { status: 'on_hold', changes: toNetwork() });
    expect((await room.ticketNow(number)).status).toBe('on_hold');
  });

  test('taken back, the ticket is whose it was, and the composer has it again to send', async () => {
    const number = await aTicket();
    const sent = (await reply(number, { changes: toNetwork() })).body.id;
    const back = await cancel(sent);
    expect(back.body.along.changes).toEqual(toNetwork());
    expect((await cancel(sent)).body.along).toEqual(back.body.along);
    expect(await room.ticketNow(number)).toMatchObject({ ...ours, status: 'new' });
    expect(await escalations(number)).toMatchObject([{ state: 'withdrawn', over_by: { name: 'Nora Ask' } }]);
    expect((await rowOf(number)).escalated_at).toBeNull();
    expect((await reply(number, { changes: back.body.along.changes })).status).toBe(201);
    expect(await room.ticketNow(number)).toMatchObject({ team: { name: 'Network' } });
  });

  test('so it is where the customer has written before it went out', async () => {
    const number = await aTicket();
    const sent = (await reply(number, { undo_seconds: undefined, send_at: new Date(Date.now() + 48 * 3_600_000).toISOString(), unless_answered: true, changes: { escalate: { to: { lead: null }, question } } })).body.id;
    expect(await escalations(number)).toMatchObject([{ state: 'open', target: 'lead', owner: { name: 'Lena Ek' } }]);
    const { id } = await rowOf(number);
    await desk.context.db.transaction().execute((tx) => stopMailThatIsAnswered(tx, systemActor(workspace.id), { ticketId: id }));
    expect(await escalations(number)).toMatchObject([{ state: 'withdrawn' }]);
    expect((await cancel(sent)).body.along.changes).toEqual({ escalate: { to: { lead: null }, question } });
  });

  test('what somebody has acted on meanwhile stays: taken, ended or handed back', async () => {
    for (const acts of [
      async (number: number) => room.patch(number, { assignee: bo.id }, bo),
      async (number: number) => act(number, (await escalations(number))[0].id, 'end'),
      async (number: number) => act(number, (await escalations(number))[0].id, 'hand-back'),
    ]) {
      const number = await aTicket();
      const sent = (await reply(number, { changes: toNetwork() })).body.id;
      expect((await acts(number)).status).toBe(200);
      const [before, { assignee, team }] = [await escalations(number), await room.ticketNow(number)];
      expect((await cancel(sent)).body.along.changes).toEqual({});
      expect(await escalations(number)).toEqual(before);
      expect(await room.ticketNow(number)).toMatchObject({ assignee, team });
    }
  });

  test('whom the program has handed it out to has not: it goes back', async () => {
    const number = await aTicket();
    const sent = (await reply(number, { changes: toNetwork() })).body.id;
    await desk.context.db.transaction().execute((tx) => updateTicket(tx, systemActor(workspace.id), number, { assignee: bo.id }, new Date()));
    expect((await cancel(sent)).body.along.changes).toEqual(toNetwork());
    expect(await room.ticketNow(number)).toMatchObject(ours);
  });

  test('whoever had it gets it back only while they may work on it', async () => {
    const number = await aTicket();
    const sent = (await reply(number, { changes: toNetwork() })).body.id;
    await desk.context.db.updateTable('agents').set({ role: 'viewer' }).where('workspace_id', '=', workspace.id).where('id', '=', agent.id).execute();
    expect((await desk.ask(lead, 'POST', `/api/v1/messages/${sent}/cancel`)).status).toBe(200);
    expect((await desk.ask(lead, 'GET', `/api/v1/tickets/${number}`)).body).toMatchObject({ assignee: null, team: { name: 'Front desk' } });
  });

  test('where it had been passed on by it, the first one is open again', async () => {
    const number = await aTicket();
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/escalations`, { to: { agent: bo.id }, question: 'Yours?' })).status).toBe(201);
    const sent = (await reply(number, { changes: toNetwork() })).body.id;
    expect((await escalations(number)).map(({ state }: { state: string }) => state)).toEqual(['open', 'passed_on']);
    await cancel(sent);
    expect((await escalations(number)).map(({ state, question: asked }: { state: string; question: string }) => [state, asked])).toEqual([['open', 'Yours?'], ['withdrawn', question]]);
    expect(await room.ticketNow(number)).toMatchObject({ assignee: { name: 'Bo Dahl' } });
  });

  test('whom it cannot go to holds the reply back, and is named', async () => {
    const number = await aTicket();
    const refused = async (to: object, code: string) => expect(await reply(number, { changes: { note: 'Why', escalate: { to, question } } })).toMatchObject({ status: 400, body: { errors: [{ field: 'changes.escalate', code }] } });
    await refused({ agent: agent.id }, 'same_agent');
    await refused({ tier: 3 }, 'nobody_there');
    await desk.context.db.updateTable('teams').set({ archived_at: new Date() }).where('workspace_id', '=', workspace.id).where('id', '=', network).execute();
    await refused({ team: network }, 'not_found');
    await room.patch(number, { status: 'solved' });
    await refused({ lead: null }, 'not_worked_on');
    expect(await room.ticketNow(number)).toMatchObject({ ...ours, message_count: 1 });
  });
});

test('one without a text escalates at once, and is taken back as any escalation is', async () => {
  const macro = (await add({ actions: { ...toNetwork(), priority: 'high', note: 'See the log' } })).body.id;
  const number = await aTicket();
  const done = await room.patch(number, { ...toNetwork(), priority: 'high', note: 'See the log', macros: [macro], seen: { priority: 'normal' } });
  expect(done, JSON.stringify(done.body)).toMatchObject({ status: 200, body: { priority: 'high', team: { name: 'Network' }, assignee: null } });
  const [{ id }] = await escalations(number);
  expect((await act(number, id, 'withdraw', agent)).status).toBe(200);
  expect(await room.ticketNow(number)).toMatchObject({ ...ours, priority: 'high' });
  expect((await desk.ask(agent, 'GET', `/api/v1/macros/${macro}`)).body.used_by_me.count).toBe(1);
});

test('a draft keeps it until it is sent', async () => {
  const number = await aTicket();
  expect((await desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/draft`, { kind: 'public', html: '<p>Soon.</p>', changes: toNetwork() })).status).toBe(200);
  expect((await room.ticketNow(number)).drafts).toMatchObject([{ changes: toNetwork() }]);
});

describe('a desk that has it approved', () => {
  const rule = (body: object) => desk.ask(lead, 'POST', '/api/v1/approval-rules', { name: 'Second line', guard: 'action', approver: 'lead', brand: workspace.brandId, ...body });
  const needed = { status: 409, body: { code: 'approval_needed' } };

  test.each(['escalate', 'unassign', 'team'])('holds back the whole of it by a rule on %s, along with a reply and at once', async (action) => {
    expect((await rule({ actions: [action] })).status).toBe(201);
    const number = await aTicket();
    expect(await reply(number, { changes: { ...toNetwork(), add_tags: ['fault'] } })).toMatchObject(needed);
    expect(await room.patch(number, { ...toNetwork(), add_tags: ['fault'] })).toMatchObject(needed);
    expect(await room.ticketNow(number)).toMatchObject({ ...ours, tags: [], message_count: 1 });
    expect(await escalations(number)).toEqual([]);
  });

  test('also where the macro takes the ticket out of the rule', async () => {
    expect((await rule({ actions: ['team'], conditions: { tag: ['vip'] } })).status).toBe(201);
    const number = await aTicket({ tags: ['vip'] });
    expect(await room.patch(number, { ...toNetwork(), remove_tags: ['vip'] })).toMatchObject(needed);
  });

  test('is asked for all that the macro does, and it is done with the yes', async () => {
    expect((await rule({ actions: ['escalate'] })).status).toBe(201);
    const number = await aTicket();
    const asked = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/approvals`, { change: { ...toNetwork(), add_tags: ['fault'] }, reason: 'A known fault' });
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    const yes = await desk.ask(lead, 'POST', `/api/v1/approvals/${asked.body.id}/answer`, { approved: true });
    expect(yes.body).toMatchObject({ state: 'approved', problem: null });
    expect(await room.ticketNow(number)).toMatchObject({ team: { name: 'Network' }, tags: ['fault'] });
    expect(await escalations(number)).toMatchObject([{ by: { name: 'Nora Ask' }, question }]);
  });
});

test('a playbook that guards its status holds the escalation back with it', async () => {
  expect((await desk.ask(lead, 'POST', '/api/v1/playbooks', { name: 'Faults', brand: workspace.brandId, guards: ['on_hold'], steps: [{ text: 'Say why', by: 'event', event: 'note' }] })).status).toBe(201);
  const number = await aTicket();
  expect((await room.patch(number, { ...toNetwork(), status: 'on_hold' })).body.code).toBe('steps_missing');
  expect([await escalations(number), (await room.ticketNow(number)).team.name]).toEqual([[], 'Front desk']);
  expect((await room.patch(number, { ...toNetwork(), note: 'The known fault', status: 'on_hold' })).status).toBe(200);
});
