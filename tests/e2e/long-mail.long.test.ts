import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, row, seen } from './support/screen.ts';

let desk: BrowserDesk;
beforeAll(async () => {
  desk = await openBrowserDesk();
  await desk.send({ from: 'Log <log@verified.example>', subject: 'The log', text: Array.from({ length: 60_000 }, (_, at) => `entry ${at + 1}`).join('\n'), messageId: '<log@verified.example>' });
  const html = `<table><tr><td><table><tr><td>${Array.from({ length: 8_000 }, (_, at) => `<p>Paragraph <b>${at + 1}</b> of the letter</p>`).join('')}</td></tr></table></td></tr></table>`;
  await desk.send({ from: 'News <news@verified.example>', subject: 'The letter', text: 'Seen best with its layout', html, messageId: '<letter@verified.example>' });
});
afterAll(() => desk?.stop());

test('of a mail of 60,000 lines the beginning is drawn, and the whole when asked', async () => {
  const screen = await openScreen(desk, await desk.agent());
  const { page } = screen;
  await row(page, 'The log').click();
  const message = page.getByRole('article', { name: 'Message from Log' });
  const all = message.getByRole('button', { name: /^Show all 60,000 lines \(\d+ kB\)$/ });
  await seen(all);
  const drawn = async () => ((await message.textContent()) ?? '').split('\n').length;
  expect(await drawn()).toBeLessThan(420);
  await all.press('Enter');
  await gone(all);
  expect(await drawn()).toBeGreaterThan(59_990);
  expectNoComplaints(screen);
  await screen.close();
});

test('of a very large mail with a layout the beginning is drawn, and the whole when asked', async () => {
  const screen = await openScreen(desk, await desk.agent());
  const { page } = screen;
  await row(page, 'The letter').click();
  const whole = page.getByRole('button', { name: /^Show the whole message \(\d+ kB\)$/ });
  await seen(whole);
  const paragraphs = page.frameLocator('iframe').locator('p');
  expect(await paragraphs.count()).toBeLessThan(6_500);
  await whole.click();
  await gone(whole);
  await paragraphs.nth(7_999).waitFor({ state: 'attached' });
  expect(await paragraphs.count()).toBe(8_000);
  expectNoComplaints(screen);
  await screen.close();
});
