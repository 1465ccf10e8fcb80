import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { gone, openScreen, phone, seen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind', role: 'owner' });
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: 'Broken lamp', text: 'The lamps in the hall <b>blink</b> at night.', messageId: '<search-1@verified.example>' });
  await desk.send({ from: 'Krzysztof Wojciechowski <kw@verified.example>', subject: 'Chair', text: 'One leg is short.', messageId: '<search-2@verified.example>' });
  await desk.until('an index', async () => {
    const { tickets } = await desk.db.selectFrom('search_tickets').select(({ fn }) => fn.countAll<number>().as('tickets')).where('workspace_id', '=', desk.workspaceId).executeTakeFirstOrThrow();
    return tickets === 2;
  });
});
afterAll(() => desk?.stop());

test('with the keyboard alone: look for words, narrow by a filter that is offered, open what was found', async () => {
  const { page } = await openScreen(desk, agent);
  const { keyboard: keys } = page;
  await page.goto('/inbox/all');
  await seen(page.getByText('Broken lamp'));
  await keys.press('/');
  await page.waitForURL('**/search');
  const field = page.getByRole('combobox', { name: /^Search for tickets/ });
  await seen(field);
  await keys.type('blinking lamp');
  const hit = page.getByRole('link', { name: /Broken lamp/ });
  await seen(hit);
  // The first answer may be of the first word alone.
  await expect.poll(() => hit.locator('mark').allTextContents()).toEqual(['lamp', 'lamps', 'blink']);
  // What a customer writes is text, whatever it looks like.
  await seen(hit.getByText('<b>'));

  await keys.type(' sta');
  await seen(page.getByRole('option', { name: /status:/ }));
  await keys.press('Tab');
  await keys.type('sol');
  await seen(page.getByRole('option', { name: /solved/ }));
  await keys.press('ArrowDown');
  await keys.press('Enter');
  // What was typed before has nothing either: the address tells which of the two this is.
  await page.waitForURL((url) => url.searchParams.get('q') === 'blinking lamp status:solved');
  await seen(page.getByText('Nothing fits'));

  await field.fill('lamp');
  await keys.press('Enter');
  await seen(hit);
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await page.waitForURL('**/inbox/all/**');
  await page.goBack();
  await page.waitForURL('**/search?q=lamp');
  await seen(hit);

  await field.fill('');
  await seen(page.getByRole('button', { name: 'lamp' }));
  await page.getByRole('button', { name: 'Forget them' }).click();
  await gone(page.getByRole('button', { name: 'lamp' }));
});

test('a tag that colleagues use is offered although no list has been opened before', async () => {
  const { number } = await desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', 'Broken lamp').executeTakeFirstOrThrow();
  const tagged = await fetch(`${desk.url}/api/v1/tickets/${number}`, { method: 'PATCH', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ add_tags: ['hallway'] }) });
  expect(tagged.status).toBe(200);
  const { page, close } = await openScreen(desk, agent, { at: '/search' });
  await page.getByRole('combobox', { name: /^Search for tickets/ }).pressSequentially('tag:ha');
  await seen(page.getByRole('option', { name: /hallway/ }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await seen(page.getByRole('link', { name: /Broken lamp/ }));
  await close();
});

test('on a phone, by an address: a mistyped name is put right, and that is said', async () => {
  const { page } = await openScreen(desk, agent, phone);
  await page.goto('/search?q=Wojciechwski');
  await seen(page.getByText('Nothing is called “Wojciechwski”. This is for “Wojciechowski”.'));
  await seen(page.getByRole('link', { name: /Chair/ }));
  await page.getByRole('tab', { name: 'Customers' }).click();
  await page.waitForURL('**/search?q=Wojciechwski&kind=customers');
  await gone(page.getByRole('link', { name: /Chair/ }));
  await seen(page.getByRole('link', { name: /Krzysztof Wojciechowski/ }));
});

test('a screen of hits comes first, and more of them by themselves', async () => {
  for (let each = 1; each <= 24; each += 1) await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: `Parcel ${each}`, text: 'Zanzibar, by sea.', messageId: `<zanzibar-${each}@verified.example>` });
  await desk.until('all in the index', async () => {
    const { tickets } = await desk.db.selectFrom('search_tickets').select(({ fn }) => fn.countAll<number>().as('tickets')).where('workspace_id', '=', desk.workspaceId).executeTakeFirstOrThrow();
    return tickets === 26;
  });
  const { page } = await openScreen(desk, agent);
  const asked: (string | null)[] = [];
  page.on('request', (request) => void (request.url().includes('/api/v1/search?') && asked.push(new URL(request.url()).searchParams.get('limit'))));
  await page.goto('/search?q=zanzibar');
  const hits = page.getByRole('list', { name: 'Tickets' }).getByRole('listitem');
  await expect.poll(() => hits.count(), { timeout: 20_000 }).toBe(24);
  expect(asked).toEqual(['20', '30']);
  await seen(page.getByRole('status').filter({ hasText: '24' }));
});
