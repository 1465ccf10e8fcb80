import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aTeam, aTicket, aWorkspace, type TestAgent, type TestTicket, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { followStep, tidyNotifications } from './index.ts';
import { mostWaiting } from './make-notifications.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let astrid: TestAgent;
let bo: TestAgent;
let ticket: TestTicket;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  [astrid, bo] = [await anAgent(desk.context.db, workspace.id, { name: 'Astrid Lind' }), await anAgent(desk.context.db, workspace.id, { name: 'Bo Ek', role: 'lead' })];
  ticket = await aTicket(desk.context.db, workspace.id);
  await follow();
});
afterAll(() => desk.stop());

async function follow(lease = 'this node'): Promise<number> {
  await feedReadable(desk.context.db, workspace.id);
  let made = 0;
  for (let more = true; more; ) {
    const step = await followStep(desk.context, workspace.id, lease);
    made += step.made;
    more = step.more;
  }
  return made;
}

type Item = { id: number; kind: string; ticket: { number: number }; actor: { name: string | null }; line: string | null; read: boolean };
const listOf = async (agent: TestAgent, query = '') => (await desk.ask(agent, 'GET', `/api/v1/notifications${query}`)).body.items as Item[];
const kindsOf = async (agent: TestAgent) => (await listOf(agent)).map(({ kind }) => kind);
const bellOf = async (agent: TestAgent) => (await desk.ask(agent, 'GET', '/api/v1/notifications/bell')).body as { unread: number; newest: number | null; ring: number | null };
const change = (by: TestAgent, body: object, number = ticket.number) => desk.ask(by, 'PATCH', `/api/v1/tickets/${number}`, body);
const note = (by: TestAgent, text = 'Look at this') => desk.ask(by, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'note', text });

/** As another part of the program writes them. */
async function happened(type: string, { actorType = 'system', actorId = null as number | null, messageId = null as number | null, data = {}, at = new Date(), ticketId = ticket.id } = {}): Promise<void> {
  await sql`insert into events (workspace_id, type, ticket_id, brand_id, message_id, actor_type, actor_id, data, created_at)
    values (${workspace.id}, ${type}, ${ticketId}, ${ticket.brandId}, ${messageId}, ${actorType}, ${actorId}, ${JSON.stringify(data)}::jsonb, ${at})`.execute(desk.context.db);
}
const customerWrites = (at = new Date()) => happened('message.added', { actorType: 'customer', actorId: 1, data: { kind: 'public', direction: 'in' }, at });
const followsIt = (agent: TestAgent) => desk.context.db.insertInto('ticket_followers').values({ workspace_id: workspace.id, ticket_id: ticket.id, agent_id: agent.id }).execute();

describe('who hears of what', () => {
  test('whom a colleague gives a ticket to, and not the colleague', async () => {
    await change(bo, { assignee: astrid.id });
    await follow();
    expect(await listOf(astrid)).toMatchObject([{ kind: 'assigned', ticket: { number: ticket.number }, actor: { name: 'Bo Ek' }, read: false }]);
    expect(await listOf(bo)).toEqual([]);
  });

  test('who has a ticket whose promised time runs out, else its team; and who leads when it has', async () => {
    const team = await aTeam(desk.context.db, workspace.id, { members: [astrid.id, bo.id] });
    await sql`update tickets set team_id = ${team}, assignee_id = ${astrid.id} where workspace_id = ${workspace.id} and id = ${ticket.id}`.execute(desk.context.db);
    await happened('sla.warning', { data: { kind: 'first_reply' } });
    await follow();
    expect([await kindsOf(astrid), await kindsOf(bo)]).toEqual([['sla_warning'], []]);
    await happened('sla.breached', { data: { kind: 'first_reply' } });
    await follow();
    expect([await kindsOf(astrid), await kindsOf(bo)]).toEqual([['sla_breached', 'sla_warning'], ['sla_breached']]);
    await sql`update tickets set assignee_id = null where workspace_id = ${workspace.id} and id = ${ticket.id}`.execute(desk.context.db);
    await happened('sla.warning', { data: { kind: 'resolution' } });
    await follow();
    expect([await kindsOf(astrid), await kindsOf(bo)]).toEqual([['sla_warning', 'sla_breached', 'sla_warning'], ['sla_warning', 'sla_breached']]);
    await sql`update tickets set status = 'solved' where workspace_id = ${workspace.id} and id = ${ticket.id}`.execute(desk.context.db);
    await happened('sla.breached', { data: { kind: 'resolution' } });
    expect(await follow()).toBe(0);
  });

  test('a day on which everything is late fills nobody’s list but with their own tickets', async () => {
    await sql`update tickets set assignee_id = ${astrid.id} where workspace_id = ${workspace.id} and id = ${ticket.id}`.execute(desk.context.db);
    for (let count = 0; count < mostWaiting + 5; count += 1) await happened('sla.breached', { data: { kind: 'update' } });
    await follow();
    expect([(await bellOf(astrid)).unread, (await bellOf(bo)).unread]).toEqual([mostWaiting + 5, mostWaiting]);
  });

  test('once who is given a ticket as it is made, or at once after', async () => {
    const create = async (body: object) => (await desk.ask(bo, 'POST', '/api/v1/tickets', { subject: 'New', text: 'Text', requester: { email: 'maja@firm.example' }, ...body })).body as { number: number };
    const made = await create({ assignee: astrid.id });
    const later = await create({});
    await change(bo, { assignee: astrid.id }, later.number);
    await follow();
    expect((await listOf(astrid)).map(({ kind, ticket: { number } }) => [kind, number])).toEqual([['assigned', later.number], ['assigned', made.number]]);
  });

  test('nobody of what they did themselves', async () => {
    await change(astrid, { assignee: astrid.id });
    await note(astrid);
    await follow();
    expect(await listOf(astrid)).toEqual([]);
  });

  test('nobody any more of a ticket that went on to somebody else before it was told', async () => {
    const third = await anAgent(desk.context.db, workspace.id);
    await change(bo, { assignee: astrid.id });
    await change(bo, { assignee: third.id });
    await follow();
    expect([await kindsOf(astrid), await kindsOf(third)]).toEqual([[], ['assigned']]);
  });

  test('assignee and followers when the customer writes, and when a colleague does', async () => {
    await change(astrid, { assignee: astrid.id });
    await followsIt(bo);
    await customerWrites();
    await note(bo, 'I know this one');
    await follow();
    expect(await kindsOf(bo)).toEqual(['answered']);
    expect(await listOf(astrid)).toMatchObject([{ kind: 'colleague', line: 'I know this one', actor: { name: 'Bo Ek' } }, { kind: 'answered' }]);
  });

  test('who is mentioned, once, even on a ticket of their own', async () => {
    await change(astrid, { assignee: astrid.id });
    await happened('message.added', { actorType: 'agent', actorId: bo.id, data: { kind: 'note', direction: 'out', mentions: [astrid.id, bo.id] } });
    await follow();
    expect([await kindsOf(astrid), await kindsOf(bo)]).toEqual([['mentioned'], []]);
  });

  test('no one of a machine’s mail', async () => {
    await change(astrid, { assignee: astrid.id });
    await happened('message.added', { actorType: 'customer', data: { direction: 'in', automatic: 'out-of-office' } });
    await follow();
    expect(await listOf(astrid)).toEqual([]);
  });

  test('author and assignee of what could not be delivered, but not of a mere delay', async () => {
    await change(astrid, { assignee: astrid.id });
    const message = (await note(bo)).body as { id: number };
    await follow();
    await desk.ask(astrid, 'POST', '/api/v1/notifications/read', { up_to: Number.MAX_SAFE_INTEGER });
    await happened('message.bounced', { messageId: message.id, data: { permanent: false } });
    await happened('message.delayed', { messageId: message.id });
    await happened('message.bounced', { messageId: message.id, data: { permanent: true } });
    await happened('message.failed', { messageId: message.id });
    await follow();
    const unread = async (agent: TestAgent) => (await listOf(agent, '?unread=true')).map(({ kind }) => kind);
    expect([await unread(astrid), await unread(bo)]).toEqual([['failed', 'failed'], ['failed', 'failed']]);
  });

  test('the team of a new ticket that nobody has, and no longer when somebody has taken it', async () => {
    const team = await aTeam(desk.context.db, workspace.id, { members: [astrid.id, bo.id] });
    const create = (subject: string) => desk.ask(bo, 'POST', '/api/v1/tickets', { subject, text: 'Text', requester: { email: 'maja@firm.example' }, team });
    await create('Nobody has it');
    const taken = (await create('Taken at once')).body as { number: number };
    await change(bo, { assignee: bo.id }, taken.number);
    await follow();
    expect([await kindsOf(astrid), await kindsOf(bo)]).toEqual([['new_in_team'], []]);
  });

  test('a busy team is told that there is work, not of each of a thousand tickets', async () => {
    const team = await aTeam(desk.context.db, workspace.id, { members: [astrid.id] });
    await sql`update tickets set team_id = ${team} where workspace_id = ${workspace.id}`.execute(desk.context.db);
    for (let count = 0; count < 40; count += 1) await happened('ticket.created', { actorType: 'customer' });
    await follow();
    expect((await bellOf(astrid)).unread).toBe(25);
    await happened('ticket.created', { actorType: 'customer' });
    await follow();
    expect((await bellOf(astrid)).unread).toBe(25);
  });

  test('whose time has come, and not when somebody’s message woke the ticket', async () => {
    await change(astrid, { assignee: astrid.id });
    await happened('ticket.woken', { actorType: 'customer', data: { reason: 'message' } });
    // What somebody asked aside has answered is the program's own doing, and is told as the answer that it is.
    await happened('ticket.woken', { data: { reason: 'message' } });
    await happened('ticket.woken', { data: { reason: 'time', snoozed_by: bo.id } });
    await follow();
    expect([await kindsOf(astrid), await kindsOf(bo)]).toEqual([['woken'], ['woken']]);
  });

  test('no one of spam, nor of what happened long ago', async () => {
    await change(astrid, { assignee: astrid.id });
    await customerWrites(new Date(Date.now() - 25 * 3_600_000));
    await follow();
    await sql`update tickets set folder = 'spam' where workspace_id = ${workspace.id}`.execute(desk.context.db);
    await customerWrites();
    await follow();
    expect(await listOf(astrid)).toEqual([]);
  });

  test('only who works here and sees the brand, when it happens and when they look', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { brands: [other] });
    const gone = await anAgent(desk.context.db, workspace.id);
    await desk.context.db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', gone.id).execute();
    for (const agent of [narrow, gone, astrid]) await followsIt(agent);
    await customerWrites();
    expect(await follow()).toBe(1);
    expect(await bellOf(astrid)).toMatchObject({ unread: 1 });
    // Astrid's brands are narrowed: what was told before is out of her sight.
    await desk.context.db.updateTable('agents').set({ all_brands: false }).where('workspace_id', '=', workspace.id).where('id', '=', astrid.id).execute();
    await desk.context.db.insertInto('agent_brands').values({ workspace_id: workspace.id, agent_id: astrid.id, brand_id: other }).execute();
    desk.context.identify.forget();
    expect([await listOf(astrid), await bellOf(astrid)]).toEqual([[], { unread: 0, newest: null, ring: null }]);
  });
});

describe('once', () => {
  beforeEach(() => followsIt(astrid));

  test('a step that is repeated after a crash makes nothing twice', async () => {
    await customerWrites();
    const before = await sql<{ xid: string; event_id: number }>`select xid::text, event_id from notification_progress where workspace_id = ${workspace.id}`.execute(desk.context.db);
    expect(await follow()).toBe(1);
    await sql`update notification_progress set xid = ${before.rows[0]?.xid}::xid8, event_id = ${before.rows[0]?.event_id} where workspace_id = ${workspace.id}`.execute(desk.context.db);
    expect(await follow()).toBe(0);
    expect((await bellOf(astrid)).unread).toBe(1);
  });

  test('a node that has lost the workspace to another writes nothing', async () => {
    await customerWrites();
    await feedReadable(desk.context.db, workspace.id);
    await sql`update notification_progress set lease = 'another node', leased_until = now() + interval '1 minute' where workspace_id = ${workspace.id}`.execute(desk.context.db);
    expect(await followStep(desk.context, workspace.id, 'this node')).toEqual({ more: false, made: 0 });
    await sql`update notification_progress set leased_until = now() - interval '1 second' where workspace_id = ${workspace.id}`.execute(desk.context.db);
    expect(await follow()).toBe(1);
  });

  test('what happened before the desk knew of notifications is history', async () => {
    await customerWrites(new Date(Date.now() - 60 * 60_000));
    await customerWrites();
    await sql`delete from notification_progress where workspace_id = ${workspace.id}`.execute(desk.context.db);
    expect(await follow()).toBe(1);
  });
});

describe('reading', () => {
  beforeEach(() => followsIt(astrid));

  test('who has read the ticket has read what it tells, before and after', async () => {
    await customerWrites();
    await follow();
    expect(await bellOf(astrid)).toMatchObject({ unread: 1, ring: expect.any(Number) as number });
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${ticket.number}/read`);
    expect(await bellOf(astrid)).toEqual({ unread: 0, newest: null, ring: null });
    expect(await listOf(astrid)).toMatchObject([{ read: true }]);
    // Read before it was told: it never rings.
    await customerWrites(new Date(Date.now() - 1_000));
    await follow();
    expect(await bellOf(astrid)).toMatchObject({ unread: 0 });
    expect(await listOf(astrid)).toMatchObject([{ read: true }, { read: true }]);
  });

  test('all are noted as read up to what was seen, and that is taken back', async () => {
    await customerWrites();
    await follow();
    const [seen] = await listOf(astrid);
    await customerWrites();
    await follow();
    const marked = await desk.ask(astrid, 'POST', '/api/v1/notifications/read', { up_to: seen?.id });
    expect(marked).toMatchObject({ status: 200, body: { marked: 1 } });
    expect((await bellOf(astrid)).unread).toBe(1);
    expect((await desk.ask(astrid, 'POST', '/api/v1/notifications/unread', { at: marked.body.at })).body).toMatchObject({ marked: 1 });
    expect((await bellOf(astrid)).unread).toBe(2);
  });

  test('those of a ticket are noted together; nobody touches a colleague’s', async () => {
    await followsIt(bo);
    await customerWrites();
    await customerWrites();
    await follow();
    const theirs = await listOf(bo);
    expect((await desk.ask(astrid, 'POST', '/api/v1/notifications/read', { ids: theirs.map(({ id }) => id) })).body.marked).toBe(0);
    expect((await desk.ask(astrid, 'POST', '/api/v1/notifications/read', { ticket: ticket.number })).body.marked).toBe(2);
    expect([(await bellOf(astrid)).unread, (await bellOf(bo)).unread]).toEqual([0, 2]);
    expect(await desk.ask(astrid, 'POST', '/api/v1/notifications/read', { ticket: ticket.number, up_to: 3 })).toMatchObject({ status: 400 });
  });

  test('pages go on where the last one ended', async () => {
    for (let count = 0; count < 5; count += 1) await customerWrites();
    await follow();
    const first = (await desk.ask(astrid, 'GET', '/api/v1/notifications?limit=3')).body as { items: Item[]; next_cursor: string };
    const second = (await desk.ask(astrid, 'GET', `/api/v1/notifications?limit=3&cursor=${first.next_cursor}`)).body as { items: Item[]; next_cursor: null };
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => other - one));
    expect([ids.length, new Set(ids).size, second.next_cursor]).toEqual([5, 5, null]);
  });

  test('upkeep forgets what is old and keeps the newest of each agent', async () => {
    for (let count = 0; count < 5; count += 1) await customerWrites();
    await follow();
    const newest = (await listOf(astrid)).map(({ id }) => id).slice(0, 3);
    await tidyNotifications(desk.context.db, workspace.id, { before: new Date(Date.now() - 86_400_000), keep: 3 });
    expect((await listOf(astrid)).map(({ id }) => id)).toEqual(newest);
    await tidyNotifications(desk.context.db, workspace.id, { before: new Date(Date.now() + 1_000), keep: 3 });
    expect(await listOf(astrid)).toEqual([]);
  });
});

describe('settings', () => {
  const settings = (body: object) => desk.ask(astrid, 'PATCH', '/api/v1/me/notifications', body);
  beforeEach(() => followsIt(astrid));

  test('start out sensibly and keep what was changed beside the rest', async () => {
    const before = (await desk.ask(astrid, 'GET', '/api/v1/me/notifications')).body;
    expect(before).toMatchObject({ ways: { mentioned: { app: true, sound: true, mail: true }, colleague: { app: true, sound: false, mail: false } }, quiet: { until: null, hours: null, working_days: null }, quiet_now: null });
    const after = (await settings({ ways: { colleague: { sound: true } }, quiet_hours: { from: '18:00', to: '08:00' }, working_days: [5, 1, 1] })).body;
    expect(after.ways).toEqual({ ...before.ways, colleague: { ...before.ways.colleague, sound: true } });
    expect(after.quiet).toEqual({ until: null, hours: { from: '18:00', to: '08:00' }, working_days: [1, 5] });
    expect((await settings({ quiet_hours: null })).body.quiet).toEqual({ until: null, hours: null, working_days: [1, 5] });
  });

  test('what is switched off everywhere is not noted at all; what is off in the app is not in its list', async () => {
    await settings({ ways: { answered: { app: false, push: false, mail: false } } });
    await customerWrites();
    expect(await follow()).toBe(0);
    await settings({ ways: { answered: { mail: true } } });
    await customerWrites();
    expect(await follow()).toBe(1);
    expect([await listOf(astrid), (await bellOf(astrid)).unread]).toEqual([[], 0]);
  });

  test('do not disturb: it is in the list, and neither rings nor goes to a device; mail waits', async () => {
    const until = new Date(Date.now() + 3_600_000);
    expect((await settings({ quiet_until: until.toISOString(), ways: { answered: { mail: true } } })).body.quiet_now).toBe(until.toISOString());
    await customerWrites();
    await follow();
    expect(await bellOf(astrid)).toMatchObject({ unread: 1, ring: null });
    const { rows } = await sql<{ push_at: Date | null; mail_at: Date }>`select push_at, mail_at from notifications where workspace_id = ${workspace.id}`.execute(desk.context.db);
    expect(rows).toEqual([{ push_at: null, mail_at: until }]);
    await settings({ quiet_until: null });
    await customerWrites();
    await follow();
    expect((await bellOf(astrid)).ring).toEqual(expect.any(Number));
  });
});
