import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrand, anAgent, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { receiveAside } from '../side-conversations/index.ts';
import { endOfDay } from './end-of-day.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;
let lead: TestAgent;
let narrowLead: TestAgent;
let otherBrand: number;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  otherBrand = await aBrand(db, workspace.id);
  agent = await anAgent(db, workspace.id, { name: 'Astrid Lind' });
  lead = await anAgent(db, workspace.id, { role: 'lead', name: 'Lea Dahl' });
  narrowLead = await anAgent(db, workspace.id, { role: 'lead', brands: [otherBrand] });
});
afterAll(() => desk.stop());

const home = async (asker = agent) => (await desk.ask(asker, 'GET', '/api/v1/home')).body;
const numbers = (tickets: { number: number }[]) => tickets.map(({ number }) => number);
const set = (ticket: { id: number }, values: object) => desk.context.db.updateTable('tickets').set(values).where('workspace_id', '=', workspace.id).where('id', '=', ticket.id).execute();
const open = async (subject: string): Promise<{ id: number; number: number }> => (await desk.ask(lead, 'POST', '/api/v1/tickets', { subject, text: 'Text', requester: { email: 'karin@lund.example', name: 'Karin' }, assignee: agent.id, status: 'open' })).body;
/** Reads a ticket and goes on in a later millisecond: what comes in the same one counts as read with it. */
async function read(number: number): Promise<void> {
  await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/read`);
  await setTimeout(2);
}
/** A mail of somebody who was asked in a side conversation. */
const outside = { direction: 'in', channel: 'email', authorType: 'system', authorId: null, from: { name: 'Nordparts', address: 'parts@supplier.example' }, to: [], cc: [], subject: 'Re: Stock?', html: null, language: null, messageId: null } as const satisfies Partial<Parameters<typeof receiveAside>[2]['message']>;

test('a desk where nothing waits says so by empty sections', async () => {
  expect(await home()).toEqual({ waiting: { count: 0, tickets: [] }, mentions: [], back: [], due: [], changes: [] });
});

test('tickets wait, longest first, until they are answered or snoozed', async () => {
  const [first, second, third] = [await open('First'), await open('Second'), await open('Third')];
  await set(second, { last_message_at: new Date('2026-01-01') });
  await set(third, { snoozed_until: new Date('2100-01-01') });
  expect((await home()).waiting).toMatchObject({ count: 2, tickets: [{ number: second.number }, { number: first.number }] });
  await desk.ask(agent, 'POST', `/api/v1/tickets/${second.number}/messages`, { kind: 'public', text: 'Answer' });
  expect(numbers((await home()).waiting.tickets)).toEqual([first.number]);
});

test('a colleague’s note takes nobody out of those who wait, and an answer from aside brings nobody in', async () => {
  const [asked, answered] = [await open('Asked'), await open('Answered')];
  const before = (await home()).waiting.count;
  const { body: view } = await desk.ask(agent, 'POST', '/api/v1/saved-views', { name: 'They wrote last', audience: 'own', conditions: { last_from: 'customer' } });
  const holds = async (number: number) => numbers((await desk.ask(agent, 'GET', `/api/v1/saved-views/${view.id}/tickets?limit=100`)).body.items).includes(number);
  const loads = async () => (await desk.ask(lead, 'GET', '/api/v1/home/team')).body.loads.find((each: { agent: { id: number } }) => each.agent.id === agent.id).waiting as number;
  const loaded = await loads();
  await desk.ask(lead, 'POST', `/api/v1/tickets/${asked.number}/messages`, { kind: 'note', text: 'I look into it' });
  await desk.ask(lead, 'POST', `/api/v1/tickets/${asked.number}/messages`, { kind: 'note', text: 'Still looking' });
  const { waiting } = await home();
  expect([waiting.count, numbers(waiting.tickets).includes(asked.number), await holds(asked.number), await loads()]).toEqual([before, true, true, loaded]);
  expect(waiting.tickets.find(({ number }: { number: number }) => number === asked.number)).toMatchObject({ last_line: 'Still looking', last_direction: 'out' });

  const { body: reply } = await desk.ask(agent, 'POST', `/api/v1/tickets/${answered.number}/messages`, { kind: 'public', text: 'Answer', undo_seconds: 60 });
  const { id: side } = await desk.context.db.insertInto('side_conversations').values({ workspace_id: workspace.id, ticket_id: answered.id, kind: 'question', subject: 'Stock?' }).returning('id').executeTakeFirstOrThrow();
  await desk.context.db.transaction().execute((tx) => receiveAside(tx, workspace.id, { side: { id: side, ticketId: answered.id, takesPart: true }, message: { ...outside, text: 'Two left', replyText: 'Two left' }, from: outside.from, copied: [], now: new Date() }));
  expect([numbers((await home()).waiting.tickets).includes(answered.number), await holds(answered.number)]).toEqual([false, false]);
  // What is taken back has not been said: they wait again, though the newest message came from aside.
  await desk.ask(agent, 'POST', `/api/v1/messages/${reply.id}/cancel`);
  expect([numbers((await home()).waiting.tickets).includes(answered.number), await holds(answered.number)]).toEqual([true, true]);
  await desk.ask(agent, 'POST', `/api/v1/tickets/${answered.number}/messages`, { kind: 'public', text: 'Answer after all' });
  expect([numbers((await home()).waiting.tickets).includes(answered.number), await holds(answered.number)]).toEqual([false, false]);
  for (const { number } of [asked, answered]) await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { status: 'solved' });
});

test('two that are merged wait for whom the customer wrote to last, whatever was noted', async () => {
  const merge = (number: number, into: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/merge`, { into });
  const [target, source] = [await open('Target'), await open('Source')];
  const waits = async () => numbers((await home()).waiting.tickets).includes(target.number);
  await desk.ask(agent, 'POST', `/api/v1/tickets/${source.number}/messages`, { kind: 'public', text: 'Answered here' });
  await desk.ask(lead, 'POST', `/api/v1/tickets/${target.number}/messages`, { kind: 'note', text: 'The same case?' });
  expect(await waits()).toBe(true);
  await merge(source.number, target.number);
  expect(await waits()).toBe(false);
  await desk.ask(agent, 'POST', `/api/v1/tickets/${source.number}/unmerge`);
  expect(await waits()).toBe(true);
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${target.number}`, { status: 'solved' });
});

test('who answered aside meanwhile is named', async () => {
  const ticket = await open('A part is missing');
  await read(ticket.number);
  const { id: side } = await desk.context.db.insertInto('side_conversations').values({ workspace_id: workspace.id, ticket_id: ticket.id, kind: 'question', subject: 'Stock?' }).returning('id').executeTakeFirstOrThrow();
  await desk.ask(agent, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'public', text: 'We ask' });
  await read(ticket.number);
  await desk.context.db.transaction().execute((tx) => receiveAside(tx, workspace.id, { side: { id: side, ticketId: ticket.id, takesPart: true }, message: { ...outside, text: 'Two left', replyText: 'Two left' }, from: outside.from, copied: [], now: new Date() }));
  const told = (await home()).changes.find((change: { ticket: { number: number } }) => change.ticket.number === ticket.number);
  expect(told).toMatchObject({ type: 'message.added', actor: { type: 'system', name: 'Nordparts' }, data: { kind: 'side', direction: 'in' } });
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${ticket.number}`, { status: 'solved' });
});

test('a mention stands there until the ticket is read', async () => {
  const ticket = await open('A question for Astrid');
  await read(ticket.number);
  const { body: note } = await desk.ask(lead, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'note', text: '@Astrid' });
  await desk.context.db.insertInto('ticket_mentions').values({ workspace_id: workspace.id, agent_id: agent.id, ticket_id: ticket.id, message_id: note.id }).execute();
  expect((await home()).mentions).toMatchObject([{ ticket: { number: ticket.number }, by: 'Lea Dahl' }]);
  expect((await home(lead)).mentions).toEqual([]);
  await read(ticket.number);
  expect((await home()).mentions).toEqual([]);
});

test('what others did meanwhile is told once, not what one did oneself', async () => {
  const [owned, followed] = [await open('Owned'), await aTicket(desk.context.db, workspace.id, { subject: 'Followed' })];
  await desk.context.db.insertInto('ticket_followers').values({ workspace_id: workspace.id, agent_id: agent.id, ticket_id: followed.id }).execute();
  await desk.ask(agent, 'POST', `/api/v1/tickets/${owned.number}/messages`, { kind: 'public', text: 'Answer' });
  for (const { number } of [owned, followed]) await read(number);
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${owned.number}`, { priority: 'high' });
  const of = async () => (await home()).changes.filter(({ ticket }: { ticket: { number: number } }) => [owned.number, followed.number].includes(ticket.number));
  expect(await of()).toEqual([]);
  await desk.ask(lead, 'PATCH', `/api/v1/tickets/${owned.number}`, { priority: 'urgent' });
  await desk.ask(lead, 'PATCH', `/api/v1/tickets/${followed.number}`, { status: 'pending' });
  expect(await of()).toMatchObject([
    { ticket: { number: followed.number }, type: 'ticket.updated', actor: { name: 'Lea Dahl' }, data: { changes: { status: { to: 'pending' } } } },
    { ticket: { number: owned.number }, type: 'ticket.updated' },
  ]);
  await read(followed.number);
  expect(numbers((await of()).map(({ ticket }: { ticket: { number: number } }) => ticket))).toEqual([owned.number]);
});

test('what comes back today is told where the agent is', async () => {
  const [today, later, until] = [await open('Today'), await open('Later'), await open('Until they write')];
  await set(today, { snoozed_until: desk.context.clock.now() });
  await set(later, { snoozed_until: new Date('2100-01-01') });
  await set(until, { snoozed_until: 'infinity' });
  expect(numbers((await home()).due)).toEqual([today.number]);
  expect(endOfDay(new Date('2026-06-01T21:30:00Z'), 'Europe/Stockholm')).toEqual(new Date('2026-06-01T22:00:00Z'));
  expect(endOfDay(new Date('2026-06-01T22:30:00.250Z'), 'Europe/Stockholm')).toEqual(new Date('2026-06-02T22:00:00Z'));
});

test('a lead sees whom nobody has taken, who waits longest, and who has how much; of their own brands', async () => {
  expect((await desk.ask(agent, 'GET', '/api/v1/home/team')).body.code).toBe('not_allowed');
  const [old, other] = [await aTicket(desk.context.db, workspace.id, { subject: 'Old' }), await aTicket(desk.context.db, workspace.id, { subject: 'Other', brandId: otherBrand })];
  await set(old, { updated_at: new Date('2026-01-01'), last_message_at: new Date('2026-01-01') });
  const seen = (await desk.ask(lead, 'GET', '/api/v1/home/team')).body;
  expect(numbers(seen.unassigned)[0]).toBe(old.number);
  expect(numbers(seen.unanswered)[0]).toBe(old.number);
  const load = seen.loads.find((each: { agent: { id: number } }) => each.agent.id === agent.id);
  expect(load).toMatchObject({ agent: { name: 'Astrid Lind' }, capped: false });
  expect(load.count).toBeGreaterThan(1);
  const narrow = (await desk.ask(narrowLead, 'GET', '/api/v1/home/team')).body;
  expect(numbers(narrow.unassigned)).toEqual([other.number]);
  expect(narrow.loads.every((each: { count: number }) => each.count === 0)).toBe(true);
});
