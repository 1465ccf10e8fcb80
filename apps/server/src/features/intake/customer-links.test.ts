import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { issueLink } from '../commitment-links/index.ts';
import { issueRatingLink } from '../satisfaction/index.ts';

let desk: MailDesk;
let agent: TestAgent;
let workspaceId: number;
let address: string;

beforeAll(async () => {
  desk = await openMailDesk();
  ({ id: workspaceId } = await aWorkspace(desk.context.db));
  agent = await anAgent(desk.context.db, workspaceId, { role: 'admin' });
  ({ address } = await anInbox(desk.context.db, workspaceId, { address: 'help@acme.example' }));
});
afterAll(() => desk.stop());

async function timelineOf(mail: { text: string; html: string }) {
  const messageId = `<${crypto.randomUUID()}@customer.example>`;
  await desk.send({ from: 'maja@people.example', to: address, subject: 'Re: How was it?', ...mail, messageId, envelope: { from: 'maja@people.example', to: address } });
  await desk.settle();
  const { number } = await desk.context.db.selectFrom('messages as m').innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id')).select('t.number').where('m.message_id', '=', messageId).executeTakeFirstOrThrow();
  return JSON.stringify((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body);
}

test('a customer’s own links, quoted back to us, open nothing for who reads the ticket', async () => {
  const { sealer, config: { publicUrl }, clock } = desk.context;
  const rating = issueRatingLink(sealer, publicUrl, { workspaceId, surveyId: 7 });
  const promise = issueLink(sealer, publicUrl, { workspaceId, commitmentId: 7 }, clock.now());
  const scanned = `https://links.example/?url=${encodeURIComponent(`${rating}?score=5`)}&data=x`;
  const foreign = `https://films.example/rating/${'a'.repeat(60)}`;
  const seen = await timelineOf({ text: `Thanks!\n\n> 5 – ${rating}?score=5\n> ${promise}\n> ${foreign}`, html: `<p>Thanks!</p><blockquote><a href="${rating}?score=5">5</a> <a href="${scanned}">4</a> <a href="${promise}">Thursday</a> <a href="${foreign}">Film</a></blockquote>` });
  for (const link of [rating, promise]) expect(seen).not.toContain(link.slice(-40));
  expect(seen).toContain(foreign);
  expect(seen).toContain('/rating/…?score=5');
});
