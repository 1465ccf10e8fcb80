import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, replyField, row, seen, ticket, type Screen } from './support/screen.ts';

/** Promises by keyboard alone, from the agent's word to the customer's page. */

let desk: BrowserDesk;
let agent: SignedInAgent;
let screen: Screen;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind', role: 'owner' });
  screen = await openScreen(desk, agent, { bypassCSP: true });
});
afterAll(async () => {
  await screen?.close();
  await desk?.stop();
});

let count = 0;
async function openTicket(subject: string): Promise<number> {
  count += 1;
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject, text: `About ${subject}.`, messageId: `<promise-${count}@verified.example>` });
  const { number } = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).executeTakeFirst());
  await screen.go(`/inbox/all/${number}`);
  await seen(ticket(screen.page, subject));
  await seen(screen.page.getByRole('article', { name: 'Message from Maja Svensson' }));
  await screen.page.getByRole('log').focus();
  return number;
}
const promised = (text: string) => desk.db.selectFrom('commitments').selectAll().where('workspace_id', '=', desk.workspaceId).where('text', '=', text).executeTakeFirst();
const promisesList = () => screen.page.getByRole('list', { name: 'Promises' });

test('d makes one, the row counts it down, and it is kept with one press that can be taken back', async () => {
  const { page } = screen;
  await openTicket('The router blinks');
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Promise something' });
  await seen(dialog);
  await dialog.getByLabel('What', { exact: true }).fill('Send a new router');
  await dialog.getByLabel('By when', { exact: true }).fill('in 3 hours');
  expect(await violations(page, 'the dialog of a promise')).toEqual([]);
  await page.keyboard.press('Enter');
  await gone(dialog);
  await seen(promisesList().getByText('Send a new router'));
  await seen(row(page, 'The router blinks').getByRole('img', { name: /^Promised by/ }));
  await page.getByRole('button', { name: 'Kept: Send a new router' }).press('Enter');
  await desk.until('it is kept', async () => (await promised('Send a new router'))?.state === 'kept');
  await seen(page.getByText('Kept: Send a new router').first());
  await page.getByRole('log').focus();
  await page.keyboard.press('z');
  await desk.until('it is open again', async () => (await promised('Send a new router'))?.state === 'open');
});

test('what a sent reply promises is kept with y, and its mail has the customer’s link', async () => {
  const { page } = screen;
  await openTicket('The invoice is wrong');
  await page.keyboard.press('r');
  await seen(replyField(page));
  await page.keyboard.type('Hi Maja, we will call you back on Thursday at 15:00.');
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/^You promised something/));
  await page.getByRole('log').focus();
  await page.keyboard.press('y');
  const row = await desk.until('it is kept as a promise', () => promised('we will call you back on Thursday at 15:00'));
  expect([row.source, row.linked_at === null]).toEqual(['noticed', false]);
  expectNoComplaints(screen);
});

test('the customer’s page needs no script, is accessible, and its button is heard of', async () => {
  const row = await desk.until('a promise', () => promised('we will call you back on Thursday at 15:00'));
  const { mail } = await desk.db.selectFrom('outbox').select('mail').where('workspace_id', '=', desk.workspaceId).where('message_id', '=', row.message_id).executeTakeFirstOrThrow();
  const { promise } = mail as { promise: { url: string } }; // as delivery writes it
  const { page } = screen;
  await page.goto(new URL(new URL(promise.url).pathname, page.url()).href);
  expect(await violations(page, 'the page of a promise')).toEqual([]);
  await page.getByRole('button', { name: 'That suits me' }).press('Enter');
  await seen(page.getByText('You agreed to this. Thank you!'));
  await desk.until('it is agreed', async () => (await promised(row.text))?.agreed_at !== null);
});
