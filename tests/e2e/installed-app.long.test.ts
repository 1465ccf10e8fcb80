import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { openScreen, seen } from './support/screen.ts';

let desk: BrowserDesk;
beforeAll(async () => {
  desk = await openBrowserDesk();
});
afterAll(() => desk?.stop());

const keptPaths = `caches.open('ombud-shell-1').then((kept) => kept.keys()).then((all) => all.map(({ url }) => new URL(url).pathname))`;

test('the app can be installed: a manifest, icons of the sizes it names, and a service worker that the page’s policy lets in', async () => {
  const manifest = (await (await fetch(`${desk.url}/manifest.webmanifest`)).json()) as { icons: { src: string; sizes: string }[]; start_url: string; display: string };
  expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' });
  for (const { src, sizes } of manifest.icons) {
    const png = Buffer.from(await (await fetch(`${desk.url}${src}`)).arrayBuffer());
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
  const worker = await fetch(`${desk.url}/sw.js`);
  expect([worker.headers.get('cache-control'), worker.headers.get('content-type')]).toEqual(['no-cache', expect.stringContaining('javascript') as string]);
});

test('it starts without a network from what it keeps, which holds no answer of the API, and nothing after signing out', async () => {
  const screen = await openScreen(desk, await desk.agent({ name: 'Astrid Lind' }), { serviceWorkers: 'allow' });
  const { page, context } = screen;
  await desk.until('the files are kept', () => page.evaluate(`navigator.serviceWorker.controller !== null && ${keptPaths}.then((all) => all.includes('/which-page') && all.some((path) => path.includes('inbox-screen')))`) as Promise<boolean>);
  // A second visit runs through the worker, and brings what the first had fetched before it was there.
  await page.reload();
  await seen(page.getByRole('button', { name: /^Notifications/ }));
  const kept = (await page.evaluate(keptPaths)) as string[];
  expect(kept.filter((path) => path !== '/' && path !== '/which-page' && !path.startsWith('/assets/') && !['/appearance.js', '/favicon.svg'].includes(path))).toEqual([]);
  await context.setOffline(true);
  await page.reload();
  // The program's own page, not the browser's.
  await seen(page.getByRole('button', { name: 'Try again' }).first());
  await context.setOffline(false);
  await page.reload();
  // The menu's code takes the place of its button when it has come.
  await screen.rest();
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  // What the sign-in page itself fetches may be kept again: it is there for everybody.
  await desk.until('what this person used is kept no more', () => page.evaluate(`${keptPaths}.then((all) => !all.includes('/which-page') && !all.some((path) => path.includes('inbox-screen')))`) as Promise<boolean>);
  await screen.close();
});

test('a message from outside is shown while the app is not looked at, and leads to its ticket', async () => {
  const screen = await openScreen(desk, await desk.agent({ name: 'Bo Ek' }), { serviceWorkers: 'allow', permissions: ['notifications'] });
  const { page, context } = screen;
  const control = await context.newCDPSession(page);
  const versions: { registrationId: string }[] = [];
  control.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => versions.push(...registrations));
  await control.send('ServiceWorker.enable');
  await desk.until('the worker is there', () => page.evaluate('navigator.serviceWorker.controller !== null') as Promise<boolean>);
  const registrationId = await desk.until('the registration', () => versions[0]?.registrationId);
  const [worker] = context.serviceWorkers();
  // This browser has no desktop to show it on: what it is asked to show is written down.
  await worker?.evaluate(`self.shown = []; registration.showNotification = (title, options) => (shown.push({ title, ...options }), Promise.resolve())`);
  await page.goto('about:blank');
  const data = JSON.stringify({ title: 'Assigned to you · #7', body: 'The lamp', tag: 'ticket-7', url: '/inbox/all/7' });
  await control.send('ServiceWorker.deliverPushMessage', { origin: desk.url, registrationId, data });
  const shown = () => worker?.evaluate(`shown.map(({ title, body, tag, data }) => ({ title, body, tag, url: data.url }))`) as Promise<object[]>;
  await desk.until('the notification', async () => (await shown()).length === 1);
  expect(await shown()).toEqual([{ title: 'Assigned to you · #7', body: 'The lamp', tag: 'ticket-7', url: '/inbox/all/7' }]);
  await screen.close();
});
