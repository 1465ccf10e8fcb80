import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWebhookFollower, startWebhookSender } from '../../apps/server/src/features/webhooks/index.ts';
import type { SignedInAgent } from '../support/factories.ts';
import { openReceiver, type Receiver } from '../support/webhook-receiver.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, seen } from './support/screen.ts';

let desk: BrowserDesk;
let receiver: Receiver;
let owner: SignedInAgent;
let workers: { stop(): Promise<void> }[];

beforeAll(async () => {
  [desk, receiver] = await Promise.all([openBrowserDesk(), openReceiver()]);
  const { context } = desk.program;
  context.config.webhookHosts.push(receiver.host);
  workers = [startWebhookFollower(context), startWebhookSender(context)];
  owner = await desk.agent({ name: 'Astrid Lind', role: 'owner' });
});
afterAll(async () => {
  await Promise.all((workers ?? []).map((worker) => worker.stop()));
  await desk?.stop();
  await receiver?.close();
});

test('a webhook is set up, tested, and what failed is sent again', async () => {
  const screen = await openScreen(desk, owner, { at: '/settings/webhooks' });
  const { page } = screen;
  await seen(page.getByText('No webhooks yet'));
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  const form = page.getByRole('dialog', { name: 'Add a webhook' });
  await form.getByLabel('Name').fill('Order system');
  await form.getByLabel('Address').fill('https://10.0.0.1/hook');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await seen(form.getByText('This leads into a private network.'));
  // What the browser says of a refusal.
  await expect.poll(() => screen.complaints.splice(0)).toEqual([expect.stringContaining('400')]);
  // From the first event on, which is that it has been set up.
  receiver.answers.set('/hook', (response) => response.writeHead(500).end('<b>out of order</b>'));
  await form.getByLabel('Address').fill(receiver.url('/hook'));
  expect(await violations(page, 'webhook')).toEqual([]);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const secret = page.getByRole('dialog', { name: 'Copy the secret now' });
  await seen(secret);
  expect(await secret.getByLabel('Secret').inputValue()).toMatch(/^whsec_/);
  await secret.getByRole('button', { name: 'I have copied it' }).click();

  await seen(page.getByRole('heading', { level: 1, name: 'Order system' }));
  await page.getByRole('button', { name: 'Send a test' }).click();
  await seen(page.getByText('The test was not taken. The other side answered 500.'));
  const log = page.getByRole('list', { name: 'Deliveries' });
  await log.getByRole('button', { name: /webhook\.test.*Failed/ }).click();
  await seen(log.getByText('<b>out of order</b>'));
  expect(await violations(page, 'webhook')).toEqual([]);

  // An event that is not taken at first, and is when it is asked for again.
  await log.getByRole('button', { name: /webhook\.created.*Waiting/ }).click();
  receiver.answers.delete('/hook');
  // By itself it may have been sent again in this very moment.
  await log.getByRole('button', { name: /^(Try now|Send again)$/ }).click();
  await seen(log.getByRole('button', { name: /webhook\.created.*Delivered/ }));

  await screen.go('/settings/webhooks');
  await page.getByRole('button', { name: 'Actions for Order system' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await gone(page.getByRole('button', { name: 'Order system', exact: true }));
  await page.getByRole('button', { name: 'Undo' }).click();
  await seen(page.getByRole('button', { name: 'Order system', exact: true }));
  expectNoComplaints(screen);
  await screen.close();
  expect(receiver.at('/hook').map(({ type }) => type)).toContain('webhook.test');

  const small = await openScreen(desk, owner, { at: '/settings/webhooks', ...phone });
  await small.page.getByRole('button', { name: 'Order system', exact: true }).click();
  await seen(small.page.getByRole('list', { name: 'Deliveries' }));
  expect(await small.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await small.close();
});
