import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, seen } from './support/screen.ts';

let desk: BrowserDesk;
beforeAll(async () => {
  desk = await openBrowserDesk();
});
afterAll(() => desk?.stop());

test('a button tells its name and key to whoever points at it or reaches it by keyboard', async () => {
  const screen = await openScreen(desk, await desk.agent());
  const { page } = screen;
  const tip = page.locator('[data-tooltip-popup]');
  const button = page.getByRole('button', { name: 'Search this list' });
  await button.hover();
  await seen(tip.getByText('Search this list'));
  await tip.hover();
  await page.waitForTimeout(400);
  expect(await tip.isVisible()).toBe(true);
  await page.mouse.move(700, 500);
  await gone(tip);

  await page.getByRole('link', { name: 'Customers' }).focus();
  await page.keyboard.press('Tab');
  await seen(tip);
  expect(await tip.textContent()).toContain((await page.locator(':focus').getAttribute('aria-label')) ?? '?');
  await page.keyboard.press('Escape');
  await gone(tip);
  expectNoComplaints(screen);
  await screen.close();
});

test('a menu that is pressed before its code is there opens when it comes', async () => {
  const context = await desk.browser.newContext({ baseURL: desk.url, locale: 'en-GB' });
  const agent = await desk.agent({ name: 'Quick Hand' });
  await context.request.post('/api/auth/sign-in/email', { data: { email: agent.email, password: agent.password }, headers: { origin: desk.url }, failOnStatusCode: true });
  const page = await context.newPage();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/user-menu-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/inbox/all');
  const account = page.getByRole('button', { name: 'Your account, Quick Hand' });
  await account.press('Enter');
  release();
  await seen(page.getByRole('menuitem', { name: 'Sign out' }));
  await page.keyboard.press('Escape');
  await gone(page.getByRole('menuitem', { name: 'Sign out' }));
  await seen(account.and(page.locator(':focus')));
  await context.close();
});

test('a button that is held down when its menu’s code comes stays, and opens the menu when it is let go', async () => {
  const screen = await openScreen(desk, await desk.agent({ name: 'Slow Hand' }), { at: 'about:blank', withoutLive: true });
  const { page } = screen;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/user-menu-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/inbox/all');
  const account = page.getByRole('button', { name: 'Your account, Slow Hand' });
  await account.hover();
  await page.mouse.down();
  const came = page.waitForResponse(/user-menu-.*\.js/);
  release();
  await (await came).finished();
  // The code runs a moment after it has come; a menu in place of the button would tell of a popup's state.
  await page.evaluate('new Promise((done) => setTimeout(done, 200))');
  await page.mouse.up();
  await seen(page.getByRole('menuitem', { name: 'Sign out' }));
  await screen.close();
});
