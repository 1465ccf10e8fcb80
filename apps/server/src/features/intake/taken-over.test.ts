import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInbox, aWorkspace } from '../../../../../tests/support/factories.ts';
import { openMailDesk, testDns, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

let desk: MailDesk;
let takeOver: (() => Promise<void>) | null = null;

beforeAll(async () => {
  // The sender's domain is asked about while a mail is being read: that is when another node may take it.
  desk = await openMailDesk({
    dns: async (...asked) => {
      const meanwhile = takeOver;
      takeOver = null;
      await meanwhile?.();
      return testDns(...asked);
    },
  });
});
afterAll(() => desk.stop());

test.each([
  ['with nothing beside its ticket', {}],
  ['with a file', { attachments: [{ filename: 'lamp.txt', content: 'dark' }] }],
])('a mail %s that another reader has taken over becomes one ticket, by whoever has it now', async (_name, more) => {
  const { id: workspaceId } = await aWorkspace(desk.context.db);
  const inbox = await anInbox(desk.context.db, workspaceId, {});
  takeOver = async () => {
    await sql`update intake set attempts = attempts + 1, next_attempt_at = now() where workspace_id = ${workspaceId}`.execute(desk.context.db);
  };
  await desk.send({ from: 'maja@verified.example', to: inbox.address, subject: 'Lamp', text: 'It is dark.', ...more });
  await desk.settle();
  expect(takeOver).toBeNull();
  const tickets = await desk.context.db.selectFrom('tickets').select('id').where('workspace_id', '=', workspaceId).execute();
  const mails = await desk.context.db.selectFrom('intake').select(['ticket_id', 'attempts', 'status']).where('workspace_id', '=', workspaceId).execute();
  expect(tickets).toHaveLength(1);
  expect(mails).toEqual([{ ticket_id: tickets[0]?.id, attempts: 3, status: 'done' }]);
});
