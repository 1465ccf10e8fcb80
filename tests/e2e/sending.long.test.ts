import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { aPicture } from './support/picture.ts';
import { expectNoComplaints, gone, noteField, openScreen, replyField, seen, seenSomewhere, ticket, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;
let screen: Screen;
let folder: string;
let aFilm: string;
let count = 0;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
  await desk.agent({ name: 'Åsa Öberg' });
  await desk.agent({ name: 'Bo Ek' });
  screen = await openScreen(desk, agent, { at: '/inbox/open' });
  // On the disk, as a person has it: what is handed to the browser byte by byte takes half a minute on a busy machine.
  folder = await mkdtemp(join(tmpdir(), 'ombud-sending-'));
  aFilm = join(folder, 'film.mp4');
  await writeFile(aFilm, '');
  await truncate(aFilm, 31 * 1024 * 1024);
});
afterAll(async () => {
  await screen?.close();
  await desk?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The open ticket of a mail from somebody new. */
async function aCase(subject: string, { cc = '', text = `About ${subject}.` } = {}): Promise<string> {
  count += 1;
  const customer = `maja${count}@verified.example`;
  await desk.send({ from: `Maja Svensson <${customer}>`, subject, text, ...(cc && { cc }), messageId: `<sending-${count}@verified.example>` });
  const { number } = await desk.until('the ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).executeTakeFirst());
  await screen.go(`/inbox/open/${number}`);
  await seen(ticket(screen.page, subject));
  return customer;
}

async function beginsReply(text: string): Promise<void> {
  await screen.page.keyboard.press('r');
  await seen(replyField(screen.page));
  await screen.page.keyboard.type(text);
}
const button = (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true });
const inThread = (name: RegExp) => screen.page.getByRole('article', { name });

test('a reply goes to everybody, to the customer alone, or to whom one chooses, and says to whom it went', async () => {
  const { page } = screen;
  const customer = await aCase('To whom', { cc: 'Bo Nilsson <bo.nilsson@people.example>' });
  await beginsReply('Only for Maja.');
  // The address that it goes out from is in sight, not only the name.
  await seen(page.getByRole('region', { name: 'Reply' }).getByText(desk.inbox.address, { exact: true }));
  const people = page.getByRole('group', { name: 'Who gets it' });
  expect(await people.getByRole('button', { name: 'Reply all' }).getAttribute('aria-pressed')).toBe('true');
  await seen(page.getByRole('group', { name: 'Copy' }).getByText('Bo Nilsson'));
  await people.getByRole('button', { name: 'Only Maja Svensson' }).press('Enter');
  await gone(page.getByRole('group', { name: 'Copy', exact: true }));
  await button('Add an address: Blind copy').press('Enter');
  await page.keyboard.type('boss@people.example');
  await page.keyboard.press('Enter');
  await seen(page.getByRole('group', { name: 'Blind copy' }).getByText('boss@people.example'));
  await replyField(page).focus();
  await page.keyboard.press('Control+Enter');
  const mail = await desk.caught('the reply', ({ to }) => to.includes(customer));
  expect(mail.to.toSorted()).toEqual(['boss@people.example', customer]);
  expect(mail.raw).not.toMatch(/boss@|bo\.nilsson@/);
  await inThread(/^Reply by Astrid Lind/).getByRole('button', { name: /^to Maja Svensson/ }).press('Enter');
  await seen(inThread(/^Reply by Astrid Lind/).getByText('boss@people.example'));
});

test('f forwards with own words; the answer comes back to the ticket as from that person, and the customer hears nothing', async () => {
  const { page } = screen;
  const customer = await aCase('Whose lamp');
  await page.keyboard.press('f');
  const room = page.getByRole('dialog', { name: /^Forward from #/ });
  await seen(room);
  // The field for the first addressee has the focus.
  await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Add an address: To');
  await page.keyboard.type('parts@supplier.example');
  await page.keyboard.press('Enter');
  await seen(room.getByText('parts@supplier.example'));
  await room.getByRole('textbox', { name: 'Your own text' }).focus();
  await page.keyboard.type('Is this one of yours?');
  await page.keyboard.press('Control+Enter');
  await gone(room);
  await seen(inThread(/^Astrid Lind forwarded to parts@supplier.example/).getByText('The customer does not see this'));
  const forwarded = await desk.caught('the forward', ({ to }) => to.includes('parts@supplier.example'));
  expect(forwarded.mail.subject).toBe('Fwd: Whose lamp');
  expect(forwarded.mail.text).toMatch(/^Is this one of yours\?[\s\S]*About Whose lamp\./);

  await desk.send({ from: 'Sven Parts <parts@supplier.example>', to: forwarded.mail.replyTo[0]?.address ?? '', subject: 'Re: Fwd: Whose lamp', text: 'It is ours.', messageId: '<parts-1@supplier.example>' });
  const answer = inThread(/^Answer from Sven Parts in a side conversation/);
  await seen(answer.getByText('It is ours.'));
  await answer.getByRole('button', { name: 'Open' }).press('Enter');
  const conversation = page.getByRole('dialog', { name: 'Fwd: Whose lamp' });
  await seen(conversation.getByText('It is ours.'));
  await conversation.getByRole('textbox', { name: 'Your answer in the side conversation' }).focus();
  await page.keyboard.type('Thank you.');
  await page.keyboard.press('Control+Enter');
  const second = await desk.caught('the second mail', ({ to, mail }) => to.includes('parts@supplier.example') && (mail.text ?? '').includes('Thank you.'));
  expect(second.to).toEqual(['parts@supplier.example']);
  await conversation.getByRole('button', { name: 'Mark done' }).press('Enter');
  await seen(conversation.getByRole('button', { name: 'Open again' }));
  await page.keyboard.press('Escape');
  await gone(conversation);
  await seenSomewhere(page.getByRole('region', { name: 'Side conversations' }).getByText('Done'));
  expect(desk.sink.caught.filter(({ to }) => to.includes(customer))).toEqual([]);
});

test('a reply can wait for tomorrow, be moved, and be sent at once', async () => {
  const { page } = screen;
  const customer = await aCase('Tomorrow');
  await beginsReply('Good morning, Maja.');
  await page.keyboard.press('Control+Shift+L');
  const dialog = page.getByRole('dialog', { name: 'Send later' });
  await dialog.getByRole('button', { name: /^Tomorrow morning/ }).press('Enter');
  await dialog.getByRole('button', { name: 'Schedule' }).press('Enter');
  const ours = inThread(/^Reply by Astrid Lind/);
  await seen(ours.getByText(/^Goes out .*09:00$/));
  await ours.getByRole('button', { name: 'Change the time' }).press('Enter');
  await dialog.getByLabel('Time', { exact: true }).fill('10:30');
  await dialog.getByRole('button', { name: 'Schedule' }).press('Enter');
  await seen(ours.getByText(/^Goes out .*10:30$/));
  await page.reload();
  await seen(ours.getByText(/^Goes out .*10:30$/));
  expect(desk.sink.caught.filter(({ to }) => to.includes(customer))).toEqual([]);
  await ours.getByRole('button', { name: 'Send now' }).press('Enter');
  await desk.caught('the reply', ({ to }) => to.includes(customer));
  await seen(ours.getByText('Sent', { exact: true }));
});

test('what was to go only without an answer is stopped by it, and its text is not lost', async () => {
  const { page } = screen;
  const customer = await aCase('Still there');
  await beginsReply('Are you still there?');
  await page.keyboard.press('Control+Shift+L');
  const dialog = page.getByRole('dialog', { name: 'Send later' });
  await dialog.getByRole('checkbox').press('Space');
  await dialog.getByRole('button', { name: 'Schedule' }).press('Enter');
  await seen(inThread(/^Reply by Astrid Lind/).getByText(/only if there is no answer until then/));
  await desk.send({ from: `Maja Svensson <${customer}>`, subject: 'Re: Still there', text: 'Yes, I am.', inReplyTo: `<sending-${count}@verified.example>`, messageId: '<still-2@verified.example>' });
  await seen(page.getByText('A scheduled reply was cancelled, because the customer answered'));
  await page.getByRole('button', { name: /^Not sent, because the customer answered first/ }).press('Enter');
  await button('Put it back into the reply').press('Enter');
  await seen(replyField(page).getByText('Are you still there?'));
});

test('@ offers colleagues, whatever their accents, and names them in the note', async () => {
  const { page } = screen;
  await aCase('Who knows');
  // Who they are is known only after the name was begun.
  const known = Promise.withResolvers<void>();
  await page.route('**/colleagues', async (route) => {
    await known.promise;
    await route.continue();
  });
  await page.keyboard.press('n');
  await seen(noteField(page));
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.type('Ask @as');
  await expect.poll(() => noteField(page).innerText()).toBe('Ask @as');
  known.resolve();
  await seen(page.getByRole('option', { name: 'Åsa Öberg' }));
  // Nobody names themselves.
  expect(await page.getByRole('option', { name: 'Astrid Lind' }).count()).toBe(0);
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await page.keyboard.type('about this.');
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('article', { name: 'Note by Astrid Lind, only for colleagues' });
  await seen(note.locator('.mention').getByText('@Åsa Öberg'));
  const named = () => desk.db.selectFrom('ticket_mentions as m').innerJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 'm.workspace_id').onRef('a.id', '=', 'm.agent_id')).select('a.name').where('m.workspace_id', '=', desk.workspaceId).execute();
  await expect.poll(named).toEqual([{ name: 'Åsa Öberg' }]);
});

test('a pasted picture stands where it was pasted, here and in the mail; a file that is too large is told so at once', async () => {
  const { page } = screen;
  const customer = await aCase('A picture');
  await beginsReply('Look: ');
  const bytes = [...aPicture({ width: 40, height: 30, colour: [20, 120, 200] })];
  await replyField(page).focus();
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], 'shot.png', { type: 'image/png' }));
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
  await seen(replyField(page).locator('img[data-file]'));
  await seen(page.getByText('Draft saved'));
  await page.reload();
  await seen(replyField(page).locator('img[data-file]'));
  await page.locator('input[type=file]').first().setInputFiles(aFilm);
  await seen(page.getByText('Too large: at most 30 MB'));
  await button('Remove film.mp4').press('Enter');
  await replyField(page).focus();
  await page.keyboard.press('Control+Enter');
  await seen(inThread(/^Reply by Astrid Lind/).locator('.rich-text img'));
  const { mail } = await desk.caught('the picture', ({ to }) => to.includes(customer));
  expect(mail.attachments).toMatchObject([{ name: 'shot.png', inline: true }]);
});

test('a text that goes on elsewhere is not lost: the newest stands, the other is offered', async () => {
  const { page } = screen;
  await aCase('Two desks');
  await beginsReply('At the desk.');
  await seen(page.getByText('Draft saved'));
  const other = await openScreen(desk, agent, { at: new URL(page.url()).pathname });
  await seen(replyField(other.page).getByText('At the desk.'));
  await replyField(page).focus();
  await page.keyboard.type(' More of it.');
  await seen(page.getByText('Draft saved'));
  await desk.until('it is kept', async () => (await desk.db.selectFrom('drafts').select('html').where('html', 'like', '%More of it.%').executeTakeFirst()) !== undefined);
  await replyField(other.page).focus();
  await other.page.keyboard.press('Control+End');
  await other.page.keyboard.type(' On the phone.');
  await seen(other.page.getByText('You also wrote this text on another device'));
  await other.page.getByRole('button', { name: 'Add that text below' }).press('Enter');
  await seen(replyField(other.page).getByText('At the desk. More of it.'));
  await seen(replyField(other.page).getByText('At the desk. On the phone.'));
  await gone(other.page.getByText('You also wrote this text on another device'));
  await other.close();
});

test('a reply in another language than the customer’s is hinted at, and goes all the same', async () => {
  const { page } = screen;
  const customer = await aCase('Språk', { text: 'Hej! Min lampa har gått sönder och jag skulle vilja veta hur jag kan få en ny skickad hem till mig så snart som möjligt.' });
  await beginsReply('We are very sorry to hear that your lamp is broken, and we will send you a new one as soon as we can.');
  await seen(page.getByText('This looks like English; Maja Svensson writes Swedish'));
  await page.keyboard.press('Control+Enter');
  await desk.caught('the reply', ({ to }) => to.includes(customer));
  expectNoComplaints(screen);
});
