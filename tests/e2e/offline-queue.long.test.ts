import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { gone, noteField, openScreen, replyField, seen, seenSomewhere, ticket, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind', role: 'agent' });
});
afterAll(() => desk?.stop());

/** A ticket from a customer of its own, open on a screen whose queue runs. */
async function aTicketOnScreen(name: string): Promise<{ screen: Screen; page: Page; number: number; customer: string }> {
  const customer = `${name}@verified.example`;
  await desk.send({ from: `${name} <${customer}>`, subject: `Lamp of ${name}`, text: 'It is dark.', messageId: `<${name}-1@verified.example>` });
  const { number } = await desk.until('the ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', `Lamp of ${name}`).executeTakeFirst());
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  await seen(ticket(screen.page, `Lamp of ${name}`));
  await queueRuns(screen.page);
  return { screen, page: screen.page, number, customer };
}

/** The queue comes with what opens over the page, and the editor when the page rests. */
async function queueRuns(page: Page): Promise<void> {
  await page.waitForFunction(`indexedDB.databases().then((all) => all.some(({ name }) => name === 'ombud.unsent'))`);
  await page.waitForLoadState('networkidle');
}

async function writes(page: Page, key: 'r' | 'n', text: string): Promise<void> {
  await page.keyboard.press(key);
  const field = key === 'r' ? replyField(page) : noteField(page);
  await field.focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
}

const messages = (text: string) => desk.db.selectFrom('messages').select(['id', 'kind']).where('workspace_id', '=', desk.workspaceId).where('text', 'like', `%${text}%`).execute();
const statusOf = async (number: number) => (await desk.db.selectFrom('tickets').select('status').where('workspace_id', '=', desk.workspaceId).where('number', '=', number).executeTakeFirstOrThrow()).status;
const waiting = (page: Page) => page.getByRole('button', { name: /not sent yet$/ });
const mailsTo = (address: string, text: string) => desk.sink.caught.filter(({ to, mail }) => to.includes(address) && mail.text?.includes(text));

test('a reply, a note and a solving made offline survive a reload and go out once each, in order', async () => {
  const { screen, page, number, customer } = await aTicketOnScreen('anna');
  await screen.context.setOffline(true);
  await writes(page, 'r', 'A new lamp is on its way.');
  await seen(page.getByRole('article', { name: 'Reply that is not sent yet' }).getByText('A new lamp is on its way.'));
  await writes(page, 'n', 'Sent from the small store.');
  await seen(page.getByRole('article', { name: 'Note that is not sent yet' }));
  await page.getByRole('log').focus();
  await page.keyboard.press('e');
  await seenSomewhere(page.getByText(`#${number} solved`));
  await seen(waiting(page));
  expect(await waiting(page).textContent()).toContain('3');
  expect(await messages('A new lamp')).toEqual([]);

  // The page is gone with everything that it held in memory.
  await page.close();
  await screen.context.setOffline(false);
  const after = await screen.context.newPage();
  await after.goto(`/inbox/all/${number}`);
  await seenSomewhere(after.getByText('All 3 that waited have been sent'));
  await desk.caught('the reply', ({ to, mail }) => to.includes(customer) && Boolean(mail.text?.includes('A new lamp is on its way.')));
  expect(await messages('A new lamp')).toHaveLength(1);
  expect(await messages('Sent from the small store')).toMatchObject([{ kind: 'note' }]);
  expect(await statusOf(number)).toBe('solved');
  await seen(after.getByRole('article', { name: 'Reply by Astrid Lind' }).getByText('A new lamp is on its way.'));
  await gone(after.getByRole('article', { name: 'Reply that is not sent yet' }));
  expect(await replyField(after).count() === 0 || (await replyField(after).textContent()) === '', 'nothing is left to be sent twice').toBe(true);
  expect(mailsTo(customer, 'A new lamp is on its way.')).toHaveLength(1);
  await screen.close();
});

test('a reply whose answer was lost on the way is not sent twice', async () => {
  const { screen, page, customer } = await aTicketOnScreen('boris');
  let lost = 0;
  await page.route('**/api/v1/tickets/*/messages', async (route) => {
    // It arrives and is done; only the answer does not come back.
    await route.fetch();
    lost += 1;
    await route.abort('connectionreset');
  });
  await writes(page, 'r', 'We call you tomorrow.');
  await seen(page.getByRole('article', { name: 'Reply that is not sent yet' }));
  expect(lost).toBe(1);
  expect(await messages('We call you tomorrow')).toHaveLength(1);
  await page.unroute('**/api/v1/tickets/*/messages');
  // Tried again by itself after a moment.
  await gone(page.getByRole('article', { name: 'Reply that is not sent yet' }));
  await seen(page.getByRole('article', { name: 'Reply by Astrid Lind' }).getByText('We call you tomorrow.'));
  await desk.caught('the reply', ({ to }) => to.includes(customer));
  expect(await messages('We call you tomorrow')).toHaveLength(1);
  expect(mailsTo(customer, 'We call you tomorrow')).toHaveLength(1);
  await screen.close();
});

test('two tabs that come back online together send it once', async () => {
  const { screen, page, number } = await aTicketOnScreen('cecilia');
  const second = await screen.context.newPage();
  await second.goto(`/inbox/all/${number}`);
  await seen(ticket(second, 'Lamp of cecilia'));
  await queueRuns(second);
  await screen.context.setOffline(true);
  await writes(page, 'n', 'Seen by two tabs.');
  await seen(waiting(page));
  await seen(waiting(second));
  const sent: string[] = [];
  for (const tab of [page, second]) tab.on('request', (request) => request.method() === 'POST' && request.url().endsWith('/messages') && sent.push(request.headers()['idempotency-key'] ?? ''));
  await screen.context.setOffline(false);
  await Promise.all([gone(waiting(page)), gone(waiting(second))]);
  await expect.poll(() => messages('Seen by two tabs')).toHaveLength(1);
  expect(sent).toHaveLength(1);
  await screen.close();
});

test('what the server refuses stays with its reason and its text, and holds what came after it', async () => {
  const { screen, page, number, customer } = await aTicketOnScreen('dora');
  await screen.context.setOffline(true);
  await writes(page, 'r', 'Try another bulb.');
  await seen(page.getByRole('article', { name: 'Reply that is not sent yet' }));
  await page.getByRole('log').focus();
  await page.keyboard.press('e');
  await seenSomewhere(page.getByText(`#${number} solved`));
  await desk.send({ from: customer, subject: 'Re: Lamp of dora', text: 'I found it, thank you!', messageId: '<dora-2@verified.example>', inReplyTo: '<dora-1@verified.example>', references: '<dora-1@verified.example>' });
  await desk.until('the second mail', async () => (await messages('I found it')).length > 0);
  await screen.context.setOffline(false);

  await page.getByRole('button', { name: '1 could not be sent' }).click();
  const sheet = page.getByRole('dialog', { name: 'Not sent yet' });
  await seen(sheet.getByText('Try another bulb.'));
  await seen(sheet.getByText(/Somebody/));
  await seen(sheet.getByText(/Held back/));
  expect(await statusOf(number)).not.toBe('solved');
  await sheet.getByRole('button', { name: 'Send anyway' }).click();
  await seen(sheet.getByText('Everything has been sent.'));
  expect(await messages('Try another bulb')).toHaveLength(1);
  expect(await statusOf(number)).toBe('solved');
  await screen.close();
});

test('what waits can be taken back into the composer, and signing out warns of it', async () => {
  const { screen, page } = await aTicketOnScreen('eva');
  // The server cannot be reached for this, but everything else works.
  await page.route('**/api/v1/tickets/*/messages', (route) => route.abort('connectionrefused'));
  await writes(page, 'r', 'A half finished thought');
  await waiting(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await seen(replyField(page).getByText('A half finished thought'));
  await gone(waiting(page));
  await replyField(page).focus();
  await page.keyboard.press('Control+Enter');
  await seen(waiting(page));

  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await seen(page.getByRole('dialog', { name: 'One action is not sent yet' }));
  await page.getByRole('button', { name: 'Sign out and lose them' }).click();
  await seen(page.getByRole('button', { name: 'Sign in' }));
  const left = await page.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open('ombud.unsent', 1);
    request.onerror = () => reject(new Error('closed'));
    request.onsuccess = () => {
      const count = request.result.transaction('actions').objectStore('actions').count();
      count.onsuccess = () => resolve(count.result);
    };
  })`);
  expect(left).toBe(0);
  await screen.close();
});
