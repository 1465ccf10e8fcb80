import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type Caught, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

let desk: MailDesk;
let agent: TestAgent;
let workspaceId: number;
let count = 0;

beforeAll(async () => {
  desk = await openMailDesk({ environment: { OMBUD_LOG: 'silent' } });
  ({ id: workspaceId } = await aWorkspace(desk.context.db));
  agent = await anAgent(desk.context.db, workspaceId, { role: 'admin', name: 'Astrid Lind' });
  await anInbox(desk.context.db, workspaceId, { address: 'help@desk.example' });
});
afterAll(() => desk.stop());

type Mail = Parameters<MailDesk['send']>[0];

async function arrives(mail: Mail) {
  const messageId = `<side-${++count}@outside.example>`;
  const to = String(mail.to ?? 'help@desk.example');
  await desk.send({ subject: 'Hello', text: 'Text', messageId, ...mail, to, envelope: { from: (mail.envelope as { from?: string } | undefined)?.from ?? addressOf(String(mail.from)), to } });
  await desk.settle();
  return desk.context.db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'))
    .select(['m.id', 'm.kind', 'm.side_id', 'm.notices', 'm.author_type', 'm.text', 't.number', 't.status'])
    .where('m.message_id', '=', messageId)
    .executeTakeFirstOrThrow();
}

const addressOf = (text: string) => /<([^>]+)>/.exec(text)?.[1] ?? text;
const caughtFor = (address: string): Caught[] => desk.sink.caught.filter(({ to }) => to.includes(address));
const mailTo = (address: string, nth = 1) => desk.until(`mail ${nth} to ${address}`, () => caughtFor(address)[nth - 1]);
const noteOf = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items;

/** A customer writes with a picture in the text and a file beside it. */
async function aCase() {
  const customer = `customer${++count}@people.example`;
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const came = await arrives({
    from: `Eva Holm <${customer}>`, subject: 'My lamp', html: '<p>It looks <b>like this</b>: <img src="cid:photo"></p>',
    attachments: [{ filename: 'photo.png', content: png, cid: 'photo' }, { filename: 'receipt.txt', content: 'Paid', contentType: 'text/plain' }],
  });
  return { customer, number: came.number, messageId: came.id };
}

async function forwards({ number, messageId }: { number: number; messageId: number }, to: string, more: Record<string, unknown> = {}) {
  const made = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/side-conversations`, { kind: 'forward', subject: 'Fwd: My lamp', html: '<p>Is this <i>yours</i>?</p>', to: [{ email: to, name: 'Parts' }], quote: [messageId], ...more });
  expect(made).toMatchObject({ status: 201, body: { kind: 'forward', done: false } });
  return made.body as { id: number; people: { id: number; address: string; confirmed: boolean }[] };
}

describe('a forward', () => {
  test('carries own text, the quoted message with its pictures, and chosen files; the addressee takes no part in the ticket', async () => {
    const { number, messageId, customer } = await aCase();
    const [message] = (await noteOf(number)).filter((item: { type: string }) => item.type === 'message');
    const receipt = message.attachments.find(({ name }: { name: string }) => name === 'receipt.txt').id;
    await forwards({ number, messageId }, 'parts@supplier.example', { attachments: [receipt] });
    const { mail, raw } = await mailTo('parts@supplier.example');
    expect(mail.subject).toBe('Fwd: My lamp');
    expect(mail.text).toMatch(/^Is this yours\?\n\n-{10} Forwarded message -{10}\nFrom: Eva Holm/);
    expect(mail.html).toContain('like this');
    expect(mail.attachments.map(({ name, inline }) => [name, inline])).toEqual(expect.arrayContaining([['receipt.txt', false], ['photo.png', true]]));
    const picture = mail.attachments.find(({ name }) => name === 'photo.png');
    expect(mail.html).toContain(picture?.contentId);
    // Nothing in it opens the customer's thread, and nothing of that thread is named.
    expect(raw).not.toMatch(/\+t\.|<om\./);
    expect(mail.references).toEqual([]);
    expect(mail.replyTo[0]?.address).toMatch(/^help\+s\./);
    const { participants } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;
    expect(participants.map(({ address }: { address: string }) => address)).toEqual([customer]);
  });

  test('is answered into the side conversation, as from that person; the customer gets nothing and the ticket stays as it is', async () => {
    const { customer, ...ticket } = await aCase();
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${ticket.number}`, { status: 'solved' });
    const side = await forwards(ticket, 'sven@supplier.example');
    const { mail } = await mailTo('sven@supplier.example');
    const came = await arrives({ from: 'Sven <sven@supplier.example>', to: mail.replyTo[0]?.address ?? '', subject: 'Re: Fwd: My lamp', text: 'Yes, it is ours.' });
    expect(came).toMatchObject({ kind: 'side', side_id: side.id, number: ticket.number, status: 'solved', author_type: 'system', notices: [] });
    const answer = (await noteOf(ticket.number)).find((item: { id: number }) => item.id === came.id);
    expect(answer).toMatchObject({ kind: 'side', side: side.id, author: { type: 'system', name: 'Sven' }, from: { address: 'sven@supplier.example' } });
    // The next reply to the customer neither quotes nor references it, and goes to the customer alone.
    await desk.ask(agent, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'public', text: 'We have found out.' });
    const reply = await mailTo(customer);
    expect(reply.to).toEqual([customer]);
    expect(reply.raw).not.toMatch(/Yes, it is ours|<os\.|supplier\.example/);
  });

  test('does not take notes, other tickets’ messages, participants or our own addresses', async () => {
    const { customer, ...ticket } = await aCase();
    const note = (await desk.ask(agent, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'note', text: 'Secret' })).body;
    const other = await aCase();
    const ask = (body: object) => desk.ask(agent, 'POST', `/api/v1/tickets/${ticket.number}/side-conversations`, { kind: 'forward', subject: 'Fwd', text: 'See', to: [{ email: 'x@supplier.example' }], ...body });
    expect((await ask({ quote: [note.id] })).body.errors[0]).toMatchObject({ field: 'quote', code: 'not_found' });
    expect((await ask({ quote: [other.messageId] })).body.errors[0]).toMatchObject({ field: 'quote', code: 'not_found' });
    expect((await ask({ to: [{ email: customer }] })).body.errors[0]).toMatchObject({ field: 'to', code: 'takes_part' });
    expect((await ask({ to: [{ email: 'help@desk.example' }] })).body.errors[0]).toMatchObject({ field: 'to', code: 'own_address' });
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket.number}/side-conversations`)).body.items).toEqual([]);
  });
});

describe('who answers in a side conversation', () => {
  test('a stranger with the reply address is let in unconfirmed, and gets nothing until an agent confirms', async () => {
    const ticket = await aCase();
    const side = await forwards(ticket, 'first@supplier.example');
    const { mail } = await mailTo('first@supplier.example');
    const came = await arrives({ from: 'second@elsewhere.example', to: mail.replyTo[0]?.address ?? '', text: 'I was passed this.' });
    expect(came).toMatchObject({ kind: 'side', side_id: side.id, notices: ['side_unconfirmed'] });
    await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/messages`, { text: 'Thank you both.' });
    expect((await mailTo('first@supplier.example', 2)).to).toEqual(['first@supplier.example']);
    const person = (await desk.ask(agent, 'GET', `/api/v1/side-conversations/${side.id}`)).body.people.find(({ confirmed }: { confirmed: boolean }) => !confirmed);
    expect(person.address).toBe('second@elsewhere.example');
    expect((await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/people/${person.id}/confirm`)).status).toBe(200);
    await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/messages`, { text: 'And again.' });
    expect((await mailTo('second@elsewhere.example')).to.toSorted()).toEqual(['first@supplier.example', 'second@elsewhere.example']);
  });

  test('a customer in copy of an answer is not written to from there', async () => {
    const { customer, ...ticket } = await aCase();
    const side = await forwards(ticket, 'open@supplier.example');
    const { mail } = await mailTo('open@supplier.example');
    await arrives({ from: 'open@supplier.example', to: mail.replyTo[0]?.address ?? '', cc: customer, text: 'I told them.' });
    await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/messages`, { text: 'Please do not.' });
    expect((await mailTo('open@supplier.example', 2)).to).toEqual(['open@supplier.example']);
    expect(caughtFor(customer)).toEqual([]);
  });

  test('our Message-ID alone leads back only who takes part; anybody else opens a ticket that claims to go on', async () => {
    const ticket = await aCase();
    const side = await forwards(ticket, 'kept@supplier.example');
    const { mail } = await mailTo('kept@supplier.example');
    expect(await arrives({ from: 'kept@supplier.example', subject: 'Answer', inReplyTo: mail.messageId ?? '' })).toMatchObject({ kind: 'side', side_id: side.id });
    const stranger = await arrives({ from: 'thief@elsewhere.example', subject: 'Answer', inReplyTo: mail.messageId ?? '' });
    expect(stranger).toMatchObject({ kind: 'public', side_id: null });
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${stranger.number}`)).body.links).toMatchObject([{ number: ticket.number, kind: 'claims_to_continue' }]);
  });

  test('a forged mark is none', async () => {
    const ticket = await aCase();
    await forwards(ticket, 'real@supplier.example');
    const { mail } = await mailTo('real@supplier.example');
    const forged = (mail.replyTo[0]?.address ?? '').replace(/\.[a-z2-7]{16}@/, '.aaaaaaaaaaaaaaaa@');
    expect(await arrives({ from: 'real@supplier.example', to: forged })).toMatchObject({ kind: 'public', side_id: null });
  });

  test('a bounce comes back to it and wakes nothing', async () => {
    const ticket = await aCase();
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${ticket.number}`, { status: 'pending' });
    const side = await forwards(ticket, 'gone@supplier.example');
    const { from } = await mailTo('gone@supplier.example');
    expect(from).toMatch(/^help\+s\./);
    const report = ['From: MAILER-DAEMON@mx.example', `To: ${from}`, 'Message-ID: <bounce-side@mx.example>', 'Subject: Undelivered', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'No such user.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', 'Final-Recipient: rfc822; gone@supplier.example', 'Action: failed', 'Status: 5.1.1', '', '--b--', ''].join('\r\n');
    await desk.sendRaw(report, { from: '', to: from });
    await desk.settle();
    const items = await noteOf(ticket.number);
    expect(items.find((item: { message_id?: string }) => item.message_id === '<bounce-side@mx.example>')).toMatchObject({ kind: 'side', side: side.id, automatic: 'bounce' });
    expect(items.map(({ type }: { type: string }) => type)).toContain('message.bounced');
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket.number}`)).body.status).toBe('pending');
  });
});

test('a question is done, and open again with the next answer', async () => {
  const ticket = await aCase();
  const side = (await desk.ask(agent, 'POST', `/api/v1/tickets/${ticket.number}/side-conversations`, { kind: 'question', subject: 'Stock?', text: 'Is it in stock?', to: [{ email: 'stock@supplier.example' }] })).body;
  const { mail } = await mailTo('stock@supplier.example');
  expect((await desk.ask(agent, 'PATCH', `/api/v1/side-conversations/${side.id}`, { done: true })).body.done).toBe(true);
  await arrives({ from: 'stock@supplier.example', to: mail.replyTo[0]?.address ?? '', text: 'Two left.' });
  const [item] = (await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket.number}/side-conversations`)).body.items;
  expect(item).toMatchObject({ id: side.id, done: false, last_line: 'Two left.', last_direction: 'in', message_count: 2 });
  const second = await mailTo('stock@supplier.example');
  await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/messages`, { text: 'Send one.' });
  const answer = await mailTo('stock@supplier.example', 2);
  expect(answer.mail).toMatchObject({ subject: 'Re: Stock?' });
  expect(answer.mail.references).toContain(second.mail.messageId);
});

test('one that was taken back before it went is as if it had not begun', async () => {
  const ticket = await aCase();
  await forwards(ticket, 'undone@supplier.example', { undo_seconds: 30 });
  const { items } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket.number}/timeline`)).body;
  const sent = items.find(({ kind }: { kind?: string }) => kind === 'side');
  expect((await desk.ask(agent, 'POST', `/api/v1/messages/${sent.id}/cancel`)).status).toBe(200);
  expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket.number}/side-conversations`)).body.items).toEqual([]);
});

test('what waits for an inbox keeps the side conversation’s reply address when it gets one', async () => {
  const { db } = desk.context;
  const brandId = await aBrand(db, workspaceId);
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'No inbox', text: 'Hi', requester: { email: 'someone@people.example' }, brand: brandId });
  const side = await desk.ask(agent, 'POST', `/api/v1/tickets/${made.body.number}/side-conversations`, { kind: 'question', subject: 'Q', text: 'Well?', to: [{ email: 'waits@supplier.example' }] });
  expect(side.status).toBe(201);
  await anInbox(db, workspaceId, { brandId, address: 'new@desk.example' });
  const { mail } = await mailTo('waits@supplier.example');
  expect(mail.replyTo[0]?.address).toMatch(/^new\+s\./);
});

describe('a mail in a side conversation that goes out later', () => {
  const later = () => new Date(Date.now() + 3_600_000).toISOString();
  const ask = (number: number, body: object) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/side-conversations`, { kind: 'question', subject: 'Later', text: 'Well?', ...body });
  const sides = async (number: number) => (await noteOf(number)).filter(({ kind }: { kind?: string }) => kind === 'side');

  test('waits for its time, can be moved to now, and reaches who is in blind copy without saying so', async () => {
    const ticket = await aCase();
    const at = later();
    const side = await ask(ticket.number, { to: [{ email: 'slow@supplier.example' }], bcc: [{ email: 'quiet@partner.example' }], send_at: at, unless_answered: true });
    expect(side.status).toBe(201);
    const [message] = await sides(ticket.number);
    expect(message).toMatchObject({ bcc: [{ address: 'quiet@partner.example' }], delivery: { status: 'queued', scheduled_for: at, unless_answered: true } });
    expect(side.body.people.map(({ address }: { address: string }) => address)).toEqual(['slow@supplier.example']);
    expect((await desk.ask(agent, 'POST', `/api/v1/messages/${message.id}/schedule`, { send_at: null })).status).toBe(200);
    const [sent, blind] = await Promise.all([mailTo('slow@supplier.example'), mailTo('quiet@partner.example')]);
    expect(JSON.stringify([sent.mail.headers, blind.mail.headers])).not.toContain('quiet@partner.example');
  });

  test('is stopped by an answer there, not by the customer’s on the ticket', async () => {
    const ticket = await aCase();
    const side = (await ask(ticket.number, { to: [{ email: 'quick@supplier.example' }] })).body;
    const { mail } = await mailTo('quick@supplier.example');
    const write = await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/messages`, { text: 'Still there?', send_at: later(), unless_answered: true });
    expect(write.status).toBe(201);
    const reply = await desk.ask(agent, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'public', text: 'Soon', send_at: later(), unless_answered: true });
    const waitingOnes = async () => new Map((await noteOf(ticket.number)).flatMap((entry: { id: number; text?: string; delivery?: { status: string; cancel_reason: string | null } }) => (entry.delivery ? [[entry.text, entry.delivery.cancel_reason ?? entry.delivery.status] as const] : [])));
    await arrives({ from: 'quick@supplier.example', to: mail.replyTo[0]?.address ?? '', text: 'Yes, we are.' });
    expect([(await waitingOnes()).get('Still there?'), (await waitingOnes()).get('Soon')]).toEqual(['answered', 'queued']);
    expect(reply.status).toBe(201);
  });

  test.each([
    ['a time that is over', { send_at: '2020-01-01T00:00:00Z' }, 'send_at'],
    ['a condition without a time', { unless_answered: true }, 'unless_answered'],
    ['our own address in blind copy', { bcc: [{ email: 'help@desk.example' }] }, 'bcc'],
  ])('is refused with %s', async (_what, more, field) => {
    const answer = await ask((await aCase()).number, { to: [{ email: 'x@supplier.example' }], ...more });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, field]);
  });
});

describe('as many people as can take part', () => {
  const people = (count: number, at = 'many') => Array.from({ length: count }, (_, n) => ({ email: `p${n}@${at}.example` }));
  const ask = (number: number, body: object) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/side-conversations`, { kind: 'question', subject: 'All of you', text: 'Who knows?', ...body });
  const peopleOf = async (id: number) => (await desk.ask(agent, 'GET', `/api/v1/side-conversations/${id}`)).body.people as { id: number; address: string; confirmed: boolean }[];

  test('are twenty; one more is refused, with the field named, and nothing is written or sent', async () => {
    const { number } = await aCase();
    expect(await ask(number, { to: people(21) })).toMatchObject({ status: 400, body: { errors: [{ field: 'to', code: 'too_many_people' }] } });
    expect(await ask(number, { to: people(15), cc: people(6, 'more') })).toMatchObject({ status: 400, body: { errors: [{ field: 'cc', code: 'too_many_people' }] } });
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/side-conversations`)).body.items).toEqual([]);
    // Who is named twice is one.
    const side = (await ask(number, { to: people(20), cc: people(20) })).body;
    expect(await peopleOf(side.id)).toHaveLength(20);
    expect(await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/messages`, { text: 'And you?', cc: people(1, 'late') })).toMatchObject({ status: 400, body: { errors: [{ field: 'cc', code: 'too_many_people' }] } });
    expect((await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/messages`, { text: 'Once more', cc: people(1) })).status).toBe(201);
  });

  test('no mail brings in more, and none is lost for it', async () => {
    const ticket = await aCase();
    const side = await forwards(ticket, 'crowd@supplier.example');
    const { mail } = await mailTo('crowd@supplier.example');
    const to = mail.replyTo[0]?.address ?? '';
    await arrives({ from: 'passed@elsewhere.example', to, text: 'First' });
    await arrives({ from: 'crowd@supplier.example', to, cc: people(30, 'crowd').map(({ email }) => email).join(', '), text: 'All of us' });
    expect(await peopleOf(side.id)).toHaveLength(20);
    const last = await arrives({ from: 'last@elsewhere.example', to, text: 'Me too' });
    expect(last).toMatchObject({ kind: 'side', side_id: side.id, notices: ['side_unconfirmed'] });
    expect(await peopleOf(side.id)).toHaveLength(20);
    // Nineteen are written to: there is room for the one who waits, and for no other.
    const waits = (await peopleOf(side.id)).find(({ confirmed }) => !confirmed);
    expect((await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/people/${waits?.id}/confirm`)).status).toBe(200);
    await desk.context.db.insertInto('side_people').values({ workspace_id: workspaceId, side_id: side.id, address: 'extra@elsewhere.example', role: 'cc', confirmed: false }).execute();
    const extra = (await peopleOf(side.id)).find(({ confirmed }) => !confirmed);
    expect(await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side.id}/people/${extra?.id}/confirm`)).toMatchObject({ status: 400, body: { errors: [{ field: 'person', code: 'too_many_people' }] } });
    expect((await peopleOf(side.id)).find(({ id }) => id === extra?.id)?.confirmed).toBe(false);
  });
});

describe('on a ticket that is merged', () => {
  const sideTexts = async (number: number) => (await noteOf(number)).filter(({ kind }: { kind?: string }) => kind === 'side').map(({ text, ticket }: { text: string; ticket: number }) => [text.split('\n')[0], ticket]);
  const says = async (side: number, text: string) => expect((await desk.ask(agent, 'POST', `/api/v1/side-conversations/${side}/messages`, { text })).status).toBe(201);

  test('what is written goes where the answers come, to the ticket that it stands in, and back when that is taken back', async () => {
    const [root, source] = [await aCase(), await aCase()];
    const side = await forwards(source, 'merged@supplier.example');
    const to = (await mailTo('merged@supplier.example')).mail.replyTo[0]?.address ?? '';
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${root.number}`, { snoozed_until: 'reply' });
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source.number}/merge`, { into: root.number })).status).toBe(200);
    await says(side.id, 'Any news?');
    expect(await arrives({ from: 'Nordparts <merged@supplier.example>', to, text: 'Tomorrow.' })).toMatchObject({ number: root.number });
    await desk.ask(agent, 'PATCH', `/api/v1/side-conversations/${side.id}`, { done: true });
    expect((await sideTexts(root.number)).slice(1)).toEqual([['Any news?', root.number], ['Tomorrow.', root.number]]);
    const items = await noteOf(root.number);
    expect(items.filter(({ type }: { type: string }) => type === 'side.updated')).toMatchObject([{ ticket: root.number }]);
    expect(items.find(({ type }: { type: string }) => type === 'ticket.woken')).toMatchObject({ actor: { type: 'system', name: 'Nordparts' }, data: { reason: 'message', side: side.id } });

    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source.number}/unmerge`)).status).toBe(200);
    await says(side.id, 'And now?');
    expect(await arrives({ from: 'merged@supplier.example', to, text: 'It is here.' })).toMatchObject({ number: source.number });
    expect((await sideTexts(source.number)).slice(1)).toEqual([['And now?', source.number], ['It is here.', source.number]]);
    expect((await desk.ask(agent, 'GET', `/api/v1/side-conversations/${side.id}`)).body).toMatchObject({ ticket: source.number, message_count: 5 });
    // The whole conversation is read in one place, wherever the ticket stood meanwhile.
    expect((await desk.ask(agent, 'GET', `/api/v1/side-conversations/${side.id}/messages`)).body.items).toHaveLength(5);
  });

  test('a new one is of the ticket that it stands in, and may quote what both have', async () => {
    const [root, source] = [await aCase(), await aCase()];
    await desk.ask(agent, 'POST', `/api/v1/tickets/${source.number}/merge`, { into: root.number });
    const made = await desk.ask(agent, 'POST', `/api/v1/tickets/${source.number}/side-conversations`, { kind: 'forward', subject: 'Fwd: both', to: [{ email: 'both@supplier.example' }], quote: [root.messageId, source.messageId] });
    expect(made).toMatchObject({ status: 201, body: { ticket: root.number } });
    expect(await sideTexts(root.number)).toMatchObject([[expect.any(String), root.number]]);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source.number}/side-conversations`, { kind: 'forward', subject: 'Fwd', text: 'See', to: [{ email: root.customer }] })).body.errors[0]).toMatchObject({ field: 'to', code: 'takes_part' });
  });
});
