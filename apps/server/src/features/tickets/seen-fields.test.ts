import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';

let desk: TestDesk;
let astrid: TestAgent;
let bo: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  const workspace = await aWorkspace(db);
  await anInbox(db, workspace.id, { brandId: workspace.brandId });
  astrid = await anAgent(db, workspace.id, { name: 'Astrid Lind', role: 'admin' });
  bo = await anAgent(db, workspace.id, { name: 'Bo Ek' });
  await desk.ask(astrid, 'POST', '/api/v1/fields', { label: 'Serial number', type: 'text' });
  await desk.ask(astrid, 'POST', '/api/v1/fields', { label: 'Product', type: 'choice', options: [{ label: 'Lamp' }, { label: 'Router' }, { label: 'Phone' }] });
});
afterAll(() => desk.stop());

const open = async () => (await desk.ask(astrid, 'POST', '/api/v1/tickets', { subject: 'Both', text: 'Text', requester: { email: 'karin@lund.example' }, status: 'open', tags: ['lamp'] })).body.number as number;
const change = (asker: TestAgent, number: number, body: object) => desk.ask(asker, 'PATCH', `/api/v1/tickets/${number}`, body);

describe('two who change a ticket at once', () => {
  test('both have their way with different fields and with tags', async () => {
    const number = await open();
    await change(astrid, number, { priority: 'high', seen: { priority: 'normal' }, add_tags: ['vip'] });
    const answer = await change(bo, number, { status: 'pending', seen: { status: 'open' }, add_tags: ['part'], remove_tags: ['lamp'] });
    expect(answer.body).toMatchObject({ priority: 'high', status: 'pending', tags: ['vip', 'part'] });
  });

  test('of the same field, the second hears who changed it to what, and nothing of theirs is written', async () => {
    const number = await open();
    await change(astrid, number, { priority: 'high', seen: { priority: 'normal' } });
    const answer = await change(bo, number, { priority: 'low', kind: 'order', seen: { priority: 'normal', kind: 'question' } });
    expect([answer.status, answer.body.code]).toEqual([409, 'conflict']);
    expect(answer.body.errors).toEqual([{ field: 'priority', code: 'changed_meanwhile', message: expect.any(String), changed: { by: { type: 'agent', id: astrid.id, name: 'Astrid Lind' }, to: 'high' } }]);
    expect((await desk.ask(bo, 'GET', `/api/v1/tickets/${number}`)).body).toMatchObject({ priority: 'high', kind: 'question' });
    expect((await change(bo, number, { priority: 'low', seen: { priority: 'high' } })).body.priority).toBe('low');
  });

  test('who want the same, or change again what they changed themselves, are not asked', async () => {
    const number = await open();
    await change(astrid, number, { priority: 'high' });
    expect((await change(bo, number, { priority: 'high', seen: { priority: 'normal' } })).status).toBe(200);
    expect((await change(astrid, number, { priority: 'urgent', seen: { priority: 'normal' } })).body.priority).toBe('urgent');
  });

  test('are told of a status that a message has moved', async () => {
    const number = await open();
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'Waits', status: 'on_hold' });
    expect((await change(bo, number, { status: 'solved', seen: { status: 'open' } })).body.errors[0]).toMatchObject({ field: 'status', changed: { by: { name: 'Astrid Lind' }, to: 'on_hold' } });
  });

  test('are asked for custom fields as well', async () => {
    const number = await open();
    await change(astrid, number, { fields: { product: 'lamp', serial_number: 'A1' }, seen: { fields: { product: null, serial_number: null } } });
    const answer = await change(bo, number, { fields: { product: 'router' }, seen: { fields: { product: null } } });
    expect(answer.body.errors).toMatchObject([{ field: 'fields.product', changed: { by: { name: 'Astrid Lind' }, to: 'lamp' } }]);
    expect((await change(bo, number, { fields: { serial_number: 'B2' }, seen: { fields: { serial_number: 'A1' } } })).body.fields).toMatchObject({ product: 'lamp', serial_number: 'B2' });
  });
});
