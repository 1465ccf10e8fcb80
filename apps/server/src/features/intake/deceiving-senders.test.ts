import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInbox, aWorkspace } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

let desk: MailDesk;
let workspaceId: number;
let count = 0;
const inbox = 'support@desk.example';
const victim = 'victim@forged.example';

beforeAll(async () => {
  desk = await openMailDesk();
  workspaceId = (await aWorkspace(desk.context.db)).id;
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
