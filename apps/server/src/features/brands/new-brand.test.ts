import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

/** Safe defaults: what a brand does before anything but its name and its address is said. */

let desk: MailDesk;
let admin: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openMailDesk();
  const workspace = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  agent = await anAgent(desk.context.db, workspace.id, { name: 'Nora Ask' });
});
afterAll(() => desk?.stop());

test('a new brand works before anything is configured: mail comes in, is answered in its name, promised and solved, and nothing is sent or refused by itself', async () => {
  const as = async (who: TestAgent, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const answer = await desk.ask(who, method, `/api/v1${path}`, body);
    expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  };
  const { id: brand } = await as(admin, 'POST', '/brands', { name: 'Lumen' });
  await as(admin, 'POST', '/inboxes', { address: 'help@lumen.example', brand });

  await desk.send({ from: 'Maja Nowak <maja@verified.example>', to: 'help@lumen.example', subject: 'The lamp flickers', text: 'It flickers since Monday.' });
  const { number } = await desk.until('a ticket', async () => (await as(agent, 'GET', `/tickets?brand=${brand}`)).items[0]);
  expect(await as(agent, 'GET', `/tickets/${number}`)).toMatchObject({ brand: { id: brand, name: 'Lumen' }, status: 'new', assignee: null });
  // Nothing is promised, asked for or shown that nobody has written, and everything may be done.
  for (const what of ['sla', 'steps', 'guidelines', 'commitments']) expect([what, (await as(agent, 'GET', `/tickets/${number}/${what}`)).items]).toEqual([what, []]);
  expect((await as(agent, 'GET', `/tickets/${number}/routing`)).mode).toBe('pull');
  const { items: calendars } = await as(agent, 'GET', '/calendars');
  if (calendars.length > 0) expect(await as(agent, 'GET', `/calendars/${calendars[0].id}/preview`)).toMatchObject({ open_now: true });

  await as(agent, 'PATCH', `/tickets/${number}`, { assignee: agent.id });
  await as(agent, 'POST', `/tickets/${number}/messages`, { kind: 'public', text: 'We will look into it.' });
  const sent = await desk.until('the answer', () => desk.sink.caught.find(({ to }) => to.includes('maja@verified.example')));
  expect(sent.mail.from).toMatchObject({ name: expect.stringContaining('Lumen') });
  await as(agent, 'POST', `/tickets/${number}/commitments`, { text: 'A new lamp', due: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) });
  await as(agent, 'POST', `/tickets/${number}/escalations`, { to: { agent: admin.id }, question: 'Is it the wire?' });
  await as(agent, 'PATCH', `/tickets/${number}`, { status: 'solved' });
  expect((await as(agent, 'GET', `/tickets/${number}`)).status).toBe('solved');
  // Neither an acknowledgement nor word of the escalation nor a survey.
  await desk.settle();
  expect(desk.sink.caught.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('The lamp flickers')]);
});
