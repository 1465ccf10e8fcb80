import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { askOf } from './support/ask.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, replyField, row, seen, ticket, type Screen } from './support/screen.ts';

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
const asks = ({ page }: Screen) => page.getByRole('dialog', { name: /^Before / });

test('a lead writes a rule, agents meet it where it matters, and a new version is asked about again', async () => {
  // The lead finds the page by searching the settings, and writes by keyboard alone.
  const settings = await openScreen(desk, lead, { at: '/settings/guidelines' });
  await seen(settings.page.getByText('No guidelines yet'));
  await settings.page.getByRole('button', { name: 'Write a guideline' }).focus();
  await settings.page.keyboard.press('Enter');
  const form = settings.page.getByRole('dialog', { name: 'Write a guideline' });
  await seen(form);
  await form.getByLabel('Name').focus();
  await settings.page.keyboard.type('Refunds');
  await form.getByLabel('What applies').focus();
  await settings.page.keyboard.type('Up to 50 euro without asking.\n\n- Check the order: https://shop.example/orders\n- Say sorry <b>once</b>');
  for (const moment of ['While replying', 'Before Solved']) {
    await form.getByRole('checkbox', { name: moment }).focus();
    await settings.page.keyboard.press('Space');
  }
  expect(await violations(settings.page, 'guidelines')).toEqual([]);
  await form.getByRole('button', { name: 'Add', exact: true }).focus();
  await settings.page.keyboard.press('Enter');
  await gone(form);
  await seen(settings.page.getByRole('button', { name: 'Refunds', exact: true }));
  expect(await violations(settings.page, 'guidelines')).toEqual([]);

  // Beside the ticket in full, as text; a strip above the reply opens to it.
  const number = await aTicket('Double charge');
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await seen(row(page, 'Double charge'));
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await seen(ticket(page, 'Double charge'));
  const card = page.getByRole('region', { name: 'Guidelines' }).filter({ has: page.getByRole('button', { name: 'Guidelines', exact: true }) });
  await seen(card.getByText('Say sorry <b>once</b>'));
  expect(await card.getByRole('link', { name: 'https://shop.example/orders' }).getAttribute('rel')).toContain('noopener');
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  const strip = page.getByRole('button', { name: 'Guidelines: Refunds' });
  await seen(strip);
  await strip.focus();
  await page.keyboard.press('Enter');
  await seen(page.getByRole('group', { name: 'Guidelines' }).getByText('Up to 50 euro without asking.'));

  // Before it is solved with the reply: Esc leaves everything, Enter goes on.
  await replyField(page).focus();
  await page.keyboard.type('Your money is on its way.');
  await page.keyboard.press('Control+Shift+Enter');
  await seen(asks(screen));
  expect(await violations(page, 'guidelines')).toEqual([]);
  await page.keyboard.press('Escape');
  await gone(asks(screen));
  expect(await statusOf(number)).not.toBe('solved');
  await seen(replyField(page).getByText('Your money is on its way.'));
  await replyField(page).focus();
  await page.keyboard.press('Control+Shift+Enter');
  await seen(asks(screen).getByText('Up to 50 euro without asking.'));
  await page.keyboard.press('Enter');
  await gone(asks(screen));
  await desk.until('the ticket is solved', async () => (await statusOf(number)) === 'solved');

  // On the next one the agent says that they know it; on the one after that nothing is asked.
  const second = await aTicket('Lost parcel');
  await page.goto(`/inbox/open/${second}`);
  await seen(card.getByText('Up to 50 euro without asking.'));
  await page.keyboard.press('e');
  await seen(asks(screen));
  await asks(screen).getByRole('checkbox', { name: /I know this one/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await gone(asks(screen));
  await desk.until('the second is solved', async () => (await statusOf(second)) === 'solved');
  await desk.until('the server knows', async () => (await ask(agent, 'GET', `/tickets/${second}/guidelines`)).items[0].known);
  const third = await aTicket('Wrong size');
  await page.goto(`/inbox/open/${third}`);
  await seen(card.getByText('Up to 50 euro without asking.'));
  await page.keyboard.press('e');
  await desk.until('the third is solved at once', async () => (await statusOf(third)) === 'solved');

  // A new version comes to the open ticket by itself, and is asked about again; in bulk it is named once.
  const fourth = await aTicket('Broken box');
  await page.goto(`/inbox/open/${fourth}`);
  await seen(card.getByText('Up to 50 euro without asking.'));
  await settings.page.getByRole('button', { name: 'Refunds', exact: true }).focus();
  await settings.page.keyboard.press('Enter');
  const change = settings.page.getByRole('dialog', { name: 'Change guideline' });
  await change.getByLabel('What applies').fill('Up to 80 euro without asking.');
  await change.getByRole('button', { name: 'Save' }).focus();
  await settings.page.keyboard.press('Enter');
  await gone(change);
  await seen(card.getByText('Up to 80 euro without asking.'));
  await page.keyboard.press('e');
  await seen(asks(screen));
  await page.keyboard.press('Enter');
  await desk.until('the fourth is solved', async () => (await statusOf(fourth)) === 'solved');
  const [one, other] = [await aTicket('Bulk one'), await aTicket('Bulk two')];
  await page.goto('/inbox/open');
  await seen(row(page, 'Bulk two'));
  const known = page.waitForResponse((response) => response.url().includes('/api/v1/guidelines?'));
  await page.keyboard.press('Shift+X');
  await known;
  await page.keyboard.press('e');
  await seen(asks(screen).getByText('Up to 80 euro without asking.'));
  await page.keyboard.press('Enter');
  await desk.until('both are solved', async () => (await statusOf(one)) === 'solved' && (await statusOf(other)) === 'solved');

  // What was changed can be read, and the rule is archived and comes back.
  await settings.page.getByRole('button', { name: 'Actions for Refunds' }).click();
  await settings.page.getByRole('menuitem', { name: 'Text and history' }).click();
  const history = settings.page.getByRole('dialog', { name: 'Refunds' });
  await seen(history.locator('ins', { hasText: '80' }));
  expect(await history.locator('del').allTextContents()).toContain('50');
  expect(await violations(settings.page, 'guidelines')).toEqual([]);
  await settings.page.keyboard.press('Escape');
  await gone(history);
  await settings.page.getByRole('button', { name: 'Actions for Refunds' }).click();
  await settings.page.getByRole('menuitem', { name: 'Archive' }).click();
  await seen(settings.page.getByRole('heading', { name: 'Archived', exact: true }));
  await settings.page.keyboard.press('z');
  await gone(settings.page.getByRole('heading', { name: 'Archived', exact: true }));
  expectNoComplaints(settings, screen);
  await Promise.all([settings.close(), screen.close()]);
});
