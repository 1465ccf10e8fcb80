import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type Caught, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

let desk: MailDesk;
let agent: TestAgent;
let workspaceId: number;
let brandId: number;
let inbox: { id: number; address: string };
let count = 0;

beforeAll(async () => {
  desk = await openMailDesk();
  const workspace = await aWorkspace(desk.context.db);
  ({ id: workspaceId, brandId } = workspace);
  await desk.context.db.updateTable('brands').set({ acknowledge: true, from_name: 'Acme Support' }).where('id', '=', brandId).execute();
  agent = await anAgent(desk.context.db, workspaceId, { role: 'admin' });
  inbox = await anInbox(desk.context.db, workspaceId, { address: 'help@acme.example' });
});
afterAll(() => desk.stop());

async function arrives(mail: { from: string; subject?: string; text?: string; headers?: Record<string, string>; envelopeFrom?: string; to?: string; replyTo?: string }) {
  const messageId = `<mail-${++count}@customer.example>`;
  const { envelopeFrom, ...rest } = mail;
  const to = mail.to ?? inbox.address;
  await desk.send({ subject: 'Hello', text: 'It is broken.', ...rest, to, messageId, envelope: { from: envelopeFrom ?? mail.from, to } });
  await desk.settle();
  const row = await desk.context.db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'))
    .select(['t.id', 't.number', 't.status', 'm.automatic', 'm.from_address'])
    .where('m.message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  return { messageId, ...row };
}

/** What has gone to an address; an acknowledgement that is queued is waited for. */
async function mailTo(address: string): Promise<Caught[]> {
  await desk.until('the outbox is empty', async () => (await desk.context.db.selectFrom('outbox').select('id').where('status', 'in', ['queued', 'sending']).execute()).length === 0);
  return desk.sink.caught.filter(({ to }) => to.includes(address));
}

test('a person gets one acknowledgement with the ticket’s number, marked as a machine’s', async () => {
  const { number } = await arrives({ from: 'Anna <anna@people.example>', subject: 'My lamp' });
  const [ack, ...more] = await mailTo('anna@people.example');
  expect(more).toHaveLength(0);
  expect(ack?.mail.headers).toMatchObject({ 'auto-submitted': 'auto-replied', 'x-auto-response-suppress': 'All' });
  expect(ack?.mail.text).toContain(`number ${number}`);
  expect(ack?.mail.from).toEqual({ name: 'Acme Support', address: 'help@acme.example' });
  expect(ack?.mail.subject).toBe('Re: My lamp');
});

test('an acknowledgement has no signature of a reply under it', async () => {
  const signature = { workspace_id: workspaceId, brand_id: brandId, kind: 'signature' as const, language: 'en', body: 'Kind regards {{agent.name}}' };
  await desk.context.db.insertInto('brand_texts').values(signature).execute();
  await arrives({ from: 'signed@people.example' });
  const [ack] = await mailTo('signed@people.example');
  await desk.context.db.deleteFrom('brand_texts').where('brand_id', '=', brandId).where('kind', '=', 'signature').execute();
  expect(ack?.mail.text).not.toContain('Kind regards');
  expect(ack?.mail.text?.trimEnd()).toMatch(/Acme Support$/);
});

test('at most one acknowledgement an hour goes to one address', async () => {
  await arrives({ from: 'often@people.example' });
  await arrives({ from: 'often@people.example' });
  expect(await mailTo('often@people.example')).toHaveLength(1);
  await desk.context.db.updateTable('automatic_answers').set({ answered_at: new Date(Date.now() - 3_700_000) }).where('address', '=', 'often@people.example').execute();
  await arrives({ from: 'often@people.example' });
  expect(await mailTo('often@people.example')).toHaveLength(2);
});

test('it speaks the customer’s language: the brand’s words where it has them, ours where it has none', async () => {
  const swedish = 'Hej! Min lampa har gått sönder och jag skulle vilja veta hur jag kan få en ny skickad hem till mig så snart som möjligt.';
  await arrives({ from: 'sven@people.example', text: swedish });
  expect((await mailTo('sven@people.example'))[0]?.mail.text).toContain('Vi har fått ditt meddelande');
  await desk.context.db
    .insertInto('brand_texts')
    .values([
      { workspace_id: workspaceId, brand_id: brandId, kind: 'acknowledgement', language: 'sv', subject: 'Ärende {{ticket.number}}', body: 'Tack {{customer.name}}! {{ticket.number}} {{constructor}} {{nothing.here}} Vi svarar {{desk.hours}}.' },
      { workspace_id: workspaceId, brand_id: brandId, kind: 'acknowledgement', language: 'en', body: 'Thank you.' },
    ])
    .execute();
  const office = [{ from: '08:00', to: '17:00' }];
  await desk.context.db.insertInto('calendars').values({ workspace_id: workspaceId, is_default: true, week: JSON.stringify([office, office, office, office, office, [], []]) }).execute();
  const { number } = await arrives({ from: 'Stina <stina@people.example>', text: swedish });
  const [ack] = await mailTo('stina@people.example');
  expect(ack?.mail.subject).toBe(`Ärende ${number}`);
  expect(ack?.mail.text).toContain(`Tack Stina! ${number} {{constructor}} {{nothing.here}} Vi svarar måndag–fredag 08:00–17:00.`);
  await arrives({ from: 'hans@people.example', text: 'Guten Tag, meine Lampe ist leider kaputt gegangen und ich möchte gerne wissen, wie ich eine neue bekommen kann.' });
  expect((await mailTo('hans@people.example'))[0]?.mail.text).toContain('Thank you.');
  await desk.context.db.deleteFrom('brand_texts').where('brand_id', '=', brandId).execute();
});

const machines: [string, Parameters<typeof arrives>[0]][] = [
  ['Auto-Submitted', { from: 'm1@people.example', headers: { 'Auto-Submitted': 'auto-generated' } }],
  ['Precedence', { from: 'm2@people.example', headers: { Precedence: 'bulk' } }],
  ['a mailing list', { from: 'm3@people.example', headers: { 'List-Id': '<news.people.example>' } }],
  ['asked to be silent', { from: 'm4@people.example', headers: { 'X-Auto-Response-Suppress': 'All' } }],
  ['a null return path', { from: 'm5@people.example', envelopeFrom: '' }],
  ['mailer-daemon', { from: 'mailer-daemon@people.example' }],
  ['a forged sender', { from: 'm6@forged.example' }],
  ['our own inbox', { from: 'help@acme.example' }],
];
test.each(machines)('nothing is answered to %s, yet the mail is a ticket', async (_what, mail) => {
  expect((await arrives(mail)).number).toBeGreaterThan(0);
  expect(await mailTo(mail.from)).toHaveLength(0);
});

test('two machines that answer each other stop after one acknowledgement', async () => {
  await arrives({ from: 'robot@people.example' });
  const [ack] = await mailTo('robot@people.example');
  const answer = await arrives({ from: 'robot@people.example', to: ack?.mail.replyTo[0]?.address ?? '', subject: `Auto: ${ack?.mail.subject}`, headers: { 'Auto-Submitted': 'auto-replied' } });
  expect(answer.automatic).toBe('auto-reply');
  expect(await mailTo('robot@people.example')).toHaveLength(1);
});

test('a form that writes Reply-To is answered there', async () => {
  const { number } = await arrives({ from: 'form@shop.example', replyTo: 'Karin <karin@people.example>' });
  expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.requester.email).toBe('karin@people.example');
  expect(await mailTo('karin@people.example')).toHaveLength(1);
  expect(await mailTo('form@shop.example')).toHaveLength(0);
});

test('an inbox answers by machine at most so many times an hour', async () => {
  const values = Array.from({ length: 500 }, (_, i) => ({ workspace_id: workspaceId, inbox_id: inbox.id, address: `bomb${i}@people.example`, answered_at: new Date() }));
  await desk.context.db.insertInto('automatic_answers').values(values).execute();
  await arrives({ from: 'capped@people.example' });
  expect(await mailTo('capped@people.example')).toHaveLength(0);
  await desk.context.db.deleteFrom('automatic_answers').where('address', 'like', 'bomb%').execute();
});

test('who is on the block list gets in nowhere, and is not told', async () => {
  await desk.context.db.insertInto('block_list').values({ workspace_id: workspaceId, pattern: '@spam.example' }).execute();
  await desk.send({ from: 'offer@spam.example', to: inbox.address, subject: 'Buy', text: 'Buy now', messageId: '<spam@spam.example>' });
  await desk.settle();
  expect(await desk.context.db.selectFrom('messages').select('id').where('message_id', '=', '<spam@spam.example>').execute()).toHaveLength(0);
  const { body } = await desk.ask(agent, 'GET', '/api/v1/intake?status=blocked');
  expect(body.items).toMatchObject([{ envelope_from: 'offer@spam.example', status: 'blocked' }]);
});

/** An agent's answer that went out to this customer. */
async function anAnswer(customer: string) {
  const { number } = await arrives({ from: customer });
  await mailTo(customer);
  const before = desk.sink.caught.length;
  await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Here you are.', status: 'solved' });
  const sent = await desk.until('the answer went out', () => desk.sink.caught.slice(before).find(({ to }) => to.includes(customer)));
  return { number, sent };
}

function report(sent: Caught, customer: string, action: 'failed' | 'delayed', { to = sent.from, original = sent.mail.messageId ?? '' } = {}): [string, { from: string; to: string }] {
  const status = action === 'failed' ? '5.1.1' : '4.4.1';
  const raw = [
    'From: Mail Delivery System <mailer-daemon@relay.example>', `To: ${to}`, `Subject: ${action === 'failed' ? 'Undelivered Mail Returned to Sender' : 'Delayed Mail (still being retried)'}`,
    `Message-ID: <dsn-${++count}@relay.example>`, 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
    '--b', 'Content-Type: text/plain', '', 'Your message could not be delivered.', '', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relay.example', '',
    `Final-Recipient: rfc822; ${customer}`, `Action: ${action}`, `Status: ${status}`, `Diagnostic-Code: smtp; 550 ${status} no such user`, '',
    '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${original}`, `To: ${customer}`, 'Subject: Re: Hello', '', '--b--', '',
  ].join('\r\n');
  return [raw, { from: '', to }];
}

async function addressOf(customer: string) {
  return desk.context.db.selectFrom('customer_addresses').select(['bounced_at', 'bounce_status']).where('address', '=', customer).executeTakeFirstOrThrow();
}

test('a bounce comes to the ticket whose message bounced, marks the address and brings the ticket back', async () => {
  const { number, sent } = await anAnswer('gone@people.example');
  expect(sent.from).toMatch(/^help\+t\./);
  await desk.sendRaw(...report(sent, 'gone@people.example', 'failed', { original: '<rewritten@relay.example>' }));
  await desk.settle();
  const { body: ticket } = await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`);
  expect(ticket).toMatchObject({ status: 'open' });
  expect(await addressOf('gone@people.example')).toMatchObject({ bounce_status: '5.1.1', bounced_at: expect.any(Date) });
  const { body: timeline } = await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`);
  expect(timeline.items).toContainEqual(expect.objectContaining({ type: 'message.bounced' }));
  expect(timeline.items).toContainEqual(expect.objectContaining({ type: 'message', automatic: 'bounce' }));
});

test('a bounce to the bare address is known by the Message-ID in it', async () => {
  const { number, sent } = await anAnswer('gone2@people.example');
  await desk.sendRaw(...report(sent, 'gone2@people.example', 'failed', { to: inbox.address }));
  await desk.settle();
  expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.status).toBe('open');
});

test('a delay is told on the ticket and marks nothing', async () => {
  const { number, sent } = await anAnswer('slow@people.example');
  await desk.sendRaw(...report(sent, 'slow@people.example', 'delayed'));
  await desk.settle();
  expect((await addressOf('slow@people.example')).bounced_at).toBeNull();
  const { body: timeline } = await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`);
  expect(timeline.items).toContainEqual(expect.objectContaining({ type: 'message.delayed' }));
  expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.status).toBe('solved');
});

test('a report marks only addresses that the message went to', async () => {
  await arrives({ from: 'bystander@people.example' });
  const { sent } = await anAnswer('teller@people.example');
  await desk.sendRaw(...report(sent, 'bystander@people.example', 'failed'));
  await desk.settle();
  expect((await addressOf('bystander@people.example')).bounced_at).toBeNull();
});

test('a bounce of nothing that we sent is a ticket without an answer', async () => {
  const before = desk.sink.caught.length;
  const [raw] = report({ from: '', to: [], raw: '', mail: { messageId: '<unknown@else.example>' } } as unknown as Caught, 'who@else.example', 'failed', { to: inbox.address });
  await desk.sendRaw(raw, { from: '', to: inbox.address });
  await desk.settle();
  await mailTo('mailer-daemon@relay.example');
  expect(desk.sink.caught).toHaveLength(before);
  const { body } = await desk.ask(agent, 'GET', '/api/v1/tickets?limit=1');
  expect(body.items[0]).toMatchObject({ requester: { email: 'mailer-daemon@relay.example' } });
});
