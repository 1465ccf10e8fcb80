import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, messagesFrom, noteField, openScreen, phone, replyField, row, seen, seenSomewhere, ticket, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
});
afterAll(() => desk?.stop());

let count = 0;
async function aMail(subject: string): Promise<void> {
  count += 1;
  await desk.send({ from: `Maja Svensson <maja@verified.example>`, subject, text: `About ${subject}.`, messageId: `<keys-${count}@verified.example>` });
}

/** One open ticket, alone in the list "Open" of its own desk view; nothing is clicked. */
async function openByKeys(screen: Screen, subject: string): Promise<void> {
  await aMail(subject);
  await seen(row(screen.page, subject));
  // The newest change stands first, and j goes to the first row.
  await screen.page.keyboard.press('j');
  await screen.page.keyboard.press('Enter');
  await seen(ticket(screen.page, subject));
}

const header = (screen: Screen, name: RegExp) => screen.page.getByRole('main').getByRole('button', { name });

/** The server's answer to a change to this status; ask before the key. */
const changed = (page: Page, status: string) => page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.request().postDataJSON().status === status);

test('open, note, reply, take it back, assign, tag, wait, solve and undo, with the keyboard alone', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const keys = page.keyboard;
  await openByKeys(screen, 'Keys one');

  await keys.press('n');
  await seen(noteField(page));
  await keys.type('Looks like the old firmware.');
  await keys.press('Control+Enter');
  await seen(page.getByRole('article', { name: 'Note by Astrid Lind, only for colleagues' }).getByText('old firmware'));

  await keys.press('r');
  await seen(replyField(page));
  await keys.type('Please update the firmware.');
  await keys.press('Control+Enter');
  await seen(page.getByRole('article', { name: 'Reply by Astrid Lind' }).getByText('Please update the firmware.'));
  await seen(page.getByText(/goes out in 10 seconds/));
  await keys.press('z');
  await seen(page.getByText(/took back a reply before it was sent/));
  await seen(replyField(page).getByText('Please update the firmware.'));
  // The list shows the newest of what stays.
  await seen(row(page, 'Keys one').getByText('Looks like the old firmware.'));
  await seen(page.locator('.ProseMirror-focused'));
  await keys.press('Escape');
  await gone(page.locator('.ProseMirror-focused'));

  await keys.press('i');
  await seenSomewhere(header(screen, /^Assignee: Astrid Lind$/));
  await keys.press('l');
  await seen(page.getByRole('combobox', { name: 'Type a tag' }));
  await keys.type('firmware');
  await keys.press('Enter');
  await keys.press('Escape');
  await seen(page.getByRole('complementary', { name: 'Details' }).getByText('firmware', { exact: true }));
  await keys.press('p');
  await seenSomewhere(header(screen, /^Status: Pending$/));
  const solved = changed(page, 'solved');
  await keys.press('e');
  await seen(page.getByText(/^#\d+ solved$/));
  await gone(row(page, 'Keys one'));
  await solved;
  // Leaving the page before the answer would take the request along.
  const back = changed(page, 'pending');
  await keys.press('z');
  await back;
  await page.goto('/inbox/pending');
  await seen(row(page, 'Keys one'));
  expectNoComplaints(screen);
  await screen.close();
});

test('what is taken back before the server has heard of it stays taken back', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await openByKeys(screen, 'Too quick');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/api\/v1\/tickets\/\d+$/, async (route) => {
    if (route.request().method() === 'PATCH' && route.request().postDataJSON().status === 'solved') await held;
    await route.continue();
  });
  const [solved, back] = [changed(page, 'solved'), changed(page, 'open')];
  await page.keyboard.press('e');
  await seen(page.getByText(/^#\d+ solved$/));
  await page.keyboard.press('z');
  await gone(page.getByText(/^#\d+ solved$/));
  letGo();
  await Promise.all([solved, back]);
  await page.goto('/inbox/open');
  await seen(row(page, 'Too quick'));
  expectNoComplaints(screen);
  await screen.close();
});

test('what is typed right after r or n goes into the text, however late the editor comes', async () => {
  const setup = await openScreen(desk, agent, { at: '/inbox/open' });
  await aMail('In a hurry');
  await row(setup.page, 'In a hurry').getByRole('link').click();
  await seen(ticket(setup.page, 'In a hurry'));
  const address = setup.page.url();
  await setup.close();

  for (const [key, field, also] of [['r', replyField, noteField], ['n', noteField, replyField]] as const) {
    // On a busy machine the text of the turn before has come as far as the server.
    await desk.db.deleteFrom('drafts').where('workspace_id', '=', desk.workspaceId).execute();
    const screen = await openScreen(desk, agent);
    const { page } = screen;
    let letEditorCome = () => {};
    const held = new Promise<void>((resolve) => (letEditorCome = resolve));
    await page.route(/\/editor-[^/]+\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address);
    await seen(ticket(page, 'In a hurry'));
    await seenSomewhere(header(screen, /^Status: /));
    const status = await header(screen, /^Status: /).first().getAttribute('aria-label');
    await page.keyboard.type(`${key}Hej `);
    expect(await field(page).evaluate((element) => (element as unknown as { value: string }).value)).toBe('Hej ');
    letEditorCome();
    await page.keyboard.type('kund, en fil');
    await seen(page.locator('.ProseMirror-focused'));
    await page.keyboard.type(' är här');
    expect(await field(page).textContent()).toBe('Hej kund, en fil är här');
    expect(await also(page).count()).toBe(0);
    expect(await header(screen, /^Status: /).first().getAttribute('aria-label')).toBe(status);
    await page.keyboard.press('Escape');
    await gone(page.locator('.ProseMirror-focused'));

    // The other way about: its code is there, and the field opens only with the key.
    await page.keyboard.type(key === 'r' ? 'nVar god ' : 'rVar god ');
    expect(await also(page).textContent()).toBe('Var god ');
    expect(await header(screen, /^Status: /).first().getAttribute('aria-label')).toBe(status);
    await page.getByRole('button', { name: 'Discard' }).click();
    await screen.close();
  }
});

test.each([
  ['/', /\/search-page-[^/]+\.js$/, (page: Page) => page.getByRole('combobox', { name: 'Search' })],
  ['c', /\/new-ticket-dialog-[^/]+\.js$/, (page: Page) => page.getByRole('dialog', { name: 'New ticket' }).getByLabel('Customer’s e-mail address')],
  ['Control+k', /\/overlay-host-[^/]+\.js$/, (page: Page) => page.getByRole('combobox', { name: 'What do you want to do?' })],
] as const)('what is typed right after %s goes into its field, however late that comes, and is no key of the list', async (key, code, field) => {
  await aMail(`Not solved by typing ${key}`);
  const screen = await openScreen(desk, agent, { at: '/outbox' });
  const { page } = screen;
  let letItCome = () => {};
  const held = new Promise<void>((resolve) => (letItCome = resolve));
  await page.route(code, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/inbox/open');
  await seen(row(page, `Not solved by typing ${key}`));
  await page.keyboard.press('j');
  await page.keyboard.press(key);
  await page.keyboard.type('pie lampx');
  await page.keyboard.press('Backspace');
  letItCome();
  await expect.poll(() => field(page).inputValue()).toBe('pie lamp');
  await page.keyboard.type(' #3');
  expect(await field(page).inputValue()).toBe('pie lamp #3');
  await page.goto('/inbox/open');
  await seen(row(page, `Not solved by typing ${key}`));
  expectNoComplaints(screen);
  await screen.close();
});

test('what is typed after r goes into the text even when the ticket itself is late', async () => {
  const setup = await openScreen(desk, agent, { at: '/inbox/open' });
  await aMail('Slow to come');
  await row(setup.page, 'Slow to come').getByRole('link').click();
  await seen(ticket(setup.page, 'Slow to come'));
  const address = setup.page.url();
  await setup.close();

  const screen = await openScreen(desk, agent);
  const { page } = screen;
  let letTicketCome = () => {};
  const held = new Promise<void>((resolve) => (letTicketCome = resolve));
  await page.route(/\/api\/v1\/tickets\/\d+$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address);
  await page.getByRole('main').getByRole('status', { name: 'Loading' }).waitFor({ state: 'attached', timeout: 8_000 });
  await page.keyboard.type('rHej ');
  expect(await replyField(page).inputValue()).toBe('Hej ');
  letTicketCome();
  await page.keyboard.type('kund, en fil');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.type(' är här');
  expect(await replyField(page).textContent()).toBe('Hej kund, en fil är här');
  await seenSomewhere(header(screen, /^Status: New$/));
  await screen.close();
});

test('spam and back, a new ticket, search, settings and out, with the keyboard alone', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const keys = page.keyboard;
  await openByKeys(screen, 'Win a prize');
  await keys.press('Shift+#');
  await seen(page.getByText(/^#\d+ moved to spam$/));
  await gone(row(page, 'Win a prize'));
  await keys.press('z');
  await seen(row(page, 'Win a prize'));

  await keys.press('c');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await seen(dialog);
  await seen(dialog.getByLabel('Customer’s e-mail address'));
  await keys.type('caller@verified.example');
  await dialog.getByRole('textbox', { name: 'Subject' }).focus();
  await keys.type('Called about the hall');
  await keys.press('Tab');
  await keys.type('The hall is dark.');
  await keys.press('Control+Enter');
  await gone(dialog);
  await seen(ticket(page, 'Called about the hall'));

  await keys.press('u');
  await gone(ticket(page, 'Called about the hall'));
  await page.goto('/inbox/open');
  await seen(row(page, 'Called about the hall'));
  await keys.press('Control+k');
  await seen(page.getByRole('combobox', { name: 'What do you want to do?' }));
  await keys.type('Search this list');
  await keys.press('Enter');
  await seen(page.getByRole('searchbox', { name: 'Search this list' }));
  await keys.type('prize');
  await gone(row(page, 'Called about the hall'));
  await seen(row(page, 'Win a prize'));
  await keys.press('Escape');
  await seen(row(page, 'Called about the hall'));

  await keys.press('g');
  await keys.press('s');
  await page.waitForURL('**/settings/profile');
  await keys.press('Shift+?');
  await seen(page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  await keys.press('Escape');
  await gone(page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  await keys.press('Control+k');
  await seen(page.getByRole('combobox', { name: 'What do you want to do?' }));
  await keys.type('sign out');
  await keys.press('Enter');
  await page.waitForURL('**/sign-in');
  await page.goto('/inbox/all');
  await page.waitForURL('**/sign-in**');
  expect(screen.complaints.filter((text) => !text.includes('401'))).toEqual([]);
  await screen.close();
});

test('on a phone: list, conversation, details and back, and a reply, by thumb', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open', ...phone });
  const { page } = screen;
  await aMail('From the phone');
  await row(page, 'From the phone').getByRole('link').tap();
  await seen(messagesFrom(page, 'Maja Svensson').getByText('About From the phone.'));
  await page.getByRole('button', { name: 'Show the details' }).tap();
  await seen(page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Customer' }));
  await page.getByRole('button', { name: 'Back to the conversation' }).tap();
  await page.getByRole('button', { name: 'Reply', exact: true }).tap();
  await replyField(page).tap();
  await page.keyboard.type('On my way.');
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await seen(page.getByRole('article', { name: 'Reply by Astrid Lind' }).getByText('On my way.'));
  // What is told of it, with its undo, leaves the next thing to do free; it stands for ten seconds.
  await seen(page.getByText(/goes out in 10 seconds/));
  for (const name of ['Reply', 'Note', 'Solve']) await page.getByRole('button', { name, exact: true }).tap({ trial: true, timeout: 3_000 });
  await page.getByRole('button', { name: 'Back to the list' }).tap();
  await seen(row(page, 'From the phone'));
  expect(page.url()).toMatch(/\/inbox\/open$/);
  expectNoComplaints(screen);
  await screen.close();
});
