import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aTicket, type SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, row, seen } from './support/screen.ts';

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
  await seen(toolbar(page).getByText('All in this view'));
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
  await page.getByRole('button', { name: 'More changes' }).click();
  await page.getByRole('menuitem', { name: 'Priority' }).click();
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
