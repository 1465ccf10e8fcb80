import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { askOf } from './support/ask.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, replyField, seen, ticket } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;
let lead: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
});
afterAll(() => desk?.stop());

const ask = askOf(() => desk);
const aTicket = async (subject: string): Promise<number> => (await ask(agent, 'POST', '/tickets', { subject, text: `About ${subject}.`, requester: { email: 'maja@verified.example', name: 'Maja Nowak' } })).number;
const statusOf = async (number: number) => (await ask(agent, 'GET', `/tickets/${number}`)).status;

test('a lead writes a playbook by keyboard, an agent is held back by it and does its steps, a lead goes past them', async () => {
  const settings = await openScreen(desk, lead, { at: '/settings/playbooks' });
  await seen(settings.page.getByText('No playbooks yet'));
  await settings.page.getByRole('button', { name: 'Write a playbook' }).focus();
  await settings.page.keyboard.press('Enter');
  const form = settings.page.getByRole('dialog', { name: 'Write a playbook' });
  await seen(form);
  await form.getByLabel('Name').focus();
  await settings.page.keyboard.type('Returns');
  await form.getByLabel('Step 1', { exact: true }).focus();
  await settings.page.keyboard.type('Obtain consent');
  // Enter begins the next step, and the focus is there.
  await settings.page.keyboard.press('Enter');
  await seen(form.locator('input:focus').and(form.getByLabel('Step 2', { exact: true })));
  await settings.page.keyboard.type('Ask for the serial number');
  // Moved up, the button that is left takes the focus.
  await form.getByRole('button', { name: 'Move step 2 up' }).focus();
  await settings.page.keyboard.press('Enter');
  await seen(form.locator('button:focus').and(form.getByRole('button', { name: 'Move step 1 down' })));
  expect(await form.getByLabel('Step 1', { exact: true }).inputValue()).toBe('Ask for the serial number');
  await seen(form.getByRole('region', { name: 'What agents see' }).getByText('Obtain consent'));
  // Away from the arrow, whose name stands beside it while it has the focus.
  await form.getByLabel('Name').focus();
  await gone(settings.page.getByText('Move step 1 down'));
  expect(await violations(settings.page, 'playbooks')).toEqual([]);
  await form.getByRole('button', { name: 'Add', exact: true }).focus();
  await settings.page.keyboard.press('Enter');
  await gone(form);
  await seen(settings.page.getByText('2 steps before Solved'));
  expect(await violations(settings.page, 'playbooks')).toEqual([]);

  // Held back, with the way to the first step.
  const number = await aTicket('Broken lamp');
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const other = await openScreen(desk, lead, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(ticket(page, 'Broken lamp'));
  const steps = page.getByRole('region', { name: 'Steps', exact: true });
  const elsewhere = other.page.getByRole('region', { name: 'Steps', exact: true });
  await seen(steps.getByText('0 of 2'));
  await seen(elsewhere.getByText('0 of 2'));
  const refused = page.getByRole('dialog', { name: `#${number} cannot become “Solved” yet` });
  await page.keyboard.press('e');
  await seen(refused.getByText('2 required steps are missing.'));
  await seen(refused.getByText('A lead can change the status all the same.'));
  expect(await violations(page, 'playbooks')).toEqual([]);
  await seen(refused.locator('button:focus').and(refused.getByRole('button', { name: /Ask for the serial number/ })));
  await page.keyboard.press('Enter');
  await gone(refused);
  const box = steps.getByRole('checkbox', { name: 'Ask for the serial number' });
  await seen(page.locator('[role=checkbox]:focus').and(box));
  expect(await statusOf(number)).toBe('new');

  // Done by key; the other browser sees it.
  await page.keyboard.press('Space');
  await seen(steps.getByText('1 of 2'));
  await seen(elsewhere.getByText('1 of 2'));
  await seen(elsewhere.getByText('Astrid Lind'));
  expect(await violations(page, 'playbooks')).toEqual([]);

  // The lead solves it anyway: not without a reason.
  await seen(ticket(other.page, 'Broken lamp'));
  await other.page.keyboard.press('e');
  const past = other.page.getByRole('dialog', { name: `#${number} cannot become “Solved” yet` });
  await seen(past.getByText('A required step is missing.'));
  await past.getByRole('button', { name: 'Solve anyway' }).focus();
  await other.page.keyboard.press('Enter');
  await seen(past.getByText('Say why the steps may be left out.'));
  await past.getByLabel('Reason').focus();
  await other.page.keyboard.type('The customer is in hospital');
  await past.getByRole('button', { name: 'Solve anyway' }).focus();
  await other.page.keyboard.press('Enter');
  await gone(past);
  await seen(page.getByText(/Lena Ek went past a missing step \(Obtain consent\)\. Reason: The customer is in hospital/));
  await expect.poll(() => statusOf(number)).toBe('solved');
  expectNoComplaints(settings);
  // The browser notes each of the two refusals, and nothing else.
  for (const { complaints } of [screen, other]) expect(complaints).toEqual([expect.stringContaining('409 (Conflict)')]);
});

test('a reply that is held back goes out past the steps once, and nothing of it is left in the composer', async () => {
  const number = await aTicket('Torn shade');
  await aTicket('Loose switch');
  const screen = await openScreen(desk, lead, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(ticket(page, 'Torn shade'));
  await page.keyboard.press('r');
  await seen(replyField(page));
  await replyField(page).click();
  await page.keyboard.type('A new one is on its way.');
  await seen(page.getByText('Draft saved'));
  await page.keyboard.press('Control+Shift+Enter');
  const held = page.getByRole('dialog', { name: `#${number} cannot become “Solved” yet` });
  await seen(held.getByText(/What you wrote is/));
  await held.getByLabel('Reason').fill('Agreed on the telephone');
  await held.getByRole('button', { name: 'Solve anyway' }).click();
  await gone(held);
  await expect.poll(() => statusOf(number)).toBe('solved');
  await seen(ticket(page, 'Torn shade'));
  await seen(page.getByRole('article', { name: 'Reply by Lena Ek' }).getByText('A new one is on its way.'));
  await page.keyboard.press('r');
  await seen(replyField(page));
  expect(await replyField(page).textContent()).toBe('');
});

test('a step that is the wrap-up leads to it, and is done once that is written, though the brand asks for none', async () => {
  await ask(lead, 'POST', '/playbooks', { name: 'Complaints', conditions: { kind: ['complaint'] }, steps: [{ text: 'Say how it ended', by: 'event', event: 'wrap_up' }] });
  const number = (await ask(agent, 'POST', '/tickets', { subject: 'Rude courier', text: 'He threw it.', kind: 'complaint', requester: { email: 'maja@verified.example', name: 'Maja Nowak' } })).number;
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(ticket(page, 'Rude courier'));
  const steps = page.getByRole('region', { name: 'Steps', exact: true });
  await seen(steps.getByText('Done by itself: The wrap-up was written'));
  await page.getByRole('log').focus();
  await page.keyboard.press('e');
  const refused = page.getByRole('dialog', { name: `#${number} cannot become “Solved” yet` });
  await refused.getByRole('button', { name: /Say how it ended/ }).press('Enter');
  await gone(refused);
  const way = steps.getByRole('button', { name: 'Write the wrap-up' });
  await seen(page.locator('button:focus').and(way));
  expect(await violations(page, 'playbooks')).toEqual([]);
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: `Wrap-up of #${number}` });
  await sheet.getByRole('textbox', { name: /^Cause/ }).fill('A new courier');
  await sheet.getByRole('button', { name: /^Save/ }).press('Enter');
  await gone(sheet);
  await seen(page.getByRole('region', { name: 'Wrap-up' }).getByText('A new courier'));
  await desk.until('the step is done', async () => (await ask(agent, 'GET', `/tickets/${number}/steps`)).items.some(({ name, steps: all }: { name: string; steps: { done: boolean }[] }) => name === 'Complaints' && all[0]?.done));
  await gone(way);
});
