import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrand, type SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { gone, openScreen, phone, seen, wide } from './support/screen.ts';

let desk: BrowserDesk;
let admin: SignedInAgent;
let nordic: number;
let ours: number;
let theirs: number;

beforeAll(async () => {
  desk = await openBrowserDesk();
  admin = await desk.agent({ name: 'Astrid Lind', role: 'admin' });
  nordic = await aBrand(desk.db, desk.workspaceId, { name: 'Nordic Chargers' });
  ours = await aCase('The charger hums', nordic);
  theirs = await aCase('The lamp is dark', desk.brand.id);
  await ask(`/tickets/${ours}/messages`, { kind: 'note', text: 'He is always like that' });
  for (const subject of ['The cable is short', 'The plug is warm']) await aCase(subject, nordic);
});
afterAll(() => desk?.stop());

async function ask(path: string, body: object): Promise<{ id: number; number: number }> {
  const response = await fetch(`${desk.url}/api/v1${path}`, { method: 'POST', headers: { ...admin.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(response.status).toBe(201);
  return (await response.json()) as { id: number; number: number };
}

async function aCase(subject: string, brand: number): Promise<number> {
  return (await ask('/tickets', { subject, text: `${subject}, please help.`, requester: { email: 'maja@verified.example', name: 'Maja Svensson' }, brand })).number;
}

test('a manager of the client company is invited for one brand, reads its cases and changes nothing', async () => {
  const settings = await openScreen(desk, admin, { at: '/settings/agents' });
  await settings.page.getByRole('button', { name: 'Invite a colleague' }).click();
  const dialog = settings.page.getByRole('dialog', { name: 'Invite a colleague' });
  await dialog.getByLabel('E-mail').fill('nils@nordic-chargers.example');
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await settings.page.getByRole('option', { name: /^Client reader/ }).click();
  await gone(dialog.getByRole('checkbox', { name: 'All brands' }));
  await dialog.getByRole('combobox', { name: 'Only these brands' }).click();
  await settings.page.getByRole('option', { name: 'Nordic Chargers' }).click();
  await seen(dialog.getByText('Nordic Chargers'));
  await settings.page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await gone(dialog);
  await seen(settings.page.getByRole('row', { name: /nils@nordic-chargers\.example/ }));

  const { mail } = await desk.caught('the invitation', ({ to, mail: { text } }) => to.includes('nils@nordic-chargers.example') && text.includes('/invitation#'));
  const context = await desk.browser.newContext({ viewport: wide, locale: 'en-GB', baseURL: desk.url });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto(/http\S+\/invitation#[\w-]+/.exec(mail.text)?.[0] ?? 'no link');
  await page.getByLabel('Your name').fill('Nils Holm');
  await page.getByLabel('New password').fill('a long enough password');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await seen(page.getByText('You read along for Nordic Chargers. You can’t change anything here.'));
  const list = page.getByRole('main').getByRole('listitem');
  await seen(list.filter({ hasText: 'The plug is warm' }));
  expect(await list.count()).toBe(3);

  // By the keys: down to the oldest, in, and back.
  for (const subject of ['The plug is warm', 'The cable is short', 'The charger hums']) {
    await page.keyboard.press('j');
    await seen(page.getByRole('link', { name: new RegExp(subject) }).and(page.locator(':focus')));
  }
  await page.keyboard.press('Enter');
  await seen(page.getByText('The charger hums, please help.'));
  expect(await page.getByText('He is always like that').count()).toBe(0);
  expect(await page.getByRole('textbox').count()).toBe(0);
  await page.keyboard.press('u');
  await seen(page.getByRole('heading', { name: 'Cases', level: 1 }));

  await page.goto(`/cases/${theirs}`);
  await seen(page.getByRole('heading', { name: 'There is nothing here' }));
  await page.getByRole('link', { name: 'Go to the cases' }).press('Enter');
  await seen(page.getByRole('heading', { name: 'Cases', level: 1 }));
  // An address of nobody's, before it is known who reads it.
  await page.goto('/nowhere');
  await page.getByRole('link', { name: 'Go to the start page' }).press('Enter');
  await seen(page.getByRole('heading', { name: 'Cases', level: 1 }));
  await page.goto('/settings/agents');
  await page.waitForURL(/\/cases/);
  const written = await page.request.post(`/api/v1/tickets/${ours}/messages`, { data: { kind: 'public', text: 'Hello' }, headers: { origin: desk.url } });
  expect(written.status()).toBe(403);

  // Their own language is theirs to choose.
  await page.getByRole('link', { name: 'Your account' }).click();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Svenska' }).click();
  await seen(page.getByRole('heading', { name: 'Ditt konto' }));
  await context.close();

  await settings.page.reload();
  await settings.page.getByRole('row', { name: /Nils Holm/ }).getByRole('button', { name: /Nils Holm/ }).last().click();
  await settings.page.getByRole('menuitem', { name: 'What they opened' }).click();
  const opened = settings.page.getByRole('dialog', { name: 'What Nils Holm opened' });
  await seen(opened.getByRole('link', { name: 'The charger hums' }));
  expect(await opened.getByRole('listitem').count()).toBe(1);
  await settings.close();
});

test('notes are read where the brand shows them, from then on', async () => {
  const settings = await openScreen(desk, admin, { at: `/settings/brands/${nordic}` });
  const reader = await desk.agent({ name: 'Kim Vik', role: 'client', brands: [nordic] });
  const saved = settings.page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/brands/'));
  await settings.page.getByRole('switch', { name: 'Client readers may read internal notes' }).click();
  expect((await saved).status()).toBe(200);
  await settings.close();
  const { page, close } = await openScreen(desk, reader, { at: `/cases/${ours}`, withoutLive: true });
  await seen(page.getByText('He is always like that'));
  await seen(page.getByText('Internal note'));
  await close();
});

test('a reply of the desk stands on the case under the customer’s letter once it has gone out', async () => {
  const number = await aCase('The socket is loose', desk.brand.id);
  const reader = await desk.agent({ name: 'Lis Dam', role: 'client', brands: [desk.brand.id] });
  const { page, close } = await openScreen(desk, reader, { at: `/cases/${number}`, withoutLive: true });
  const messages = page.getByRole('region', { name: 'What was written' }).getByRole('listitem');
  await seen(messages.filter({ hasText: 'The socket is loose, please help.' }));
  expect(await messages.count()).toBe(1);
  const { id } = await ask(`/tickets/${number}/messages`, { kind: 'public', text: 'We send a fitter on Monday.', undo_seconds: 0 });
  await desk.caught('the reply', ({ mail: { text } }) => text.includes('We send a fitter on Monday.'));
  await desk.until('it is noted as sent', () => desk.db.selectFrom('outbox').select('id').where('workspace_id', '=', desk.workspaceId).where('message_id', '=', id).where('status', '=', 'sent').executeTakeFirst());
  await page.reload();
  const reply = messages.filter({ hasText: 'We send a fitter on Monday.' });
  await seen(reply.getByText('Astrid Lind'));
  await seen(reply.getByText('Support'));
  expect((await messages.allInnerTexts()).map((text) => /please help|fitter/.exec(text)?.[0])).toEqual(['please help', 'fitter']);
  await close();
});

test.each([['light', 'wide'], ['dark', 'wide'], ['light', 'phone'], ['dark', 'phone']] as const)('nothing on a reader’s pages is out of reach: %s, %s', async (colorScheme, width) => {
  const reader = await desk.agent({ role: 'client', brands: [nordic, desk.brand.id] });
  const screen = await openScreen(desk, reader, { at: '/cases/', withoutLive: true, colorScheme, bypassCSP: true, reducedMotion: 'reduce', ...(width === 'phone' ? phone : { viewport: wide }) });
  const found: string[] = [];
  for (const [path, word] of [['/cases/', 'The plug is warm'], [`/cases/${ours}`, 'The charger hums, please help.'], ['/cases/account', 'Your password']] as const) {
    await screen.go(path);
    await seen(path.endsWith('account') ? screen.page.getByLabel(word) : screen.page.getByText(word).first());
    found.push(...(await violations(screen.page, path)));
    expect([path, await screen.page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([path, true]);
  }
  await screen.close();
  expect(found).toEqual([]);
});
