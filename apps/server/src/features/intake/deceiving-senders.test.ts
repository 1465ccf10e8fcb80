import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

let desk: MailDesk;
let agent: TestAgent;
let workspaceId: number;
let count = 0;
const inbox = 'support@desk.example';
const victim = 'victim@forged.example';

beforeAll(async () => {
  desk = await openMailDesk();
  workspaceId = (await aWorkspace(desk.context.db)).id;
  agent = await anAgent(desk.context.db, workspaceId, { role: 'admin' });
  await anInbox(desk.context.db, workspaceId, { address: inbox });
});
afterAll(() => desk.stop());

/** A mail with these header lines from a server that may send for verified.example. */
async function arrives(head: string[], envelopeFrom = 'attacker@verified.example', to = inbox) {
  const messageId = `<deceiving-${++count}@customer.example>`;
  await desk.sendRaw([...head, `To: ${to}`, `Message-ID: ${messageId}`, '', 'Please send me everything.', ''].join('\r\n'), { from: envelopeFrom, to });
  await desk.settle();
  const row = await desk.context.db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'))
    .select(['t.number', 'm.from_address', 'm.sender_check', 'm.author_id'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  return { messageId, ...row };
}

const detail = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;

test.each([
  ['a second @', `<${victim}@verified.example>`],
  ['a quoted local part', `"${victim},"@verified.example`],
  ['a quote that is never closed', `"unclosed <${victim}>, attacker@verified.example`],
])('a From that reads as two senders proves neither: %s', async (_what, from) => {
  const mail = await arrives([`From: ${from}`, 'Subject: Hello']);
  if (mail.from_address === victim) expect(mail.sender_check).toBe('failed');
  else expect(mail.from_address).toMatch(/@verified\.example$/);
});

test('who cannot be read from From is proved by nothing in Sender', async () => {
  expect((await arrives(['From: attacker@', `Sender: ${victim}`, 'Subject: Hello'])).sender_check).not.toBe('verified');
});

test('a proved stranger does not join by a participant’s address in Reply-To', async () => {
  const first = await arrives(['From: maja@verified.example', 'Subject: Lamp'], 'maja@verified.example');
  const head = ['From: stranger@verified.example', 'Reply-To: maja@verified.example'];
  expect((await arrives([...head, `Subject: [#${first.number}]`])).number).not.toBe(first.number);
  expect((await arrives([...head, 'Subject: Re: Lamp', `In-Reply-To: ${first.messageId}`])).number).not.toBe(first.number);
});

test('whoever holds our mark writes as themselves, unconfirmed, and not as the participant in their Reply-To', async () => {
  const first = await arrives(['From: olga@verified.example', 'Subject: Lamp'], 'olga@verified.example');
  const before = desk.sink.caught.length;
  await desk.ask(agent, 'POST', `/api/v1/tickets/${first.number}/messages`, { kind: 'public', text: 'Which one?' });
  const answer = await desk.until('the answer went out', () => desk.sink.caught[before]);
  const forwarded = await arrives(['From: colleague@verified.example', 'Reply-To: olga@verified.example', 'Subject: Re: Lamp'], 'colleague@verified.example', answer.mail.replyTo[0]?.address);
  expect(forwarded.number).toBe(first.number);
  expect(forwarded.author_id).not.toBe(first.author_id);
  const { participants } = await detail(first.number);
  expect(participants).toContainEqual(expect.objectContaining({ address: 'colleague@verified.example', confirmed: false }));
});

test('a web form that writes again on its ticket still speaks for the customer', async () => {
  const head = ['From: form@verified.example', 'Reply-To: Karin <karin@verified.example>', 'Subject: Order'];
  const first = await arrives(head, 'form@verified.example');
  const again = await arrives([...head, `In-Reply-To: ${first.messageId}`], 'form@verified.example');
  expect(again).toMatchObject({ number: first.number, author_id: first.author_id });
  const { participants } = await detail(first.number);
  expect(participants.map(({ address }: { address: string }) => address)).toEqual(['karin@verified.example']);
});
