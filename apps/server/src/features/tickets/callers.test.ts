import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, aCustomer, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  workspace = await aWorkspace(desk.context.db);
  await anInbox(desk.context.db, workspace.id, { brandId: workspace.brandId, address: 'help@callers.example' });
  agent = await anAgent(desk.context.db, workspace.id);
});
afterAll(() => desk.stop());

const open = (body: object, asker = agent) => desk.ask(asker, 'POST', '/api/v1/tickets', { subject: 'No light', text: 'It went out last night.', channel: 'phone', ...body });
const see = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;
const timelineOf = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items;
const reply = (number: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'It is back.' });
const numbersOf = async (id: number) => (await desk.ask(agent, 'GET', `/api/v1/customers/${id}`)).body.addresses.map(({ address }: { address: string }) => address);

describe('a caller without an e-mail address', () => {
  test('becomes a customer with that number, and the case is theirs', async () => {
    const { status, body } = await open({ requester: { phone: '+46 70-174 06 05', name: 'Stig' } });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body).toMatchObject({ channel: 'phone', requester: { name: 'Stig', email: null }, last_author: 'Stig' });
    expect(await numbersOf(body.requester.id)).toEqual(['+46701740605']);
    const { participants, ...read } = await see(body.number);
    expect(participants).toEqual([]);
    expect(read).toMatchObject(body);
    expect(await timelineOf(body.number)).toMatchObject([{ type: 'message', direction: 'in', author: { type: 'customer', name: 'Stig' }, from: { name: 'Stig', address: '+46701740605' } }]);
  });

  test('is known by the number the next time, however it is written, and gets the name that was missing', async () => {
    const [first, second] = await Promise.all([open({ requester: { phone: '+46701740606' } }), open({ requester: { phone: '0046 70 174 06 06' } })]);
    expect([first.status, second.status]).toEqual([201, 201]);
    const third = await open({ requester: { phone: '+46 (0)70 174 06 06', name: 'Gun' } });
    expect(new Set([first, second, third].map(({ body }) => body.requester.id)).size).toBe(1);
    expect(third.body.requester.name).toBe('Gun');
  });

  test('who called from a known number is asked for by their e-mail address', async () => {
    const known = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId], name: 'Ewa', email: 'ewa@callers.example.net' });
    await desk.ask(agent, 'POST', `/api/v1/customers/${known.id}/addresses`, { kind: 'phone', address: '+48 512 345 678' });
    const { body } = await open({ requester: { phone: '+48512345678', name: 'Somebody else' } });
    expect(body.requester).toEqual({ id: known.id, name: 'Ewa', email: 'ewa@callers.example.net' });
    expect((await see(body.number)).participants).toMatchObject([{ role: 'requester', address: 'ewa@callers.example.net' }]);
  });

  test('gets the answer by mail as soon as they have an address', async () => {
    const { body } = await open({ requester: { phone: '+46701740607', name: 'Ulla' } });
    expect(await reply(body.number)).toMatchObject({ status: 409, body: { code: 'no_recipient' } });
    await desk.ask(agent, 'POST', `/api/v1/customers/${body.requester.id}/addresses`, { kind: 'email', address: 'ulla@callers.example.net' });
    expect(await reply(body.number)).toMatchObject({ status: 201, body: { to: [{ name: 'Ulla', address: 'ulla@callers.example.net' }] } });
    expect((await see(body.number)).participants).toMatchObject([{ role: 'requester', address: 'ulla@callers.example.net', confirmed: true }]);
    expect((await reply(body.number)).body.to).toHaveLength(1);
  });

  test('others may get copies', async () => {
    const { body } = await open({ requester: { phone: '+46701740608', name: 'Bo' }, cc: [{ email: 'son@callers.example.net', name: 'Son' }] });
    expect((await see(body.number)).participants).toMatchObject([{ role: 'cc', address: 'son@callers.example.net' }]);
    expect((await timelineOf(body.number))[0]).toMatchObject({ cc: [{ address: 'son@callers.example.net' }] });
  });
});

describe('a customer who is known', () => {
  test('is named by their id, with or without an e-mail address', async () => {
    const known = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId], name: 'Nils', email: 'nils@callers.example.net' });
    expect((await open({ requester: { id: known.id } })).body.requester).toEqual({ id: known.id, name: 'Nils', email: 'nils@callers.example.net' });
    const { body: nobody } = await desk.ask(agent, 'POST', '/api/v1/customers', { name: 'By letter only', addresses: [] });
    expect((await open({ requester: { id: nobody.id }, channel: 'letter' })).body.requester).toEqual({ id: nobody.id, name: 'By letter only', email: null });
  });

  test('of a brand or workspace that the agent does not see is nobody', async () => {
    const otherBrand = await aBrand(desk.context.db, workspace.id);
    const theirs = await aCustomer(desk.context.db, workspace.id, { brands: [otherBrand] });
    const foreign = await aCustomer(desk.context.db, (await aWorkspace(desk.context.db)).id);
    const narrow = await anAgent(desk.context.db, workspace.id, { brands: [workspace.brandId] });
    for (const id of [theirs.id, foreign.id]) {
      const refused = await open({ requester: { id }, brand: workspace.brandId }, narrow);
      expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'requester.id', code: 'not_found' }] } });
    }
  });
});

test.each([
  [{}, 'requester', 'required'],
  [{ name: 'Nobody' }, 'requester', 'required'],
  [{ email: 'a@b.example', phone: '+46701740609' }, 'requester', 'only_one'],
  [{ phone: '12' }, 'requester.phone', 'country_missing'],
  [{ phone: '+46 1' }, 'requester.phone', 'not_a_number'],
])('the requester %j is refused with its field, and nothing is made', async (requester, field, code) => {
  const before = await desk.context.db.selectFrom('customers').select('id').where('workspace_id', '=', workspace.id).execute();
  expect(await open({ requester })).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field, code }] } });
  expect(await desk.context.db.selectFrom('customers').select('id').where('workspace_id', '=', workspace.id).execute()).toHaveLength(before.length);
});

test('nobody can be written to first by a number', async () => {
  const refused = await open({ requester: { phone: '+46701740610' }, direction: 'out', channel: 'email' });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'requester.phone', code: 'no_email' }] } });
});
