import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyBackup } from '../../apps/server/src/platform/backup/verify-backup.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, openScreen, phone, seen, wide } from './support/screen.ts';

let desk: BrowserDesk;
beforeAll(async () => {
  desk = await openBrowserDesk();
});
afterAll(() => desk?.stop());

test('an owner makes a backup by hand, sees it end, and finds the words to restore it by', async () => {
  const screen = await openScreen(desk, await desk.agent({ name: 'Astrid Lind', role: 'owner' }), { at: '/settings/backups', ...wide });
  const { page } = screen;
  await seen(page.getByText('No backup yet'));
  await page.getByRole('button', { name: 'Back up now' }).click();
  await seen(page.getByText('The backup is whole'));
  await seen(page.getByRole('row', { name: /By hand/ }).getByText('Whole'));
  const command = await page.getByRole('textbox', { name: 'The command' }).inputValue();
  const folder = /backup restore --from '(.+)'$/.exec(command)?.[1] ?? '';
  await verifyBackup(folder);
  expect(await readdir(folder)).toContain('manifest.json');
  expectNoComplaints(screen);
  await screen.close();
});

test('who is no administrator is told so, and does not see the page among the settings', async () => {
  const screen = await openScreen(desk, await desk.agent({ name: 'Bo Lund', role: 'lead' }), { at: '/settings/backups', ...phone });
  await seen(screen.page.getByText('This page is for administrators'));
  expectNoComplaints(screen);
  await screen.close();
});
