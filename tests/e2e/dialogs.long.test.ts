import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, row, seen, seenSomewhere } from './support/screen.ts';

let desk: BrowserDesk;
beforeAll(async () => {
  desk = await openBrowserDesk();
});
afterAll(() => desk?.stop());

test.each([
  ['1280 × 720', { viewport: { width: 1280, height: 720 } }],
  ['a phone', phone],
  ['a low window', { viewport: { width: 1280, height: 420 } }],
])('a new ticket with all its errors keeps its title and its buttons in view: %s', async (_name, size) => {
  const screen = await openScreen(desk, await desk.agent({ role: 'admin' }), size);
  const { page } = screen;
  await seenSomewhere(page.getByRole('button', { name: 'New ticket' }));
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await seen(dialog);
  const create = dialog.getByRole('button', { name: 'Create' });
  const inView = async () => {
    const height = page.viewportSize()?.height ?? 0;
    for (const part of [dialog.getByRole('heading', { name: 'New ticket' }), create]) {
      const box = await part.boundingBox();
      expect(box !== null && box.y >= 0 && box.y + box.height <= height, `${JSON.stringify(box)} of ${height}`).toBe(true);
    }
  };
  await inView();
  await create.click();
  await inView();
  // The first thing to mend has the focus and is seen, whatever was in view before.
  const address = dialog.getByLabel('Customer’s e-mail address');
  await seen(address.and(page.locator(':focus')));
  await address.fill('new@verified.example');
  await dialog.getByLabel('Subject').fill('By phone');
  await create.click();
  const text = dialog.getByRole('textbox', { name: 'What it is about' });
  await seen(text.and(page.locator(':focus')));
  await inView();
  await text.fill('She called about her lamp.');
  await create.click();
  await dialog.waitFor({ state: 'detached' });
  await seenSomewhere(page.getByText('She called about her lamp.'));
  await screen.go('/inbox/mine');
  await seenSomewhere(row(page, 'By phone'));
  expectNoComplaints(screen);
  await screen.close();
});

test('a new ticket that is half written stays when its dialog is closed and the page loaded anew, until it is thrown away or made', async () => {
  const screen = await openScreen(desk, await desk.agent({ name: 'Karin Ek' }));
  const { page } = screen;
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  const [subject, text] = [dialog.getByLabel('Subject'), dialog.getByRole('textbox', { name: 'What it is about' })];
  const reopen = async () => {
    await gone(dialog);
    await page.keyboard.press('c');
    await seen(dialog);
  };
  await seenSomewhere(page.getByRole('button', { name: 'New ticket' }));
  await page.keyboard.press('c');
  await seen(dialog);
  await gone(dialog.getByRole('button', { name: 'Start over' }));
  await dialog.getByLabel('Customer’s e-mail address').fill('half@verified.example');
  await subject.fill('Half a story');
  await text.fill('It began when');
  await page.keyboard.press('Escape');
  await reopen();
  expect(await text.inputValue()).toBe('It began when');
  await page.keyboard.press('Escape');
  await page.reload();
  await seenSomewhere(page.getByRole('button', { name: 'New ticket' }));
  await reopen();
  expect([await subject.inputValue(), await text.inputValue()]).toEqual(['Half a story', 'It began when']);

  await dialog.getByRole('button', { name: 'Start over' }).press('Enter');
  await expect.poll(() => text.inputValue()).toBe('');
  await seen(dialog.getByLabel('Customer’s e-mail address').and(page.locator(':focus')));
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => text.inputValue()).toBe('It began when');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await gone(dialog);
  await seenSomewhere(page.getByText('It began when'));
  await page.keyboard.press('c');
  await seen(dialog);
  expect([await subject.inputValue(), await text.inputValue()]).toEqual(['', '']);
  expectNoComplaints(screen);
  await screen.close();
});

test('somebody who called and has no e-mail address gets a ticket, and is found by the number the next time', async () => {
  const { page } = await openScreen(desk, await desk.agent({ name: 'Nina Holm' }));
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  const who = dialog.getByLabel('Customer’s e-mail address or phone number');
  const write = async (typed: string, subject: string) => {
    await seenSomewhere(page.getByRole('button', { name: 'New ticket' }));
    await page.keyboard.press('c');
    await seen(dialog);
    await who.fill(typed);
    await dialog.getByLabel('Subject').fill(subject);
    await dialog.getByRole('textbox', { name: 'What it is about' }).fill(`She said: ${subject}`);
    await dialog.getByRole('button', { name: 'Create' }).click();
  };
  await write('call me', 'The lamp is dark');
  await seen(dialog.getByText('Enter an e-mail address or a phone number', { exact: false }));
  await who.fill('+46 70 174 06 05');
  await dialog.getByLabel('Name').fill('Stina Berg');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await gone(dialog);
  await seenSomewhere(page.getByText('She said: The lamp is dark'));
  await seenSomewhere(page.getByText('Stina Berg'));

  await write('070', 'Still dark');
  const known = dialog.locator('datalist option', { hasText: 'Stina Berg' });
  await who.fill('+46 70 174');
  await known.waitFor({ state: 'attached' });
  await who.fill((await known.getAttribute('value')) ?? '');
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Stina Berg');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await gone(dialog);
  await seenSomewhere(page.getByText('She said: Still dark'));
  const of = await desk.db.selectFrom('tickets').select('requester_id').where('subject', 'in', ['The lamp is dark', 'Still dark']).execute();
  expect(new Set(of.map(({ requester_id }) => requester_id)).size).toBe(1);
});
