import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aTeam, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { aRoutingRoom, type RoutingRoom } from '../../../../../tests/support/routing-room.ts';
import { createDatabase, createPool, type Database } from '../../platform/db/db.ts';
import { offerQueue } from './due-offers.ts';
import { acceptOffer } from './offers.commands.ts';
import { tidyNotifications } from '../notifications/index.ts';
import { routeAll } from './testing/route-all.ts';
import { tidyRouting } from './tidy-routing.ts';

let desk: TestDesk;
let db: Database;
let { workspace, lead, anna, bo, team, rule, tools, open, change, assigneeOf, route } = {} as RoutingRoom; // each test has its own, from beforeEach on
beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
});
beforeEach(async () => {
  // What the tests before have left waiting is nobody's matter here.
  await db.updateTable('routing_rules').set({ mode: 'pull' }).execute();
  ({ workspace, lead, anna, bo, team, rule, tools, open, change, assigneeOf, route } = await aRoutingRoom(desk));
  await rule({ mode: 'push', delivery: 'offer', sticky_last: false });
});
afterAll(() => desk.stop());

const second = 1_000;
const say = (agent: TestAgent, availability: string) => desk.ask(agent, 'PUT', `/api/v1/agents/${agent.id}/availability`, { availability });
const own = async (agent: TestAgent) => (await desk.ask(agent, 'GET', '/api/v1/offers')).body;
const answer = (agent: TestAgent, id: number, what: 'accept' | 'decline', body?: object) => desk.ask(agent, 'POST', `/api/v1/offers/${id}/${what}`, body ?? (what === 'decline' ? {} : undefined));
const offersOf = async ({ number }: { number: number }) => (await desk.ask(lead, 'GET', `/api/v1/tickets/${number}/routing`)).body.offers as { id: number; agent: { id: number }; state: string; round: number; note: string }[];
const outcomes = async (ticket: { number: number }) => (await offersOf(ticket)).toReversed().map(({ agent, state }) => [agent.id, state]);
const openOffer = async (ticket: { number: number }) => (await offersOf(ticket)).find(({ state }) => state === 'open')!;
const agentOf = (id: number) => (id === anna.id ? anna : bo);
const dueOf = async (id: number) => (await db.selectFrom('routing_offers').select('due_at').where('workspace_id', '=', workspace.id).where('id', '=', id).executeTakeFirstOrThrow()).due_at!;

const fireAt = (at: Date) => db.transaction().execute((tx) => offerQueue.fire(tx, workspace.id, at, 100));

/** Nobody answers, and its time is over now. */
async function runOut(id: number): Promise<void> {
  const now = new Date();
  await db.updateTable('routing_offers').set({ due_at: now }).where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
  expect(await fireAt(now)).toBe(1);
}

describe('an offer', () => {
  test('goes to the best candidate, is nobody’s yet, and becomes theirs when they accept', async () => {
    const ticket = await open();
    expect(await route()).toBe(1);
    const { id, agent } = await openOffer(ticket);
    expect(await assigneeOf(ticket)).toBeNull();
    expect(await own(agentOf(agent.id))).toMatchObject({ away_since: null, items: [{ id, state: 'open', ticket: { number: ticket.number, subject: 'The router', customer: 'Maja' }, team: { id: team }, why: 'least_busy', seconds: 30 }] });
    const other = agent.id === anna.id ? bo : anna;
    expect(await own(other)).toEqual({ items: [], away_since: null });
    expect((await answer(other, id, 'accept')).status).toBe(404);
    expect((await answer(other, id, 'decline')).status).toBe(404);
    expect(await answer(agentOf(agent.id), id, 'accept')).toMatchObject({ status: 200, body: { state: 'accepted', expires_at: null } });
    expect((await answer(agentOf(agent.id), id, 'accept')).status).toBe(200);
    expect(await assigneeOf(ticket)).toBe(agent.id);
    const told = (await wholeFeed(desk, lead)).filter(({ ticket: number, type }) => number === ticket.number && type === 'ticket.updated');
    expect(told).toMatchObject([{ data: { routing: { why: 'least_busy', team, offer: id }, changes: { assignee: { from: null, to: agent.id } } } }]);
    expect((await desk.ask(lead, 'GET', `/api/v1/tickets/${ticket.number}/routing`)).body).toMatchObject({ waiting: null, decisions: [{ agent: { id: agent.id }, reasons: { eligible: 2 } }] });
    expect(await db.selectFrom('routing_queue').selectAll().where('workspace_id', '=', workspace.id).execute()).toEqual([]);
  });

  test('is accepted, and a ticket handed out, whatever takes an approval to assign: the program has decided it', async () => {
    const made = await desk.ask(lead, 'POST', '/api/v1/approval-rules', { name: 'Assigning', guard: 'action', actions: ['assign', 'team'], approver: 'lead', brand: workspace.brandId });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const ticket = await open();
    expect(await desk.ask(anna, 'PATCH', `/api/v1/tickets/${ticket.number}`, { assignee: anna.id })).toMatchObject({ status: 409, body: { code: 'approval_needed' } });
    expect(await route()).toBe(1);
    const { id, agent } = await openOffer(ticket);
    expect(await answer(agentOf(agent.id), id, 'accept')).toMatchObject({ status: 200, body: { state: 'accepted' } });
    expect(await assigneeOf(ticket)).toBe(agent.id);
    await rule({ mode: 'push', delivery: 'assign' });
    const other = await open();
    expect(await route()).toBe(1);
    expect(await assigneeOf(other)).not.toBeNull();
  });

  test('rings for whom it is made to, by push at once and never by mail, and is gone from the bell however it ends', async () => {
    const told = async (agent: TestAgent) => ((await desk.ask(agent, 'GET', '/api/v1/notifications')).body.items as { kind: string; offer: number; ticket: { number: number } }[]).map(({ kind, offer, ticket }) => [kind, offer, ticket.number]);
    const bell = async (agent: TestAgent) => (await desk.ask(agent, 'GET', '/api/v1/notifications/bell')).body as { unread: number; ring: number | null };
    expect((await desk.ask(bo, 'PATCH', '/api/v1/me/notifications', { ways: { offered: { mail: true } } })).status).toBe(400);
    const ends: [string, (id: number, agent: TestAgent, ticket: { number: number }) => Promise<unknown>][] = [
      ['declined', (id, agent) => answer(agent, id, 'decline')],
      ['missed', (id) => runOut(id)],
      ['withdrawn', async (_id, _agent, { number }) => (await change(number, { status: 'solved' }), await route())],
      ['accepted', (id, agent) => answer(agent, id, 'accept')],
    ];
    for (const [state, end] of ends) {
      // A ticket of its own, so that nobody is offered it next.
      await say(bo, 'break');
      await say(anna, 'online');
      const ticket = await open();
      await route();
      const { id, agent } = await openOffer(ticket);
      expect(agent.id).toBe(anna.id);
      expect(await told(anna)).toEqual([['offered', id, ticket.number]]);
      expect(await told(bo)).toEqual([]);
      expect(await bell(anna)).toMatchObject({ unread: 1, ring: expect.any(Number) as number });
      const row = await db.selectFrom('notifications').select(['push_at', 'mail_at']).where('workspace_id', '=', workspace.id).where('offer_id', '=', id).executeTakeFirstOrThrow();
      expect([row.push_at, row.mail_at]).toEqual([expect.any(Date), null]);
      await say(anna, 'online');
      await end(id, anna, ticket);
      expect((await offersOf(ticket))[0]).toMatchObject({ id, state });
      expect([await told(anna), await bell(anna)]).toMatchObject([[], { unread: 0, ring: null }]);
      await db.updateTable('tickets').set({ status: 'solved' }).where('workspace_id', '=', workspace.id).where('number', '=', ticket.number).execute();
    }
    await tidyNotifications(db, workspace.id, { before: new Date(0), keep: 1_000 });
    expect(await db.selectFrom('notifications').select('id').where('workspace_id', '=', workspace.id).where('offer_id', 'is not', null).execute()).toEqual([]);
  });

  test('tells nobody aloud who is not to be disturbed, and nothing at all who does not want to hear of it', async () => {
    await say(bo, 'break');
    await desk.ask(anna, 'PATCH', '/api/v1/me/notifications', { quiet_until: new Date(Date.now() + 3_600_000).toISOString() });
    const rows = () => db.selectFrom('notifications').select(['rings', 'push_at']).where('workspace_id', '=', workspace.id).where('offer_id', 'is not', null).orderBy('id').execute();
    await open();
    await route();
    expect(await rows()).toEqual([{ rings: false, push_at: null }]);
    await say(bo, 'online');
    await desk.ask(bo, 'PATCH', '/api/v1/me/notifications', { ways: { offered: { app: false, push: false } } });
    await open();
    await route();
    expect(await rows()).toHaveLength(1);
    expect((await own(bo)).items).toHaveLength(1);
  });

  test('that is declined goes on, and the log says what became of each', async () => {
    const ticket = await open();
    await route();
    const first = await openOffer(ticket);
    expect(await answer(agentOf(first.agent.id), first.id, 'decline', { note: 'On the phone' })).toMatchObject({ status: 200, body: { state: 'declined' } });
    expect((await answer(agentOf(first.agent.id), first.id, 'decline')).status).toBe(200);
    expect((await answer(agentOf(first.agent.id), first.id, 'accept')).status).toBe(409);
    await route();
    const next = await openOffer(ticket);
    expect(next.agent.id).not.toBe(first.agent.id);
    await runOut(next.id);
    expect(await offersOf(ticket)).toMatchObject([{ state: 'missed', agent: { id: next.agent.id } }, { state: 'declined', note: 'On the phone', agent: { id: first.agent.id } }]);
    // All have been asked: a pause, then anew.
    expect(await route(2 * second)).toBe(0);
    expect((await desk.ask(lead, 'GET', `/api/v1/tickets/${ticket.number}/routing`)).body.waiting.refused).toEqual([{ why: 'declined', count: 1 }, { why: 'missed', count: 1 }]);
    expect(await route(25 * second)).toBe(0);
    expect(await route(70 * second)).toBe(1);
    expect(await openOffer(ticket)).toMatchObject({ round: 2 });
  });

  test('reaches somebody who comes in the pause at once', async () => {
    await say(bo, 'break');
    const ticket = await open();
    await route();
    await answer(anna, (await openOffer(ticket)).id, 'decline');
    expect(await route()).toBe(0);
    await say(bo, 'online');
    expect(await route(16 * second)).toBe(1);
    expect(await openOffer(ticket)).toMatchObject({ agent: { id: bo.id }, round: 1 });
  });

  test('ends on the second: not before, and nobody can accept it after', async () => {
    await rule({ offer_seconds: 45 });
    const ticket = await open();
    await route();
    const { id, agent } = await openOffer(ticket);
    const due = await dueOf(id);
    expect(await fireAt(new Date(due.getTime() - 1))).toBe(0);
    const actor = { type: 'agent' as const, id: agent.id, role: 'agent' as const, scope: { workspaceId: workspace.id, brands: 'all' as const } };
    await expect(db.transaction().execute((tx) => acceptOffer(tx, actor as never, id, due))).rejects.toMatchObject({ code: 'conflict', fields: [{ field: 'offer', code: 'missed' }] });
    await runOut(id);
    expect(await answer(agentOf(agent.id), id, 'accept')).toMatchObject({ status: 409, body: { errors: [{ code: 'missed' }] } });
    expect(await assigneeOf(ticket)).toBeNull();
  });

  test('is taken back when somebody assigns the ticket, or the person is not online any more', async () => {
    const ticket = await open();
    await route();
    const first = await openOffer(ticket);
    await say(agentOf(first.agent.id), 'break');
    await route();
    const next = await openOffer(ticket);
    expect(next.agent.id).not.toBe(first.agent.id);
    await change(ticket.number, { assignee: lead.id });
    expect(await answer(agentOf(next.agent.id), next.id, 'accept')).toMatchObject({ status: 409, body: { errors: [{ code: 'withdrawn' }] } });
    expect(await route()).toBe(0);
    expect(await outcomes(ticket)).toEqual([[first.agent.id, 'withdrawn'], [next.agent.id, 'withdrawn']]);
    expect(await assigneeOf(ticket)).toBe(lead.id);
  });

  test('counts as a case, and one at a time is made to each', async () => {
    await say(bo, 'away');
    await db.insertInto('agent_limits').values({ workspace_id: workspace.id, agent_id: anna.id, channel: 'api', most: 2 }).execute();
    const tickets = [await open(), await open(), await open()];
    expect(await route()).toBe(1);
    expect((await own(anna)).items).toHaveLength(1);
    await answer(anna, (await own(anna)).items[0].id, 'accept');
    expect(await route(16 * second)).toBe(1);
    // Another team that assigns sees the open offer as a case too.
    const second2 = await aTeam(db, workspace.id, { members: [anna.id] });
    await desk.ask(lead, 'PATCH', `/api/v1/teams/${second2}/routing`, { mode: 'push', sticky_last: false });
    const elsewhere = await open({ team: second2 });
    await route(17 * second);
    expect(await assigneeOf(elsewhere)).toBeNull();
    await answer(anna, (await own(anna)).items[0].id, 'accept');
    expect(await route(40 * second)).toBe(0);
    expect((await Promise.all(tickets.map(assigneeOf))).filter((id) => id === anna.id)).toHaveLength(2);
  });

  test('of a ticket that nobody took in time ends with the team: it overflows', async () => {
    const other = await aTeam(db, workspace.id, { members: [lead.id] });
    await rule({ overflow_team: other, overflow_minutes: 1 });
    await say(bo, 'away');
    const ticket = await open();
    await route();
    expect(await route(61 * second)).toBe(0);
    await answer(anna, (await openOffer(ticket)).id, 'decline');
    expect(await route(61 * second)).toBe(1);
    expect((await desk.ask(lead, 'GET', `/api/v1/tickets/${ticket.number}`)).body.team.id).toBe(other);
  });
});

describe('who lets offers run out', () => {
  test('is set away after as many in a row as the team puts up with, is told, and is back with one word', async () => {
    await say(bo, 'away');
    const tickets = [await open(), await open()];
    await route();
    await runOut((await own(anna)).items[0].id);
    expect(await own(anna)).toMatchObject({ away_since: null });
    await route(2 * second);
    const [{ id }] = (await own(anna)).items;
    await runOut(id);
    expect((await own(anna)).away_since).not.toBeNull();
    const told = (await wholeFeed(desk, lead)).filter(({ type, data }) => type === 'availability.updated' && data.reason === 'missed_offers');
    expect(told).toMatchObject([{ data: { agent_id: anna.id, changes: { availability: { from: 'online', to: 'away' } } } }]);
    expect(await route(60 * second)).toBe(0);
    await say(anna, 'online');
    expect(await own(anna)).toMatchObject({ away_since: null });
    await route(120 * second);
    // What was missed before counts no more.
    const again = (await Promise.all(tickets.map(offersOf))).flat().find(({ state }) => state === 'open')!;
    await runOut(again.id);
    expect((await own(anna)).away_since).toBeNull();
  });

  test('is not when declines come between, nor where the team does not want it', async () => {
    await say(bo, 'away');
    await rule({ offer_misses: 0 });
    for (let n = 0; n < 3; n += 1) await open();
    for (let n = 0; n < 3; n += 1) {
      await route(n * 2 * second);
      await runOut((await own(anna)).items[0].id);
    }
    expect((await own(anna)).away_since).toBeNull();
  });
});

test('several workers at once never make two offers of one ticket, nor to one person', async () => {
  for (let n = 0; n < 6; n += 1) await open();
  const others = Array.from({ length: 3 }, () => createDatabase(createPool(desk.ownerUrl, { max: 2 })));
  try {
    await expect.poll(async () => {
      await Promise.all([db, ...others].map((each) => routeAll({ ...tools(), db: each })));
      return (await db.selectFrom('routing_offers').select('ticket_id').where('workspace_id', '=', workspace.id).execute()).length;
    }, { timeout: 20_000 }).toBe(2);
  } finally {
    await Promise.all(others.map((each) => each.destroy()));
  }
  for (const agent of [anna, bo]) expect((await own(agent)).items).toHaveLength(1);
});

test('what is older than it is kept goes, however much of it there is', async () => {
  const ticket = await open();
  const past = new Date(Date.now() - 100 * 86_400_000);
  await sql`insert into routing_decisions (workspace_id, ticket_id, team_id, agent_id, reasons, decided_at)
    select ${workspace.id}, ${ticket.id}, ${team}, ${anna.id}, '{}', ${past}::timestamptz from generate_series(1, 25)`.execute(db);
  await sql`insert into routing_offers (workspace_id, ticket_id, team_id, agent_id, round, state, reasons, offered_at, ended_at)
    select ${workspace.id}, ${ticket.id}, ${team}, ${anna.id}, 1, 'declined', '{}', ${past}::timestamptz, ${past}::timestamptz from generate_series(1, 25)`.execute(db);
  await route();
  await tidyRouting(desk.context, workspace.id, new Date(Date.now() - 90 * 86_400_000), 10);
  expect(await db.selectFrom('routing_decisions').select('id').where('workspace_id', '=', workspace.id).execute()).toEqual([]);
  expect(await outcomes(ticket)).toHaveLength(1);
});

test('who looks at a ticket of another brand is offered nothing of it', async () => {
  const ticket = await open();
  await route();
  const { id, agent } = await openOffer(ticket);
  await db.updateTable('agents').set({ all_brands: false }).where('workspace_id', '=', workspace.id).where('id', '=', agent.id).execute();
  desk.context.wake.say('access');
  expect((await own(agentOf(agent.id))).items).toEqual([]);
  expect((await answer(agentOf(agent.id), id, 'accept')).status).toBe(404);
});
