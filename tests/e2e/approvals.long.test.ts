import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, seen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;
let lead: SignedInAgent;
let admin: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
  admin = await desk.agent({ name: 'Ada Berg', role: 'admin' });
});
afterAll(() => desk?.stop());

async function ask(asker: SignedInAgent, method: string, path: string, body?: object): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
  const response = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...asker.headers, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  return response.json();
}

test('an admin writes a rule, an agent asks for a refund above its limit, a lead approves it from the bell, and the audit says both', async () => {
  await ask(admin, 'POST', '/fields', { label: 'Refund', type: 'number' });
  const settings = await openScreen(desk, admin, { at: '/settings/approvals' });
  await settings.page.getByRole('button', { name: 'Write a rule' }).click();
  const form = settings.page.getByRole('dialog', { name: 'Write a rule' });
  await form.getByLabel('Name').fill('Refund above 100');
  await form.getByRole('combobox', { name: 'Field' }).click();
  await settings.page.getByRole('option', { name: 'Refund' }).click();
  await form.getByLabel('More than').fill('100');
  expect(await violations(settings.page, 'approval rules')).toEqual([]);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(form);
  await seen(settings.page.getByText('Refund above 100').nth(1));

  const { number } = await ask(agent, 'POST', '/tickets', { subject: 'Broken lamp', text: 'It came broken twice.', requester: { email: 'maja@verified.example', name: 'Maja Nowak' } });
  const home = await openScreen(desk, lead, { at: '/home' });
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await page.getByRole('button', { name: 'Refund: Empty' }).click();
  const refund = page.getByRole('textbox', { name: 'Refund' });
  await refund.fill('250');
  await refund.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'This takes an approval' });
  await seen(dialog.getByText('Refund: 250'));
  await seen(dialog.getByText(/Leads of the brand can approve it/));
  expect(await violations(page, 'asking for an approval')).toEqual([]);
  await dialog.getByLabel('Why it is right').fill('It came broken twice');
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await gone(dialog);
  const card = page.getByRole('region', { name: 'Approvals' });
  await seen(card.getByText('Refund: 250'));
  expect((await ask(agent, 'GET', `/tickets/${number}`)).fields).toEqual({});

  await seen(home.page.getByRole('region', { name: 'Waiting for your approval' }).getByText('Refund: 250'));
  expect(await violations(home.page, 'home with an approval')).toEqual([]);
  await home.page.getByRole('button', { name: /^Notifications/ }).click();
  const row = home.page.getByRole('listitem').filter({ hasText: 'Your approval is asked for' });
  await seen(row.getByText('Refund: 250'));
  await row.getByRole('button', { name: /^Approve/ }).click();
  await gone(home.page.getByRole('region', { name: 'Waiting for your approval' }));
  await expect.poll(async () => (await ask(agent, 'GET', `/tickets/${number}`)).fields).toEqual({ refund: 250 });
  await seen(card.getByText('Lena Ek approved it'));
  const { items } = await ask(agent, 'GET', `/tickets/${number}/timeline`);
  const told = items.flatMap(({ type, actor, data }: { type: string; actor?: { name: string }; data?: { approved_by?: number[] } }) => (type === 'ticket.updated' || type.startsWith('approval.') ? [[type, actor?.name, data?.approved_by ?? null]] : []));
  expect(told).toContainEqual(['ticket.updated', 'Astrid Lind', [lead.id]]);
  expect(told).toContainEqual(['approval.answered', 'Lena Ek', null]);

  // On a phone, from the link of a message.
  const [{ id }] = (await ask(agent, 'GET', '/approvals')).items;
  const phone = await openScreen(desk, lead, { at: `/approvals/${id}`, viewport: { width: 390, height: 844 } });
  await seen(phone.page.getByText('Lena Ek approved it'));
  expect(await violations(phone.page, 'an approval')).toEqual([]);
  for (const each of [settings, home, phone]) expectNoComplaints(each);
  expect(screen.complaints).toEqual([expect.stringContaining('409 (Conflict)')]);
});
