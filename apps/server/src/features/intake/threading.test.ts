import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

let desk: MailDesk;
let agent: TestAgent;
let inbox: { id: number; address: string };
let workspaceId: number;
let count = 0;

beforeAll(async () => {
  desk = await openMailDesk();
  const workspace = await aWorkspace(desk.context.db);
  workspaceId = workspace.id;
  agent = await anAgent(desk.context.db, workspaceId, { role: 'admin', name: 'Astrid Lind' });
  inbox = await anInbox(desk.context.db, workspaceId, { address: 'support@desk.example' });
});
afterAll(() => desk.stop());

type Conversation = { number: number; customerId: string; ourId: string; replyTo: string; subject: string; customer: string };

/** A customer's mail that an agent has answered. */
async function anAnsweredMail(customer = `customer${++count}@verified.example`, cc: string[] = []): Promise<Conversation> {
  const subject = `Broken lamp ${++count}`;
  const customerId = `<first-${count}@customer.example>`;
  await desk.send({ from: `Maja <${customer}>`, to: inbox.address, cc, subject, text: 'It does not shine.', messageId: customerId });
  await desk.settle();
  const number = (await ticketOf(customerId)).number;
  const before = desk.sink.caught.length;
  const { status } = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Please try another bulb.' });
  expect(status).toBe(201);
  const answer = await desk.until('the answer went out', () => desk.sink.caught.slice(before).find(({ mail }) => mail.subject.includes(subject)));
  return { number, customerId, ourId: answer.mail.messageId ?? '', replyTo: answer.mail.replyTo[0]?.address ?? '', subject, customer };
}

async function ticketOf(messageId: string) {
  const row = await desk.context.db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'))
    .select(['t.id', 't.number', 't.status', 'm.sender_check', 'm.author_type', 'm.automatic'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.message_id', '=', messageId)
    .executeTakeFirst();
  if (!row) throw new Error(`no message ${messageId}`);
  return row;
}

async function arrives(mail: { from: string; to?: string; cc?: string[]; subject?: string; text?: string; inReplyTo?: string; references?: string; headers?: Record<string, string> }) {
  const messageId = `<in-${++count}@customer.example>`;
  await desk.send({ to: inbox.address, text: 'And another thing.', subject: 'Re: hello', ...mail, messageId });
  await desk.settle();
  return { messageId, ...(await ticketOf(messageId)) };
}

async function detail(number: number) {
  return (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;
}

test('a mail becomes a ticket with its customer', async () => {
  const { number } = await anAnsweredMail('first@verified.example');
  const ticket = await detail(number);
  expect(ticket).toMatchObject({ requester: { email: 'first@verified.example', name: 'Maja' }, channel: 'email', message_count: 2 });
});

test('an answer to our signed reply address joins without any header', async () => {
  const talk = await anAnsweredMail();
  expect(talk.replyTo).toMatch(/^support\+t\..+@desk\.example$/);
  expect(await arrives({ from: talk.customer, to: talk.replyTo.toUpperCase() })).toMatchObject({ number: talk.number, status: 'open' });
});

test('an answer to our Message-ID joins although it comes to the bare address', async () => {
  const talk = await anAnsweredMail();
  expect((await arrives({ from: talk.customer, inReplyTo: talk.ourId })).number).toBe(talk.number);
});

test('a stranger who copies our signed Message-ID out of a forwarded mail does not get in', async () => {
  const talk = await anAnsweredMail();
  const copied = await arrives({ from: 'nosy@elsewhere.example', inReplyTo: talk.ourId, references: talk.ourId, subject: `Re: [#${talk.number}] Broken lamp` });
  expect(copied.number).not.toBe(talk.number);
  expect(await detail(copied.number)).toMatchObject({ links: [{ number: talk.number, kind: 'claims_to_continue' }] });
});

test('a guessed or changed mark opens nothing', async () => {
  const talk = await anAnsweredMail();
  const changed = talk.replyTo.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'));
  const otherTicket = talk.ourId.replace(/om\.[0-9a-z]+\./, 'om.1.');
  const otherEnd = talk.ourId.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'));
  for (const mail of [{ to: changed }, { inReplyTo: otherTicket }, { inReplyTo: otherEnd }, { references: `${otherTicket} ${otherEnd}` }]) {
    expect((await arrives({ from: 'stranger@elsewhere.example', ...mail })).number).toBeGreaterThan(talk.number);
  }
});

test('somebody whom the mail was forwarded to is let in unconfirmed and gets no copies until an agent confirms', async () => {
  const talk = await anAnsweredMail();
  expect((await arrives({ from: 'colleague@elsewhere.example', to: talk.replyTo, cc: ['friend@elsewhere.example'] })).number).toBe(talk.number);
  const { participants } = await detail(talk.number);
  const colleague = participants.find((one: { address: string }) => one.address === 'colleague@elsewhere.example');
  expect(colleague).toMatchObject({ confirmed: false });
  expect(participants.find((one: { address: string }) => one.address === 'friend@elsewhere.example')).toMatchObject({ confirmed: false });
  const before = desk.sink.caught.length;
  await desk.ask(agent, 'POST', `/api/v1/tickets/${talk.number}/messages`, { kind: 'public', text: 'To whom?' });
  const sent = await desk.until('sent', () => desk.sink.caught[before]);
  expect(sent.to).toEqual([talk.customer]);
});

test('References to the customer’s own mail join for who takes part, and for nobody else', async () => {
  const talk = await anAnsweredMail();
  expect((await arrives({ from: talk.customer, references: talk.customerId })).number).toBe(talk.number);
  const stranger = await arrives({ from: 'stranger@elsewhere.example', references: talk.customerId, inReplyTo: talk.customerId });
  expect(stranger.number).not.toBe(talk.number);
  expect((await detail(stranger.number)).links).toMatchObject([{ number: talk.number, kind: 'claims_to_continue' }]);
});

test('people in copy take part, get copies, and their answers join', async () => {
  const talk = await anAnsweredMail(undefined, ['partner@elsewhere.example']);
  expect(desk.sink.caught.at(-1)?.to.toSorted()).toEqual([talk.customer, 'partner@elsewhere.example'].toSorted());
  expect((await arrives({ from: 'partner@elsewhere.example', references: talk.customerId })).number).toBe(talk.number);
});

test('a number in the subject joins only for who takes part and is proved to be the sender', async () => {
  const proved = await anAnsweredMail();
  expect((await arrives({ from: proved.customer, subject: `My case [#${proved.number}]` })).number).toBe(proved.number);
  const unproved = await anAnsweredMail('lena@elsewhere.example');
  const again = await arrives({ from: 'lena@elsewhere.example', subject: `My case [#${unproved.number}]` });
  expect(again).toMatchObject({ sender_check: 'unverified' });
  expect(again.number).not.toBe(unproved.number);
  expect((await detail(again.number)).links).toMatchObject([{ number: unproved.number, kind: 'claims_to_continue' }]);
  const stranger = await arrives({ from: 'stranger@verified.example', subject: `#${proved.number}` });
  expect(stranger.number).not.toBe(proved.number);
});

test('a forged sender never joins by number, is shown as failed, and brings nobody in', async () => {
  const talk = await anAnsweredMail('victim@forged.example');
  const byNumber = await arrives({ from: 'victim@forged.example', subject: `[#${talk.number}]` });
  expect(byNumber).toMatchObject({ sender_check: 'failed' });
  expect(byNumber.number).not.toBe(talk.number);
  const withMark = await arrives({ from: 'victim@forged.example', inReplyTo: talk.ourId, cc: ['thief@elsewhere.example'] });
  expect(withMark).toMatchObject({ number: talk.number, sender_check: 'failed' });
  const { participants } = await detail(talk.number);
  expect(participants.find((one: { address: string }) => one.address === 'thief@elsewhere.example')).toMatchObject({ confirmed: false });
});

test('a mail from an agent’s address never speaks as the agent', async () => {
  const mail = await arrives({ from: agent.email, subject: 'I am in charge' });
  expect(mail.author_type).toBe('customer');
});

test('Outlook’s conversation joins where References are missing, for who takes part', async () => {
  const index = Buffer.alloc(22, ++count).toString('base64');
  const first = await arrives({ from: 'olga@verified.example', subject: 'Printer', headers: { 'Thread-Index': index } });
  const answer = Buffer.concat([Buffer.from(index, 'base64'), Buffer.alloc(5, 9)]).toString('base64');
  expect((await arrives({ from: 'olga@verified.example', subject: 'RE: Printer', headers: { 'Thread-Index': answer } })).number).toBe(first.number);
  expect((await arrives({ from: 'other@verified.example', subject: 'RE: Printer', headers: { 'Thread-Index': answer } })).number).not.toBe(first.number);
});

test('an answer reopens a solved ticket, and continues a closed one in a new ticket', async () => {
  const talk = await anAnsweredMail();
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${talk.number}`, { status: 'solved' });
  expect(await arrives({ from: talk.customer, inReplyTo: talk.ourId })).toMatchObject({ number: talk.number, status: 'open' });
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${talk.number}`, { status: 'solved' });
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${talk.number}`, { status: 'closed' });
  const next = await arrives({ from: talk.customer, inReplyTo: talk.ourId });
  expect(next).toMatchObject({ status: 'new' });
  expect((await detail(next.number)).links).toMatchObject([{ number: talk.number, kind: 'related' }]);
});

test('an out-of-office reply is shown on its ticket and leaves it solved', async () => {
  const talk = await anAnsweredMail();
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${talk.number}`, { status: 'solved' });
  const away = await arrives({ from: talk.customer, to: talk.replyTo, subject: 'Out of office', headers: { 'Auto-Submitted': 'auto-replied' } });
  expect(away).toMatchObject({ number: talk.number, status: 'solved', automatic: 'out-of-office' });
});

test('the same mail twice is one message, also with other bytes around the same Message-ID', async () => {
  const mail = { from: 'twice@elsewhere.example', to: inbox.address, subject: 'Twice', text: 'Once is enough.', messageId: `<twice-${++count}@customer.example>`, date: new Date(0) };
  await desk.send(mail);
  await desk.send(mail);
  await desk.send({ ...mail, headers: { Received: 'from a relay; Mon, 1 Jan 2024 00:00:00 +0000' } });
  await desk.settle();
  const messages = await desk.context.db.selectFrom('messages').select('id').where('message_id', '=', mail.messageId).execute();
  expect(messages).toHaveLength(1);
  const rows = await desk.context.db.selectFrom('intake').select('status').where('workspace_id', '=', workspaceId).where('envelope_from', '=', mail.from).orderBy('id').execute();
  expect(rows.map(({ status }) => status)).toContain('done');
});

test('our own mail that comes round does not become a ticket', async () => {
  const talk = await anAnsweredMail();
  const sent = desk.sink.caught.find(({ mail }) => mail.messageId === talk.ourId);
  const before = (await desk.ask(agent, 'GET', '/api/v1/tickets?limit=100')).body.items.length;
  await desk.sendRaw(`Received: from a forwarder\r\n${sent?.raw}`, { from: 'forwarder@elsewhere.example', to: inbox.address });
  await desk.settle();
  expect((await desk.ask(agent, 'GET', '/api/v1/tickets?limit=100')).body.items).toHaveLength(before);
});

test('an answer that is read beside what it answers still joins it', async () => {
  const first = `<pair-a-${++count}@customer.example>`;
  const answer = `<pair-b-${count}@customer.example>`;
  const from = 'pair@elsewhere.example';
  // Larger, so that it takes longer to read than its answer.
  await desk.send({ from, to: inbox.address, subject: 'Pair', text: 'A lamp. '.repeat(100_000), messageId: first });
  await desk.send({ from, to: inbox.address, subject: 'Re: Pair', text: 'I forgot the picture.', messageId: answer, inReplyTo: first });
  await desk.settle();
  expect((await ticketOf(answer)).number).toBe((await ticketOf(first)).number);
});

test('answers to a merged ticket’s mail join the ticket that it was merged into, also after that was merged again, and come back when it is undone', async () => {
  const [merged, middle, root] = [await anAnsweredMail(), await anAnsweredMail(), await anAnsweredMail()];
  const merge = (number: number, into: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/merge`, { into });
  const answer = async (ids: { to?: string; inReplyTo?: string }) => {
    const messageId = `<merged-${++count}@customer.example>`;
    await desk.send({ from: merged.customer, to: ids.to ?? inbox.address, subject: `Re: ${merged.subject}`, text: 'Still dark.', messageId, ...(ids.inReplyTo ? { inReplyTo: ids.inReplyTo } : {}) });
    await desk.settle();
    return (await ticketOf(messageId)).number;
  };
  expect((await merge(merged.number, middle.number)).status).toBe(200);
  expect(await answer({ to: merged.replyTo })).toBe(middle.number);
  expect((await merge(middle.number, root.number)).status).toBe(200);
  expect(await answer({ to: merged.replyTo })).toBe(root.number);
  expect(await answer({ inReplyTo: merged.ourId })).toBe(root.number);
  expect(await answer({ inReplyTo: merged.customerId })).toBe(root.number);
  await desk.ask(agent, 'POST', `/api/v1/tickets/${middle.number}/unmerge`);
  await desk.ask(agent, 'POST', `/api/v1/tickets/${merged.number}/unmerge`);
  expect(await answer({ to: merged.replyTo })).toBe(merged.number);
});
