import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { gone, openScreen, replyField, seen, seenSomewhere, ticket, type Screen } from './support/screen.ts';

/** Two browsers on one ticket: nothing that either does is lost. */

let desk: BrowserDesk;
let astrid: Screen;
let bo: Screen;

beforeAll(async () => {
  desk = await openBrowserDesk();
  astrid = await openScreen(desk, await desk.agent({ name: 'Astrid Lind' }));
  bo = await openScreen(desk, await desk.agent({ name: 'Bo Ek' }));
});
afterAll(async () => {
  await Promise.all([astrid?.close(), bo?.close()]);
  await desk?.stop();
});

let count = 0;
async function onBoth(subject: string): Promise<number> {
  count += 1;
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject, text: `About ${subject}.`, messageId: `<collision-${count}@verified.example>` });
  const { number } = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).executeTakeFirst());
  for (const each of [astrid, bo]) {
    await each.go(`/inbox/all/${number}`);
    await seen(ticket(each.page, subject));
    await seen(each.page.getByRole('article', { name: 'Message from Maja Svensson' }));
    await each.page.getByRole('log').focus();
  }
  return number;
}
const stored = (number: number) => desk.db.selectFrom('tickets').select(['priority', 'status', 'tags']).where('workspace_id', '=', desk.workspaceId).where('number', '=', number).executeTakeFirstOrThrow();

/** What others do does not reach this screen until `release`: it shows what was there before. */
async function blindfold({ page }: Screen, number: number): Promise<{ release(): void }> {
  const held = Promise.withResolvers<void>();
  const path = `**/api/v1/tickets/${number}`;
  await page.route(path, async (route) => {
    if (route.request().method() === 'GET') await held.promise;
    await route.continue();
  });
  return { release: held.resolve };
}

async function choose({ page }: Screen, key: string, option: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('menuitemradio', { name: option }).press('Enter');
}

async function tag({ page }: Screen, word: string): Promise<void> {
  await page.keyboard.press('l');
  await page.getByRole('combobox').pressSequentially(word);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

test('different fields and tags of both hold', async () => {
  const number = await onBoth('Both at once');
  const blind = await blindfold(bo, number);
  await choose(astrid, '!', 'High');
  await tag(astrid, 'vip');
  await desk.until('Astrid’s changes', async () => (await stored(number)).tags.includes('vip'));
  await bo.page.keyboard.press('p');
  await tag(bo, 'part');
  await desk.until('all changes', async () => {
    const { priority, status, tags } = await stored(number);
    return priority === 'high' && status === 'pending' && tags.includes('vip') && tags.includes('part');
  });
  blind.release();
  await seenSomewhere(astrid.page.getByRole('button', { name: 'Status: Pending' }));
  await seenSomewhere(bo.page.getByRole('button', { name: 'Priority: High' }));
});

test('the second who changes the same field hears who changed it to what, and chooses', async () => {
  const number = await onBoth('The same field');
  const blind = await blindfold(bo, number);
  await choose(astrid, '!', 'High');
  await desk.until('Astrid’s change', async () => (await stored(number)).priority === 'high');
  await choose(bo, '!', 'Low');
  await seen(bo.page.getByText(`#${number}: Astrid Lind changed Priority to “High”`));
  expect((await stored(number)).priority).toBe('high');
  blind.release();
  await seenSomewhere(bo.page.getByRole('button', { name: 'Priority: High' }));
  await bo.page.getByRole('button', { name: 'Use mine' }).press('Enter');
  await desk.until('Bo’s change', async () => (await stored(number)).priority === 'low');
  await seenSomewhere(astrid.page.getByRole('button', { name: 'Priority: Low' }));
});

test('what the customer wrote while two were writing is seen before it is answered', async () => {
  await onBoth('Written meanwhile');
  for (const { page } of [astrid, bo]) {
    await page.keyboard.press('r');
    await replyField(page).pressSequentially('We are looking into it');
  }
  await seen(bo.page.getByText('Astrid Lind is writing a reply right now'));
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: 'Re: Written meanwhile', text: 'It works again.', inReplyTo: `<collision-${count}@verified.example>`, references: `<collision-${count}@verified.example>`, messageId: '<collision-answer@verified.example>' });
  for (const { page } of [astrid, bo]) await seen(page.getByText('Maja Svensson wrote while you were writing.'));
  await astrid.page.keyboard.press('Control+Enter');
  await seen(astrid.page.getByRole('button', { name: 'Send anyway' }));
  expect(await desk.db.selectFrom('outbox').select('id').where('workspace_id', '=', desk.workspaceId).execute()).toEqual([]);
  await bo.page.getByRole('button', { name: 'I have seen it' }).press('Enter');
  await gone(bo.page.getByText('Maja Svensson wrote while you were writing.'));
});
