import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bulkChangesOf } from '../../../../../tests/support/bulk-changes.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { findAgentActor } from '../agents/index.ts';
import { guardedActions, type GuardedAction } from '../approval-rules/index.ts';
import { applyActions } from '../automations/apply-actions.command.ts';
import { addCommitment, lockWhole, withdrawCommitment } from '../commitments/index.ts';
import { escalateTicket } from '../escalation/index.ts';
import { findTicketState, updateTicket } from '../tickets/index.ts';

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

const { changed, undone, itemsOf } = bulkChangesOf(() => desk, () => agent);
const rule = async (actions: readonly GuardedAction[], body: object = {}) => {
  const made = await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'Rule', guard: 'action', actions, approver: 'lead', ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
};
const aTicket = async (body: object = {}): Promise<number> => {
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The lamp', text: 'It is broken', requester: { email: 'maja@firm.example' }, brand: workspace.brandId, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number;
};
const at = (number: number, path = '') => `/api/v1/tickets/${number}${path}`;
const patch = (number: number, body: object, by = agent) => desk.ask(by, 'PATCH', at(number), body);
const post = (number: number, path: string, body?: object, by = agent) => desk.ask(by, 'POST', at(number, path), body);
const ask = (number: number, change: object, by = agent) => post(number, '/approvals', { change, reason: 'It is urgent' }, by);
const asked = async (number: number, change: object): Promise<number> => {
  const made = await ask(number, change);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
};
const yes = (request: number, by = lena) => desk.ask(by, 'POST', `/api/v1/approvals/${request}/answer`, { approved: true });
const see = async (number: number) => (await desk.ask(admin, 'GET', at(number))).body;
const list = async (number: number, path: string) => (await desk.ask(admin, 'GET', at(number, path))).body.items;
const needed = { status: 409, body: { code: 'approval_needed', errors: [{ code: 'required', message: 'Rule', approval: { approver: 'lead' } }] } };
const done = { status: 200, body: { state: 'approved', problem: null } };
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const promised = async (number: number): Promise<number> => (await post(number, '/commitments', { text: 'A new lamp', due: inHours(24) })).body.id;
const promisesOf = async (number: number): Promise<unknown[]> => (await list(number, '/commitments')).map(({ text, state }: { text: string; state: string }) => [text, state]);
const firstMessage = async (number: number): Promise<number> => (await list(number, '/timeline')).find(({ type }: { type: string }) => type === 'message').id;

type Doing = { action: GuardedAction; told: string; /** Before there is a rule. */ begin?: (number: number) => Promise<number | undefined>; /** By its own route. */ act: (number: number, it: number) => Promise<{ status: number }>; change: (it: number) => object; /** What it is about, before and after. */ look: (number: number) => Promise<unknown>; before: unknown; after: unknown };
const byPatch = (action: GuardedAction, change: () => object, look: (ticket: Record<string, any>) => unknown, before: unknown, after: () => unknown, begin?: () => object): Doing => ({ // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever came
  action, told: 'ticket.updated', ...(begin && { begin: async (number) => void (await patch(number, begin())) }), act: (number) => patch(number, change()), change, look: async (number) => look(await see(number)), before, get after() { return after(); },
});
const escalated = (body: () => object, after: unknown): Doing => ({ action: 'escalate', told: 'escalation.made', act: (number) => post(number, '/escalations', body()), change: () => ({ escalate: body() }), look: async (number) => (await list(number, '/escalations')).map(({ target, state, by }: { target: string; state: string; by: { name: string } }) => [target, state, by.name]), before: [], after });

const doings: [string, Doing][] = [
  ['giving it to a colleague', byPatch('assign', () => ({ assignee: bo.id }), ({ assignee }) => assignee?.name ?? null, null, () => 'Bo Dahl')],
  ['taking it', byPatch('assign', () => ({ assignee: agent.id }), ({ assignee }) => assignee?.name ?? null, null, () => 'Nora Ask')],
  ['giving it up', byPatch('unassign', () => ({ assignee: null }), ({ assignee }) => assignee?.name ?? null, 'Nora Ask', () => null, () => ({ assignee: agent.id }))],
  ['another team', byPatch('team', () => ({ team }), (ticket) => ticket['team']?.name ?? null, null, () => 'Second line')],
  ['handing it to a team anew', byPatch('team', () => ({ route: team }), (ticket) => ticket['team']?.name ?? null, null, () => 'Second line')],
  ['another brand', byPatch('brand', () => ({ brand: elsewhere }), ({ brand }) => brand.id === elsewhere, false, () => true)],
  ['another priority', byPatch('priority', () => ({ priority: 'urgent' }), ({ priority }) => priority, 'normal', () => 'urgent')],
  ['another kind', byPatch('kind', () => ({ kind: 'complaint' }), ({ kind }) => kind, 'question', () => 'complaint')],
  ['spam', byPatch('spam', () => ({ folder: 'spam' }), ({ folder }) => folder, 'inbox', () => 'spam')],
  ['the trash', byPatch('trash', () => ({ folder: 'trash' }), ({ folder }) => folder, 'inbox', () => 'trash')],
  ['escalating it to a colleague', escalated(() => ({ to: { agent: bo.id }, question: 'Is it the fuse?' }), [['agent', 'open', 'Nora Ask']])],
  ['escalating it to a team', escalated(() => ({ to: { team }, question: 'Is it the fuse?' }), [['team', 'open', 'Nora Ask']])],
  ['escalating it to a lead', escalated(() => ({ to: { lead: lena.id }, question: 'May we?', tell_customer: false }), [['lead', 'open', 'Nora Ask']])],
  ['promising something', { action: 'promise', told: 'commitment.made', act: (number) => post(number, '/commitments', { text: 'A new lamp', due: inHours(24) }), change: () => ({ make_promise: { text: 'A new lamp', due: inHours(24), source: 'button' } }), look: promisesOf, before: [], after: [['A new lamp', 'open']] }],
  ['a promise of a macro', { action: 'promise', told: 'commitment.made', act: (number) => patch(number, { promise: { text: 'A new lamp', hours: 4 } }), change: () => ({ promise: { text: 'A new lamp', hours: 4 } }), look: promisesOf, before: [], after: [['A new lamp', 'open']] }],
  ['withdrawing a promise', { action: 'withdraw_promise', told: 'commitment.withdrawn', begin: promised, act: (number, it) => post(number, `/commitments/${it}/withdraw`, { reason: 'Too soon' }), change: (commitment) => ({ withdraw: { commitment, reason: 'Too soon' } }), look: promisesOf, before: [['A new lamp', 'open']], after: [['A new lamp', 'withdrawn']] }],
  ['splitting it', { action: 'split', told: 'ticket.linked', begin: firstMessage, act: (number, message) => post(number, '/split', { message, subject: 'The fuse' }), change: (message) => ({ split: { message, subject: 'The fuse' } }), look: async (number) => (await see(number)).links.map(({ subject }: { subject: string }) => subject), before: [], after: ['The fuse'] }],
  ['taking a merge back', { action: 'unmerge', told: 'ticket.unmerged', begin: async (number) => void (await post(number, '/merge', { into: await aTicket() })), act: (number) => post(number, '/unmerge'), change: () => ({ unmerge: true }), look: async (number) => (await see(number)).merged_into !== null, before: true, after: false }],
];

test('a rule names at least one thing that is done, and what belongs to no other kind', async () => {
  const refused = async (body: object) => {
    const { status, body: answer } = await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'R', approver: 'lead', ...body });
    return [status, answer.errors?.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)];
  };
  expect(await refused({ guard: 'action' })).toEqual([400, ['actions required']]);
  expect(await refused({ guard: 'merge', actions: ['split'] })).toEqual([400, ['actions does_not_belong']]);
  expect((await refused({ guard: 'action', actions: [] }))[0]).toBe(400);
  expect((await refused({ guard: 'action', actions: ['note'] }))[0]).toBe(400);
  const made = await rule(['escalate', 'team', 'team']);
  expect(made).toMatchObject({ guard: 'action', actions: ['escalate', 'team'], statuses: null, field: null });
  expect((await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${made.id}`, { guard: 'merge' })).body).toMatchObject({ guard: 'merge', actions: null });
  expect((await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${made.id}`, { guard: 'action', actions: [...guardedActions] })).body.actions).toEqual(guardedActions);
});

describe.each(doings)('%s', (_what, { action, told, begin, act, change, look, before, ...doing }) => {
  test('takes an approval, and is then done in the name of who asked', async () => {
    const number = await aTicket();
    const it = (await begin?.(number)) ?? 0;
    const { id } = await rule([action]);
    expect(await act(number, it)).toMatchObject(needed);
    expect(await look(number)).toEqual(before);
    const body = change(it);
    const request = await asked(number, body);
    expect(await look(number)).toEqual(before);
    expect(await ask(number, body)).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    const shown = await yes(request);
    expect(shown).toMatchObject(done);
    expect(shown.body).toMatchObject({ rule: { id }, requester: { name: 'Nora Ask' }, may_ask_anew: false });
    expect(await look(number)).toEqual(doing.after);
    const events = await desk.context.db.selectFrom('events').select(['actor_id', 'data']).where('workspace_id', '=', workspace.id).where('type', '=', told as 'ticket.updated').execute();
    expect(events.filter(({ data }) => 'approval' in (data as object))).toMatchObject([{ actor_id: agent.id, data: { approval: request, approved_by: [lena.id] } }]);
  });

  test('takes nobody’s word where no rule names it', async () => {
    const number = await aTicket();
    const it = (await begin?.(number)) ?? 0;
    await rule(guardedActions.filter((each) => each !== action && !(action === 'escalate' && ['assign', 'unassign', 'team'].includes(each))));
    await rule([action], { conditions: { tag: ['vip'] } });
    expect(await ask(number, change(it))).toMatchObject({ status: 400, body: { errors: [{ field: 'change', code: 'needs_none' }] } });
    expect((await act(number, it)).status).toBeLessThan(300);
    expect(await look(number)).toEqual(doing.after);
  });
});

describe('there is no way around', () => {
  test('by many tickets at once, nor by taking that back', async () => {
    const [number, other] = [await aTicket(), await aTicket()];
    const before = await changed({ tickets: [other], change: { priority: 'high', assignee: agent.id } });
    await rule(['assign', 'unassign', 'priority', 'spam']);
    const why = async (change: object) => (await itemsOf((await changed({ tickets: [number], change })).id))[0];
    for (const change of [{ assignee: bo.id }, { priority: 'urgent' }, { folder: 'spam' }, { add_tags: ['x'], priority: 'low' }]) expect(await why(change)).toMatchObject({ outcome: 'refused', problem: { code: 'approval_needed', fields: ['Rule'] } });
    expect(await itemsOf((await undone(before.id)).id)).toMatchObject([{ outcome: 'refused', problem: { code: 'approval_needed' } }]);
    expect([await see(number), await see(other)]).toMatchObject([{ assignee: null, priority: 'normal', folder: 'inbox', tags: [] }, { priority: 'high', assignee: { id: agent.id } }]);
    // What is so already is not done again.
    expect(await why({ priority: 'normal', folder: 'inbox' })).toMatchObject({ outcome: 'unchanged' });
  });

  test('along with a reply or a note, by a macro, nor by whatever role', async () => {
    await rule(['priority', 'team', 'promise']);
    const number = await aTicket();
    const macro = (await desk.ask(admin, 'POST', '/api/v1/macros', { name: 'Hurry', actions: { priority: 'urgent' } })).body.id;
    expect(await patch(number, { priority: 'urgent', macros: [macro] })).toMatchObject(needed);
    for (const changes of [{ priority: 'urgent' }, { route: team }, { team }, { promise: { text: 'A new lamp', hours: 4 } }])
      for (const kind of ['public', 'note']) expect(await post(number, '/messages', { kind, text: 'Soon', changes }), JSON.stringify(changes)).toMatchObject(needed);
    for (const who of [lena, admin]) expect(await patch(number, { priority: 'urgent' }, who)).toMatchObject(needed);
    expect(await see(number)).toMatchObject({ priority: 'normal', team: null, message_count: 1 });
    expect(await promisesOf(number)).toEqual([]);
    expect((await post(number, '/messages', { kind: 'note', text: 'Soon', changes: { add_tags: ['soon'] } })).status).toBe(201);
  });

  test('by escalating what one may not give away, nor by handing it anew what one may not give up', async () => {
    await rule(['assign', 'unassign', 'team']);
    const number = await aTicket();
    for (const to of [{ agent: bo.id }, { team }]) expect(await post(number, '/escalations', { to, question: 'Who?' })).toMatchObject(needed);
    // To a lead it stays where it is.
    expect((await post(number, '/escalations', { to: { lead: lena.id }, question: 'Who?' })).status).toBe(201);
    const request = await asked(number, { escalate: { to: { agent: bo.id }, question: 'Who?' } });
    expect(await yes(request)).toMatchObject(done);
    expect(await see(number)).toMatchObject({ assignee: { name: 'Bo Dahl' } });
    expect(await patch(number, { route: team })).toMatchObject(needed);
  });

  test('by a promise that is withdrawn and made anew for later, in two presses', async () => {
    const number = await aTicket();
    const first = await promised(number);
    await rule(['withdraw_promise']);
    expect(await post(number, `/commitments/${first}/withdraw`, {})).toMatchObject(needed);
    expect(await promisesOf(number)).toEqual([['A new lamp', 'open']]);
  });

  test('by an automation: it is refused, whole, and its log says so', async () => {
    await rule(['promise', 'escalate', 'priority']);
    const number = await aTicket();
    const rules = await desk.context.approvalRules.of(workspace.id);
    const actor = systemActor(workspace.id);
    for (const actions of [{ priority: 'urgent' as const }, { promise: { text: 'A call', hours: 2 } }, { escalate: { to: { team }, question: 'Why?' } }]) {
      const run = desk.context.db.transaction().execute(async (tx) => {
        const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
        return applyActions(tx, { sealer: desk.context.sealer, gates: { playbooks: [], rules }, now: desk.context.clock.now() }, actor, ticket!, actions);
      });
      await expect(run, JSON.stringify(actions)).rejects.toMatchObject({ code: 'approval_needed' });
    }
  });
});

describe('what is nobody’s decision is not held back', () => {
  test('an escalation is handed back, and taken back, whatever rule there is', async () => {
    const number = await aTicket({ assignee: agent.id });
    const escalate = async () => (await post(number, '/escalations', { to: { agent: bo.id }, question: 'Who?' })).body.id;
    const first = await escalate();
    const { id } = await rule(['assign', 'unassign', 'team', 'escalate']);
    expect((await post(number, `/escalations/${first}/hand-back`, { explanation: 'The fuse' }, bo)).status).toBe(200);
    expect(await see(number)).toMatchObject({ assignee: { name: 'Nora Ask' } });
    await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${id}`, { active: false });
    const second = await escalate();
    await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${id}`, { active: true });
    expect((await post(number, `/escalations/${second}/withdraw`, {})).status).toBe(200);
    expect(await see(number)).toMatchObject({ assignee: { name: 'Nora Ask' } });
  });

  test('who does not see the brand that a ticket goes to gives it up without being asked', async () => {
    const narrow = await anAgent(desk.context.db, workspace.id, { brands: [workspace.brandId] });
    const number = await aTicket({ assignee: narrow.id });
    await rule(['assign', 'unassign', 'team']);
    expect((await patch(number, { brand: elsewhere })).status).toBe(200);
    expect(await see(number)).toMatchObject({ assignee: null, brand: { id: elsewhere } });
  });
});

test('a rule of the brand that a ticket leaves holds it back as well as one of the brand that it comes to', async () => {
  for (const brand of [workspace.brandId, elsewhere]) {
    const { id } = await rule(['brand'], { brand });
    const number = await aTicket();
    expect(await patch(number, { brand: elsewhere })).toMatchObject(needed);
    expect(await patch(number, { priority: 'high' })).toMatchObject({ status: 200 });
    await desk.ask(admin, 'DELETE', `/api/v1/approval-rules/${id}`);
  }
});

describe('what was asked for', () => {
  test('is one thing by itself, and of several things each waits by itself', async () => {
    await rule(['priority', 'escalate', 'promise', 'assign']);
    const number = await aTicket();
    const escalate = { to: { agent: bo.id }, question: 'Who?' };
    expect(await ask(number, { escalate, make_promise: { text: 'A call', due: inHours(1) } })).toMatchObject({ status: 400 });
    expect(await ask(number, { unmerge: false })).toMatchObject({ status: 400 });
    const requests = [await asked(number, { priority: 'high' }), await asked(number, { make_promise: { text: 'A call', due: inHours(3) } }), await asked(number, { make_promise: { text: 'A lamp', due: inHours(5) } }), await asked(number, { escalate })];
    expect(await ask(number, { priority: 'low' })).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    for (const request of requests) expect(await yes(request)).toMatchObject(done);
    expect(await see(number)).toMatchObject({ priority: 'high', assignee: { name: 'Bo Dahl' } });
    expect(await promisesOf(number)).toHaveLength(2);
  });

  test('is not done where somebody has decided otherwise meanwhile, and says why', async () => {
    const number = await aTicket();
    const commitment = await promised(number);
    const made = await rule(['assign', 'escalate', 'withdraw_promise', 'promise', 'priority']);
    const requests = {
      assign: await asked(number, { assignee: agent.id }),
      priority: await asked(number, { priority: 'low' }),
      escalate: await asked(number, { escalate: { to: { lead: lena.id }, question: 'May we?' } }),
      withdraw: await asked(number, { withdraw: { commitment } }),
      promise: await asked(number, { make_promise: { text: 'A call', due: inHours(1) } }),
    };
    await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${made.id}`, { active: false });
    expect((await patch(number, { assignee: bo.id, priority: 'high' }, bo)).status).toBe(200);
    expect((await post(number, `/commitments/${commitment}/move`, { due: inHours(30), reason: 'The van', told_otherwise: true }, bo)).status).toBe(200);
    await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${made.id}`, { active: true });
    const problemOf = async (request: number) => (await yes(request)).body.problem;
    expect(await problemOf(requests.assign)).toBe('conflict');
    expect(await problemOf(requests.priority)).toBe('conflict');
    expect(await problemOf(requests.escalate)).toBe('conflict');
    expect(await problemOf(requests.withdraw)).toBe('conflict');
    // A promise for a moment that is over by now.
    await desk.context.db.updateTable('approval_requests').set({ change: JSON.stringify({ make_promise: { text: 'A call', due: inHours(-1) } }) }).where('workspace_id', '=', workspace.id).where('id', '=', requests.promise).execute();
    expect(await problemOf(requests.promise)).toBe('in_the_past');
    expect(await see(number)).toMatchObject({ assignee: { name: 'Bo Dahl' }, priority: 'high' });
    expect(await list(number, '/escalations')).toEqual([]);
    expect(await promisesOf(number)).toEqual([['A new lamp', 'open']]);
    expect((await desk.ask(agent, 'GET', `/api/v1/approvals/${requests.promise}`)).body).toMatchObject({ state: 'approved', problem: 'in_the_past', may_ask_anew: true });
  });

  test('an escalation to somebody who is gone could not be done; a merge that is another one now neither', async () => {
    const [number, into] = [await aTicket(), await aTicket()];
    await post(number, '/merge', { into });
    const { id } = await rule(['escalate', 'unmerge']);
    const other = await aTicket();
    const escalation = await asked(other, { escalate: { to: { agent: bo.id }, question: 'Who?' } });
    const back = await asked(number, { unmerge: true });
    await desk.context.db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', bo.id).execute();
    expect((await yes(escalation)).body).toMatchObject({ state: 'approved', problem: 'not_found' });
    await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${id}`, { active: false });
    await post(number, '/unmerge');
    await post(number, '/merge', { into: other });
    await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${id}`, { active: true });
    expect((await yes(back)).body).toMatchObject({ state: 'approved', problem: 'conflict' });
    expect(await see(number)).toMatchObject({ merged_into: other });
  });

  test('a no leaves it as it is, and two pairs of eyes are two people', async () => {
    await rule(['escalate'], { approvals: 2 });
    const number = await aTicket();
    const change = { escalate: { to: { agent: bo.id }, question: 'Who?' } };
    const first = await asked(number, change);
    expect((await desk.ask(lena, 'POST', `/api/v1/approvals/${first}/answer`, { approved: false, words: 'Try first' })).body).toMatchObject({ state: 'refused' });
    const second = await asked(number, change);
    expect((await yes(second)).body).toMatchObject({ state: 'waiting' });
    expect(await list(number, '/escalations')).toEqual([]);
    expect(await yes(second, admin)).toMatchObject(done);
    expect(await list(number, '/escalations')).toMatchObject([{ state: 'open', owner: { name: 'Bo Dahl' } }]);
  });
});

test('a workspace without rules asks the database for none, whatever is done', async () => {
  const number = await aTicket();
  const { db, clock } = desk.context;
  const sent: string[] = [];
  const listening = db.withPlugin({ transformQuery: ({ node }) => (sent.push(JSON.stringify(node)), node), transformResult: async ({ result }) => result });
  const actor = (await findAgentActor(db, workspace.id, agent.id))!;
  const approvals = { rules: await desk.context.approvalRules.of(workspace.id) };
  const now = clock.now();
  await listening.transaction().execute(async (tx) => {
    await updateTicket(tx, actor, number, { assignee: actor.id, team, priority: 'urgent', kind: 'complaint' }, now, { approvals });
    const whole = await lockWhole(tx, actor, number);
    const id = await addCommitment(tx, desk.context, actor, whole, { text: 'A new lamp', due: inHours(24) }, now, { approvals });
    await withdrawCommitment(tx, actor, whole, id, undefined, now, { approvals });
    await escalateTicket(tx, desk.context, actor, number, { to: { agent: bo.id }, question: 'Who?' }, now, { approvals });
    await updateTicket(tx, actor, number, { folder: 'spam', brand: elsewhere, assignee: null }, now, { approvals });
  });
  expect(await see(number)).toMatchObject({ priority: 'urgent', kind: 'complaint', folder: 'spam', brand: { id: elsewhere } });
  expect(sent.length).toBeGreaterThan(10);
  expect(sent.filter((query) => query.includes('approval'))).toEqual([]);
});

test('an action that comes past the rules is a mistake of ours, and fails loudly', async () => {
  const number = await aTicket();
  const actor = (await findAgentActor(desk.context.db, workspace.id, agent.id))!;
  await expect(desk.context.db.transaction().execute((tx) => updateTicket(tx, actor, number, { priority: 'urgent' }, new Date()))).rejects.toThrow('past the approvals');
  expect(await see(number)).toMatchObject({ priority: 'normal' });
});
