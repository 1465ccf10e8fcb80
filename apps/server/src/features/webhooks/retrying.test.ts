import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { anAgent } from '../../../../../tests/support/factories.ts';
import { webhookDesk, type WebhookDesk } from '../../../../../tests/support/webhook-desk.ts';
import { sign } from './signature.ts';

let desk: WebhookDesk['desk'];
let receiver: WebhookDesk['receiver'];
let workspace: WebhookDesk['workspace'];
let owner: WebhookDesk['owner'];
const { clock, aWebhook, happened, follow, look, log, newest, change, settled, later, mailed } = webhookDesk((now) => ({ desk, receiver, workspace, owner } = now));
const [second, day] = [1_000, 86_400_000];

describe('an endpoint that does not take it', () => {
  test.each([
    ['answers 500', (response: { writeHead(code: number): { end(text: string): void } }) => response.writeHead(500).end('<b>broken\0</b>'), { status_code: 500, error: null, answer: '<b>broken</b>' }],
    ['cuts the connection', (response: { destroy(): void }) => response.destroy(), { status_code: null, error: 'failed', answer: null }],
    ['leads elsewhere', (response: { writeHead(code: number, headers: object): { end(): void } }) => response.writeHead(302, { location: '/elsewhere' }).end(), { status_code: null, error: 'redirected' }],
  ])('%s is asked again, with the same id and a new time', async (_what, answer, outcome) => {
    const hook = await aWebhook();
    receiver.answers.set(hook.path, answer as never); // each takes of the response what it needs
    await happened();
    await follow();
    await settled(hook, { state: 'waiting', attempts: 1, ...outcome });
    expect(Date.parse((await newest(hook)).next_attempt_at) - clock.now().getTime()).toBeGreaterThan(4 * second);
    expect(await look(hook)).toMatchObject({ status: 'active', health: { failures: 1, waiting: 1, failing_since: expect.any(String) as string, resting_until: expect.any(String) as string } });
    receiver.answers.delete(hook.path);
    later(10 * second);
    await settled(hook, { state: 'delivered', attempts: 2, status_code: 204 });
    const [first, again] = receiver.at(hook.path);
    expect(again!.id).toBe(first!.id);
    expect(again!.body).toBe(first!.body);
    expect(again!.seconds).toBeGreaterThan(first!.seconds);
    expect(again!.signature).toBe(sign(hook.secret, again!));
    expect(receiver.at('/elsewhere')).toEqual([]);
    expect(await look(hook)).toMatchObject({ health: { failures: 0, failing_since: null, resting_until: null } });
  });

  test('says with Retry-After when it wants to be asked again', async () => {
    const hook = await aWebhook();
    receiver.answers.set(hook.path, (response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    await happened();
    await follow();
    await settled(hook, { state: 'waiting', status_code: 429 });
    expect(Date.parse((await newest(hook)).next_attempt_at) - clock.now().getTime()).toBe(3_600 * second);
    // Nothing else is sent before, either.
    await happened();
    await follow();
    expect((await look(hook)).health.resting_until).not.toBeNull();
    receiver.answers.delete(hook.path);
    later(3_601 * second);
    await expect.poll(async () => (await log(hook)).map(({ state }: { state: string }) => state), { timeout: 15_000 }).toEqual(['delivered', 'delivered']);
    expect(receiver.at(hook.path)).toHaveLength(3);
  });

  test('has all the time to answer long, of which the beginning is kept', async () => {
    const hook = await aWebhook();
    receiver.answers.set(hook.path, (response) => response.writeHead(200).end('å'.repeat(100_000)));
    await happened();
    await follow();
    await settled(hook, { state: 'delivered', answer: 'å'.repeat(1_000) });
  });

  test('with 410 hears nothing more, and its owner is told by mail', async () => {
    const hook = await aWebhook();
    receiver.answers.set(hook.path, (response) => response.writeHead(410).end());
    await happened();
    await follow();
    await settled(hook, { state: 'failed', attempts: 1, status_code: 410, next_attempt_at: null });
    await expect.poll(() => look(hook)).toMatchObject({ status: 'gone' });
    expect(await mailed(hook)).toEqual([owner.email]);
    await happened();
    await follow();
    expect(await log(hook)).toHaveLength(1);
  });

  test('for three days is given up on, its owner and the administrators are told, and it can be resumed with what it missed', async () => {
    const colleague = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [workspace.brandId] });
    const hook = await aWebhook();
    receiver.answers.set(hook.path, (response) => response.writeHead(503).end());
    await happened();
    await follow();
    const begun = clock.now().getTime();
    for (let attempt = 1; attempt < 10; attempt += 1) {
      await settled(hook, { state: 'waiting', attempts: attempt });
      later(Date.parse((await newest(hook)).next_attempt_at) - clock.now().getTime());
    }
    await settled(hook, { state: 'failed', attempts: 10, next_attempt_at: null });
    expect(clock.now().getTime() - begun).toBeGreaterThan(3 * day);
    await expect.poll(() => look(hook)).toMatchObject({ status: 'failing', health: { failed: 1, failures: 10 } });
    expect(await mailed(hook)).toEqual([owner.email, colleague.email].toSorted());
    // An event is read once no older transaction runs any more, in whatever database of the server.
    await expect.poll(async () => (await desk.ask(owner, 'GET', '/api/v1/events?limit=100')).body.items.at(-1)).toMatchObject({ type: 'webhook.updated', data: { webhook_id: hook.id, changes: { status: { from: 'active', to: 'failing' } } } });
    receiver.answers.delete(hook.path);
    expect((await change(hook, { status: 'active' })).body).toMatchObject({ status: 'active', health: { failures: 0 } });
    expect((await desk.ask(owner, 'POST', `/api/v1/webhooks/${hook.id}/replay`, { since: new Date(begun).toISOString() })).body).toEqual({ replayed: 1, more: false });
    await settled(hook, { state: 'delivered', attempts: 1 });
    expect(new Set(receiver.at(hook.path).map(({ id }) => id)).size).toBe(1);
  });

  test('for one event only is not given up on for it', async () => {
    const hook = await aWebhook();
    receiver.answers.set(hook.path, (response) => response.writeHead(422).end());
    await happened();
    await follow();
    await settled(hook, { state: 'waiting', attempts: 1 });
    await sql`update webhook_deliveries set attempts = 9, next_attempt_at = ${clock.now()} where workspace_id = ${workspace.id}`.execute(desk.context.db);
    later(5 * second);
    await settled(hook, { state: 'failed', attempts: 10 });
    expect(await look(hook)).toMatchObject({ status: 'active', health: { failed: 1 } });
    expect(await mailed(hook)).toEqual([]);
  });

  test('that is slow does not keep the others of its desk waiting', async () => {
    const [slow, quick] = [await aWebhook(), await aWebhook()];
    let answer = () => {};
    receiver.answers.set(slow.path, (response) => (answer = () => response.writeHead(200).end()));
    await happened();
    await follow();
    await settled(quick, { state: 'delivered' });
    await expect.poll(() => receiver.at(slow.path).length).toBe(1);
    expect(await newest(slow)).toMatchObject({ state: 'waiting', attempts: 0 });
    answer();
    await settled(slow, { state: 'delivered' });
  });
});
