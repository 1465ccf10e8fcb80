import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, row, seen, ticket } from './support/screen.ts';

let desk: BrowserDesk;
const subjects = ['Broken lamp', 'Lost invoice', 'Late parcel'];
beforeAll(async () => {
  desk = await openBrowserDesk();
  for (const subject of subjects) await desk.send({ from: 'Maja <maja@verified.example>', subject, text: `About: ${subject}.`, messageId: `<${subject.replace(' ', '-')}@verified.example>` });
  await desk.until('three tickets', async () => (await desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).execute()).length === 3);
});
afterAll(() => desk?.stop());

test('a search keeps the open ticket beside it, and Back leads to the row that was left', async () => {
  const screen = await openScreen(desk, await desk.agent());
  const { page } = screen;
  const keys = page.keyboard;
  await row(page, 'Lost invoice').click();
  await seen(ticket(page, 'Lost invoice'));
  await page.getByRole('button', { name: 'Search this list' }).click();
  await keys.type('parcel');
  await gone(row(page, 'Broken lamp'));
  await seen(row(page, 'Late parcel'));
  // It is not among what was found, and yet it stays.
  await seen(ticket(page, 'Lost invoice'));
  expect(new URL(page.url()).pathname).toMatch(/^\/inbox\/all\/\d+$/);
  expect(new URL(page.url()).searchParams.get('q')).toBe('parcel');

  await keys.press('Escape');
  await seen(row(page, 'Broken lamp'));
  await seen(ticket(page, 'Lost invoice'));
  await page.goBack();
  await gone(ticket(page, 'Lost invoice'));
  expect(new URL(page.url()).pathname).toBe('/inbox/all');
  // The list stands at its row: Enter opens it again, and so it does after the key that leads back.
  await keys.press('Enter');
  await seen(ticket(page, 'Lost invoice'));
  await keys.press('u');
  await gone(ticket(page, 'Lost invoice'));
  await keys.press('Enter');
  await seen(ticket(page, 'Lost invoice'));
  expectNoComplaints(screen);
  await screen.close();
});

test('on a phone, where the list alone is seen, a search is of the list', async () => {
  const screen = await openScreen(desk, await desk.agent(), phone);
  const { page } = screen;
  await page.getByRole('button', { name: 'Search this list' }).tap();
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('lamp');
  await gone(row(page, 'Late parcel'));
  await row(page, 'Broken lamp').tap();
  await seen(ticket(page, 'Broken lamp'));
  await page.goBack();
  await seen(row(page, 'Broken lamp'));
  expect(new URL(page.url()).searchParams.get('q')).toBe('lamp');
  expectNoComplaints(screen);
  await screen.close();
});

test('a list that goes while the pointer lies on it holds no later one still', async () => {
  const screen = await openScreen(desk, await desk.agent());
  const { page } = screen;
  await seen(row(page, 'Broken lamp'));
  // As it is when the list is exchanged under a pointer that lies still: it came, and nothing tells that it left.
  await page.evaluate(`document.querySelector('[data-ticket-list]').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))`);
  await desk.send({ from: 'Maja <maja@verified.example>', subject: 'While it lies there', text: 'Held back.', messageId: '<held@verified.example>' });
  await seen(page.getByRole('button', { name: '1 new' }));
  expect(await row(page, 'While it lies there').count()).toBe(0);
  await screen.go('/inbox/unassigned');
  await seen(row(page, 'While it lies there'));
  await desk.send({ from: 'Maja <maja@verified.example>', subject: 'Afterwards', text: 'Shown at once.', messageId: '<afterwards@verified.example>' });
  await seen(row(page, 'Afterwards'));
  expectNoComplaints(screen);
  await screen.close();
});
