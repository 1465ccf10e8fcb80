import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAutomations } from '../../apps/server/src/features/automations/index.ts';
import type { FeedLoop } from '../../apps/server/src/platform/events/feed-loop.ts';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, seen, ticket } from './support/screen.ts';

let desk: BrowserDesk;
let lead: SignedInAgent;
let automations: FeedLoop;

beforeAll(async () => {
  desk = await openBrowserDesk();
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
  automations = startAutomations(desk.program.context);
});
afterAll(async () => {
  await automations?.stop();
  await desk?.stop();
});

test('a lead writes an automation, sees what it would have fitted, switches it on; a mail is tagged and answered, and the log says so', async () => {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${desk.url}/api/v1${path}`, { method: 'POST', headers: { ...lead.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(response.status).toBe(201);
  };
  await post('/macros', { name: 'We look into it', shared: true, texts: [{ language: 'en', html: '<p>Dear {{customer.first_name}}, we look into your refund.</p>' }] });
  for (const subject of ['A refund, please', 'Where is my refund?', 'A lamp']) await post('/tickets', { subject, text: 'Hello', requester: { email: 'maja@verified.example', name: 'Maja Nowak' } });

  const screen = await openScreen(desk, lead, { at: '/settings/automations' });
  const { page } = screen;
  await seen(page.getByText('No automations yet'));
  await page.getByRole('button', { name: 'New automation' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'New automation' });
  await seen(form);
  await form.getByLabel('Name').fill('Answer refunds');
  await form.getByRole('button', { name: 'Add a condition' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Words in the subject' }).click();
  await form.getByRole('textbox', { name: 'Words in the subject' }).fill('refund*');
  await form.getByRole('button', { name: 'Test on past tickets' }).press('Enter');
  await seen(form.getByText('Would fit 2 of the last 3 tickets'));
  await seen(form.getByRole('link', { name: /Where is my refund\?/ }));
  // Nothing is done: it says so, and keeps what is written.
  await form.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await seen(form.getByText('Choose at least one thing that is done.'));
  await form.getByLabel('Tags to add').fill('refund');
  await form.getByLabel('Reply with a macro’s text').press('Enter');
  await page.getByRole('option', { name: 'We look into it' }).click();
  expect(await violations(page, 'an automation')).toEqual([]);
  await form.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await gone(form);

  // Off until what it would have fitted was on the screen.
  const isOn = page.getByRole('switch', { name: 'Answer refunds is on' });
  await seen(isOn);
  expect(await isOn.getAttribute('aria-checked')).toBe('false');
  await isOn.press('Space');
  const ask = page.getByRole('dialog', { name: 'Switch on “Answer refunds”?' });
  await seen(ask.getByText('Would fit 2 of the last 3 tickets'));
  await ask.getByRole('button', { name: 'Switch on' }).press('Enter');
  await gone(ask);
  await seen(page.getByRole('switch', { name: 'Answer refunds is on', checked: true }));
  expect(await violations(page, 'automations')).toEqual([]);

  await desk.send({ from: 'Eva Lind <eva@verified.example>', subject: 'My refunds', text: 'Hello, when do I get my money back? I sent the lamp back a week ago.', messageId: '<refund-1@verified.example>' });
  const mail = await desk.caught('the answer', ({ to, mail: { text } }) => to.includes('eva@verified.example') && text.includes('we look into your refund'));
  expect(mail.raw).toMatch(/^Auto-Submitted: auto-/m);
  expect(mail.mail.text).toContain('Dear Eva');
  const { number, tags } = await desk.until('the ticket', () => desk.db.selectFrom('tickets').select(['number', 'tags']).where('workspace_id', '=', desk.workspaceId).where('subject', '=', 'My refunds').executeTakeFirst());
  expect(tags).toEqual(['refund']);

  await screen.go(`/inbox/all/${number}`);
  await seen(ticket(page, 'My refunds'));
  await seen(page.getByText(/Automation “Answer refunds” added the tag refund/));
  await seen(page.getByRole('region', { name: 'Automations' }).getByText('Done: tags and reply'));
  await screen.go('/settings/automations');
  await page.getByRole('button', { name: 'Actions for Answer refunds' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Log' }).click();
  const log = page.getByRole('dialog', { name: 'What “Answer refunds” did' });
  await seen(log.getByRole('link', { name: /My refunds/ }));
  await seen(log.getByText('Done: tags and reply'));
  expect(await violations(page, 'the log of an automation')).toEqual([]);
  expectNoComplaints(screen);
});
