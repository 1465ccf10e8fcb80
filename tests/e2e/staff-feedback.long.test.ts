import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, seen } from './support/screen.ts';

let desk: BrowserDesk;
let filer: SignedInAgent;
let lead: SignedInAgent;
let named: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  filer = await desk.agent({ name: 'Astrid Lind' });
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
  named = await desk.agent({ name: 'Nils Dahl', role: 'admin' });
});
afterAll(() => desk?.stop());

test('a complaint is handed on, dealt with and closed out of sight of the person named, who reads the released words alone', async () => {
  const filing = await openScreen(desk, filer, { at: '/feedback', bypassCSP: true });
  await filing.page.getByRole('button', { name: 'Complaint or compliment…' }).click();
  const form = filing.page.getByRole('dialog', { name: 'Complaint or compliment about an employee' });
  await seen(form);
  expect(await violations(filing.page, 'filing')).toEqual([]);
  await form.getByRole('combobox', { name: 'Whom it is about' }).fill('Nils');
  await filing.page.getByRole('option', { name: 'Nils Dahl' }).click();
  await form.getByLabel('What was said').fill('He hung up on me.');
  await form.getByRole('button', { name: 'Hand on' }).click();
  await gone(form);
  await seen(filing.page.getByText('Handed to Lena Ek'));
  await seen(filing.page.getByText('Nothing here'));
  const menu = filing.page.getByRole('navigation', { name: 'Main' });
  await seen(menu.getByRole('link', { name: 'Reports' }));
  expect(await menu.getByRole('link', { name: 'Complaints and compliments' }).count()).toBe(0);

  const own = await openScreen(desk, named, { at: '/feedback' });
  await seen(own.page.getByText('Nothing here'));

  const dealing = await openScreen(desk, lead, { at: '/home', bypassCSP: true });
  const { page } = dealing;
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  await page.getByRole('link', { name: /A complaint was given to you/ }).click();
  await seen(page.getByText('He hung up on me.'));
  await seen(page.getByRole('button', { name: 'Notifications', exact: true }));
  // In the rail for who leads; and the way from home.
  const rail = page.getByRole('navigation', { name: 'Main' });
  await seen(rail.getByRole('link', { name: 'Reports' }));
  await rail.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('link', { name: /Complaint about Nils Dahl/ }).click();
  await seen(page.getByText('He hung up on me.'));
  await seen(rail.getByRole('link', { name: 'Complaints and compliments' }).and(page.locator('[aria-current=page]')));
  expect(await violations(page, 'a complaint')).toEqual([]);
  for (const [act, field, words, submit] of [
    ['Note acknowledgement', 'What was said to the customer', 'We have it', 'Save'],
    ['Note answer', 'What was said to the customer', 'We are sorry', 'Save'],
    ['Release words', 'Words for the person named', 'A customer found you short', 'Release'],
    ['Close', 'What was found and done', 'He was rude', 'Close'],
  ] as const) {
    await page.getByRole('main').getByRole('button', { name: act, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: act });
    await dialog.getByLabel(field).fill(words);
    await dialog.locator('button[type="submit"]').filter({ hasText: submit }).click();
    await gone(dialog);
  }
  await seen(page.getByRole('button', { name: 'Reopen' }));

  await own.page.reload();
  await seen(own.page.getByText('Nothing here'));
  await own.page.getByRole('tab', { name: 'About you' }).click();
  await seen(own.page.getByText('A customer found you short'));
  await own.page.getByLabel('Your side of it').fill('The line was bad');
  await own.page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.reload();
  await expect.poll(async () => { await page.reload(); await seen(page.getByText('History')); return page.getByText('The line was bad').count(); }).toBeGreaterThan(0);
  expectNoComplaints(filing, own, dealing);
  for (const screen of [filing, own, dealing]) await screen.close();
});
