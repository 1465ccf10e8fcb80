import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, replyField, seen, seenSomewhere, ticket } from './support/screen.ts';

let desk: BrowserDesk;
let number: number;

beforeAll(async () => {
  desk = await openBrowserDesk();
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: 'The standing lamp', text: 'It flickers.', messageId: '<bar-1@verified.example>' });
  ({ number } = await desk.until('the ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).executeTakeFirst()));
  await desk.until('the tickets in the index', () => desk.db.selectFrom('search_tickets').select('ticket_id').where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
  await desk.until('the customers in the index', () => desk.db.selectFrom('search_customers').select('customer_id').where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
});
afterAll(() => desk?.stop());

const bar = (page: Page) => page.getByRole('combobox', { name: 'What do you want to do?' });
const option = (page: Page, name: RegExp | string) => page.getByRole('option', { name });
const stored = async (agent: number) => (await desk.db.selectFrom('agents').select('preferences').where('workspace_id', '=', desk.workspaceId).where('id', '=', agent).executeTakeFirstOrThrow()).preferences as { keys?: Record<string, string[]>; [name: string]: unknown };

async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await seen(bar(page));
  await page.keyboard.type(words);
}

test('the command bar leads to a ticket by number and by words, to people, views and settings, and keeps what was chosen', async () => {
  const screen = await openScreen(desk, await desk.agent({ role: 'owner' }), { at: '/customers' });
  const { page } = screen;
  await ask(page, `#${number}`);
  await seen(option(page, `Open ticket #${number}`));
  await page.keyboard.press('Enter');
  await seen(ticket(page, 'The standing lamp'));

  await screen.go('/customers');
  await ask(page, 'standing la');
  await seen(option(page, /The standing lamp/));
  await seen(option(page, 'Search for “standing la” everywhere'));
  await page.keyboard.press('Enter');
  await seen(ticket(page, 'The standing lamp'));

  await ask(page, 'maja');
  await option(page, /Maja Svensson/).first().waitFor();
  await page.getByRole('group', { name: 'Customers and organisations' }).getByRole('option', { name: /Maja Svensson/ }).click();
  await seen(page.getByRole('heading', { name: 'Maja Svensson' }));

  await ask(page, 'spam');
  await page.getByRole('option', { name: 'Spam', exact: true }).click();
  await page.waitForURL('**/inbox/spam');

  await ask(page, 'approvals');
  await page.getByRole('option', { name: 'Approvals', exact: true }).first().click();
  await page.waitForURL('**/approvals/all');
  await ask(page, 'full width');
  await option(page, 'Reading: Full width').click();
  await ask(page, 'reading');
  await seen(option(page, 'Reading: Beside the list'));
  await page.keyboard.press('Enter');

  // With a slip of the hand, and all the way to the field.
  await ask(page, 'signatrue');
  await option(page, 'Signature Profile').click();
  await page.waitForURL('**/settings/profile');
  await seen(page.getByRole('textbox', { name: 'Signature' }).and(page.locator(':focus')));

  await page.locator('body').click();
  await page.keyboard.press('Control+k');
  const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option');
  await seen(recent.first());
  expect(await recent.allTextContents()).toEqual(['Reading: Full width', 'Approvals', 'Spam', 'Maja Svensson', expect.stringMatching(/^The standing lamp/)]);
  expectNoComplaints(screen);
  await screen.close();
});

test('a key can be given to another command, is shown everywhere as it is now, taken from the one that had it, and put back', async () => {
  const agent = await desk.agent();
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(ticket(page, 'The standing lamp'));
  await screen.go('/settings/keyboard');
  // The inbox's own keys stand here too, though this page has none of them.
  const reply = page.getByRole('listitem', { name: 'Reply', exact: true });
  await reply.getByRole('button', { name: 'Change the key of “Reply”' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Reply' });
  await dialog.getByRole('textbox').press('n');
  await seen(dialog.getByText(/Taken by:/));
  await dialog.getByRole('button', { name: 'Use it here' }).click();
  await gone(dialog);
  await seen(reply.getByText('yours'));
  await seen(page.getByRole('listitem', { name: 'Write a note', exact: true }).getByText('off'));
  await desk.until('kept', async () => (await stored(agent.id)).keys?.['ticket.reply']?.[0] === 'n');
  expect((await stored(agent.id)).keys).toEqual({ 'ticket.reply': ['n'], 'ticket.note': [] });

  await screen.go(`/inbox/all/${number}`);
  await seen(ticket(page, 'The standing lamp'));
  await page.getByRole('log').focus();
  await page.keyboard.press('Shift+?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await seen(sheet.locator('dt', { hasText: /^Reply$/ }).locator('xpath=..').getByText('N', { exact: true }));
  await page.keyboard.press('Escape');
  await gone(sheet);
  await page.keyboard.press('r');
  await page.keyboard.press('n');
  await seen(replyField(page).and(page.locator(':focus')));
  await page.keyboard.press('Escape');

  await screen.go('/settings/keyboard');
  await page.getByRole('button', { name: 'Put all keys back' }).click();
  await desk.until('put back', async () => Object.keys((await stored(agent.id)).keys ?? {}).length === 0);
  await seenSomewhere(page.getByText('The key is changed'));
  expectNoComplaints(screen);
  await screen.close();
});

test('a browser’s own key, and a letter for what works while typing, are refused with the reason', async () => {
  const screen = await openScreen(desk, await desk.agent(), { at: '/settings/keyboard' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Change the key of “Send the reply”' }).click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.press('x');
  await seen(page.getByText('This command also works while you type, so it needs Ctrl or ⌘.'));
  await field.press('Control+c');
  await seen(page.getByText('The browser keeps this key for itself. Choose another.'));
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await screen.close();
});

test('how the screen looks follows its agent to another browser, before anything is drawn', async () => {
  const agent = await desk.agent();
  const screen = await openScreen(desk, agent, { at: '/settings/appearance' });
  const { page } = screen;
  // The first change is slow: what is chosen meanwhile neither overtakes it nor takes it back.
  await page.route('**/api/v1/me', async (route) => {
    if (route.request().postData()?.includes('dark')) await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  for (const choice of ['Dark', 'Dense', 'Large', 'Nothing moves', 'More']) await page.getByText(choice, { exact: true }).click();
  await page.getByRole('switch', { name: 'Underline links' }).click();
  const look = { theme: 'dark', density: 'dense', textSize: 'large', motion: 'reduced', contrast: 'more', links: 'underlined' };
  const shown = (on: Page) => on.evaluate('({ ...document.documentElement.dataset })');
  expect(await shown(page)).toMatchObject(look);
  await desk.until('kept', async () => (await stored(agent.id))['underline_links'] === true);

  const elsewhere = await openScreen(desk, agent, { at: '/inbox/all' });
  expect(await shown(elsewhere.page)).toMatchObject(look);
  // At the next visit it is there before the app is: nothing flashes.
  await elsewhere.page.route(/\/assets\/.*\.js/, (route) => route.abort());
  await elsewhere.page.reload();
  expect(await shown(elsewhere.page)).toMatchObject(look);
  await elsewhere.close();
  await screen.close();
});

test('a setting is found by what it does, with a slip, on a phone too, and leads to its field', async () => {
  const screen = await openScreen(desk, await desk.agent({ role: 'owner' }), { at: '/settings/profile', ...phone });
  const { page } = screen;
  const search = page.getByRole('combobox', { name: 'Search the settings' });
  await search.fill('repply opens the ticket');
  await option(page, /Solved tickets close after/).tap();
  await page.waitForURL('**/settings/workspace');
  await seen(page.getByRole('combobox', { name: 'Solved tickets close after' }).and(page.locator(':focus')));
  await search.fill('xyzzy');
  await seenSomewhere(page.getByText('No setting is called like that, nor does any do that'));
  await screen.close();
});

test('tickets are kept at hand in tabs, opened behind with Ctrl, closed by key, and come back without being fetched', async () => {
  for (const name of ['ceiling', 'desk']) await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: `The ${name} lamp`, text: 'It flickers.', messageId: `<tab-${name}@verified.example>` });
  const numberOf = (subject: string) => desk.until(subject, async () => (await desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).executeTakeFirst())?.number);
  const [ceiling, other] = [await numberOf('The ceiling lamp'), await numberOf('The desk lamp')];
  const screen = await openScreen(desk, await desk.agent(), { at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(ticket(page, 'The standing lamp'));
  await page.waitForLoadState('networkidle');
  const tabs = page.getByRole('navigation', { name: 'Tickets at hand' });
  for (const subject of ['The ceiling lamp', 'The desk lamp']) await page.locator('li[aria-posinset]').filter({ hasText: subject }).getByRole('link').click({ modifiers: ['Control'] });
  await seen(tabs.getByRole('link', { name: `The ceiling lamp #${ceiling}` }));
  // Nothing but the tab has changed, and no window was opened.
  await seen(ticket(page, 'The standing lamp'));
  expect(screen.context.pages()).toHaveLength(1);

  // A pointer that rests on a row fetches its ticket ahead.
  await page.mouse.move(0, 0);
  await screen.rest();
  const fetched: string[] = [];
  page.on('request', (request) => /\/tickets\/\d+(?:$|\/timeline)/.test(new URL(request.url()).pathname) && fetched.push(new URL(request.url()).pathname));
  await page.reload();
  await seen(ticket(page, 'The standing lamp'));
  await seen(tabs.getByRole('link', { name: `The desk lamp #${other}` }));
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((path) => path.includes(`/tickets/${ceiling}`) || path.includes(`/tickets/${other}`))).toEqual([]);

  await page.locator('body').click();
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowRight');
  await seen(ticket(page, 'The ceiling lamp'));
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await seen(ticket(page, 'The desk lamp'));
  await gone(tabs.getByRole('link', { name: /The ceiling lamp/ }));
  await page.keyboard.press('z');
  await seen(tabs.getByRole('link', { name: /The ceiling lamp/ }));
  expectNoComplaints(screen);
  await screen.close();
});
