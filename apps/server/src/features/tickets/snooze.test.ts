import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { fireDue } from '../../platform/timers/timers.ts';
import { addIncomingMessage } from './add-message.command.ts';
import { findTicketState } from './ticket-row.queries.ts';
import type { NewMessage } from './ticket-writes.queries.ts';
import { snoozedQueue } from './due-snoozed.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  workspace = await aWorkspace(desk.context.db);
  await anInbox(desk.context.db, workspace.id, { brandId: workspace.brandId });
  agent = await anAgent(desk.context.db, workspace.id);
});
afterAll(() => desk.stop());

const at = (hours: number) => ({ ...desk.context, clock: { ...desk.context.clock, now: () => new Date(Date.now() + hours * 3_600_000) } });
const wakeDueTickets = async (tools: ReturnType<typeof at>) => (await fireDue(tools, snoozedQueue)).count;
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
async function open(body: object = {}): Promise<number> {
  return (await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'Later', text: 'Please call on Monday', requester: { email: 'karin@lund.example' }, status: 'open', ...body })).body.number as number;
}
const change = (number: number, body: object) => desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, body);
const read = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;
const events = async (number: number) =>
  ((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items as { type: string; data?: object }[]).filter(({ type }) => type !== 'message').map(({ type, data }) => [type, data]);

async function write(number: number, message: Partial<NewMessage>): Promise<void> {
  const actor = systemActor(workspace.id);
  await desk.context.db.transaction().execute(async (tx) => {
    const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
    const whole: NewMessage = { kind: 'public', direction: 'in', channel: 'email', authorType: 'customer', authorId: null, from: { name: 'Karin', address: 'karin@lund.example' }, to: [], cc: [], subject: '', text: 'Any news?', html: null, replyText: 'Any news?', language: null, messageId: null, ...message };
    await addIncomingMessage(tx, actor, ticket!, whole, new Date()); // it was opened above
  });
}

describe('a snoozed ticket', () => {
  test('says until when, and its timeline tells it', async () => {
    const number = await open();
    const until = inHours(3);
    expect((await change(number, { snoozed_until: until })).body).toMatchObject({ snoozed_until: until, status: 'open' });
    expect((await read(number)).snoozed_until).toBe(until);
    expect(await events(number)).toEqual([['ticket.snoozed', { until }]]);
    await change(number, { snoozed_until: until });
    expect(await events(number)).toHaveLength(1);
    expect((await change(number, { snoozed_until: null })).body.snoozed_until).toBeNull();
    expect((await events(number)).at(-1)).toEqual(['ticket.woken', { reason: 'agent' }]);
  });

  test('comes back when its time has come, once, and not before', async () => {
    const [soon, later, never] = [await open(), await open(), await open()];
    await change(soon, { snoozed_until: inHours(1) });
    await change(later, { snoozed_until: inHours(5) });
    await change(never, { snoozed_until: 'reply' });
    expect(await wakeDueTickets(at(2))).toBe(1);
    expect(await wakeDueTickets(at(2))).toBe(0);
    expect((await read(soon)).snoozed_until).toBeNull();
    expect((await events(soon)).at(-1)).toEqual(['ticket.woken', { reason: 'time', snoozed_by: expect.any(Number) as number }]);
    expect((await read(later)).snoozed_until).not.toBeNull();
    expect((await read(never)).snoozed_until).toBe('reply');
    expect(await wakeDueTickets(at(100_000))).toBe(1);
    expect((await read(never)).snoozed_until).toBe('reply');
    // What waits for a reply is no moment to sleep until.
    expect(await fireDue(at(100_000), snoozedQueue)).toEqual({ count: 0, next: null, held: false });
  });

  test('comes back at once when the customer writes, and stays away for a machine’s mail', async () => {
    const number = await open();
    await change(number, { snoozed_until: 'reply' });
    await write(number, { automatic: 'out-of-office' });
    expect((await read(number)).snoozed_until).toBe('reply');
    await write(number, {});
    expect(await read(number)).toMatchObject({ snoozed_until: null, status: 'open' });
    expect((await events(number)).at(-1)).toEqual(['ticket.woken', { reason: 'message' }]);
  });

  test('stays away when a colleague writes, and is no longer snoozed once it is solved', async () => {
    const number = await open();
    await change(number, { snoozed_until: inHours(3) });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'Waits for the part' });
    expect((await read(number)).snoozed_until).not.toBeNull();
    expect((await change(number, { status: 'solved' })).body.snoozed_until).toBeNull();
    expect((await events(number)).slice(-1)).toEqual([['ticket.woken', { reason: 'solved' }]]);
    const other = await open();
    await change(other, { snoozed_until: 'reply' });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${other}/messages`, { kind: 'note', text: 'Done', status: 'solved' });
    expect((await read(other)).snoozed_until).toBeNull();
  });

  test.each([
    [{ snoozed_until: new Date(Date.now() - 60_000).toISOString() }, 'in_the_past'],
    [{ snoozed_until: 'tomorrow' }, 'invalid_format'],
    [{ snoozed_until: 'reply', status: 'solved' }, 'is_done'],
  ])('%j is refused', async (body, code) => {
    const answer = await change(await open(), body);
    expect([answer.status, answer.body.errors[0].field, answer.body.errors[0].code]).toEqual([400, 'snoozed_until', code]);
  });

  test('that is merged into another one rests with it', async () => {
    const [source, target] = [await open(), await open()];
    await change(source, { snoozed_until: inHours(1) });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/merge`, { into: target });
    expect((await read(source)).snoozed_until).toBeNull();
  });

  test.each([['the customer writes', 'reply'], ['a moment', inHours(1)]])('until %s is so again when the merge is taken back, and comes back in its time', async (_what, until) => {
    const [source, target] = [await open(), await open()];
    await change(source, { snoozed_until: until });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/merge`, { into: target });
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/unmerge`)).body).toMatchObject({ snoozed_until: until, status: 'open', merged_into: null });
    await wakeDueTickets(at(2));
    expect((await read(source)).snoozed_until).toBe(until === 'reply' ? 'reply' : null);
  });

  test('that was solved closes by itself after all when the merge is taken back', async () => {
    const [source, target] = [await open(), await open()];
    await change(source, { status: 'solved' });
    const before = await read(source);
    expect(before.close_at).not.toBeNull();
    await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/merge`, { into: target });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/unmerge`);
    expect(await read(source)).toMatchObject({ status: 'solved', solved_at: before.solved_at, close_at: before.close_at });
  });
});
