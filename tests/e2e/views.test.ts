import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aTeam } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, openScreen, phone, row, seen, ticket } from './support/screen.ts';
import type { SignedInAgent } from '../support/factories.ts';

let desk: BrowserDesk;
let lead: SignedInAgent;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  lead = await desk.agent({ name: 'Lea Dahl', role: 'lead' });
  agent = await desk.agent({ name: 'Astrid Lind' });
  await aTeam(desk.db, desk.workspaceId, { name: 'Night shift', members: [agent.id] });
  await aTicket('A lamp on fire', { priority: 'urgent' });
  await aTicket('A question about lamps');
});
afterAll(() => desk?.stop());

async function aTicket(subject: string, more: object = {}): Promise<{ number: number }> {
  const response = await fetch(`${desk.url}/api/v1/tickets`, { method: 'POST', headers: { ...lead.headers, 'content-type': 'application/json' }, body: JSON.stringify({ subject, text: 'Text', requester: { email: 'maja@verified.example', name: 'Maja' }, status: 'open', ...more }) });
  expect(response.status).toBe(201);
  return (await response.json()) as { number: number };
}

/** Presses Tab until this is what has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    const label = (await page.evaluate(`document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''`)) as string;
    if (name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Down to an item of a list that is open: what is typed into it would go astray where a machine pauses between two letters. */
async function arrowTo(page: Page, item: Locator): Promise<void> {
  await seen(item);
  for (let presses = 0; presses < 30; presses += 1) {
    if ((await item.getAttribute('data-highlighted')) !== null) return;
    await page.keyboard.press('ArrowDown');
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }
  throw new Error('the arrow keys do not lead there');
}

test('a lead builds a view by keyboard alone, everybody sees it, its count rises by itself, and its link opens it', async () => {
  const [screen, other] = [await openScreen(desk, lead, { at: '/inbox/open' }), await openScreen(desk, agent, { at: '/inbox/open' })];
  const { page } = screen;
  const keys = page.keyboard;
  await seen(row(page, 'A lamp on fire'));
  await keys.press('Control+k');
  await seen(page.getByRole('combobox', { name: 'What do you want to do?' }));
  await keys.type('New view');
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New view' });
  await seen(dialog);
  await seen(dialog.getByText('Holds 2 tickets now'));
  await dialog.getByRole('textbox', { name: 'Name' }).focus();
  await keys.type('Fires');
  await tabTo(page, /^Add a condition$/);
  await keys.press('Enter');
  await arrowTo(page, page.getByRole('menuitem', { name: 'Priority' }));
  await keys.press('Enter');
  await seen(dialog.getByRole('group', { name: 'Priority' }));
  await seen(dialog.getByText('Holds 1 ticket now'));
  await dialog.getByRole('combobox', { name: 'Who sees it' }).focus();
  await keys.press('Enter');
  await arrowTo(page, page.getByRole('option', { name: 'Everyone' }));
  await keys.press('Enter');
  await seen(dialog.getByRole('combobox', { name: 'Who sees it' }).filter({ hasText: 'Everyone' }));
  await dialog.getByRole('textbox', { name: 'Name' }).focus();
  await keys.press('Enter');
  await seen(page.getByRole('heading', { name: 'Fires', level: 1 }));
  await seen(row(page, 'A lamp on fire'));
  expect(await row(page, 'A question about lamps').count()).toBe(0);

  const link = other.page.getByRole('link', { name: /^Fires/ });
  await seen(link.filter({ hasText: '1' }));
  await aTicket('Another fire', { priority: 'high' });
  await seen(link.filter({ hasText: '2' }));
  await seen(row(page, 'Another fire'));
  await other.go(new URL(page.url()).pathname + new URL(page.url()).search);
  await seen(row(other.page, 'Another fire'));
  // Whoever cannot change it is not offered to.
  await other.page.getByRole('button', { name: 'Actions for the view Fires' }).focus();
  await other.page.keyboard.press('Enter');
  await seen(other.page.getByRole('menuitem', { name: 'Duplicate' }));
  expect(await other.page.getByRole('menuitem', { name: 'Edit view' }).count()).toBe(0);
  await other.page.keyboard.press('Escape');
  expectNoComplaints(screen, other);
  await screen.close();
  await other.close();
});

test('a view is changed, ordered and deleted, and the deletion taken back; a link to somebody else’s says that it is not open', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await seen(row(page, 'A lamp on fire'));
  await page.getByRole('button', { name: 'New view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('All open');
  await page.getByRole('button', { name: 'Save' }).click();
  await seen(page.getByRole('heading', { name: 'All open', level: 1 }));
  const link = page.url();

  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'Actions for the view All open' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).click();
  };
  const names = () => page.getByRole('region', { name: 'Saved views' }).getByRole('link').allTextContents();
  await expect.poll(async () => (await names()).map((name) => name.replace(/\d+$/, ''))).toEqual(['Fires', 'All open']);
  await menu('Move up');
  await expect.poll(async () => (await names()).map((name) => name.replace(/\d+$/, ''))).toEqual(['All open', 'Fires']);

  await menu('Edit view');
  await page.getByRole('combobox', { name: 'Group by' }).click();
  await page.getByRole('option', { name: 'Priority' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await seen(page.getByRole('heading', { name: /^Urgent/ }));
  await seen(page.getByRole('heading', { name: /^Normal/ }));
  await row(page, 'A lamp on fire').getByRole('link').click();
  await seen(ticket(page, 'A lamp on fire'));
  await page.keyboard.press('j');
  await seen(ticket(page, 'Another fire'));

  await menu('Delete');
  await seen(page.getByText('“All open” is deleted'));
  await expect.poll(async () => (await names()).map((name) => name.replace(/\d+$/, ''))).toEqual(['Fires']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await seen(page.getByRole('heading', { name: 'All open', level: 1 }));
  expectNoComplaints(screen);

  const other = await openScreen(desk, lead, { at: new URL(link).pathname + new URL(link).search });
  await seen(other.page.getByText('This view is not open to you'));
  await other.close();
  await screen.close();
});

test('coming back from elsewhere, the list stands where it was left; a ticket can take the whole width', async () => {
  for (let at = 0; at < 40; at += 1) await aTicket(`Long list ${at}`, { tags: ['long'] });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await seen(row(page, 'Long list 39'));
  const list = page.locator('ul:has(> li[aria-posinset])').locator('..');
  await list.evaluate((element) => element.scrollTo({ top: 1_500 }));
  await seen(row(page, 'Long list 20'));
  const top = await list.evaluate((element) => element.scrollTop);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await seen(page.getByRole('heading', { name: 'Hello, Astrid' }));
  await page.goBack();
  await seen(row(page, 'Long list 20'));
  expect(await list.evaluate((element) => element.scrollTop)).toBe(top);

  await page.getByRole('button', { name: 'Order' }).click();
  await page.getByRole('menuitem', { name: 'Reading' }).click();
  await page.getByRole('menuitemradio', { name: 'Full width' }).click();
  await page.keyboard.press('Escape');
  await row(page, 'Long list 20').getByRole('link').click();
  await seen(ticket(page, 'Long list 20'));
  expect(await row(page, 'Long list 20').isVisible()).toBe(false);
  await page.keyboard.press('u');
  await seen(row(page, 'Long list 20'));
  expect(await list.evaluate((element) => element.scrollTop)).toBe(top);
  expectNoComplaints(screen);
  await screen.close();
});

test('the list stays on the screen, and a menu opens, while the words of what opens later are still on their way', async () => {
  const subject = 'Slow words';
  await aTicket(subject);
  const screen = await openScreen(desk, agent, { at: '/settings/profile' });
  const { page } = screen;
  let letWordsCome = () => {};
  const held = new Promise<void>((resolve) => (letWordsCome = resolve));
  await page.route(/\.rest-[^/]+\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const codeOf = (name: string) => page.waitForResponse((answer) => answer.url().includes(`/${name}-`)).then((answer) => answer.finished());
  const bell = codeOf('later-rail');
  await page.goto('/inbox/open');
  await seen(row(page, subject));
  await bell;
  const menu = codeOf('sort-menu');
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await menu;
  // Were anything to wait for the words now, React would have taken the screen away within two frames.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  expect(await row(page, subject).isVisible()).toBe(true);
  letWordsCome();
  await seen(page.getByRole('menuitem', { name: 'Reading' }));
  expectNoComplaints(screen);
  await screen.close();
});

test('home tells what waits, on a phone too, and a lead of the team', async () => {
  await aTicket('Waits for Astrid', { assignee: agent.id });
  const screen = await openScreen(desk, agent, { at: '/home', ...phone });
  await seen(screen.page.getByRole('region', { name: 'Waiting for your answer' }).getByRole('link', { name: /Waits for Astrid/ }));
  expect(await screen.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await screen.page.getByRole('link', { name: /Waits for Astrid/ }).click();
  await seen(ticket(screen.page, 'Waits for Astrid'));
  await screen.close();
  const other = await openScreen(desk, lead, { at: '/home' });
  await seen(other.page.getByRole('region', { name: 'Open tickets of the team' }).getByText('Astrid Lind'));
  await seen(other.page.getByRole('region', { name: 'Nobody’s yet, longest untouched' }).getByRole('link').first());
  expectNoComplaints(other);
  await other.close();
});
