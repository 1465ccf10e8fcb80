import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, openScreen, replyField, seen, seenSomewhere, ticket, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind', role: 'agent' });
});
afterAll(() => desk?.stop());

async function queueRuns(page: Page): Promise<void> {
  await page.waitForFunction(`indexedDB.databases().then((all) => all.some(({ name }) => name === 'ombud.unsent'))`);
  await page.waitForLoadState('networkidle');
}
async function aTicketOnScreen(name: string): Promise<{ screen: Screen; page: Page; number: number }> {
  await desk.send({ from: `${name} <${name}@verified.example>`, subject: `Lamp of ${name}`, text: 'It is dark.', messageId: `<${name}-1@verified.example>` });
  const { number } = await desk.until('the ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', `Lamp of ${name}`).executeTakeFirst());
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  await seen(ticket(screen.page, `Lamp of ${name}`));
  await queueRuns(screen.page);
  return { screen, page: screen.page, number };
}
const messages = (text: string) => desk.db.selectFrom('messages').select('id').where('workspace_id', '=', desk.workspaceId).where('text', 'like', `%${text}%`).execute();
const opened = (subject: string) => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).execute();
const drafts = async (number: number) =>
  (await desk.db.selectFrom('drafts as d').innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'd.workspace_id').onRef('t.id', '=', 'd.ticket_id')).select('d.html').where('t.workspace_id', '=', desk.workspaceId).where('t.number', '=', number).execute()).map(({ html }) => html);
const waiting = (page: Page) => page.getByRole('button', { name: /not sent yet$/ });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Not sent yet' });

async function fillNew(page: Page, subject: string): Promise<void> {
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await dialog.getByLabel('Subject').fill(subject);
  await dialog.getByRole('combobox').first().fill('karin@lund.example');
  await dialog.getByLabel('What it is about').fill('The lamp went out.');
}
async function writes(page: Page, text: string): Promise<void> {
  await page.keyboard.press('r');
  await replyField(page).focus();
  await page.keyboard.type(text);
}
/** Holds requests until they are let go. */
async function held(page: Page, what: RegExp, method: string): Promise<{ came: Promise<void>; letGo(): void }> {
  const [let0, came0] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(what, async (route: Route) => {
    if (route.request().method() !== method) return route.fallback();
    came0.resolve();
    await let0.promise;
    await route.continue();
  });
  return { came: came0.promise, letGo: let0.resolve };
}

test('a new ticket that is made offline waits over a reload, is opened once, and leads there', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await queueRuns(page);
  await screen.context.setOffline(true);
  await fillNew(page, 'Made on the train');
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText('The ticket is opened as soon as the server can be reached'));
  await waiting(page).click();
  await seen(sheet(page).getByText('Made on the train'));
  await seen(sheet(page).getByText('From karin@lund.example'));
  await page.close();
  await screen.context.setOffline(false);
  const after = await screen.context.newPage();
  await after.goto('/inbox/open');
  await seen(after.getByText(/^Ticket #\d+ is open$/));
  await after.getByRole('button', { name: 'Show it' }).click();
  await seen(ticket(after, 'Made on the train'));
  expect(await opened('Made on the train')).toHaveLength(1);
  await screen.close();
});

test('a new ticket whose answer was lost is not opened twice', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await queueRuns(page);
  await page.route('**/api/v1/tickets', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await fillNew(page, 'Lost on the way');
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText('The ticket is opened as soon as the server can be reached'));
  expect(await opened('Lost on the way')).toHaveLength(1);
  await page.unroute('**/api/v1/tickets');
  await seen(page.getByText(/^Ticket #\d+ is open$/));
  expect(await opened('Lost on the way')).toHaveLength(1);
  await screen.close();
});

test('a new ticket that waits can be taken back into the form', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await queueRuns(page);
  await screen.context.setOffline(true);
  await fillNew(page, 'Not yet');
  await page.keyboard.press('Control+Enter');
  await waiting(page).click();
  await sheet(page).getByRole('button', { name: 'Take back' }).click();
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await seen(dialog);
  expect([await dialog.getByLabel('Subject').inputValue(), await dialog.getByRole('combobox').first().inputValue()]).toEqual(['Not yet', 'karin@lund.example']);
  await screen.context.setOffline(false);
  await page.keyboard.press('Control+Enter');
  await seen(ticket(page, 'Not yet'));
  expect(await opened('Not yet')).toHaveLength(1);
  await screen.close();
});

test('a reply that is discarded does not come back as a draft, and can be brought back', async () => {
  const { screen, page, number } = await aTicketOnScreen('frida');
  await writes(page, 'Never mind this.');
  await desk.until('the draft on the server', async () => (await drafts(number)).some((html) => html.includes('Never mind this.')));
  await page.route('**/api/v1/tickets/*/messages', (route) => route.abort('connectionrefused'));
  await page.keyboard.press('Control+Enter');
  await waiting(page).click();
  await sheet(page).getByRole('button', { name: 'Discard' }).click();
  await seen(page.getByText('Reply discarded'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await seen(sheet(page).getByText('Never mind this.'));
  await sheet(page).getByRole('button', { name: 'Discard' }).click();
  await seen(sheet(page).getByText('Everything has been sent.'));
  await desk.until('the draft to be forgotten', async () => (await drafts(number)).length === 0);
  await page.unroute('**/api/v1/tickets/*/messages');
  await page.reload();
  await seen(ticket(page, 'Lamp of frida'));
  await page.keyboard.press('r');
  await seen(replyField(page));
  expect((await replyField(page).textContent())?.trim() ?? '').toBe('');
  expect(await messages('Never mind this')).toEqual([]);
  await screen.close();
});

test('what is written while a slow reply is on its way is neither lost nor sent', async () => {
  const { screen, page, number } = await aTicketOnScreen('greta');
  const post = await held(page, /\/api\/v1\/tickets\/\d+\/messages$/, 'POST');
  await writes(page, 'The first thought.');
  await desk.until('the draft on the server', async () => (await drafts(number)).some((html) => html.includes('The first thought.')));
  await page.keyboard.press('Control+Enter');
  await post.came;
  await writes(page, 'A second one.');
  await seen(replyField(page).getByText('A second one.'));
  post.letGo();
  await desk.until('the second draft', async () => (await drafts(number)).some((html) => html.includes('A second one.')));
  expect((await drafts(number)).join('')).not.toContain('The first thought.');
  await page.reload();
  await seen(replyField(page).getByText('A second one.'));
  expect(await messages('The first thought')).toHaveLength(1);
  expect(await messages('A second one')).toEqual([]);
  expect(await page.getByText('another device').count()).toBe(0);
  expectNoComplaints(screen);
  await screen.close();
});

test('a draft that is still being saved when its reply is sent does not come back', async () => {
  const { screen, page, number } = await aTicketOnScreen('hedda');
  const put = await held(page, /\/api\/v1\/tickets\/\d+\/draft$/, 'PUT');
  await writes(page, 'Said once.');
  await put.came;
  await page.keyboard.press('Control+Enter');
  await seenSomewhere(page.getByRole('article', { name: 'Reply by Astrid Lind' }).getByText('Said once.'));
  await desk.until('the reply', async () => (await messages('Said once')).length === 1);
  const forgotten = page.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.url().includes('/draft'));
  put.letGo();
  await forgotten;
  expect(await drafts(number)).toEqual([]);
  await page.reload();
  await seen(ticket(page, 'Lamp of hedda'));
  expect(await messages('Said once')).toHaveLength(1);
  await screen.close();
});
