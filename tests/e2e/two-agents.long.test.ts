import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, noteField, openScreen, replyField, row, seen, seenSomewhere, ticket, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
let astrid: Screen;
let bo: Screen;

beforeAll(async () => {
  desk = await openBrowserDesk();
  const [first, second] = await Promise.all([desk.agent({ name: 'Astrid Lind' }), desk.agent({ name: 'Bo Ek' })]);
  astrid = await openScreen(desk, first);
  bo = await openScreen(desk, second);
});
afterAll(async () => {
  await Promise.all([astrid?.close(), bo?.close()]);
  await desk?.stop();
});

let count = 0;
/** A new mail, on both lists; both begin there. */
async function aMail(subject: string): Promise<void> {
  count += 1;
  for (const { page } of [astrid, bo]) if (!page.url().endsWith('/inbox/all')) await page.getByRole('link', { name: /^All tickets/ }).click();
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject, text: `About ${subject}.`, messageId: `<two-${count}@verified.example>` });
  await Promise.all([seen(row(astrid.page, subject)), seen(row(bo.page, subject))]);
}

async function open({ page }: Screen, subject: string): Promise<void> {
  await row(page, subject).getByRole('link').click();
  await seen(ticket(page, subject));
}

async function write({ page }: Screen, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Reply to Maja Svensson…' }).click();
  await replyField(page).pressSequentially(text);
}

test('each sees in the list and on the ticket that the other looks, and a warning while the other writes', async () => {
  await aMail('Presence');
  await open(bo, 'Presence');
  await seen(row(astrid.page, 'Presence').getByRole('img', { name: 'Bo Ek is looking at it' }));
  await open(astrid, 'Presence');
  await seen(ticket(bo.page, 'Presence').getByRole('img', { name: 'Astrid Lind is looking at it' }));

  await write(astrid, 'Let me see');
  await seen(ticket(bo.page, 'Presence').getByRole('img', { name: 'Astrid Lind is writing' }));
  await bo.page.getByRole('button', { name: 'Reply to Maja Svensson…' }).click();
  await seen(bo.page.getByText('Astrid Lind is writing a reply right now'));
  await astrid.page.getByRole('link', { name: /^All tickets/ }).click();
  await gone(bo.page.getByText('Astrid Lind is writing a reply right now'));
});

test('what one changes is on the other’s screen without a reload, and a note is a note', async () => {
  await aMail('Shared');
  await open(astrid, 'Shared');
  await open(bo, 'Shared');
  await bo.page.getByRole('log').focus();
  await bo.page.keyboard.press('i');
  await seen(astrid.page.getByRole('button', { name: 'Assignee: Bo Ek' }));
  await seen(astrid.page.getByText('Bo Ek took the ticket'));
  await bo.page.keyboard.press('p');
  await seenSomewhere(astrid.page.getByRole('button', { name: 'Status: Pending' }));

  await bo.page.keyboard.press('n');
  await noteField(bo.page).pressSequentially('She called yesterday.');
  await bo.page.keyboard.press('Control+Enter');
  const note = astrid.page.getByRole('article', { name: 'Note by Bo Ek, only for colleagues' });
  await seen(note.getByText('She called yesterday.'));
  await seen(note.getByText('Note, only colleagues'));
  expect(desk.sink.caught.filter(({ raw }) => raw.includes('She called yesterday.'))).toEqual([]);
});

test('a row is marked unread until it has been read, for each of them', async () => {
  await aMail('Unread');
  const mark = (screen: Screen) => row(screen.page, 'Unread').getByRole('img', { name: 'Unread' });
  await Promise.all([seen(mark(astrid)), seen(mark(bo))]);
  await open(astrid, 'Unread');
  await gone(mark(astrid));
  await seen(mark(bo));
});

test('a draft survives a reload, also in another browser', async () => {
  await aMail('Draft');
  await open(bo, 'Draft');
  await write(bo, 'Half a sentence');
  await seen(bo.page.getByText('Draft saved'));
  await bo.page.reload();
  await seen(replyField(bo.page).getByText('Half a sentence'));
  // Forgotten here, it comes from the server.
  await bo.page.evaluate('localStorage.clear()');
  await bo.page.reload();
  await seen(replyField(bo.page).getByText('Half a sentence'));
  await bo.page.getByRole('button', { name: 'Discard the draft' }).click();
  await gone(replyField(bo.page));
});

test('a reply that is taken back returns to the composer and is never sent', async () => {
  await aMail('Taken back');
  await open(astrid, 'Taken back');
  await open(bo, 'Taken back');
  await write(astrid, 'Too early');
  await astrid.page.keyboard.press('Control+Enter');
  await seen(bo.page.getByRole('article', { name: 'Reply by Astrid Lind' }).getByText('Too early'));
  await astrid.page.getByRole('log').getByRole('button', { name: 'Take back' }).click();
  await seen(replyField(astrid.page).getByText('Too early'));
  await seen(bo.page.getByText('Astrid Lind took back a reply before it was sent'));
  const waiting = await desk.db.selectFrom('outbox').select('status').where('workspace_id', '=', desk.workspaceId).execute();
  expect(waiting.map(({ status }) => status)).toEqual(['cancelled']);
});

test('nobody’s browser complained', () => expectNoComplaints(astrid, bo));
