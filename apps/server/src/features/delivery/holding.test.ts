import { afterEach, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace } from '../../../../../tests/support/factories.ts';
import { openMailDesk, openSink, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

let desk: MailDesk | undefined;
afterEach(async () => {
  await desk?.stop();
  desk = undefined;
});

async function aWaitingMail(options: Parameters<typeof openMailDesk>[0]) {
  desk = await openMailDesk(options);
  const { id } = await aWorkspace(desk.context.db);
  const agent = await anAgent(desk.context.db, id, { role: 'admin' });
  const inbox = await anInbox(desk.context.db, id);
  await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'Hello', text: 'Hello', requester: { email: 'eva@people.example' }, direction: 'out' });
  // Longer than the sender's pause between two looks.
  await new Promise((resolve) => setTimeout(resolve, 1300));
  return { desk, agent, inbox };
}

test('without a way out mail waits, readable, and goes when its inbox gets a server', async () => {
  const { desk, agent, inbox } = await aWaitingMail({ withoutWayOut: true });
  const { body } = await desk.ask(agent, 'GET', '/api/v1/outbox?status=queued');
  expect(body.items).toMatchObject([{ waiting_for: 'configuration', attempts: 0 }]);
  expect((await desk.ask(agent, 'GET', `/api/v1/outbox/${body.items[0].id}`)).body.source).toContain('To: eva@people.example');
  const own = await openSink();
  await desk.context.db.updateTable('inboxes').set({ smtp_url_sealed: desk.context.sealer.seal(own.url) }).where('id', '=', inbox.id).execute();
  await desk.until('it goes', () => own.caught.length === 1);
  await own.close();
});

test('OMBUD_OUTBOUND=hold keeps everything although there is a server', async () => {
  const { desk, agent } = await aWaitingMail({ environment: { OMBUD_OUTBOUND: 'hold' } });
  expect((await desk.ask(agent, 'GET', '/api/v1/outbox')).body.items).toMatchObject([{ status: 'queued', waiting_for: 'hold' }]);
  expect(desk.sink.caught).toHaveLength(0);
});
