import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, row, seen, ticket, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
let bo: SignedInAgent;
let astrid: SignedInAgent;
let count = 0;

beforeAll(async () => {
  desk = await openBrowserDesk();
  bo = await desk.agent({ name: 'Bo Ek' });
});
beforeEach(async () => {
  astrid = await desk.agent({ name: 'Astrid Lind' });
});
afterAll(() => desk?.stop());

async function aTicketOfMail(): Promise<{ number: number; subject: string }> {
  count += 1;
  const subject = `The lamp no. ${count} is broken`;
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject, text: 'Please help.', messageId: `<told-${count}@verified.example>` });
  const found = await desk.until('the ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).executeTakeFirst());
  return { number: found.number, subject };
}
async function asBo(method: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...bo.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
}
const give = (number: number) => asBo('PATCH', `/tickets/${number}`, { assignee: astrid.id });
const bell = (page: Page, unread: number) => page.getByRole('button', { name: unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`, exact: true });
/** Counts how often the page rings, whether or not this machine has a loudspeaker. */
async function listen({ page }: Screen): Promise<() => Promise<number>> {
  await page.evaluate(`window.__rung = 0; document.addEventListener('ombud:chime', () => { window.__rung += 1; })`);
  return () => page.evaluate('window.__rung') as Promise<number>;
}

test('a ticket that is given rings the bell, is found by keys alone, and is read as it is opened', async () => {
  const screen = await openScreen(desk, astrid);
  const { page } = screen;
  await seen(bell(page, 0));
  const rung = await listen(screen);
  const given = await aTicketOfMail();
  await give(given.number);
  await seen(bell(page, 1));
  await expect.poll(rung, { timeout: 10_000 }).toBe(1);
  await asBo('POST', `/tickets/${given.number}/messages`, { kind: 'note', text: 'She has called twice.' });
  await seen(bell(page, 2));
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  // One ticket, one place, both told.
  await seen(panel.getByText('A colleague wrote · Bo Ek'));
  await seen(panel.getByText('Assigned to you · Bo Ek'));
  await seen(panel.getByText('She has called twice.'));
  expect(await panel.getByRole('listitem').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await seen(ticket(page, given.subject));
  await seen(bell(page, 0));
  await gone(panel);
  expectNoComplaints(screen);
  await screen.close();
});

test('what happens on the ticket that is open is read at once and does not ring; on another it waits', async () => {
  const [open, other] = [await aTicketOfMail(), await aTicketOfMail()];
  await Promise.all([give(open.number), give(other.number)]);
  const screen = await openScreen(desk, astrid);
  const { page } = screen;
  await seen(bell(page, 2));
  await row(page, open.subject).getByRole('link').click();
  await seen(ticket(page, open.subject));
  await seen(bell(page, 1));
  const rung = await listen(screen);
  await asBo('POST', `/tickets/${open.number}/messages`, { kind: 'note', text: 'Seen as it comes.' });
  await seen(page.getByText('Seen as it comes.').first());
  await expect.poll(async () => (await (await fetch(`${desk.url}/api/v1/notifications?limit=100`, { headers: astrid.headers })).json() as { items: { line: string | null; read: boolean }[] }).items.find(({ line }) => line === 'Seen as it comes.')?.read, { timeout: 10_000 }).toBe(true);
  await seen(bell(page, 1));
  expect(await rung()).toBe(0);
  await screen.close();
});

test('all are read with one press, and that is taken back', async () => {
  for (const { number } of [await aTicketOfMail(), await aTicketOfMail()]) await give(number);
  const screen = await openScreen(desk, astrid);
  const { page } = screen;
  await bell(page, 2).click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await panel.getByRole('button', { name: 'Mark all as read' }).click();
  await seen(panel.getByText('All read'));
  await seen(bell(page, 0));
  await page.getByRole('button', { name: /^Undo/ }).click();
  await seen(bell(page, 2));
  await screen.close();
});

test('two windows of one browser ring once', async () => {
  const screen = await openScreen(desk, astrid);
  const second = await screen.context.newPage();
  await second.goto('/inbox/all');
  await seen(bell(second, 0));
  await seen(bell(screen.page, 0));
  const both = [await listen(screen), await listen({ ...screen, page: second })];
  await give((await aTicketOfMail()).number);
  await Promise.all([seen(bell(screen.page, 1)), seen(bell(second, 1))]);
  await expect.poll(async () => (await Promise.all(both.map((each) => each()))).reduce((one, other) => one + other), { timeout: 10_000 }).toBe(1);
  expect((await Promise.all(both.map((each) => each()))).reduce((one, other) => one + other)).toBe(1);
  await screen.close();
});

test('settings take effect at once: a kind is switched off, and nobody disturbs', async () => {
  const screen = await openScreen(desk, astrid, { at: '/settings/notifications' });
  const { page } = screen;
  await page.getByRole('checkbox', { name: 'A colleague wrote: In the app' }).click();
  await seen(page.getByRole('checkbox', { name: 'A colleague wrote: In the app', checked: false }));
  await page.getByRole('main').getByRole('button', { name: 'Do not disturb' }).click();
  await page.getByRole('menuitem', { name: 'One hour' }).click();
  await seen(page.getByRole('button', { name: 'Disturb me again' }));
  const rung = await listen(screen);
  const given = await aTicketOfMail();
  await give(given.number);
  await asBo('POST', `/tickets/${given.number}/messages`, { kind: 'note', text: 'Not told.' });
  await seen(bell(page, 1));
  await page.getByRole('switch', { name: 'Quiet hours every day' }).click();
  await page.getByLabel('From', { exact: true }).fill('20:30');
  await expect.poll(async () => ((await (await fetch(`${desk.url}/api/v1/me/notifications`, { headers: astrid.headers })).json()) as { quiet: object }).quiet, { timeout: 10_000 }).toMatchObject({ hours: { from: '20:30', to: '08:00' } });
  expect(await rung()).toBe(0);
  await page.getByRole('button', { name: 'Disturb me again' }).click();
  await gone(page.getByRole('button', { name: 'Disturb me again' }));
  await screen.close();
});

test('on a phone the bar leads to them, and they to the ticket', async () => {
  const given = await aTicketOfMail();
  await give(given.number);
  const screen = await openScreen(desk, astrid, { ...phone });
  const { page } = screen;
  await page.getByRole('link', { name: 'Alerts, 1 unread' }).tap();
  await seen(page.getByRole('heading', { name: 'Notifications' }));
  await page.getByRole('link', { name: given.subject }).tap();
  await seen(ticket(page, given.subject));
  await screen.close();
});
