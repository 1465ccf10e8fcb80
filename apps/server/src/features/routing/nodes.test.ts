import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCustomer, aTeam, aTicket } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { createDatabase, createPool, type Database } from '../../platform/db/db.ts';
import { followStep } from './follow-queue.ts';
import { handOut, overflow } from './hand-out.ts';
import { teamsAtWork } from './queue.queries.ts';
import { routeAll } from './testing/route-all.ts';
import { aRoutingRoom, type RoutingRoom } from '../../../../../tests/support/routing-room.ts';

/** Several nodes at once, one that is killed, and how much a round reads. */

let desk: TestDesk;
let db: Database;
let { workspace, lead, anna, bo, team, setAgent, tools, rule, open, change, assigneeOf, limit, aSkill } = {} as RoutingRoom; // each test has its own, from beforeEach on
beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
});
beforeEach(async () => {
  ({ workspace, lead, anna, bo, team, setAgent, tools, rule, open, change, assigneeOf, limit, aSkill } = await aRoutingRoom(desk));
});
afterAll(() => desk.stop());

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

test('who hands out and who follows the feed take the queue’s rows in one order, and never wait for each other in a circle', async () => {
  await setAgent(bo, { availability: 'away' });
  await rule({ mode: 'push', sticky_last: false });
  const nobodys = await aSkill('Cobol');
  // The first goes to somebody and leaves the queue last; the second is looked at again later, which is written before that.
  const [first, second] = [await open(), await open()];
  await db.insertInto('ticket_skills').values({ workspace_id: workspace.id, ticket_id: second.id, skill_id: nobodys, need: 'required', level: 3, set_by: lead.id }).execute();
  await feedReadable(db, workspace.id);
  for (let more = true; more; ) ({ more } = await followStep(tools(), workspace.id));
  for (const { number } of [first, second]) expect((await change(number, { priority: 'high' })).status).toBe(200);
  await feedReadable(db, workspace.id);
  const [at] = await teamsAtWork(db, workspace.id, new Date());
  const pool = createPool(desk.ownerUrl, { max: 3, role: null });
  const [watcher, nodes] = [createDatabase(pool), createDatabase(createPool(desk.ownerUrl, { max: 2 }))];
  const waiting = async () => (await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(watcher)).rows.length;
  const held = await pool.connect();
  try {
    // Hands out as far as the decision, which waits; then the follower comes for both rows.
    await held.query('begin; lock table routing_decisions in share row exclusive mode');
    const handing = handOut({ ...tools(), db: nodes }, workspace.id, at!);
    await expect.poll(waiting, { timeout: 15_000 }).toBe(1);
    const following = followStep({ ...tools(), db: nodes }, workspace.id);
    await expect.poll(waiting, { timeout: 15_000 }).toBe(2);
    await held.query('commit');
    expect(await Promise.allSettled([handing, following])).toMatchObject([{ status: 'fulfilled', value: { handed: 1 } }, { status: 'fulfilled' }]);
  } finally {
    held.release();
    await nodes.destroy();
    await watcher.destroy();
  }
  expect([await assigneeOf(first), await assigneeOf(second)]).toEqual([anna.id, null]);
});
