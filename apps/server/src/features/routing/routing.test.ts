import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, aCustomer, anAgent, aTeam, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { createDatabase, createPool, type Database } from '../../platform/db/db.ts';
import { followStep } from './follow-queue.ts';
import { handOut, overflow } from './hand-out.ts';
import { teamsAtWork } from './queue.queries.ts';
import { routeAll } from './testing/route-all.ts';

let desk: TestDesk;
let db: Database;
let workspace: TestWorkspace;
let lead: TestAgent;
let anna: TestAgent;
let bo: TestAgent;
let team: number;

beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
});
beforeEach(async () => {
  workspace = await aWorkspace(db);
  lead = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena' });
  anna = await online(await anAgent(db, workspace.id, { name: 'Anna' }));
  bo = await online(await anAgent(db, workspace.id, { name: 'Bo' }));
  team = await aTeam(db, workspace.id, { members: [anna.id, bo.id] });
});
afterAll(() => desk.stop());

const minute = 60_000;
type AgentState = Partial<{ availability: 'online' | 'break' | 'away'; calendar_id: number; all_brands: boolean; active: boolean; role: 'viewer' }>;
const setAgent = async ({ id }: { id: number }, set: AgentState) => void (await db.updateTable('agents').set(set).where('workspace_id', '=', workspace.id).where('id', '=', id).execute());
async function online(agent: TestAgent): Promise<TestAgent> {
  await setAgent(agent, { availability: 'online' });
  return agent;
}
const rule = (body: object, of = team, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/teams/${of}/routing`, body);
const open = async (body: object = {}) => {
  const { status, body: ticket } = await desk.ask(lead, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'x', requester: { email: `maja-${Math.random()}@firm.example` }, team, language: 'xx', ...body });
  expect(status).toBe(201);
  return ticket as { number: number; id: number };
};
const change = (number: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/tickets/${number}`, body);
const read = async (number: number) => (await desk.ask(lead, 'GET', `/api/v1/tickets/${number}`)).body;
const assigneeOf = async ({ number }: { number: number }) => (await read(number)).assignee?.id ?? null;
const explained = async ({ number }: { number: number }, asker = lead) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}/routing`)).body;
const tools = (later = 0) => ({ ...desk.context, clock: fixedClock(new Date(Date.now() + later)) });
const limit = ({ id }: TestAgent, most: number, channel = 'api') => db.insertInto('agent_limits').values({ workspace_id: workspace.id, agent_id: id, channel, most }).execute();
const aSkill = async (name: string, language: string | null = null, level = 3, of: TestAgent[] = []) => {
  const { id } = await db.insertInto('skills').values({ workspace_id: workspace.id, kind: language ? 'language' : 'product', name, language }).returning('id').executeTakeFirstOrThrow();
  for (const { id: agent } of of) await db.insertInto('agent_skills').values({ workspace_id: workspace.id, agent_id: agent, skill_id: id, level }).execute();
  return id;
};

/** Hands out all that can be, as of a moment: once everything that has happened can be read in the feed. */
async function route(later = 0): Promise<number> {
  const isBehind = async () => (await sql`select from routing_progress p where p.workspace_id = ${workspace.id} and (p.sweep
    or exists (select from events e where e.workspace_id = p.workspace_id and (e.xid, e.id) > (p.xid, p.event_id)))`.execute(db)).rows.length > 0;
  const pushes = await db.selectFrom('routing_rules').select('team_id').where('workspace_id', '=', workspace.id).where('mode', '=', 'push').execute();
  if (pushes.length > 0)
    await expect.poll(async () => {
      for (let more = true; more; ) ({ more } = await followStep(tools(later), workspace.id));
      return isBehind();
    }, { timeout: 15_000 }).toBe(false);
  return routeAll(tools(later));
}

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

describe('whom it goes to', () => {
  test('is the account agent, of whatever team, or the deputy', async () => {
    const carl = await online(await anAgent(db, workspace.id, { name: 'Carl' }));
    const organization = await db.insertInto('organizations').values({ workspace_id: workspace.id, name: 'Hartwell', account_agent_id: carl.id, account_deputy_id: bo.id }).returning('id').executeTakeFirstOrThrow();
    const { email } = await aCustomer(db, workspace.id, { organizationId: organization.id, brands: [workspace.brandId] });
    await rule({ mode: 'push' });
    const first = await open({ requester: { email } });
    expect(await assigneeOf(first)).toBeNull();
    await route();
    expect(await explained(first)).toMatchObject({ decisions: [{ agent: { id: carl.id }, reasons: { why: 'account_agent' } }] });
    await setAgent(carl, { availability: 'away' });
    const second = await open({ requester: { email } });
    await route();
    expect(await explained(second)).toMatchObject({ decisions: [{ agent: { id: bo.id }, reasons: { why: 'account_agent' } }] });
  });

  test('is who had the customer’s last ticket, unless the team does not want that', async () => {
    const { email } = await aCustomer(db, workspace.id, { brands: [workspace.brandId] });
    for (let n = 0; n < 3; n += 1) await open({ requester: { email }, assignee: bo.id });
    await rule({ mode: 'push' });
    const [again] = [await open({ requester: { email } })];
    await route();
    expect(await explained(again)).toMatchObject({ decisions: [{ agent: { id: bo.id }, reasons: { why: 'last_agent' } }] });
    await rule({ sticky_last: false });
    const other = await open({ requester: { email } });
    await route();
    expect(await assigneeOf(other)).toBe(anna.id);
  });

  test('is not who gave it back', async () => {
    await rule({ mode: 'push' });
    const ticket = await open();
    await route();
    const first = await assigneeOf(ticket);
    await change(ticket.number, { assignee: null });
    await route();
    expect(await assigneeOf(ticket)).toBe(first === anna.id ? bo.id : anna.id);
  });

  test('is whoever took it meanwhile: a person is never overruled', async () => {
    await rule({ mode: 'push' });
    const ticket = await open();
    for (let more = true; more; ) ({ more } = await followStep(tools(), workspace.id));
    await change(ticket.number, { assignee: lead.id });
    await routeAll(tools());
    expect(await assigneeOf(ticket)).toBe(lead.id);
  });

  test('changes with what an agent says of the ticket, also that a skill is not needed', async () => {
    const fibre = await aSkill('Fibre', null, 4, [bo]);
    const billing = await aSkill('Billing');
    await rule({ mode: 'push', needs: [{ skill: billing, need: 'required' }] });
    const ticket = await open();
    expect(await route()).toBe(0);
    const set = (skills: object[], asker = anna) => desk.ask(asker, 'PUT', `/api/v1/tickets/${ticket.number}/skills`, { skills });
    expect(await set([{ skill: fibre, need: 'required', level: 4 }, { skill: billing, need: 'none' }])).toMatchObject({ status: 200, body: { needs: [{ skill: { name: 'Fibre' }, need: 'required', level: 4, source: 'agent' }, { skill: { name: 'Billing' }, need: 'none', source: 'agent' }] } });
    expect(await route(20_000)).toBe(1);
    expect(await assigneeOf(ticket)).toBe(bo.id);
    const told = (await wholeFeed(desk, lead)).filter(({ data }) => data.changes && 'skills' in data.changes);
    expect(told).toHaveLength(1);
    await set([{ skill: fibre, need: 'required', level: 4 }, { skill: billing, need: 'none' }]);
    expect((await wholeFeed(desk, lead)).filter(({ data }) => data.changes && 'skills' in data.changes)).toHaveLength(1);
    expect(await set([{ skill: 999_999, need: 'required' }])).toMatchObject({ status: 400, body: { errors: [{ field: 'skills', code: 'not_found' }] } });
  });
});

describe('a rule', () => {
  test('is changed by leads, with what is there, and an event that names what changed', async () => {
    expect((await rule({ mode: 'push' }, team, anna)).status).toBe(403);
    expect(await rule({ overflow_team: team })).toMatchObject({ status: 400, body: { errors: [{ field: 'overflow_team' }] } });
    expect(await rule({ needs: [{ skill: 999_999, need: 'required' }] })).toMatchObject({ status: 400, body: { errors: [{ field: 'needs', code: 'not_found' }] } });
    const foreign = await aTeam(db, (await aWorkspace(db)).id);
    expect((await rule({ mode: 'push' }, foreign)).status).toBe(404);
    expect(await rule({ overflow_team: foreign })).toMatchObject({ status: 400, body: { errors: [{ field: 'overflow_team', code: 'not_found' }] } });
    await rule({ method: 'round_robin', relax_minutes: 0 });
    expect((await wholeFeed(desk, lead)).at(-1)).toMatchObject({ type: 'team.updated', data: { changes: { routing: { method: { from: 'least_busy', to: 'round_robin' }, relax_minutes: { from: 5, to: 0 } } } } });
  });

  test('keeps what it asks for in brands that a lead does not see, and does not tell of them', async () => {
    const [hidden, skill] = [await aBrand(db, workspace.id), await aSkill('Fibre')];
    const narrow = await anAgent(db, workspace.id, { role: 'lead', brands: [workspace.brandId] });
    await rule({ needs: [{ skill, brand: hidden, need: 'required' }, { skill, need: 'preferred' }] });
    expect((await desk.ask(narrow, 'GET', `/api/v1/teams/${team}/routing`)).body.needs).toMatchObject([{ brand: null }]);
    expect(await rule({ needs: [{ skill, brand: hidden, need: 'required' }] }, team, narrow)).toMatchObject({ status: 400 });
    expect((await rule({ needs: [] }, team, narrow)).body.needs).toEqual([]);
    expect((await desk.ask(lead, 'GET', `/api/v1/teams/${team}/routing`)).body.needs).toMatchObject([{ brand: { id: hidden }, need: 'required' }]);
  });
});

async function manyTickets(count: number): Promise<void> {
  const { id: customerId } = await aCustomer(db, workspace.id, { brands: [workspace.brandId] });
  const made = await aTicket(db, workspace.id, { customerId });
  await sql`insert into tickets (workspace_id, number, subject, status, channel, brand_id, requester_id, team_id)
    select ${workspace.id}, 500000 + n, 'A question', 'open', 'api', ${made.brandId}, ${customerId}, ${team} from generate_series(1, ${count}) n`.execute(db);
}
const shares = async () => (await sql<{ assignee_id: number | null; count: number }>`select assignee_id, count(*)::int as count from tickets where workspace_id = ${workspace.id} and team_id = ${team} group by assignee_id`.execute(db)).rows;
const assignments = async () => (await sql<{ count: number }>`select count(*)::int as count from events where workspace_id = ${workspace.id} and type = 'ticket.updated' and data ? 'routing'`.execute(db)).rows[0]!.count;

test('several workers at once hand each ticket out once, and nobody more than they can take', async () => {
  await manyTickets(150);
  await limit(anna, 40);
  await limit(bo, 30);
  await rule({ mode: 'push', sticky_last: false });
  const others = Array.from({ length: 3 }, () => createDatabase(createPool(desk.ownerUrl, { max: 2 })));
  try {
    await expect.poll(async () => {
      await Promise.all([db, ...others].map((each) => routeAll({ ...tools(), db: each })));
      return (await shares()).find(({ assignee_id }) => assignee_id === null)?.count;
    }, { timeout: 20_000 }).toBe(80);
  } finally {
    await Promise.all(others.map((each) => each.destroy()));
  }
  const taken = new Map((await shares()).map(({ assignee_id, count }) => [assignee_id, count]));
  expect([taken.get(anna.id), taken.get(bo.id)]).toEqual([40, 30]);
  expect(await assignments()).toBe(70);
  expect(await db.selectFrom('routing_decisions').select('id').where('workspace_id', '=', workspace.id).execute()).toHaveLength(70);
});

test('a node that is killed in the middle loses no ticket and hands none out twice', async () => {
  await manyTickets(400);
  await limit(anna, 500);
  await limit(bo, 500);
  await rule({ mode: 'push', sticky_last: false });
  const script = fileURLToPath(new URL('testing/hand-out-until-killed.ts', import.meta.url));
  for (const upTo of [1, 150]) {
    const node = spawn(process.execPath, [script, desk.ownerUrl], { env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' }, stdio: 'ignore' });
    const ended = new Promise((resolve) => node.once('exit', resolve));
    await expect.poll(assignments, { interval: 5, timeout: 20_000 }).toBeGreaterThanOrEqual(upTo);
    node.kill('SIGKILL');
    await ended;
  }
  // The database needs a moment to see that the killed node's connection is gone, and with it its turn.
  await expect.poll(async () => {
    await routeAll(tools());
    return (await shares()).some(({ assignee_id }) => assignee_id === null);
  }, { timeout: 20_000 }).toBe(false);
  expect(await assignments()).toBe(400);
  const taken = await shares();
  expect(taken.map(({ count }) => count)).toEqual([200, 200]);
});

test('while nobody is free, a round reads a bounded number of rows, however many wait', async () => {
  await manyTickets(3_000);
  await db.updateTable('routing_rules').set({ mode: 'pull' }).execute();
  await rule({ mode: 'push', overflow_team: await aTeam(db, workspace.id) });
  for (const agent of [anna, bo]) await setAgent(agent, { availability: 'away' });
  const alone = createDatabase(createPool(desk.ownerUrl, { max: 1, role: null }));
  // Of this connection alone, and of what it has done up to now.
  const rowsRead = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(alone);
    await sql`select pg_stat_clear_snapshot()`.execute(alone);
    return (await sql<{ count: number }>`select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as count from pg_stat_user_tables where relname in ('tickets', 'routing_queue')`.execute(alone)).rows[0]!.count;
  };
  try {
    await sql`insert into routing_queue (workspace_id, ticket_id, team_id, since, look_at) select workspace_id, id, team_id, now(), now() from tickets where workspace_id = ${workspace.id} and number > 500000`.execute(alone);
    await sql`analyze routing_queue`.execute(alone);
    const [team] = await teamsAtWork(alone, workspace.id, new Date());
    const before = await rowsRead();
    expect(await handOut({ ...tools(), db: alone }, workspace.id, team!)).toMatchObject({ handed: 0 });
    expect(await overflow({ ...tools(), db: alone }, workspace.id, team!)).toMatchObject({ handed: 0 });
    await teamsAtWork(alone, workspace.id, new Date());
    expect((await rowsRead()) - before).toBeLessThan(300);
  } finally {
    await alone.destroy();
  }
});
