import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { aBrand, anAgent, aTicket } from '../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { webhookDesk, type WebhookDesk } from '../../../../../tests/support/webhook-desk.ts';
import { followWebhooks, startWebhookFollower, startWebhookSender } from './index.ts';
import { sign } from './signature.ts';

let desk: WebhookDesk['desk'];
let receiver: WebhookDesk['receiver'];
let workspace: WebhookDesk['workspace'];
let owner: WebhookDesk['owner'];
const { clock, aWebhook, happened, follow, look, log, newest, change, settled, later, stopSender, startSender } = webhookDesk((now) => ({ desk, receiver, workspace, owner } = now));
const second = 1_000;

describe('what is sent', () => {
  test('is the event, signed so that the receiver can tell that it is ours and whole', async () => {
    const hook = await aWebhook();
    const ticket = await aTicket(desk.context.db, workspace.id);
    const event = await happened({ ticketId: ticket.id });
    await follow();
    await settled(hook, { state: 'delivered', status_code: 204, attempts: 1, next_attempt_at: null, error: null, event, type: 'ticket.updated' });
    const [got] = receiver.at(hook.path);
    expect(got).toMatchObject({ id: `msg_${hook.id}_${event}`, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(got!.signature).toBe(sign(hook.secret, { id: got!.id, seconds: got!.seconds, body: got!.body }));
    expect(Math.abs(got!.seconds - clock.now().getTime() / 1000)).toBeLessThan(2);
    const fed = (await desk.ask(owner, 'GET', '/api/v1/events?limit=100')).body.items.find(({ id }: { id: number }) => id === event);
    expect(JSON.parse(got!.body)).toEqual({ type: 'ticket.updated', timestamp: fed.created_at, data: fed });
    expect(fed.ticket).toBe(ticket.number);
    expect(await look(hook)).toMatchObject({ health: { failures: 0, failing_since: null, waiting: 0, failed: 0, last_delivered_at: expect.any(String) as string } });
  });

  test('only of the types and brands that were chosen, and of none; each once', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const chosen = await aWebhook({ brands: [other], event_types: ['ticket.updated', 'ticket.merged'] });
    const everything = await aWebhook({ event_types: null });
    const [of, not, alsoNot] = [await happened({ brandId: other }), await happened(), await happened({ brandId: other, type: 'ticket.snoozed' })];
    await follow();
    await follow('another node');
    await expect.poll(async () => (await log(everything)).map(({ state }: { state: string }) => state)).toEqual(Array.from({ length: 4 }, () => 'delivered'));
    expect((await log(chosen)).map(({ event }: { event: number }) => event)).toEqual([of]);
    // Its own making is the first that it hears of.
    expect((await log(everything)).map(({ type, event }: { type: string; event: number }) => type.startsWith('webhook.') ? type : event)).toEqual([alsoNot, not, of, 'webhook.created']);
  });

  test('nothing that happened before it was made, or while it was paused', async () => {
    await happened();
    await feedReadable(desk.context.db, workspace.id);
    const hook = await aWebhook();
    const heard = [await happened()];
    await follow();
    await change(hook, { status: 'paused' });
    await happened();
    await follow();
    await change(hook, { status: 'active' });
    heard.push(await happened());
    await follow();
    await expect.poll(async () => (await log(hook)).map(({ event, state }: { event: number; state: string }) => [event, state])).toEqual(heard.toReversed().map((event) => [event, 'delivered']));
  });

  test('also what is committed late, after younger events have been read', async () => {
    const hook = await aWebhook();
    const [{ promise: committed, resolve: commit }, { promise: written, resolve: wrote }] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()];
    const slow = desk.context.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: number }>`insert into events (workspace_id, type, brand_id, actor_type) values (${workspace.id}, 'ticket.updated', ${workspace.brandId}, 'system') returning id`.execute(tx);
      wrote(rows[0]!.id);
      await committed;
    });
    const early = await written;
    const late = await happened();
    await followWebhooks(desk.context, workspace.id, 'this node');
    commit();
    await slow;
    await follow();
    await expect.poll(async () => (await log(hook)).map(({ event }: { event: number }) => event).toSorted()).toEqual([early, late]);
  });

  test('by the followers of several nodes at once, each event once', async () => {
    const hook = await aWebhook();
    const nodes = [startWebhookFollower(desk.context), startWebhookFollower(desk.context), startWebhookFollower(desk.context)];
    const events: number[] = [];
    for (let count = 0; count < 30; count += 1) events.push(await happened());
    desk.context.wake.say('events');
    await expect.poll(() => receiver.at(hook.path).length, { timeout: 15_000 }).toBe(30);
    await Promise.all(nodes.map((node) => node.stop()));
    expect(receiver.at(hook.path).map(({ id }) => id).toSorted()).toEqual(events.map((event) => `msg_${hook.id}_${event}`).toSorted());
  });
});

describe('several nodes', () => {
  test('send to one endpoint one after another, nothing twice at once', async () => {
    const hook = await aWebhook();
    receiver.answers.set(hook.path, (response) => void setTimeout(() => response.writeHead(200).end(), 5));
    const other = startWebhookSender(desk.context);
    for (let count = 0; count < 20; count += 1) await happened();
    await follow();
    await expect.poll(async () => (await look(hook)).health.waiting, { timeout: 15_000 }).toBe(0);
    await other.stop();
    expect(receiver.at(hook.path)).toHaveLength(20);
    expect(new Set(receiver.at(hook.path).map(({ id }) => id)).size).toBe(20);
    expect(receiver.mostOpen(hook.path)).toBe(1);
  });

  test('a node that is killed between sending and noting it: the same id comes again', async () => {
    const hook = await aWebhook();
    const { promise: reached, resolve: asked } = Promise.withResolvers<void>();
    receiver.answers.set(hook.path, () => asked());
    await stopSender();
    try {
      await happened();
      await follow();
      // The other node goes by the real clock, and this file's may be days ahead.
      await sql`update webhook_deliveries set next_attempt_at = now() where workspace_id = ${workspace.id}`.execute(desk.context.db);
      const script = fileURLToPath(new URL('testing/send-until-killed.ts', import.meta.url));
      const node = spawn(process.execPath, [script, desk.ownerUrl, desk.context.config.dataDir, receiver.host], { env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' }, stdio: 'ignore' });
      const ended = new Promise((resolve) => node.once('exit', resolve));
      await reached;
      node.kill('SIGKILL');
      await ended;
      expect(await newest(hook)).toMatchObject({ state: 'waiting', attempts: 0 });
    } finally {
      receiver.answers.delete(hook.path);
      startSender();
    }
    // The killed node's hold on the endpoint ends with its lease, by the database's clock.
    await sql`update webhooks set leased_until = now() where workspace_id = ${workspace.id} and id = ${hook.id} and lease is not null`.execute(desk.context.db);
    later(Math.max(0, Date.now() - clock.now().getTime()));
    await settled(hook, { state: 'delivered', attempts: 1 });
    const ids = receiver.at(hook.path).map(({ id }) => id);
    expect(ids.length).toBe(2);
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('who hears', () => {
  test('what its owner sees, and no longer what they have lost, also of what waited', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [workspace.brandId, other] });
    const hook = await aWebhook({}, narrow);
    receiver.answers.set(hook.path, (response) => response.writeHead(500).end());
    await happened({ brandId: other });
    await follow();
    await settled(hook, { state: 'waiting', attempts: 1 });
    await sql`delete from agent_brands where workspace_id = ${workspace.id} and agent_id = ${narrow.id} and brand_id = ${other}`.execute(desk.context.db);
    receiver.answers.delete(hook.path);
    later(10 * second);
    await settled(hook, { state: 'dropped' });
    await happened({ brandId: other });
    const seen = await happened();
    await follow();
    await settled(hook, { state: 'delivered', event: seen });
    expect(await log(hook)).toHaveLength(2);
  });

  test('nothing while its owner is no administrator or does not work here, until a colleague takes it over', async () => {
    const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    const hook = await aWebhook({}, admin);
    await sql`update agents set role = 'agent' where workspace_id = ${workspace.id} and id = ${admin.id}`.execute(desk.context.db);
    await happened();
    await follow();
    expect(await look(hook)).toMatchObject({ owner: { id: admin.id }, owner_may: false, status: 'active' });
    expect(await log(hook)).toEqual([]);
    expect((await change(hook, { take_over: true })).body).toMatchObject({ owner: { id: owner.id }, owner_may: true });
    const event = await happened();
    await follow();
    await settled(hook, { state: 'delivered', event });
    expect(await log(hook)).toHaveLength(1);
  });
});

test('a private address is refused when it is saved, and when a name leads there', async () => {
  const refused = await desk.ask(owner, 'POST', '/api/v1/webhooks', { name: 'Inside', url: 'https://10.0.0.1/' });
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'url', code: 'address_not_allowed' }] } });
  const hook = await aWebhook();
  // A name that the system resolves to this machine, as one that an attacker points there would be.
  await sql`update webhooks set url = ${receiver.url(hook.path).replace('127.0.0.1', 'localhost')} where workspace_id = ${workspace.id}`.execute(desk.context.db);
  await happened();
  await follow();
  await settled(hook, { state: 'waiting', attempts: 1, error: 'address_not_allowed', status_code: null, answer: null });
  expect(receiver.at(hook.path)).toEqual([]);
});

test('a rotated secret signs together with the old one for a while, and then alone', async () => {
  const hook = await aWebhook();
  const rotated = await desk.ask(owner, 'POST', `/api/v1/webhooks/${hook.id}/secret`, { overlap_hours: 1 });
  expect(rotated.status).toBe(200);
  expect(rotated.body.secret).not.toBe(hook.secret);
  expect(Date.parse(rotated.body.old_secret_until) - clock.now().getTime()).toBe(3_600 * second);
  await happened();
  await follow();
  await settled(hook, { state: 'delivered' });
  later(3_601 * second);
  await happened();
  await follow();
  await expect.poll(() => receiver.at(hook.path).length, { timeout: 15_000 }).toBe(2);
  const [both, alone] = receiver.at(hook.path);
  expect(both!.signature).toBe(`${sign(rotated.body.secret, both!)} ${sign(hook.secret, both!)}`);
  expect(alone!.signature).toBe(sign(rotated.body.secret, alone!));
});

test('one delivery is sent again when it is asked for, under its id', async () => {
  const hook = await aWebhook();
  await happened();
  await follow();
  await settled(hook, { state: 'delivered' });
  const { id } = await newest(hook);
  expect(await desk.ask(owner, 'POST', `/api/v1/webhooks/${hook.id}/deliveries/${id}/replay`)).toMatchObject({ status: 200 });
  await expect.poll(() => receiver.at(hook.path).length, { timeout: 15_000 }).toBe(2);
  const [first, again] = receiver.at(hook.path);
  expect(again!.id).toBe(first!.id);
  await settled(hook, { state: 'delivered', attempts: 1 });
});

test('a test is sent at once, also while the webhook is paused, and says what came of it', async () => {
  const hook = await aWebhook();
  await change(hook, { status: 'paused' });
  const good = await desk.ask(owner, 'POST', `/api/v1/webhooks/${hook.id}/test`);
  expect(good).toMatchObject({ status: 200, body: { type: 'webhook.test', event: null, state: 'delivered', status_code: 204, attempts: 1 } });
  const [got] = receiver.at(hook.path);
  expect(JSON.parse(got!.body)).toMatchObject({ type: 'webhook.test', data: { webhook: hook.id } });
  expect(got!.signature).toBe(sign(hook.secret, got!));
  receiver.answers.set(hook.path, (response) => response.writeHead(404).end('no such page'));
  const bad = await desk.ask(owner, 'POST', `/api/v1/webhooks/${hook.id}/test`);
  expect(bad.body).toMatchObject({ state: 'failed', status_code: 404, answer: 'no such page', next_attempt_at: null });
  expect(await desk.ask(owner, 'POST', `/api/v1/webhooks/${hook.id}/deliveries/${bad.body.id}/replay`)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(await look(hook)).toMatchObject({ health: { failed: 0 } });
});
