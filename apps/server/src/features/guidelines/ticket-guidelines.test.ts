import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let owner: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  owner = await anAgent(desk.context.db, workspace.id, { role: 'owner' });
});
afterAll(() => desk.stop());

const write = (body: object = {}) => desk.ask(owner, 'POST', '/api/v1/guidelines', { name: 'Refunds', text: 'Ask first.', moments: ['case'], ...body });
const aTicket = async (body: object = {}): Promise<number> => (await desk.ask(owner, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'It is broken', requester: { email: 'maja@firm.example' }, ...body })).body.number;
const onTicket = async (number: number, asker = owner) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}/guidelines`)).body.items;
const namesOn = async (number: number) => (await onTicket(number)).map(({ name }: { name: string }) => name);

describe('which tickets', () => {
  test.each([
    ['kind', { kind: ['complaint', 'order'] }, { kind: 'order' }, { kind: 'question' }],
    ['priority', { priority: ['urgent'] }, { priority: 'urgent' }, { priority: 'high' }],
    ['language', { language: ['sv', 'da'] }, { language: 'da' }, { language: 'pl' }],
    ['tag', { tag: ['refund', 'VIP'] }, { tags: ['other', 'vip'] }, { tags: ['viper'] }],
    ['channel', { channel: ['phone'] }, { channel: 'phone' }, { channel: 'letter' }],
    ['all conditions', { kind: ['order'], tag: ['vip'] }, { kind: 'order', tags: ['vip'] }, { kind: 'order' }],
  ])('%s', async (_what, conditions, fits, doesNot) => {
    expect((await write({ conditions })).status).toBe(201);
    expect(await namesOn(await aTicket(fits))).toEqual(['Refunds']);
    expect(await namesOn(await aTicket(doesNot))).toEqual([]);
  });

  test('a condition on a language does not fit a ticket whose language nobody knows', async () => {
    await write({ conditions: { language: ['sv'] } });
    const number = await aTicket();
    await desk.context.db.updateTable('tickets').set({ language: null }).where('workspace_id', '=', workspace.id).where('number', '=', number).execute();
    expect(await namesOn(number)).toEqual([]);
  });

  test('a product, also by the branch that it hangs on, and no longer once the ticket has another', async () => {
    const field = (await desk.ask(owner, 'POST', '/api/v1/fields', { label: 'Product', type: 'tree', options: [{ label: 'Router' }, { label: 'R100', parent: 'router' }, { label: 'R200', parent: 'router' }, { label: 'Telephone' }] })).body;
    await write({ name: 'Routers', conditions: { fields: { [field.key]: ['router'] } } });
    await write({ name: 'R200', conditions: { fields: { [field.key]: ['r200'] } } });
    await write({ name: 'Telephones', conditions: { fields: { [field.key]: ['telephone'] } } });
    const number = await aTicket({ fields: { [field.key]: 'r200' } });
    expect(await namesOn(number)).toEqual(['R200', 'Routers']);
    await desk.ask(owner, 'PATCH', `/api/v1/tickets/${number}`, { fields: { [field.key]: 'telephone' } });
    expect(await namesOn(number)).toEqual(['Telephones']);
    expect(await namesOn(await aTicket())).toEqual([]);
    // A field that is gone fits nothing.
    await desk.ask(owner, 'PATCH', `/api/v1/fields/${field.id}`, { archived: true });
    expect(await namesOn(number)).toEqual([]);
  });

  test('follow the ticket when it is tagged or moves to another brand', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    await write({ name: 'Tagged', conditions: { tag: ['refund'] } });
    await write({ name: 'Other brand', brand: other });
    const number = await aTicket({ brand: workspace.brandId });
    expect(await namesOn(number)).toEqual([]);
    await desk.ask(owner, 'PATCH', `/api/v1/tickets/${number}`, { add_tags: ['refund'] });
    expect(await namesOn(number)).toEqual(['Tagged']);
    await desk.ask(owner, 'PATCH', `/api/v1/tickets/${number}`, { brand: other });
    expect(await namesOn(number)).toEqual(['Other brand', 'Tagged']);
  });
});

describe('when', () => {
  test('a ticket has them with the moments at which they matter, and lists are asked by moment', async () => {
    await write({ name: 'Read', moments: ['case', 'reply'] });
    await write({ name: 'Before solving', moments: ['solved', 'pending'] });
    expect((await onTicket(await aTicket())).map(({ name, moments }: { name: string; moments: string[] }) => [name, moments])).toEqual([['Before solving', ['pending', 'solved']], ['Read', ['case', 'reply']]]);
    const at = async (moments: string) => (await desk.ask(owner, 'GET', `/api/v1/guidelines?moments=${moments}`)).body.items.map(({ name }: { name: string }) => name);
    expect([await at('solved'), await at('on_hold'), await at('on_hold,reply')]).toEqual([['Before solving'], [], ['Read']]);
    expect((await desk.ask(owner, 'GET', '/api/v1/guidelines?moments=closed')).status).toBe(400);
  });
});

describe('what somebody knows', () => {
  const know = (id: number, version: number, asker = owner) => desk.ask(asker, 'PUT', `/api/v1/guidelines/${id}/known`, { version });
  const isKnown = async (number: number, asker = owner) => (await onTicket(number, asker))[0].known;

  test('holds for that agent and that version, until they want to be asked again', async () => {
    const { id } = (await write({ moments: ['solved'] })).body;
    const colleague = await anAgent(desk.context.db, workspace.id);
    const number = await aTicket();
    expect([(await know(id, 1)).status, (await know(id, 1)).status]).toEqual([204, 204]);
    expect([await isKnown(number), await isKnown(number, colleague)]).toEqual([true, false]);
    await desk.ask(owner, 'POST', `/api/v1/guidelines/${id}/versions`, { text: 'Ask twice.', moments: ['solved'] });
    expect(await isKnown(number)).toBe(false);
    await know(id, 2);
    expect((await desk.ask(owner, 'DELETE', `/api/v1/guidelines/${id}/known`)).status).toBe(204);
    expect(await isKnown(number)).toBe(false);
    expect(await know(id, 3)).toMatchObject({ status: 404 });
  });
});

describe('hostile input', () => {
  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 'two\nlines' }, 'name'],
    [{ text: '' }, 'text'],
    [{ text: ' \n ' }, 'text'],
    [{ text: 'x'.repeat(10_001) }, 'text'],
    [{ text: 'a\u0000b' }, 'text'],
    [{ moments: [] }, 'moments'],
    [{ moments: ['closed'] }, 'moments.0'],
    [{ conditions: { status: ['open'] } }, 'conditions.status'],
    [{ conditions: { kind: ['bribe'] } }, 'conditions.kind.0'],
    [{ conditions: { kind: [] } }, 'conditions.kind'],
    [{ conditions: { tag: ["' or 1=1 --"] } }, 'conditions.tag.0'],
    [{ conditions: { fields: { nope: ['x'] } } }, 'conditions.fields.nope'],
    [{ conditions: { fields: { __proto__x: ['x'] } } }, 'conditions.fields'],
    [{ effective_from: '2020-01-01T00:00:00Z' }, 'effective_from'],
    [{ effective_from: 'tomorrow' }, 'effective_from'],
    [{ effective_until: '2020-01-01T00:00:00Z' }, 'effective_until'],
    [{ brand: 999_999_999 }, 'brand'],
    [{ workspace_id: 1 }, 'workspace_id'],
    [{ version: 7 }, 'version'],
  ])('%o is refused', async (body, field) => {
    const answer = await write(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(answer.body.errors.some((error: { field: string }) => error.field === field || error.field.startsWith(field))).toBe(true);
    expect((await desk.ask(owner, 'GET', '/api/v1/guidelines')).body.items).toEqual([]);
  });

  test('markup and addresses stay the plain text that was written', async () => {
    const text = '<script>alert(1)</script>\n- [x](javascript:alert(1)) {{customer.name}}';
    await write({ name: '<b>Bold</b>', text });
    expect(await onTicket(await aTicket())).toMatchObject([{ name: '<b>Bold</b>', text }]);
  });
});
