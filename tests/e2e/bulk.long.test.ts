import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aTicket, type SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, row, seen, seenSomewhere } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;
const inAll = 130;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
  for (let n = 1; n <= inAll; n += 1) await aTicket(desk.db, desk.workspaceId, { subject: `Recall ${String(n).padStart(3, '0')}` });
});
afterAll(() => desk?.stop());

const statuses = async () => {
  const rows = await desk.db.selectFrom('tickets').select(({ fn }) => ['status', fn.countAll<string>().as('n')]).where('workspace_id', '=', desk.workspaceId).groupBy('status').execute();
  return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
};
const corner = (page: Page) => page.getByRole('region', { name: /Changing tickets|Putting tickets back/ });
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'With the selected tickets' });

/** The whole view, by keys alone. */
async function selectWhole(page: Page): Promise<void> {
  await seen(row(page, 'Recall').first());
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await seen(toolbar(page).getByText('1 selected'));
  await page.keyboard.press('Shift+X');
  await seen(toolbar(page).getByText(/^\d\d+ selected$/));
  await seen(page.getByRole('button', { name: `Select all ${inAll} in this view` }));
  await page.keyboard.press('Shift+X');
  await seen(toolbar(page).getByText(`All ${inAll} in this view`));
}

test('a whole view is solved, and taken back, with the keyboard alone; a colleague’s screen follows', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const colleague = await openScreen(desk, await desk.agent({ name: 'Bo Ek' }), { at: '/inbox/open' });
  await seen(row(colleague.page, 'Recall').first());
  await selectWhole(page);
  await page.keyboard.press('e');
  await seen(corner(page).getByText(`${inAll} tickets changed`));
  expect(await statuses()).toEqual({ solved: inAll });
  await expect.poll(() => row(page, 'Recall').count()).toBe(0);
  await expect.poll(() => row(colleague.page, 'Recall').count()).toBe(0);

  await page.keyboard.press('z');
  await seen(corner(page).getByText(`${inAll} tickets put back`));
  expect(await statuses()).toEqual({ open: inAll });
  await seen(row(page, 'Recall').first());
  await seen(row(colleague.page, 'Recall').first());
  expectNoComplaints(screen, colleague);
  await screen.close();
  await colleague.close();
});

test('what cannot be changed is told with its reason, can be saved, and leads to the ticket', async () => {
  const [closed] = await desk.db.selectFrom('tickets').select(['id', 'number', 'subject']).where('workspace_id', '=', desk.workspaceId).orderBy('id').limit(1).execute();
  const screen = await openScreen(desk, agent, { at: '/inbox/all' });
  const { page } = screen;
  await seen(row(page, 'Recall').first());
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+X');
  await page.getByRole('button', { name: /Select all .* in this view/ }).click();
  await desk.db.updateTable('tickets').set({ status: 'closed' }).where('workspace_id', '=', desk.workspaceId).where('id', '=', closed!.id).execute();
  await page.keyboard.press('p');
  const card = corner(page);
  await seen(card.getByText(`${inAll - 1} tickets changed`));
  await seen(card.getByText('1 could not be changed'));
  await card.getByRole('button', { name: 'Show why' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tickets that stayed as they were' });
  await seen(dialog.getByText('The ticket cannot go to this status from where it is.'));
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: 'Download as CSV' }).click()]);
  expect(await readFile(await download.path(), 'utf8')).toContain(`"${closed!.number}","${closed!.subject}","The ticket cannot go to this status from where it is."`);
  await dialog.getByRole('link', { name: `#${closed!.number}` }).click();
  await gone(dialog);
  await seen(page.getByRole('article', { name: closed!.subject }));
  await card.getByRole('button', { name: 'Undo' }).click();
  await seen(corner(page).getByText(`${inAll - 1} tickets put back`));
  expectNoComplaints(screen);
  await screen.close();
});

test('leaving the page does not stop it, and another page shows how far it is', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/all' });
  const { page } = screen;
  await selectWhole(page);
  await toolbar(page).getByRole('button', { name: 'Priority…' }).click();
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/bulk-changes') && answer.request().method() === 'POST');
  await page.getByRole('menuitem', { name: 'Urgent' }).click();
  await answered;
  await screen.go('/customers');
  await seen(corner(page).getByText(`${inAll} tickets changed`));
  const urgent = await desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).where('priority', '=', 'urgent').execute();
  expect(urgent).toHaveLength(inAll);
  expectNoComplaints(screen);
  await screen.close();
});

/** A saved view as the API makes it, which every one of these tickets fits. */
async function savedView(conditions: object): Promise<number> {
  const response = await fetch(`${desk.url}/api/v1/saved-views`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Recalls', conditions }) });
  return ((await response.json()) as { id: number }).id;
}
const urgent = async () => (await desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('priority', '=', 'urgent').execute()).length;
const resetPriority = () => desk.db.updateTable('tickets').set({ priority: 'normal' }).where('workspace_id', '=', desk.workspaceId).execute();

test('the whole of a saved view is changed as it stands, by keys alone, and taken back; nothing else is touched', async () => {
  await resetPriority();
  const beside = await aTicket(desk.db, desk.workspaceId, { subject: 'Elsewhere' });
  await desk.db.updateTable('tickets').set({ kind: 'complaint' }).where('workspace_id', '=', desk.workspaceId).where('number', '=', beside.number).execute();
  const view = await savedView({ kind: ['question'] });
  const screen = await openScreen(desk, agent, { at: `/inbox/all?saved=${view}` });
  const { page } = screen;
  await selectWhole(page);
  await page.keyboard.press('Shift+!');
  await page.getByRole('menuitem', { name: 'Urgent' }).press('Enter');
  await seen(corner(page).getByText(`${inAll} tickets changed`));
  expect(await urgent()).toBe(inAll);
  await page.keyboard.press('z');
  await seen(corner(page).getByText(`${inAll} tickets put back`));
  expect(await urgent()).toBe(0);
  await desk.db.deleteFrom('tickets').where('workspace_id', '=', desk.workspaceId).where('number', '=', beside.number).execute();
  expectNoComplaints(screen);
  await screen.close();
});

test('a saved view that a colleague changes meanwhile changes nothing, and says so', async () => {
  await resetPriority();
  const view = await savedView({ kind: ['question'] });
  const screen = await openScreen(desk, agent, { at: `/inbox/all?saved=${view}` });
  const { page } = screen;
  await selectWhole(page);
  // Past the live line, as if it came in the same moment.
  await desk.db.updateTable('saved_views').set({ updated_at: new Date(Date.now() + 60_000) }).where('workspace_id', '=', desk.workspaceId).where('id', '=', view).execute();
  await page.getByRole('button', { name: 'More changes' }).click();
  await page.getByRole('menuitem', { name: 'Type' }).click();
  await page.getByRole('menuitem', { name: 'Incident' }).click();
  await seenSomewhere(page.getByText('Somebody has changed this view meanwhile. Look at it again and select anew.'));
  expect(await desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).where('kind', '=', 'incident').execute()).toEqual([]);
  await screen.close();
});

test('while tickets are selected the keys are theirs, also beside another that is open; Esc gives them back', async () => {
  const statusOf = async (number: string) => (await desk.db.selectFrom('tickets').select('status').where('workspace_id', '=', desk.workspaceId).where('number', '=', Number(number)).executeTakeFirstOrThrow()).status;
  await desk.db.updateTable('tickets').set({ status: 'open' }).where('workspace_id', '=', desk.workspaceId).execute();
  const screen = await openScreen(desk, agent, { at: '/inbox/all' });
  const { page } = screen;
  await seen(row(page, 'Recall').first());
  const numberAt = (nth: number) => page.locator('[data-number]').nth(nth).getAttribute('data-number').then(String);
  const [first, second, third] = [await numberAt(0), await numberAt(1), await numberAt(2)];
  for (const key of ['j', 'x', 'j', 'x', 'j', 'Enter']) await page.keyboard.press(key);
  await seen(toolbar(page).getByText(`Keys act on these, not on #${third}`));
  await page.keyboard.press('h');
  await seen(page.getByText('Snoozing is for one ticket.'));
  await page.keyboard.press('p');
  await seen(page.getByText('2 tickets changed'));
  expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual(['pending', 'pending', 'open']);
  await gone(toolbar(page));
  // Nothing is selected any more: the open ticket has its keys again.
  await page.keyboard.press('x');
  await seen(toolbar(page).getByText('Keys act on all of these'));
  await page.keyboard.press('Escape');
  await gone(toolbar(page));
  await page.keyboard.press('p');
  await expect.poll(() => statusOf(third)).toBe('pending');
  await page.keyboard.press('Shift+?');
  await seen(page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText(/the keys that change a ticket act on the selection/));
  expectNoComplaints(screen);
  await screen.close();
});

test('on a phone rows are selected with a thumb, from the list’s menu, and changed together', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open', ...phone });
  const { page } = screen;
  for (const subject of ['Thumb one', 'Thumb two']) await aTicket(desk.db, desk.workspaceId, { subject });
  await page.reload();
  await seen(row(page, 'Thumb two'));
  const order = page.getByRole('button', { name: 'Order', exact: true });
  expect(await page.getByRole('checkbox').filter({ visible: true }).count()).toBe(0);
  await order.tap();
  await page.getByRole('menuitem', { name: 'Select tickets' }).tap();
  for (const subject of ['Thumb one', 'Thumb two']) await row(page, subject).getByRole('checkbox').tap();
  await seen(toolbar(page).getByText('2 selected'));
  await toolbar(page).getByRole('button', { name: 'Status' }).tap();
  await page.getByRole('menuitem', { name: 'Solved' }).tap();
  await gone(row(page, 'Thumb one'));
  await expect.poll(async () => (await desk.db.selectFrom('tickets').select('status').where('workspace_id', '=', desk.workspaceId).where('subject', 'like', 'Thumb%').execute()).map(({ status }) => status)).toEqual(['solved', 'solved']);
  // Once it is done the boxes are gone again, and they go when one thinks better of it.
  await gone(toolbar(page));
  await expect.poll(() => page.getByRole('checkbox').filter({ visible: true }).count()).toBe(0);
  await order.tap();
  await page.getByRole('menuitem', { name: 'Select tickets' }).tap();
  await seenSomewhere(page.getByRole('checkbox'));
  await order.tap();
  await page.getByRole('menuitem', { name: 'Stop selecting' }).tap();
  await expect.poll(() => page.getByRole('checkbox').filter({ visible: true }).count()).toBe(0);
  expectNoComplaints(screen);
  await screen.close();
  // The others count on what was there.
  await desk.db.updateTable('tickets').set({ folder: 'trash' }).where('workspace_id', '=', desk.workspaceId).where('subject', 'like', 'Thumb%').execute();
});

test.each([['light', false], ['dark', false], ['light', true], ['dark', true]] as const)('nothing of it has a violation: %s, phone: %s', async (colorScheme, isPhone) => {
  const one = await desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).orderBy('id').executeTakeFirstOrThrow();
  await desk.db.updateTable('tickets').set({ status: 'closed' }).where('workspace_id', '=', desk.workspaceId).where('id', '=', one.id).execute();
  const screen = await openScreen(desk, agent, { at: '/inbox/all', colorScheme, bypassCSP: true, reducedMotion: 'reduce', ...(isPhone ? phone : {}) });
  const { page } = screen;
  await selectWhole(page);
  const found = await violations(page, 'the bar');
  // A closed ticket keeps its status.
  await page.keyboard.press('p');
  await seen(corner(page).getByRole('button', { name: 'Show why' }));
  found.push(...(await violations(page, 'the corner')));
  await corner(page).getByRole('button', { name: 'Show why' }).click();
  await seen(page.getByRole('dialog', { name: 'Tickets that stayed as they were' }).getByRole('link', { name: /^#/ }).first());
  found.push(...(await violations(page, 'the reasons')));
  expect(found).toEqual([]);
  await screen.close();
});
