import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAgent, aBrand, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, openSink, smtpError, type Caught, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

let desk: MailDesk;
let agent: TestAgent;
let workspaceId: number;
let brandId: number;
let count = 0;

beforeAll(async () => {
  desk = await openMailDesk({ environment: { OMBUD_LOG: 'silent' } });
  ({ id: workspaceId, brandId } = await aWorkspace(desk.context.db));
  agent = await anAgent(desk.context.db, workspaceId, { role: 'admin', name: 'Astrid Lind' });
  await anInbox(desk.context.db, workspaceId, { address: 'sales@desk.example' });
  await desk.context.db.updateTable('brands').set({ from_name: 'Acme Sales' }).where('id', '=', brandId).execute();
});
afterAll(() => desk.stop());
beforeEach(() => {
  desk.sink.onRecipient = null;
  desk.sink.onMail = null;
});

type Sent = { ticket: number; message: number; customer: string; messageId: string };

/** An agent writes to a new customer; `cc` get copies. */
async function writes({ cc = [] as string[], undo = 0, attachments = [] as number[], html = undefined as string | undefined, text = 'Good morning.', asker = agent, body = {} } = {}): Promise<Sent> {
  const customer = `c${++count}@people.example`;
  const people = cc.map((email) => ({ email }));
  const made = await desk.ask(asker, 'POST', '/api/v1/tickets', { subject: `Order ${count}`, ...(html ? { html } : { text }), requester: { email: customer, name: 'Eva' }, cc: people, direction: 'out', undo_seconds: undo, attachments, ...body });
  expect(made.status).toBe(201);
  const ticket = made.body.number;
  const { body: timeline } = await desk.ask(asker, 'GET', `/api/v1/tickets/${ticket}/timeline`);
  const message = timeline.items.find((item: { type: string }) => item.type === 'message');
  return { ticket, message: message.id, customer, messageId: message.message_id };
}

const caughtFor = (address: string): Caught[] => desk.sink.caught.filter(({ to }) => to.includes(address));
const rowOf = (message: number) => desk.context.db.selectFrom('outbox').selectAll().where('message_id', '=', message).executeTakeFirstOrThrow();
const reaches = (message: number, status: string) => desk.until(`the mail is ${status}`, async () => (await rowOf(message)).status === status);
const tried = (message: number, attempts: number) => desk.until(`${attempts} attempts`, async () => {
  const row = await rowOf(message);
  return row.attempts >= attempts && row.status !== 'sending' ? row : null;
});
async function dueNow(message: number): Promise<void> {
  await desk.context.db.updateTable('outbox').set({ next_attempt_at: new Date(Date.now() - 1000) }).where('message_id', '=', message).execute();
  desk.context.wake.say('outbox');
}
async function events(ticket: number): Promise<string[]> {
  return (await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket}/timeline`)).body.items.map((item: { type: string }) => item.type);
}

test('a message goes out with signed addresses, both parts, and the agent’s and the brand’s names', async () => {
  await desk.context.db.insertInto('brand_texts').values({ workspace_id: workspaceId, brand_id: brandId, kind: 'signature', language: 'en', body: '{{agent.name}} for {{ customer.name }}, case {{ticket.number}}\n{{brand.name}}, Lamp street 1' }).execute();
  const { customer, messageId, message, ticket } = await writes({ html: '<p>Good <b>morning</b>. Your lamp has been sent today.</p>' });
  await reaches(message, 'sent');
  const [{ mail, from, raw }] = caughtFor(customer) as [Caught];
  expect(mail).toMatchObject({ from: { name: 'Astrid Lind (Acme Sales)', address: 'sales@desk.example' }, to: [{ name: 'Eva', address: customer }], messageId });
  expect(mail.replyTo[0]?.address).toMatch(/^sales\+t\./);
  expect(from).toBe(mail.replyTo[0]?.address);
  expect(mail.text).toContain(`-- \nAstrid Lind for Eva, case ${ticket}\nAcme Sales, Lamp street 1`);
  expect(raw).toContain('<b>morning</b>');
  expect(mail.headers['auto-submitted']).toBeUndefined();
  await desk.context.db.deleteFrom('brand_texts').where('brand_id', '=', brandId).execute();
});

test('an answer refers to the whole thread', async () => {
  const first = await writes();
  await reaches(first.message, 'sent');
  const second = await desk.ask(agent, 'POST', `/api/v1/tickets/${first.ticket}/messages`, { kind: 'public', text: 'One more thing.' });
  await reaches(second.body.id, 'sent');
  const third = await desk.ask(agent, 'POST', `/api/v1/tickets/${first.ticket}/messages`, { kind: 'public', text: 'And another.' });
  await reaches(third.body.id, 'sent');
  const mail = caughtFor(first.customer).at(-1)?.mail;
  expect(mail?.references).toEqual([first.messageId, second.body.message_id]);
  expect(mail?.subject).toMatch(/^Re: Order/);
});

test('attachments and pictures go along, byte for byte', async () => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 251));
  const boundary = 'x'.repeat(20);
  const payload = Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="räkning 1.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const upload = await desk.app.inject({ method: 'POST', url: '/api/v1/files', headers: { ...agent.headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
  const file = JSON.parse(upload.body) as { id: number };
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const { customer, message } = await writes({ attachments: [file.id], html: `<p>See <img src="data:image/png;base64,${dot}"></p>` });
  await reaches(message, 'sent');
  const { mail } = caughtFor(customer)[0] as Caught;
  const attached = mail.attachments.find(({ name }) => name === 'räkning 1.bin');
  expect(Buffer.from(attached?.content ?? []).equals(bytes)).toBe(true);
  const picture = mail.attachments.find(({ type }) => type === 'image/png');
  expect(picture?.inline).toBe(true);
  expect(Buffer.from(picture?.content ?? []).toString('base64')).toBe(dot);
});

test('the outbox shows exactly the bytes that go out', async () => {
  const { message, customer } = await writes({ undo: 60, html: '<p>Å, 日本, <i>x</i></p>' });
  const { id } = await rowOf(message);
  const { body: shown } = await desk.ask(agent, 'GET', `/api/v1/outbox/${id}`);
  expect(shown).toMatchObject({ status: 'queued', waiting_for: 'time', source_cut: false, recipients: [{ address: customer, status: 'waiting' }] });
  expect(shown.headers).toContainEqual({ name: 'Subject', value: shown.subject });
  await dueNow(message);
  await reaches(message, 'sent');
  expect(caughtFor(customer)[0]?.raw).toBe(shown.source);
});

test('undo takes a message back before it goes, and says so when it is too late', async () => {
  const kept = await writes({ undo: 60 });
  expect((await desk.ask(agent, 'POST', `/api/v1/messages/${kept.message}/cancel`)).body).toMatchObject({ status: 'cancelled' });
  await dueNow(kept.message);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(caughtFor(kept.customer)).toHaveLength(0);
  expect(await events(kept.ticket)).toContain('message.cancelled');
  const gone = await writes();
  await reaches(gone.message, 'sent');
  const late = await desk.ask(agent, 'POST', `/api/v1/messages/${gone.message}/cancel`);
  expect(late).toMatchObject({ status: 409, body: { code: 'already_sent' } });
});

test('a reply that is taken back leaves the ticket’s row to the newest message that stays', async () => {
  const { ticket, message } = await writes({ text: 'Your lamp is on its way.' });
  await reaches(message, 'sent');
  const rowNow = async () => (await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket}`)).body;
  const says = async (body: object) => (await desk.ask(agent, 'POST', `/api/v1/tickets/${ticket}/messages`, body)).body.id as number;
  const before = await rowNow();
  const reply = await says({ kind: 'public', text: 'It went to the wrong address.', undo_seconds: 60 });
  expect(await rowNow()).toMatchObject({ last_line: 'It went to the wrong address.', message_count: 2 });
  await desk.ask(agent, 'POST', `/api/v1/messages/${reply}/cancel`);
  const shown = ({ last_line, last_author, last_direction, last_message_at, message_count }: typeof before) => ({ last_line, last_author, last_direction, last_message_at, message_count });
  expect(shown(await rowNow())).toEqual({ ...shown(before), last_author: 'Astrid Lind' });

  // Twice is once.
  await desk.ask(agent, 'POST', `/api/v1/messages/${reply}/cancel`);
  expect((await rowNow()).message_count).toBe(1);

  // A note that came after it stays the newest; what was taken back before does not come up again.
  const second = await says({ kind: 'public', text: 'A second try.', undo_seconds: 60 });
  await says({ kind: 'note', text: 'She moved in May.' });
  await desk.ask(agent, 'POST', `/api/v1/messages/${second}/cancel`);
  expect(await rowNow()).toMatchObject({ last_line: 'She moved in May.', last_author: 'Astrid Lind', last_direction: 'out', message_count: 2 });
});

test('the status that a reply set goes with it when it is taken back, unless somebody has moved it on since', async () => {
  const { ticket } = await writes();
  const replies = async (status: string) => (await desk.ask(agent, 'POST', `/api/v1/tickets/${ticket}/messages`, { kind: 'public', text: 'Done.', status, undo_seconds: 60 })).body.id as number;
  const now = async () => (await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket}`)).body;
  const before = (await now()).status;

  const solving = await replies('solved');
  const { body: timeline } = await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket}/timeline`);
  expect(timeline.items.find((entry: { id: number; type: string }) => entry.type === 'message' && entry.id === solving).status_change).toEqual({ from: before, to: 'solved' });
  await desk.ask(agent, 'POST', `/api/v1/messages/${solving}/cancel`);
  expect(await now()).toMatchObject({ status: before, solved_at: null, close_at: null });

  const solved = await desk.ask(agent, 'PATCH', `/api/v1/tickets/${ticket}`, { status: 'solved' });
  const reopening = await replies('open');
  await desk.ask(agent, 'POST', `/api/v1/messages/${reopening}/cancel`);
  const again = await now();
  expect(again.status).toBe('solved');
  expect(Date.parse(again.close_at) - Date.parse(again.solved_at)).toBe(Date.parse(solved.body.close_at) - Date.parse(solved.body.solved_at));

  const waiting = await replies('pending');
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${ticket}`, { status: 'on_hold' });
  await desk.ask(agent, 'POST', `/api/v1/messages/${waiting}/cancel`);
  expect((await now()).status).toBe('on_hold');
});

test('a ticket whose only message is taken back has no newest line', async () => {
  const { ticket, message } = await writes({ undo: 60 });
  const { id } = await rowOf(message);
  await desk.ask(agent, 'POST', `/api/v1/outbox/${id}/cancel`);
  expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket}`)).body).toMatchObject({ last_line: '', message_count: 0 });
});

test('on a merged ticket the newest message that stays may be the other one’s, and both rows count right', async () => {
  const target = await writes({ text: 'The older one.' });
  const source = await writes({ text: 'The newer one.', undo: 60 });
  expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source.ticket}/merge`, { into: target.ticket })).status).toBe(200);
  const rowOfTicket = async (ticket: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket}`)).body;
  const reply = await desk.ask(agent, 'POST', `/api/v1/tickets/${target.ticket}/messages`, { kind: 'public', text: 'To both.', undo_seconds: 60 });
  await desk.ask(agent, 'POST', `/api/v1/messages/${reply.body.id}/cancel`);
  expect(await rowOfTicket(target.ticket)).toMatchObject({ last_line: 'The newer one.', message_count: 2 });
  await desk.ask(agent, 'POST', `/api/v1/messages/${source.message}/cancel`);
  expect(await rowOfTicket(target.ticket)).toMatchObject({ last_line: 'The older one.', message_count: 1 });
  expect(await desk.context.db.selectFrom('tickets').select('message_count').where('number', '=', source.ticket).where('workspace_id', '=', workspaceId).executeTakeFirstOrThrow()).toEqual({ message_count: 0 });
});

test('a message that comes while another is taken back is the newest and is counted', async () => {
  for (let i = 0; i < 8; i += 1) {
    const { ticket, message } = await writes({ undo: 60 });
    await Promise.all([
      desk.ask(agent, 'POST', `/api/v1/messages/${message}/cancel`),
      desk.ask(agent, 'POST', `/api/v1/tickets/${ticket}/messages`, { kind: 'note', text: 'At the same moment' }),
    ]);
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket}`)).body).toMatchObject({ last_line: 'At the same moment', message_count: 1 });
  }
});

test('of undo and the sender at the same moment exactly one wins', async () => {
  for (let i = 0; i < 10; i += 1) {
    const { message, customer } = await writes({ undo: 60 });
    const [cancelled] = await Promise.all([desk.ask(agent, 'POST', `/api/v1/messages/${message}/cancel`), dueNow(message)]);
    if (cancelled.status !== 200) await reaches(message, 'sent');
    expect(caughtFor(customer)).toHaveLength(cancelled.status === 200 ? 0 : 1);
  }
});

test('a server that is busy gets the same mail again later, once', async () => {
  desk.sink.onMail = () => smtpError(451, '4.3.0 busy');
  const { message, customer, messageId, ticket } = await writes();
  const row = await tried(message, 1);
  expect(row).toMatchObject({ status: 'queued', last_error: expect.stringContaining('busy') });
  expect(row.next_attempt_at?.getTime()).toBeGreaterThan(Date.now() + 5_000);
  desk.sink.onMail = null;
  await dueNow(message);
  await reaches(message, 'sent');
  expect(caughtFor(customer).map(({ mail }) => mail.messageId)).toEqual([messageId]);
  expect((await events(ticket)).filter((type) => type === 'message.sent')).toHaveLength(1);
});

test('a repeat after a crash between sending and writing it down is the same mail to the byte', async () => {
  const { message, customer } = await writes();
  await reaches(message, 'sent');
  await desk.context.db.updateTable('outbox').set({ status: 'sending', accepted: [], next_attempt_at: new Date(Date.now() - 1000) }).where('message_id', '=', message).execute();
  desk.context.wake.say('outbox');
  await desk.until('sent again', () => caughtFor(customer).length === 2);
  const [first, second] = caughtFor(customer);
  expect(second?.raw).toBe(first?.raw);
});

test('a refusal for good comes back to the ticket, marks the address, and may be tried again', async () => {
  desk.sink.onRecipient = () => smtpError(550, '5.1.1 no such user');
  const { message, customer, ticket } = await writes();
  await reaches(message, 'failed');
  expect(await events(ticket)).toContain('message.failed');
  expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${ticket}`)).body.status).toBe('open');
  const address = await desk.context.db.selectFrom('customer_addresses').select(['bounced_at']).where('address', '=', customer).executeTakeFirstOrThrow();
  expect(address.bounced_at).toBeInstanceOf(Date);
  const { body: list } = await desk.ask(agent, 'GET', '/api/v1/outbox?status=failed');
  expect(list.items).toContainEqual(expect.objectContaining({ message, last_error: expect.stringContaining('no such user') }));
  desk.sink.onRecipient = null;
  expect((await desk.ask(agent, 'POST', `/api/v1/outbox/${(await rowOf(message)).id}/retry`)).status).toBe(200);
  await reaches(message, 'sent');
  expect(caughtFor(customer)).toHaveLength(1);
});

test('a dislike of the content fails the mail but does not mark the address', async () => {
  desk.sink.onMail = () => smtpError(554, '5.7.1 looks like spam');
  const { message, customer } = await writes();
  await reaches(message, 'failed');
  const address = await desk.context.db.selectFrom('customer_addresses').select(['bounced_at']).where('address', '=', customer).executeTakeFirstOrThrow();
  expect(address.bounced_at).toBeNull();
});

test('of several recipients each gets it once, whoever else is refused or put off', async () => {
  let busy = true;
  desk.sink.onRecipient = (address) => (address.startsWith('bad') ? smtpError(550, '5.1.1 unknown') : address.startsWith('later') && busy ? smtpError(450, '4.2.0 later') : null);
  const { message, customer } = await writes({ cc: [`bad${count}@people.example`, `later${count}@people.example`] });
  const cc = (await rowOf(message)).envelope_to;
  await tried(message, 1);
  busy = false;
  await dueNow(message);
  await reaches(message, 'sent');
  expect(caughtFor(customer)).toHaveLength(1);
  expect(caughtFor(cc[2] ?? '')).toHaveLength(1);
  expect(await rowOf(message)).toMatchObject({ refused: [cc[1]] });
});

test('a server that takes its own address only as the sender gets the bare one', async () => {
  const strict = await openSink({ onMailFrom: (address, _session, callback) => callback(address.address.includes('+') ? smtpError(553, '5.7.1 sender not owned') : null) });
  const { id } = await anInbox(desk.context.db, workspaceId, { address: 'own@desk.example', brandId: await aBrand(desk.context.db, workspaceId) });
  await desk.context.db.updateTable('inboxes').set({ smtp_url_sealed: desk.context.sealer.seal(strict.url) }).where('id', '=', id).execute();
  const { brand_id } = await desk.context.db.selectFrom('inboxes').select('brand_id').where('id', '=', id).executeTakeFirstOrThrow();
  const { message } = await writes({ body: { brand: brand_id } });
  await reaches(message, 'sent');
  expect(strict.caught.map(({ from }) => from)).toEqual(['own@desk.example']);
  await strict.close();
});

test('a peer that talks nonsense, hangs up or is not there costs an attempt and no more', async () => {
  const sockets = new Set<Socket>();
  const peers: [string, (socket: Socket) => void][] = [
    ['nonsense', (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nhello\r\n')],
    ['hangs up', (socket) => socket.destroy()],
    ['hangs up after the greeting', (socket) => socket.write('220 hello\r\n', () => socket.end())],
  ];
  for (const [name, peer] of peers) {
    const server: Server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      peer(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const brand = await aBrand(desk.context.db, workspaceId);
    const { id } = await anInbox(desk.context.db, workspaceId, { brandId: brand });
    await desk.context.db.updateTable('inboxes').set({ smtp_url_sealed: desk.context.sealer.seal(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`) }).where('id', '=', id).execute();
    const { message } = await writes({ body: { brand } });
    const row = await tried(message, 1);
    expect(row, name).toMatchObject({ status: 'queued', last_error: expect.any(String) });
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

test('a server that stalls holds up its own inbox only', async () => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const brand = await aBrand(desk.context.db, workspaceId);
  const { id } = await anInbox(desk.context.db, workspaceId, { brandId: brand });
  await desk.context.db.updateTable('inboxes').set({ smtp_url_sealed: desk.context.sealer.seal(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`) }).where('id', '=', id).execute();
  for (let i = 0; i < 30; i += 1) await writes({ body: { brand } });
  const { message } = await writes();
  await reaches(message, 'sent');
  expect(await desk.context.db.selectFrom('outbox').select('id').where('inbox_id', '=', id).where('status', '=', 'sent').execute()).toHaveLength(0);
  await desk.context.db.updateTable('outbox').set({ status: 'cancelled', next_attempt_at: null }).where('inbox_id', '=', id).execute();
  for (const socket of sockets) socket.destroy();
  server.close();
});

test('another workspace’s or brand’s mail is not there', async () => {
  const { message } = await writes();
  const { id } = await rowOf(message);
  const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'owner' });
  const beside = await anAgent(desk.context.db, workspaceId, { brands: [await aBrand(desk.context.db, workspaceId)] });
  for (const asker of [stranger, beside]) {
    expect((await desk.ask(asker, 'GET', `/api/v1/outbox/${id}`)).status).toBe(404);
    expect((await desk.ask(asker, 'POST', `/api/v1/outbox/${id}/retry`)).status).toBe(404);
    expect((await desk.ask(asker, 'POST', `/api/v1/outbox/${id}/cancel`)).status).toBe(404);
    expect((await desk.ask(asker, 'POST', `/api/v1/messages/${message}/cancel`)).status).toBe(404);
    expect((await desk.ask(asker, 'GET', '/api/v1/outbox')).body.items).toEqual([]);
  }
  const viewer = await anAgent(desk.context.db, workspaceId, { role: 'viewer' });
  expect((await desk.ask(viewer, 'GET', `/api/v1/outbox/${id}`)).status).toBe(200);
  expect((await desk.ask(viewer, 'POST', `/api/v1/outbox/${id}/cancel`)).status).toBe(403);
});

test('an answer of a brand without an inbox waits, and goes out from the first one that it gets', async () => {
  const homeless = await aBrand(desk.context.db, workspaceId);
  const { customer, message, messageId, ticket } = await writes({ body: { brand: homeless } });
  expect(messageId).toMatch(/^<.+>$/);
  const waiting = (await desk.ask(agent, 'GET', '/api/v1/outbox?status=queued')).body.items.find((item: { message: number }) => item.message === message);
  expect(waiting).toMatchObject({ ticket, waiting_for: 'configuration', from: { address: '' } });
  expect((await desk.ask(agent, 'GET', `/api/v1/outbox/${waiting.id}`)).status).toBe(200);
  await anInbox(desk.context.db, workspaceId, { brandId: homeless, address: 'late@desk.example' });
  desk.context.wake.say('outbox');
  await reaches(message, 'sent');
  const [{ mail }] = caughtFor(customer) as [Caught];
  expect(mail).toMatchObject({ from: { address: 'late@desk.example' }, messageId });
  expect(mail.replyTo[0]?.address).toMatch(/^late\+t\./);
});

test('a reply that nobody can get is refused, and nothing of it is kept', async () => {
  const { body } = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'From ourselves', text: 'Hello', requester: { email: 'sales@desk.example' } });
  const refused = await desk.ask(agent, 'POST', `/api/v1/tickets/${body.number}/messages`, { kind: 'public', text: 'An answer to ourselves' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'no_recipient' } });
  expect(await events(body.number)).toEqual(['message']);
});
