import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import type { Caught } from '../support/mail-desk.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, isLive, messagesFrom, openScreen, replyField, row, seen, seenSomewhere, signInByForm, ticket, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;
let screen: Screen;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind', role: 'agent' });
  screen = await openScreen(desk, agent);
});
afterAll(async () => {
  await screen?.close();
  await desk?.stop();
});

const header = (mail: Caught, name: string) => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(mail.raw)?.[1]?.replaceAll(/\s+/g, ' ') ?? null;
const statusChip = () => screen.page.getByRole('button', { name: /^Status: / });

/** Writes in the composer of the ticket that is open and sends with the keyboard alone. */
async function replies(text: string): Promise<void> {
  const { page } = screen;
  await page.keyboard.press('r');
  await replyField(page).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/goes out in 10 seconds/));
}

test('somebody signs in by the form and lands in the inbox, live', async () => {
  const context = await desk.browser.newContext({ baseURL: desk.url });
  const page = await context.newPage();
  await page.goto('/inbox/unassigned');
  const field = page.getByLabel('Password', { exact: true });
  // Hidden from who looks over the shoulder, and open to password managers.
  expect([await field.getAttribute('type'), await field.getAttribute('autocomplete')]).toEqual(['password', 'current-password']);
  const live = isLive(page);
  await signInByForm(page, agent);
  await live;
  await seen(page.getByRole('heading', { name: 'Unassigned' }));
  await context.close();
});

test('a mail appears on the open screen, is answered, and the conversation goes on until it is solved', async () => {
  const { page } = screen;
  const customer = 'maja@verified.example';
  await seen(page.getByText('No tickets yet'));
  await desk.send({ from: `Maja Svensson <${customer}>`, subject: 'Lampan lyser inte', text: 'Hej!\n\nLampan i hallen lyser inte längre.\n\nMaja', messageId: '<lamp-1@verified.example>' });

  // No reload: the row comes by itself, and the keyboard opens it.
  await seen(row(page, 'Lampan lyser inte'));
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await seen(ticket(page, 'Lampan lyser inte'));
  await seen(messagesFrom(page, 'Maja Svensson').getByText('Lampan i hallen lyser inte längre.'));

  await replies('Hej Maja, prova en ny glödlampa.');
  await seenSomewhere(page.getByRole('button', { name: 'Take back' }));
  const ours = page.getByRole('article', { name: 'Reply by Astrid Lind' });
  await seen(ours.getByText('Hej Maja, prova en ny glödlampa.'));
  expect(desk.sink.caught, 'nothing leaves while it can be taken back').toEqual([]);
  const answer = await desk.caught('the reply', ({ to }) => to.includes(customer));
  await seen(ours.getByText('Sent', { exact: true }));

  expect(header(answer, 'From')).toBe('"Astrid Lind (Lumen Lamps)" <support@lumen.example>');
  expect(answer.from, 'bounces come back to the ticket').toMatch(/^support\+t\.[a-z0-9.]+@lumen\.example$/);
  expect(header(answer, 'Reply-To')).toMatch(/<support\+t\.[0-9a-z]+\.[0-9a-z]+\.[a-z2-7]{16}@lumen\.example>$/);
  expect(header(answer, 'Message-ID')).toMatch(/^<om\.[^<>@\s]+@lumen\.example>$/);
  expect(header(answer, 'In-Reply-To')).toBe('<lamp-1@verified.example>');
  expect(header(answer, 'References')).toBe('<lamp-1@verified.example>');
  expect(header(answer, 'Auto-Submitted')).toBeNull();
  expect(answer.mail.subject).toBe('Re: Lampan lyser inte');
  expect(answer.mail.text).toContain('prova en ny glödlampa');
  expect(answer.mail.html).toContain('prova en ny glödlampa');
  expect(header(answer, 'Content-Type')).toMatch(/^multipart\/alternative/);
  const replyTo = answer.mail.replyTo[0]?.address ?? '';
  const ourId = answer.mail.messageId ?? '';

  // The customer answers with a Swedish quote: only what is new is shown, the rest is folded and can be opened.
  const quote = 'Den 3 maj 2026 kl. 09:12 skrev Astrid Lind (Lumen Lamps) <support@lumen.example>:\n\n> Hej Maja, prova en ny glödlampa.\n';
  await desk.send({ from: `Maja Svensson <${customer}>`, to: replyTo, subject: 'Re: Lampan lyser inte', text: `Den nya lyser inte heller.\n\n${quote}`, inReplyTo: ourId, references: ['<lamp-1@verified.example>', ourId], messageId: '<lamp-2@verified.example>' });
  const second = messagesFrom(page, 'Maja Svensson').nth(1);
  await seen(second.getByText('Den nya lyser inte heller.'));
  const attribution = second.getByText('skrev Astrid Lind');
  expect(await attribution.count(), 'the quote is folded').toBe(0);
  await second.getByRole('button', { name: 'quoted text' }).click();
  await seen(attribution);

  await page.getByRole('log').focus();
  await page.keyboard.press('e');
  await seen(page.getByText(/^#\d+ solved$/));
  await page.goto(`/inbox/all/${await numberOf('<lamp-2@verified.example>')}`);
  await seenSomewhere(statusChip().filter({ hasText: 'Solved' }));

  // A machine's answer is small and wakes nothing.
  await desk.send({ from: `Maja Svensson <${customer}>`, to: replyTo, subject: 'Frånvarande: Re: Lampan lyser inte', text: 'Jag är på semester till den 20 juni.', inReplyTo: ourId, references: [ourId], headers: { 'Auto-Submitted': 'auto-replied' }, messageId: '<lamp-3@verified.example>' });
  await seen(page.getByRole('button', { name: /Automatic message from Maja Svensson.*semester/ }));
  expect(await messagesFrom(page, 'Maja Svensson').count()).toBe(2);
  await seenSomewhere(statusChip().filter({ hasText: 'Solved' }));

  // A person's does.
  await desk.send({ from: `Maja Svensson <${customer}>`, to: replyTo, subject: 'Re: Lampan lyser inte', text: 'Nu är den trasig igen.', inReplyTo: ourId, references: [ourId], messageId: '<lamp-4@verified.example>' });
  await seen(messagesFrom(page, 'Maja Svensson').getByText('Nu är den trasig igen.'));
  await seenSomewhere(statusChip().filter({ hasText: 'Open' }));
  expectNoComplaints(screen);
});

test('a Polish answer shows only what is new', async () => {
  const { page } = screen;
  const from = 'Zofia Wójcik <zofia@verified.example>';
  await page.goto('/inbox/all');
  await desk.send({ from, subject: 'Faktura za maj', text: 'Dzień dobry,\n\nproszę o fakturę.', messageId: '<invoice-1@verified.example>' });
  await row(page, 'Faktura za maj').click();
  await seen(messagesFrom(page, 'Zofia Wójcik').getByText('proszę o fakturę'));
  const number = await numberOf('<invoice-1@verified.example>');
  // The API's replies go out at once; the ten seconds are tried once, above.
  await apiReply(number, 'Dzień dobry, oto ona.');
  const answer = await desk.caught('the Polish reply', ({ to }) => to.includes('zofia@verified.example'));
  await seen(page.getByRole('article', { name: 'Reply by Astrid Lind' }).getByText('oto ona'));
  const quote = 'niedz., 3 maj 2026 o 09:12 Lumen Lamps <support@lumen.example> napisał(a):\n\n> Dzień dobry, oto ona.\n';
  await desk.send({ from, to: answer.mail.replyTo[0]?.address, subject: 'Odp: Faktura za maj', text: `Dziękuję, wszystko jasne.\n\n${quote}`, inReplyTo: answer.mail.messageId ?? '', messageId: '<invoice-2@verified.example>' });
  const second = messagesFrom(page, 'Zofia Wójcik').nth(1);
  await seen(second.getByText('Dziękuję, wszystko jasne.'));
  expect(await second.getByText('napisał(a)').count()).toBe(0);
  await second.getByRole('button', { name: 'quoted text' }).click();
  await seen(second.getByText('napisał(a)'));
  expect(await numberOf('<invoice-2@verified.example>')).toBe(number);
  expectNoComplaints(screen);
});

test('a stranger who copies the thread’s headers and number does not get in, and gets no copies', async () => {
  const { page } = screen;
  await desk.send({ from: 'Karl Ek <karl@verified.example>', subject: 'Mitt lösenord', text: 'Kan ni hjälpa mig?', messageId: '<secret-1@verified.example>' });
  const number = await desk.until('a ticket', () => numberOf('<secret-1@verified.example>').catch(() => null));
  await desk.send({ from: 'Eve <eve@strangers.example>', subject: `Re: Mitt lösenord #${number}`, text: 'Send it to me instead.', inReplyTo: '<secret-1@verified.example>', references: ['<secret-1@verified.example>'], messageId: '<eve-1@strangers.example>' });
  await page.goto('/inbox/all');
  const eves = await desk.until('a ticket of its own', () => numberOf('<eve-1@strangers.example>').catch(() => null));
  expect(eves).not.toBe(number);

  await page.goto(`/inbox/all/${number}`);
  await seen(messagesFrom(page, 'Karl Ek'));
  expect(await page.getByText('Send it to me instead.').and(page.getByRole('article')).count()).toBe(0);
  await seen(page.getByRole('complementary', { name: 'Details' }).getByText('Claimed as continued by'));

  await page.goto(`/inbox/all/${eves}`);
  await seen(page.getByText(`Claims to continue #${number}, but the sender is not part of it`));
  await seen(page.getByRole('complementary', { name: 'Details' }).getByText('Claims to continue'));

  await apiReply(number, 'Här är länken.');
  const answer = await desk.caught('the answer', ({ to }) => to.includes('karl@verified.example'));
  expect(answer.to).toEqual(['karl@verified.example']);
  expect(desk.sink.caught.filter(({ to }) => to.includes('eve@strangers.example'))).toEqual([]);
  expectNoComplaints(screen);
});

async function numberOf(messageId: string): Promise<number> {
  const row = await desk.db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'))
    .select('t.number')
    .where('m.workspace_id', '=', desk.workspaceId)
    .where('m.message_id', '=', messageId)
    .executeTakeFirst();
  if (!row) throw new Error(`no message ${messageId}`);
  return row.number;
}

async function apiReply(number: number, text: string): Promise<void> {
  const response = await fetch(`${desk.url}/api/v1/tickets/${number}/messages`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'public', text }) });
  expect(response.status).toBe(201);
}
