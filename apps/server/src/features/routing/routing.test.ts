import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aTeam } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { type Database } from '../../platform/db/db.ts';
import { aRoutingRoom, type RoutingRoom } from '../../../../../tests/support/routing-room.ts';

/** When a team hands out, and for what a ticket waits. */

let desk: TestDesk;
let db: Database;
let { workspace, lead, anna, bo, team, setAgent, online, read, rule, open, change, assigneeOf, explained, limit, aSkill, route } = {} as RoutingRoom; // each test has its own, from beforeEach on
beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
});
beforeEach(async () => {
  ({ workspace, lead, anna, bo, team, setAgent, online, read, rule, open, change, assigneeOf, explained, limit, aSkill, route } = await aRoutingRoom(desk));
});
afterAll(() => desk.stop());

const minute = 60_000;

describe('a team', () => {
  test('pulls by itself: nothing is handed out, and nothing is written', async () => {
    const ticket = await open();
    expect(await route()).toBe(0);
    expect(await assigneeOf(ticket)).toBeNull();
    expect((await desk.ask(anna, 'GET', `/api/v1/teams/${team}/routing`)).body).toEqual({ team, mode: 'pull', method: 'least_busy', sticky_account: true, sticky_last: true, language_need: 'preferred', relax_minutes: 5, overflow_team: null, overflow_minutes: 60, delivery: 'assign', offer_seconds: 30, offer_misses: 2, needs: [] });
    expect(await db.selectFrom('routing_progress').selectAll().where('workspace_id', '=', workspace.id).execute()).toEqual([]);
  });

  test('that pushes hands out what waits already and what comes, and says that routing did it and why', async () => {
    const early = await open();
    expect(await rule({ mode: 'push' })).toMatchObject({ status: 200, body: { mode: 'push' } });
    expect(await route()).toBe(1);
    const late = await open();
    expect(await route()).toBe(1);
    const takers = [await assigneeOf(early), await assigneeOf(late)];
    expect(new Set(takers)).toEqual(new Set([anna.id, bo.id]));
    const told = (await wholeFeed(desk, lead)).filter(({ ticket, type }) => ticket === late.number && type === 'ticket.updated');
    expect(told).toMatchObject([{ data: { routing: { why: 'least_busy', team }, changes: { assignee: { from: null, to: takers[1] } } } }]);
    const other = takers[0] === anna.id ? 'Anna' : 'Bo';
    expect(await explained(late)).toMatchObject({
      mode: 'push', waiting_since: null, waiting: null,
      decisions: [{ agent: { id: takers[1] }, team: { id: team }, reasons: { why: 'least_busy', chosen: { open: 0, most: 20 }, eligible: 2, others: [{ agent: { name: other }, open: 1 }], refused: [], not: [] } }],
    });
    expect(await db.selectFrom('routing_queue').selectAll().where('workspace_id', '=', workspace.id).execute()).toEqual([]);
  });

  test('hands the most urgent out first, then what was promised soonest, then the oldest', async () => {
    await desk.ask(lead, 'PATCH', `/api/v1/teams/${team}`, { members: [anna.id] });
    await rule({ mode: 'push' });
    const tickets = [await open(), await open(), await open({ priority: 'low' }), await open({ priority: 'urgent' })];
    await sql`insert into sla_targets (workspace_id, ticket_id, brand_id, kind, cycle_at, policy_id, policy_version, priority, business, target_minutes, reason, began_at, due_at, left_seconds)
      values (${workspace.id}, ${tickets[1]!.id}, ${workspace.brandId}, 'first_reply', now(), 1, 1, 'normal', false, 60, 'started', now(), now() + interval '1 hour', 3600)`.execute(db);
    expect(await route()).toBe(4);
    const decided = await db.selectFrom('routing_decisions').select('ticket_id').where('workspace_id', '=', workspace.id).orderBy('id').execute();
    expect(decided.map(({ ticket_id }) => ticket_id)).toEqual([3, 1, 0, 2].map((place) => tickets[place]!.id));
  });

  test('that pulls again leaves its tickets where they are', async () => {
    await rule({ mode: 'push' });
    await setAgent(anna, { availability: 'away' });
    await setAgent(bo, { availability: 'away' });
    const ticket = await open();
    expect(await route()).toBe(0);
    await rule({ mode: 'pull' });
    await setAgent(anna, { availability: 'online' });
    expect(await route()).toBe(0);
    expect(await explained(ticket)).toMatchObject({ mode: 'pull', waiting_since: null, waiting: null });
  });
});

test('a ticket that moved while nobody followed comes into its new team’s queue', async () => {
  const second = await aTeam(db, workspace.id, { members: [lead.id] });
  await online(lead);
  await rule({ mode: 'push' });
  for (const agent of [anna, bo]) await setAgent(agent, { availability: 'away' });
  const ticket = await open();
  expect(await route()).toBe(0);
  await change(ticket.number, { team: second });
  await rule({ mode: 'push' }, second);
  expect(await route()).toBe(1);
  expect(await assigneeOf(ticket)).toBe(lead.id);
});

test('a ticket goes to who has a shift beside their hours', async () => {
  const calendar = await db.insertInto('calendars').values({ workspace_id: workspace.id, name: 'Never', week: JSON.stringify([[], [], [], [], [], [], []]) }).returning('id').executeTakeFirstOrThrow();
  for (const agent of [anna, bo]) await setAgent(agent, { calendar_id: calendar.id });
  await db.insertInto('agent_shifts').values({ workspace_id: workspace.id, agent_id: bo.id, starts_at: new Date(Date.now() - minute), ends_at: new Date(Date.now() + 60 * minute) }).execute();
  await rule({ mode: 'push' });
  const ticket = await open();
  expect(await route()).toBe(1);
  expect(await assigneeOf(ticket)).toBe(bo.id);
});

describe('a ticket waits', () => {
  test.each([
    ['away', (): Promise<unknown> => setAgent(anna, { availability: 'away' }), 'away'],
    ['having time off', () => db.insertInto('agent_time_off').values({ workspace_id: workspace.id, agent_id: anna.id, starts_at: new Date(Date.now() - minute), ends_at: new Date(Date.now() + 60 * minute) }).execute(), 'time_off'],
    ['out of their hours', async () => {
      const calendar = await db.insertInto('calendars').values({ workspace_id: workspace.id, name: 'Never', week: JSON.stringify([[], [], [], [], [], [], []]) }).returning('id').executeTakeFirstOrThrow();
      await setAgent(anna, { calendar_id: calendar.id });
    }, 'out_of_hours'],
    ['at their limit', () => limit(anna, 0), 'at_limit'],
    ['not allowed to see the brand', () => setAgent(anna, { all_brands: false }), 'brand'],
    ['deactivated', () => setAgent(anna, { active: false }), 'inactive'],
    ['only a viewer', () => setAgent(anna, { role: 'viewer' }), 'inactive'],
  ])('while who could take it is %s, and says so', async (_state, bring, why) => {
    await setAgent(bo, { availability: 'away' });
    await bring();
    await rule({ mode: 'push' });
    const ticket = await open();
    expect(await route()).toBe(0);
    const { waiting, waiting_since } = await explained(ticket);
    expect(waiting_since).not.toBeNull();
    expect(waiting).toMatchObject({ why: null, eligible: 0 });
    expect(waiting.not.find((each: { agent: { id: number } }) => each.agent.id === anna.id)).toMatchObject({ why });
    await setAgent(bo, { availability: 'online' });
    expect(await route(20_000)).toBe(1);
    expect(await assigneeOf(ticket)).toBe(bo.id);
  });

  test('for a required skill for as long as it takes', async () => {
    const fibre = await aSkill('Fibre');
    await rule({ mode: 'push', needs: [{ skill: fibre, need: 'required', level: 2 }] });
    const ticket = await open();
    expect([await route(), await route(600 * minute)]).toEqual([0, 0]);
    expect(await explained(ticket)).toMatchObject({ needs: [{ skill: { name: 'Fibre', kind: 'product' }, need: 'required', level: 2, source: 'team' }], waiting: { refused: [{ why: 'skill', count: 2 }], not: [{ why: 'skill', skill: { name: 'Fibre' }, level: 2, has: 0 }, {}] } });
    await db.insertInto('agent_skills').values({ workspace_id: workspace.id, agent_id: bo.id, skill_id: fibre, level: 2 }).execute();
    expect(await route(601 * minute)).toBe(1);
    expect(await assigneeOf(ticket)).toBe(bo.id);
  });

  test('for the preferred language, then goes to anybody', async () => {
    await aSkill('Swedish', 'sv', 3, [bo]);
    await setAgent(bo, { availability: 'break' });
    await rule({ mode: 'push', relax_minutes: 10 });
    const ticket = await open({ language: 'sv' });
    expect([await route(), await route(9 * minute)]).toEqual([0, 0]);
    expect(await explained(ticket)).toMatchObject({ needs: [{ need: 'preferred', source: 'language' }], waiting: { not: [{ agent: { name: 'Anna' }, why: 'preferred' }, { why: 'break' }] } });
    expect(await route(11 * minute)).toBe(1);
    expect(await explained(ticket)).toMatchObject({ decisions: [{ agent: { id: anna.id }, reasons: { relaxed: true } }] });
  });

  test('so long, and then goes to another team, which does not send it back', async () => {
    const second = await aTeam(db, workspace.id, { members: [lead.id] });
    await setAgent(anna, { availability: 'away' });
    await setAgent(bo, { availability: 'away' });
    await rule({ mode: 'push', overflow_team: second, overflow_minutes: 30 });
    await rule({ mode: 'push', overflow_team: team, overflow_minutes: 30 }, second);
    const ticket = await open();
    expect([await route(), await route(29 * minute), await route(31 * minute)]).toEqual([0, 0, 1]);
    expect(await read(ticket.number)).toMatchObject({ team: { id: second }, assignee: null });
    expect((await explained(ticket)).decisions).toMatchObject([{ agent: null, overflow_team: { id: second }, reasons: { why: 'overflow', waited_seconds: 1_860 } }]);
    expect([await route(32 * minute), await route(90 * minute)]).toEqual([0, 0]);
    await setAgent(lead, { availability: 'online' });
    expect(await route(91 * minute)).toBe(1);
    expect(await assigneeOf(ticket)).toBe(lead.id);
  });
});
