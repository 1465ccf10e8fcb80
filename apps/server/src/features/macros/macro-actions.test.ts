import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aDeskRoom, type DeskRoom } from '../../../../../tests/support/desk-room.ts';
import { anAgent, aTeam, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { stopMailThatIsAnswered } from '../delivery/index.ts';

let desk: TestDesk;
let room: DeskRoom;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;
let team: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  room = await aDeskRoom(desk);
  ({ workspace, lead, agent } = room);
  team = await aTeam(desk.context.db, workspace.id, { name: 'Returns' });
});
afterAll(() => desk.stop());

const add = (body: object) => desk.ask(lead, 'POST', '/api/v1/macros', { name: 'Goods come back', shared: true, ...body });
const reply = (number: number, body: object) => room.reply(number, { text: 'Send it back.', undo_seconds: 60, ...body });
const notesOn = async (number: number) => (await room.timeline(number)).filter(({ kind }: { kind?: string }) => kind === 'note');
const promisesOn = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/commitments`)).body.items;
const cancel = (message: number) => desk.ask(agent, 'POST', `/api/v1/messages/${message}/cancel`);
const schedule = (message: number, sendAt: Date | null) => desk.ask(agent, 'POST', `/api/v1/messages/${message}/schedule`, { send_at: sendAt?.toISOString() ?? null });
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const promise = { text: 'The new lamp is sent', hours: 24 };

test('a macro holds a note, a promise and a team to hand to, of the list that automations have', async () => {
  const actions = { route: team, note: 'Return label sent to {{customer.name}}', promise: { ...promise, business: true } };
  expect(await add({ actions })).toMatchObject({ status: 201, body: { actions } });
  expect(await add({ actions: { note: '{{customer.age}}' } })).toMatchObject({ status: 400, body: { errors: [{ field: 'actions.note', code: 'unknown_placeholder' }] } });
  expect(await add({ actions: { route: 999_999 } })).toMatchObject({ status: 400, body: { errors: [{ field: 'actions.route', code: 'not_found' }] } });
  expect(await add({ actions: { route: team, assignee: 'me' } })).toMatchObject({ status: 400, body: { errors: [{ field: 'actions.route' }] } });
  expect((await add({ actions: { promise: { text: 'Soon', hours: 0 } } })).status).toBe(400);
});

describe('along with a reply', () => {
  test('the note stands beside it, the promise is made by it, and the ticket is the team’s', async () => {
    const number = await room.aTicket({ assignee: agent.id });
    const before = Date.now();
    const { status, body } = await reply(number, { status: 'pending', changes: { route: team, note: 'Label sent', promise, add_tags: ['return'] } });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(await room.ticketNow(number)).toMatchObject({ status: 'pending', team: { name: 'Returns' }, assignee: null, tags: ['return'], last_line: 'Send it back.', message_count: 3 });
    expect(await notesOn(number)).toMatchObject([{ text: 'Label sent', author: { name: 'Nora Ask' } }]);
    const [made] = await promisesOn(number);
    expect(made).toMatchObject({ text: promise.text, source: 'macro', state: 'open', owner: null, team: { name: 'Returns' }, made_by: { name: 'Nora Ask' } });
    expect(Math.abs(Date.parse(made.due_at) - before - 24 * 3_600_000)).toBeLessThan(60_000);
  });

  test('whoever has the ticket keeps the promise, else who made it; its time runs from when the mail goes', async () => {
    const theirs = await room.aTicket({ assignee: lead.id });
    await reply(theirs, { changes: { promise } });
    expect(await promisesOn(theirs)).toMatchObject([{ owner: { name: 'Lena Ek' } }]);
    const nobodys = await room.aTicket();
    const sendAt = new Date(Date.now() + 48 * 3_600_000);
    await reply(nobodys, { undo_seconds: undefined, send_at: sendAt.toISOString(), changes: { promise } });
    const [later] = await promisesOn(nobodys);
    expect(later).toMatchObject({ owner: { name: 'Nora Ask' } });
    expect(Date.parse(later.due_at)).toBe(sendAt.getTime() + 24 * 3_600_000);
  });

  test('all of it goes back when the reply is taken back, once, and nothing else does', async () => {
    const number = await room.aTicket();
    await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'An older note' });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments`, { text: 'Call her', due: new Date(Date.now() + 96 * 3_600_000).toISOString() });
    const sent = (await reply(number, { status: 'pending', changes: { note: 'Label sent', promise } })).body.id;
    expect((await cancel(sent)).status).toBe(200);
    expect((await cancel(sent)).status).toBe(200);
    expect(await room.ticketNow(number)).toMatchObject({ status: 'new', last_line: 'An older note', message_count: 2 });
    expect((await notesOn(number)).map(({ text, taken_back }: { text: string; taken_back?: true }) => [text, taken_back])).toEqual([['An older note', undefined], ['Label sent', true]]);
    const promises = await promisesOn(number);
    expect(promises.map(({ text, state }: { text: string; state: string }) => [text, state])).toEqual([['Call her', 'open'], [promise.text, 'withdrawn']]);
    expect((await room.ticketNow(number)).promise_due_at).toBe(promises[0].due_at);
    const told = (await room.timeline(number)).map(({ type }: { type: string }) => type).filter((type: string) => /withdrawn|cancelled/.test(type));
    expect(told.toSorted()).toEqual(['commitment.withdrawn', 'message.cancelled', 'message.cancelled']);
  });

  test('a promise that was kept meanwhile stays kept', async () => {
    const number = await room.aTicket();
    const sent = (await reply(number, { changes: { promise } })).body.id;
    const [{ id }] = await promisesOn(number);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments/${id}/keep`)).status).toBe(200);
    await cancel(sent);
    expect(await promisesOn(number)).toMatchObject([{ state: 'kept' }]);
  });

  describe('that waits for its time', () => {
    const planned = async (number: number) => (await reply(number, { undo_seconds: undefined, send_at: inHours(48).toISOString(), changes: { promise } })).body.id;
    const dueOf = async (number: number) => {
      const [{ due_at: due }] = await promisesOn(number);
      expect((await room.ticketNow(number)).promise_due_at).toBe(due);
      return Date.parse(due);
    };
    const aDayFrom = (at: Date) => at.getTime() + 24 * 3_600_000;

    test('the promise goes along to another time, and to now', async () => {
      const number = await room.aTicket();
      const message = await planned(number);
      const later = inHours(96);
      expect((await schedule(message, later)).status).toBe(200);
      expect(await dueOf(number)).toBe(aDayFrom(later));
      const sooner = inHours(5);
      await schedule(message, sooner);
      expect(await dueOf(number)).toBe(aDayFrom(sooner));
      await schedule(message, null);
      expect(Math.abs((await dueOf(number)) - aDayFrom(new Date()))).toBeLessThan(60_000);
      expect((await desk.context.db.selectFrom('commitments').select(['next_at', 'due_at']).where('workspace_id', '=', workspace.id).executeTakeFirstOrThrow())).toSatisfy(({ next_at, due_at }) => next_at < due_at);
    });

    test('sent at once from the outbox, the promise runs from then; what was sent once does not begin again', async () => {
      const number = await room.aTicket();
      const message = await planned(number);
      const { id } = await desk.context.db.selectFrom('outbox').select('id').where('message_id', '=', message).executeTakeFirstOrThrow();
      const retry = () => desk.ask(agent, 'POST', `/api/v1/outbox/${id}/retry`);
      expect((await retry()).status).toBe(200);
      const due = await dueOf(number);
      expect(Math.abs(due - aDayFrom(new Date()))).toBeLessThan(60_000);
      expect((await retry()).status).toBe(200);
      expect(await dueOf(number)).toBe(due);
    });

    test('one that was moved, or answered to, or is over, stays where it is', async () => {
      const moved = await room.aTicket();
      const first = await planned(moved);
      const [{ id }] = await promisesOn(moved);
      const to = inHours(200).toISOString();
      expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${moved}/commitments/${id}/move`, { due: to, reason: 'Out of stock', told_otherwise: true })).status).toBe(200);
      await schedule(first, inHours(5));
      expect(await dueOf(moved)).toBe(Date.parse(to));

      for (const change of [{ agreed_at: new Date() }, { proposed_at: new Date(), proposed_due: inHours(99) }, { state: 'kept' as const, next_at: null }]) {
        const number = await room.aTicket();
        const message = await planned(number);
        const [{ id: answered, due_at: due }] = await promisesOn(number);
        await desk.context.db.updateTable('commitments').set(change).where('workspace_id', '=', workspace.id).where('id', '=', answered).execute();
        await schedule(message, inHours(5));
        expect(await promisesOn(number)).toMatchObject([{ due_at: due }]);
      }
    });
  });

  test('a promise of which the customer knows by another mail outlives its reply', async () => {
    const number = await room.aTicket();
    const sent = (await reply(number, { changes: { note: 'Label sent', promise } })).body.id;
    const [{ id }] = await promisesOn(number);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments/${id}/move`, { due: inHours(200).toISOString(), reason: 'Out of stock' })).status).toBe(200);
    expect((await cancel(sent)).status).toBe(200);
    expect(await promisesOn(number)).toMatchObject([{ state: 'open' }]);
    expect(await notesOn(number)).toMatchObject([{ taken_back: true }]);

    for (const change of [{ agreed_at: new Date() }, { proposed_at: new Date(), proposed_due: inHours(99) }]) {
      const other = await room.aTicket();
      const message = (await reply(other, { changes: { promise } })).body.id;
      const [{ id: answered }] = await promisesOn(other);
      await desk.context.db.updateTable('commitments').set(change).where('workspace_id', '=', workspace.id).where('id', '=', answered).execute();
      await cancel(message);
      expect(await promisesOn(other)).toMatchObject([{ state: 'open' }]);
    }
  });

  describe('what went back with a reply is answered, to be sent again', () => {
    test('note, promise and macros, each time; nothing of a reply without', async () => {
      const macro = (await add({ actions: { note: 'Label sent', promise: { ...promise, business: true }, add_tags: ['return'] } })).body.id;
      const number = await room.aTicket();
      const changes = { note: 'Label sent', promise: { ...promise, business: true } };
      const sent = (await reply(number, { changes: { ...changes, add_tags: ['return'] }, macros: [macro] })).body.id;
      const first = await cancel(sent);
      expect(first.body).toMatchObject({ status: 'cancelled', along: { macros: [macro] } });
      expect(first.body.along.changes).toEqual({ ...changes, add_tags: ['return'] });
      expect((await cancel(sent)).body.along).toEqual(first.body.along);
      expect((await cancel((await reply(number, {})).body.id)).body.along).toEqual({ changes: {}, macros: [] });
    });

    test('its status, and what it did with the ticket, fields with what is filled in by now', async () => {
      const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
      for (const field of [{ label: 'Shelf', type: 'text' }, { label: 'Weight', type: 'number' }]) expect((await desk.ask(admin, 'POST', '/api/v1/fields', field)).status).toBe(201);
      const number = await room.aTicket();
      expect((await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { tags: ['old'], fields: { weight: 2 } })).status).toBe(200);
      const changes = { priority: 'high', kind: 'order', route: team, add_tags: ['return'], remove_tags: ['old'], fields: { shelf: 'B 4', weight: null } };
      const sent = await reply(number, { status: 'pending', changes });
      expect(sent.status, JSON.stringify(sent.body)).toBe(201);
      const { along } = (await cancel(sent.body.id)).body;
      expect(along.changes).toEqual({ ...changes, status: 'pending' });
      // Events hold no text of a field: it is read where it can be erased.
      expect(JSON.stringify(await desk.context.db.selectFrom('events').select('data').where('workspace_id', '=', workspace.id).execute())).not.toContain('B 4');
      // As `along` is described to be sent again.
      const { status, ...rest } = along.changes;
      const { status: answered, body: again } = await reply(number, { status, changes: rest, macros: along.macros });
      expect(answered, JSON.stringify(again)).toBe(201);
      expect(await room.ticketNow(number)).toMatchObject({ status: 'pending', priority: 'high', kind: 'order' });
      await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { fields: { shelf: 'C 1' } });
      expect((await cancel(again.id)).body.along.changes.fields).toEqual({ shelf: 'C 1', weight: null });
      const put = { team: null, assignee: agent.id };
      expect((await cancel((await reply(number, { changes: put })).body.id)).body.along.changes).toEqual(put);
    });

    test('not what stays: a promise that was withdrawn or moved by hand', async () => {
      for (const [way, body] of [['withdraw', {}], ['move', { due: inHours(200).toISOString(), reason: 'Out of stock', told_otherwise: true }]] as const) {
        const number = await room.aTicket();
        const sent = (await reply(number, { changes: { note: 'Label sent', promise } })).body.id;
        const [{ id }] = await promisesOn(number);
        const done = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments/${id}/${way}`, body);
        expect(done.status, JSON.stringify(done.body)).toBe(200);
        expect((await cancel(sent)).body.along.changes).toEqual({ note: 'Label sent' });
      }
    });

    test('also of one that the customer’s answer has stopped', async () => {
      const number = await room.aTicket();
      const sent = (await reply(number, { undo_seconds: undefined, send_at: inHours(48).toISOString(), unless_answered: true, changes: { note: 'Label sent', promise } })).body.id;
      const { id } = await desk.context.db.selectFrom('tickets').select('id').where('workspace_id', '=', workspace.id).where('number', '=', number).executeTakeFirstOrThrow();
      await desk.context.db.transaction().execute((tx) => stopMailThatIsAnswered(tx, systemActor(workspace.id), { ticketId: id }));
      expect(await promisesOn(number)).toMatchObject([{ state: 'withdrawn' }]);
      expect((await cancel(sent)).body.along.changes).toEqual({ note: 'Label sent', promise });
    });
  });

  test('what is refused holds all of it back and is named', async () => {
    const number = await room.aTicket();
    await desk.context.db.updateTable('brands').set({ team_ids: [await aTeam(desk.context.db, workspace.id)] }).where('workspace_id', '=', workspace.id).where('id', '=', workspace.brandId).execute();
    expect(await reply(number, { changes: { route: team, note: 'Label sent' } })).toMatchObject({ status: 400, body: { errors: [{ field: 'changes.route', code: 'not_serving' }] } });
    expect(await reply(number, { changes: { route: 999_999 } })).toMatchObject({ status: 400, body: { errors: [{ field: 'changes.route', code: 'not_found' }] } });
    expect(await reply(number, { changes: { route: team, team } })).toMatchObject({ status: 400, body: { errors: [{ field: 'changes.route', code: 'invalid_input' }] } });
    expect([(await notesOn(number)).length, (await room.ticketNow(number)).message_count]).toEqual([0, 1]);
  });

  test('a note that comes along counts for a step that asks for one', async () => {
    const playbook = await desk.ask(lead, 'POST', '/api/v1/playbooks', { name: 'Returns', brand: workspace.brandId, guards: ['solved'], steps: [{ text: 'Say why', by: 'event', event: 'note' }] });
    expect(playbook.status, JSON.stringify(playbook.body)).toBe(201);
    const number = await room.aTicket();
    expect((await reply(number, { status: 'solved' })).body.code).toBe('steps_missing');
    const sent = await reply(number, { status: 'solved', changes: { note: 'Broken in transit' } });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    await cancel(sent.body.id);
    expect((await reply(number, { status: 'solved' })).body.code).toBe('steps_missing');
  });
});

test('one without a text does it at once, its status last, and is counted', async () => {
  const { id } = (await add({ actions: { note: 'Goods back', promise, route: team, status: 'pending' } })).body;
  const number = await room.aTicket();
  const done = await room.patch(number, { note: 'Goods back', promise, route: team, status: 'pending', macros: [id], seen: { status: 'new' } });
  expect(done, JSON.stringify(done.body)).toMatchObject({ status: 200, body: { status: 'pending', team: { name: 'Returns' } } });
  expect(await notesOn(number)).toMatchObject([{ text: 'Goods back' }]);
  expect(await promisesOn(number)).toMatchObject([{ source: 'macro' }]);
  expect((await desk.ask(agent, 'GET', `/api/v1/macros/${id}`)).body.used_by_me.count).toBe(1);
});

test('a draft keeps it until it is sent', async () => {
  const number = await room.aTicket();
  const changes = { note: 'Label sent', promise, route: team };
  expect((await desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/draft`, { kind: 'public', html: '<p>Send it back.</p>', changes })).status).toBe(200);
  expect((await room.ticketNow(number)).drafts).toMatchObject([{ changes }]);
  await reply(number, { changes });
  expect((await room.ticketNow(number)).drafts).toEqual([]);
});
