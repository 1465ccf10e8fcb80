import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { untilWaiting } from '../../../../../tests/support/waits.ts';

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
});
afterAll(() => desk.stop());

const rule = async (body: object) => {
  const made = await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'Rule', approver: 'lead', ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
};
const aMacro = async (body: object, by = admin): Promise<number> => (await desk.ask(by, 'POST', '/api/v1/macros', { name: 'Goodwill', shared: by === admin, ...body })).body.id;
const aTicket = async (body: object = {}): Promise<number> => {
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The lamp', text: 'It is broken', requester: { email: 'maja@firm.example' }, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number;
};
const patch = (number: number, body: object) => desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, body);
const reply = (number: number, body: object = {}) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'We are sorry.', undo_seconds: 60, ...body });
const asked = async (number: number, change: object): Promise<number> => {
  const made = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/approvals`, { change, reason: 'Twice broken' });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
};
const yes = (request: number, by = lena) => desk.ask(by, 'POST', `/api/v1/approvals/${request}/answer`, { approved: true });
const ticketNow = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;
const timeline = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items;
const needed = (name = 'Rule') => ({ status: 409, body: { code: 'approval_needed', errors: [{ code: 'required', message: name }] } });
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const done = { status: 200, body: { state: 'approved', problem: null } };

test('a rule names what belongs to its kind, and a shared macro of its brand', async () => {
  const other = await aBrand(desk.context.db, workspace.id);
  const [shared, own, theirs] = [await aMacro({ texts: [{ language: 'en', html: '<p>Hi</p>' }] }), await aMacro({ texts: [{ language: 'en', html: '<p>Hi</p>' }] }, agent), await aMacro({ brand: other, actions: { status: 'pending' } })];
  const refused = async (body: object) => {
    const { status, body: answer } = await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'R', approver: 'lead', ...body });
    return [status, answer.errors?.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)];
  };
  expect(await refused({ guard: 'macro' })).toEqual([400, ['macro required']]);
  expect(await refused({ guard: 'merge', macro: shared })).toEqual([400, ['macro does_not_belong']]);
  expect(await refused({ guard: 'promise' })).toEqual([400, ['later_hours required']]);
  expect(await refused({ guard: 'macro', macro: own })).toEqual([400, ['macro not_found']]);
  expect(await refused({ guard: 'macro', macro: theirs, brand: workspace.brandId })).toEqual([400, ['macro not_found']]);
  const made = await rule({ guard: 'macro', macro: shared });
  expect(made).toMatchObject({ guard: 'macro', macro: { id: shared, name: 'Goodwill' }, later_hours: null, field: null });
  expect((await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${made.id}`, { guard: 'promise', later_hours: 0 })).body).toMatchObject({ guard: 'promise', macro: null, later_hours: 0 });
  expect((await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${made.id}`, { guard: 'merge' })).body).toMatchObject({ guard: 'merge', later_hours: null });
});

describe('a macro', () => {
  test('is not run without the approval, alone or along with a reply, and is then run by the program', async () => {
    const macro = await aMacro({ actions: { note: 'Goodwill given', add_tags: ['goodwill'] } });
    await rule({ guard: 'macro', macro });
    const number = await aTicket();
    const change = { note: 'Goodwill given', add_tags: ['goodwill'], macros: [macro] };
    expect(await patch(number, change)).toMatchObject(needed());
    expect(await reply(number, { changes: { add_tags: ['goodwill'] }, macros: [macro] })).toMatchObject(needed());
    expect(await reply(number, { kind: 'note', undo_seconds: undefined, macros: [macro] })).toMatchObject(needed());
    expect([(await ticketNow(number)).tags, (await ticketNow(number)).message_count]).toEqual([[], 1]);
    // Another macro, and the same changes by hand, take nobody's word.
    expect((await patch(number, { add_tags: ['vip'], macros: [await aMacro({ actions: { add_tags: ['vip'] } })] })).status).toBe(200);
    expect(await yes(await asked(number, change))).toMatchObject(done);
    expect(await ticketNow(number)).toMatchObject({ tags: ['vip', 'goodwill'], message_count: 2 });
    expect((await timeline(number)).filter(({ kind }: { kind?: string }) => kind === 'note')).toMatchObject([{ text: 'Goodwill given', author: { name: 'Nora Ask' } }]);
    // What was approved was done once.
    expect(await patch(number, change)).toMatchObject(needed());
    expect((await desk.ask(agent, 'GET', `/api/v1/macros/${macro}`)).body.used_by_me.count).toBe(1);
  });

  test('with a text goes out once with what was approved, of whoever asked, also after it was taken back', async () => {
    const macro = await aMacro({ texts: [{ language: 'en', html: '<p>A gift</p>' }] });
    await rule({ guard: 'macro', macro });
    const number = await aTicket();
    const request = await asked(number, { macros: [macro] });
    expect(await reply(number, { macros: [macro] })).toMatchObject(needed());
    expect(await yes(request)).toMatchObject(done);
    expect(await desk.ask(lena, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'A gift', macros: [macro] })).toMatchObject(needed());
    expect(await reply(await aTicket(), { macros: [macro] })).toMatchObject(needed());
    const first = await reply(number, { macros: [macro] });
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(await reply(number, { macros: [macro] })).toMatchObject(needed());
    await desk.ask(agent, 'POST', `/api/v1/messages/${first.body.id}/cancel`);
    expect((await reply(number, { macros: [macro] })).status).toBe(201);
    expect(await reply(number, { macros: [macro] })).toMatchObject(needed());
  });

  test('that was run by the program lets its text go once, and nothing of what it did be done again', async () => {
    const macro = await aMacro({ texts: [{ language: 'en', html: '<p>A gift</p>' }], actions: { note: 'Goodwill given' } });
    await rule({ guard: 'macro', macro });
    const number = await aTicket();
    const changes = { note: 'Goodwill given', promise: { text: 'A new lamp', hours: 24 } };
    expect(await yes(await asked(number, { ...changes, macros: [macro] }))).toMatchObject(done);
    expect(await reply(number, { changes, macros: [macro] })).toMatchObject(needed());
    expect(await reply(number, { changes: { note: 'Goodwill given once more' }, macros: [macro] })).toMatchObject(needed());
    expect((await reply(number, { changes: { add_tags: ['told'] }, macros: [macro] })).status).toBe(201);
    expect(await reply(number, { macros: [macro] })).toMatchObject(needed());
  });

  test('without a text has had its run with the yes', async () => {
    const macro = await aMacro({ actions: { add_tags: ['goodwill'] } });
    await rule({ guard: 'macro', macro });
    const number = await aTicket();
    expect(await yes(await asked(number, { add_tags: ['goodwill'], macros: [macro] }))).toMatchObject(done);
    expect(await reply(number, { macros: [macro] })).toMatchObject(needed());
  });

  test('goes out while its yes is fresh, and takes no more of them than it needs', async () => {
    const macro = await aMacro({ texts: [{ language: 'en', html: '<p>A gift</p>' }] });
    await rule({ guard: 'macro', macro, expires_after_hours: 48 });
    const number = await aTicket();
    const requests = [];
    for (let count = 0; count < 3; count += 1) {
      requests.push(await asked(number, { macros: [macro] }));
      expect(await yes(requests.at(-1)!)).toMatchObject(done);
    }
    await desk.context.db.updateTable('approval_requests').set({ ended_at: inHours(-49) }).where('workspace_id', '=', workspace.id).where('id', '=', requests[0]!).execute();
    expect([(await reply(number, { macros: [macro] })).status, (await reply(number, { macros: [macro] })).status]).toEqual([201, 201]);
    expect(await reply(number, { macros: [macro] })).toMatchObject(needed());
  });
});

describe('a promise', () => {
  const promised = async (number: number, hours = 24): Promise<number> => (await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments`, { text: 'A new lamp', due: inHours(hours) })).body.id;
  const move = (number: number, commitment: number, hours: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments/${commitment}/move`, { due: inHours(hours), reason: 'The van broke down', told_otherwise: true });
  const promiseOn = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/commitments`)).body.items[0];

  test('is moved by as much as the rule lets, not by more, and not by many small steps', async () => {
    await rule({ guard: 'promise', later_hours: 24 });
    const number = await aTicket();
    const id = await promised(number);
    expect((await move(number, id, 12)).status).toBe(200);
    expect((await move(number, id, 30)).status).toBe(200);
    expect(await move(number, id, 50)).toMatchObject(needed());
    expect((await promiseOn(number)).moves).toHaveLength(2);
    const due = inHours(60);
    const request = await asked(number, { move: { commitment: id, due, reason: 'The van broke down' } });
    expect(await yes(request)).toMatchObject(done);
    const now = await promiseOn(number);
    expect([now.due_at, now.moves.at(-1)]).toMatchObject([due, { told: 'message', by: { name: 'Nora Ask' } }]);
    const [moved] = (await timeline(number)).filter(({ type, data }: { type: string; data?: object }) => type === 'commitment.moved' && 'approval' in (data ?? {}));
    expect(moved).toMatchObject({ actor: { name: 'Nora Ask' }, data: { approval: request, approved_by: [lena.id] } });
  });

  test('that was moved meanwhile is not moved once more', async () => {
    await rule({ guard: 'promise', later_hours: 0 });
    const number = await aTicket();
    const id = await promised(number);
    const request = await asked(number, { move: { commitment: id, due: inHours(90), reason: 'Later', told_otherwise: true } });
    expect((await move(number, id, 20)).status).toBe(200);
    expect(await yes(request)).toMatchObject({ status: 200, body: { state: 'approved', problem: 'conflict' } });
    expect((await promiseOn(number)).moves).toHaveLength(1);
  });

  test('each is asked for by itself', async () => {
    await rule({ guard: 'promise', later_hours: 0 });
    const number = await aTicket();
    const [one, other] = [await promised(number), await promised(number)];
    for (const commitment of [one, other]) await asked(number, { move: { commitment, due: inHours(48), reason: 'Later', told_otherwise: true } });
    const again = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/approvals`, { change: { move: { commitment: one, due: inHours(49), reason: 'Later', told_otherwise: true } }, reason: 'x' });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    const both = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/approvals`, { change: { move: { commitment: one, due: inHours(49), reason: 'Later' }, status: 'pending' }, reason: 'x' });
    expect(both).toMatchObject({ status: 400, body: { errors: [{ field: 'change.move', code: 'does_not_belong' }] } });
  });
});

describe('a merge', () => {
  const merge = (number: number, into: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/merge`, { into });

  test('is made by the program when it is approved', async () => {
    await rule({ guard: 'merge' });
    const [number, other] = [await aTicket(), await aTicket()];
    expect(await merge(number, other)).toMatchObject(needed());
    expect((await ticketNow(number)).merged_into).toBe(null);
    const request = await asked(number, { merge_into: other });
    expect(await yes(request)).toMatchObject(done);
    expect((await ticketNow(number)).merged_into).toBe(other);
    expect((await timeline(number)).find(({ type }: { type: string }) => type === 'ticket.merged')).toMatchObject({ actor: { name: 'Nora Ask' }, data: { approval: request, approved_by: [lena.id] } });
  });

  test('is held back where a rule fits either of the two', async () => {
    await rule({ guard: 'merge', conditions: { kind: ['complaint'] } });
    const [number, complaint] = [await aTicket(), await aTicket({ kind: 'complaint' })];
    expect((await merge(await aTicket(), number)).status).toBe(200);
    expect(await merge(number, complaint)).toMatchObject(needed());
    expect(await merge(complaint, number)).toMatchObject(needed());
  });

  test('is asked for in both directions while somebody holds a ticket, and nobody waits in a circle', async () => {
    await rule({ guard: 'merge' });
    const [number, other] = [await aTicket(), await aTicket()];
    const ask = (from: number, into: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${from}/approvals`, { change: { merge_into: into }, reason: 'One case' });
    const { asks } = await desk.context.db.transaction().execute(async (tx) => {
      await sql`select from tickets where workspace_id = ${workspace.id} and number = ${number} for update`.execute(tx);
      const both = Promise.all([ask(number, other), ask(other, number)]);
      await untilWaiting(desk.context.db, 2);
      return { asks: both };
    });
    expect((await asks).map(({ status }) => status)).toEqual([201, 201]);
  });

  test('is asked for at the same moment in both directions, and twice, by each once', async () => {
    await rule({ guard: 'merge' });
    const [number, other] = [await aTicket(), await aTicket()];
    const ask = (from: number, into: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${from}/approvals`, { change: { merge_into: into }, reason: 'One case' });
    const answers = await Promise.all([ask(number, other), ask(other, number), merge(number, other), ask(number, other), merge(other, number), ask(other, number)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409, 409, 409]);
  });

  test('that could not be made is over', async () => {
    await rule({ guard: 'merge' });
    const [number, other] = [await aTicket(), await aTicket()];
    const request = await asked(number, { merge_into: other });
    await patch(other, { status: 'solved' });
    await patch(other, { status: 'closed' });
    expect(await yes(request)).toMatchObject({ body: { state: 'approved', problem: 'ticket_closed' } });
    expect((await ticketNow(number)).merged_into).toBe(null);
  });
});

describe('what a ticket holds already', () => {
  const aField = async () => expect((await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'Refund', type: 'number' })).status).toBe(201);
  const limit = { guard: 'amount', field: 'refund', above: 100 };

  test('does not come by a merge to a ticket that a rule is for', async () => {
    await aField();
    await rule({ ...limit, conditions: { kind: ['complaint'] } });
    const source = await aTicket();
    expect((await patch(source, { fields: { refund: 250 } })).status).toBe(200);
    const target = await aTicket({ kind: 'complaint' });
    expect(await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/merge`, { into: target })).toMatchObject(needed());
    expect((await ticketNow(target)).fields).toEqual({});
    expect(await yes(await asked(source, { merge_into: target }))).toMatchObject(done);
    expect((await ticketNow(target)).fields).toEqual({ refund: 250 });
    // Within the limit, and where the ticket that stays has its own value, nobody is asked.
    const small = await aTicket();
    await patch(small, { fields: { refund: 90 } });
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${small}/merge`, { into: await aTicket({ kind: 'complaint' }) })).status).toBe(200);
  });

  test('does not come by a merge to a ticket whose status it puts under a rule', async () => {
    expect((await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'Remedy', type: 'choice', options: [{ label: 'Money' }] })).status).toBe(201);
    await rule({ guard: 'status', statuses: ['solved'], conditions: { fields: { remedy: ['money'] } } });
    const source = await aTicket();
    await patch(source, { fields: { remedy: 'money' } });
    const [solved, open] = [await aTicket(), await aTicket()];
    expect((await patch(solved, { status: 'solved' })).status).toBe(200);
    const merge = (into: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${source}/merge`, { into });
    expect(await merge(solved)).toMatchObject(needed());
    expect([(await ticketNow(source)).merged_into, (await ticketNow(solved)).fields]).toEqual([null, {}]);
    expect((await merge(open)).status).toBe(200);
  });

  test('was approved in its fields: a status is asked about again', async () => {
    await aField();
    await rule({ guard: 'status', statuses: ['solved'], conditions: { tag: ['vip'] } });
    for (const fields of [{}, { refund: 5 }]) {
      const number = await aTicket({ tags: ['vip'] });
      expect(await yes(await asked(number, { status: 'solved', fields }))).toMatchObject(done);
      expect((await patch(number, { status: 'open', remove_tags: ['vip'] })).status).toBe(200);
      expect((await patch(number, { status: 'solved' })).status).toBe(200);
      expect(await patch(number, { add_tags: ['vip'] })).toMatchObject(needed());
    }
  });

  test('that was approved goes along with its ticket without being asked again', async () => {
    await aField();
    await rule(limit);
    const source = await aTicket();
    expect(await yes(await asked(source, { fields: { refund: 250 } }))).toMatchObject(done);
    const target = await aTicket();
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/merge`, { into: target })).status).toBe(200);
    expect((await ticketNow(target)).fields).toEqual({ refund: 250 });
  });

  test('does not go to a brand whose rule it meets, and comes back from one that has none', async () => {
    await aField();
    const other = await aBrand(desk.context.db, workspace.id);
    await anInbox(desk.context.db, workspace.id, { brandId: other });
    await rule({ ...limit, brand: other });
    const number = await aTicket({ brand: workspace.brandId });
    expect((await patch(number, { fields: { refund: 250 } })).status).toBe(200);
    expect(await patch(number, { brand: other })).toMatchObject(needed());
    const request = await asked(number, { brand: other });
    expect(await yes(request)).toMatchObject(done);
    expect((await ticketNow(number)).brand.id).toBe(other);
    expect((await patch(number, { brand: workspace.brandId })).status).toBe(200);
    const small = await aTicket({ brand: workspace.brandId });
    await patch(small, { fields: { refund: 90 } });
    expect((await patch(small, { brand: other })).status).toBe(200);
  });

  test('that was approved there comes back to its brand', async () => {
    await aField();
    const other = await aBrand(desk.context.db, workspace.id);
    await anInbox(desk.context.db, workspace.id, { brandId: other });
    await rule({ ...limit, brand: workspace.brandId });
    const number = await aTicket({ brand: workspace.brandId });
    expect(await yes(await asked(number, { fields: { refund: 250 } }))).toMatchObject(done);
    expect((await patch(number, { brand: other })).status).toBe(200);
    expect((await patch(number, { brand: workspace.brandId })).status).toBe(200);
    await patch(number, { brand: other });
    expect((await patch(number, { fields: { refund: 300 } })).status).toBe(200);
    expect(await patch(number, { brand: workspace.brandId })).toMatchObject(needed());
  });
});
