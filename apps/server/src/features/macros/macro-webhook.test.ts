import { expect, test } from 'vitest';
import { aBrand, anAgent, anInbox } from '../../../../../tests/support/factories.ts';
import { webhookDesk, type Hook, type WebhookDesk } from '../../../../../tests/support/webhook-desk.ts';

let desk: WebhookDesk['desk'];
let receiver: WebhookDesk['receiver'];
let workspace: WebhookDesk['workspace'];
let owner: WebhookDesk['owner'];
const { clock, aWebhook, follow, log, later, change, settled } = webhookDesk((now) => ({ desk, receiver, workspace, owner } = now));
const [second, hour] = [1_000, 3_600_000];

const add = async (hook: Hook, body: object = {}, asker = owner) => desk.ask(asker, 'POST', '/api/v1/macros', { name: 'Order a part', shared: true, actions: { webhook: hook.id }, ...body });
async function aMacro(hook: Hook, body: object = {}): Promise<number> {
  const made = await add(hook, body);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
}
async function anOpenTicket(): Promise<number> {
  await anInbox(desk.context.db, workspace.id, { brandId: workspace.brandId });
  return (await desk.ask(owner, 'POST', '/api/v1/tickets', { subject: 'A lamp', text: 'It is broken', requester: { email: 'maja@firm.example', name: 'Maja' } })).body.number;
}
const patch = (number: number, body: object) => desk.ask(owner, 'PATCH', `/api/v1/tickets/${number}`, body);
const write = (number: number, body: object) => desk.ask(owner, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'We order it.', ...body });
const states = async (hook: Hook) => (await log(hook)).map(({ type, state }: { type: string; state: string }) => [type, state]);
const refused = (code: string, field = 'webhook') => ({ status: 400, body: { errors: [{ field, code }] } });

test('one without a text tells the webhook at once and once, with ids and codes alone', async () => {
  const [hook, all] = [await aWebhook({ event_types: ['ticket.created'] }), await aWebhook({ event_types: null })];
  const macro = await aMacro(hook, { actions: { webhook: hook.id, add_tags: ['part'], note: 'Ordered for Maja' } });
  const number = await anOpenTicket();
  expect(await patch(number, { webhook: hook.id, add_tags: ['part'], note: 'Ordered for Maja', macros: [macro] })).toMatchObject({ status: 200 });
  await follow();
  await expect.poll(() => receiver.at(hook.path).map(({ type }) => type)).toEqual(expect.arrayContaining(['ticket.created', 'macro.used']));
  const got = receiver.at(hook.path).filter(({ type }) => type === 'macro.used');
  expect(got).toHaveLength(1);
  expect(JSON.parse(got[0]!.body).data).toMatchObject({ ticket: number, brand: workspace.brandId, actor: { type: 'agent', id: owner.id }, data: { macros: [macro], webhook: hook.id, done: expect.arrayContaining(['webhook', 'add_tags', 'note']) as string[] } });
  expect(got[0]!.body).not.toContain('Maja');
  // Who hears of everything hears of it too.
  await expect.poll(() => receiver.at(all.path).filter(({ type }) => type === 'macro.used').length).toBe(1);
});

test('along with a reply it hears when that goes out, and not at all where it is taken back before', async () => {
  const hook = await aWebhook({ event_types: ['macro.used'] });
  const macro = await aMacro(hook);
  const number = await anOpenTicket();
  const along = { undo_seconds: 10, changes: { webhook: hook.id }, macros: [macro] };
  const first = await write(number, along);
  expect(first.status, JSON.stringify(first.body)).toBe(201);
  await follow();
  expect(await states(hook)).toEqual([['macro.used', 'waiting']]);
  const back = await desk.ask(owner, 'POST', `/api/v1/messages/${first.body.id}/cancel`);
  expect(back.body.along).toEqual({ changes: { webhook: hook.id }, macros: [macro] });
  later(11 * second);
  await follow();
  await write(number, along);
  expect(await states(hook)).toEqual([['macro.used', 'waiting'], ['macro.used', 'dropped']]);
  expect(receiver.at(hook.path)).toEqual([]);
  later(11 * second);
  await settled(hook, { state: 'delivered' });
  expect(receiver.at(hook.path)).toHaveLength(1);
});

test('what it has been told is not taken back, and does not come again', async () => {
  const hook = await aWebhook();
  const macro = await aMacro(hook);
  const number = await anOpenTicket();
  const { body: sent } = await write(number, { undo_seconds: 60, changes: { webhook: hook.id, add_tags: ['part'] }, macros: [macro] });
  later(61 * second);
  await settled(hook, { state: 'delivered', type: 'macro.used' });
  // No server takes mail here, so that it still waits.
  expect((await desk.ask(owner, 'POST', `/api/v1/messages/${sent.id}/cancel`)).body.along.changes).toEqual({ add_tags: ['part'] });
});

test('a reply that is moved takes it along, and a note tells at once', async () => {
  const hook = await aWebhook();
  const macro = await aMacro(hook);
  const number = await anOpenTicket();
  const at = (hours: number) => new Date(clock.now().getTime() + hours * hour).toISOString();
  const { body: planned } = await write(number, { send_at: at(48), changes: { webhook: hook.id }, macros: [macro] });
  expect((await log(hook))[0]).toMatchObject({ state: 'waiting', next_attempt_at: at(48) });
  await desk.ask(owner, 'POST', `/api/v1/messages/${planned.id}/schedule`, { send_at: at(5) });
  expect((await log(hook))[0]).toMatchObject({ state: 'waiting', next_attempt_at: at(5) });
  await write(number, { kind: 'note', changes: { webhook: hook.id }, macros: [macro] });
  await settled(hook, { state: 'delivered', type: 'macro.used' });
  expect((await states(hook))[1]).toEqual(['macro.used', 'waiting']);
});

test('only what whoever leads has written into a shared macro of the brand is told', async () => {
  const [hook, other] = [await aWebhook(), await aWebhook()];
  const elsewhere = await aBrand(desk.context.db, workspace.id, { name: 'Elsewhere' });
  const [macro, silent, ofElsewhere] = [await aMacro(hook), await aMacro(hook, { actions: { add_tags: ['x'] } }), await aMacro(hook, { brand: elsewhere })];
  const number = await anOpenTicket();
  expect(await patch(number, { webhook: hook.id, note: 'A part' })).toMatchObject(refused('not_named'));
  for (const macros of [[silent], [ofElsewhere]]) expect(await patch(number, { webhook: hook.id, macros })).toMatchObject(refused('not_named'));
  expect(await patch(number, { webhook: other.id, macros: [macro] })).toMatchObject(refused('not_named'));
  expect(await write(number, { changes: { webhook: hook.id } })).toMatchObject(refused('not_named', 'changes.webhook'));
  await desk.ask(owner, 'PATCH', `/api/v1/macros/${macro}`, { archived: true });
  expect(await patch(number, { webhook: hook.id, macros: [macro] })).toMatchObject(refused('not_named'));
  expect([await log(hook), await log(other)]).toEqual([[], []]);
  const agent = await anAgent(desk.context.db, workspace.id, { role: 'agent' });
  expect(await add(hook, {}, agent)).toMatchObject({ status: 403 });
  expect(await add(hook, { shared: false }, agent)).toMatchObject(refused('only_shared', 'actions.webhook'));
});

test('one that is paused or removed is refused when the macro is written, and when it is used', async () => {
  const hook = await aWebhook();
  const macro = await aMacro(hook);
  const number = await anOpenTicket();
  await change(hook, { status: 'paused' });
  expect(await add(hook)).toMatchObject(refused('not_found', 'actions.webhook'));
  expect(await patch(number, { webhook: hook.id, add_tags: ['part'], macros: [macro] })).toMatchObject(refused('webhook_gone'));
  await desk.ask(owner, 'DELETE', `/api/v1/webhooks/${hook.id}`);
  expect(await write(number, { changes: { webhook: hook.id, add_tags: ['part'] }, macros: [macro] })).toMatchObject(refused('webhook_gone', 'changes.webhook'));
  expect((await desk.ask(owner, 'GET', `/api/v1/tickets/${number}`)).body).toMatchObject({ tags: [], message_count: 1 });
});
