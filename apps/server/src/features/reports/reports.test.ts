import { sql, type Kysely } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { aBrand, anAgent, anInbox, aTeam, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { createDatabase, createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { dimensions, sums } from './measures.ts';
import { followStep } from './follow-feed.ts';
import { readWithin } from './read-within.ts';
import { readDays } from './sums.queries.ts';

/** Random histories through the desk's own routes: the sums are what a count from scratch gives, whichever way they are asked for. */

let desk: TestDesk;
let pool: pg.Pool;
let all: Kysely<DB>;
let ws: number;
let brands: number[];
let teams: number[];
let agents: TestAgent[];
let lead: TestAgent;
let narrow: TestAgent;
const numbers: number[] = [];

beforeAll(async () => {
  desk = await openTestDesk();
  pool = createPool(desk.ownerUrl, { max: 3, role: null });
  all = createDatabase(pool);
  const { db } = desk.context;
  const workspace = await aWorkspace(db, { timeZone: 'Europe/Stockholm' });
  ws = workspace.id;
  brands = [workspace.brandId, await aBrand(db, ws)];
  for (const brandId of brands) await anInbox(db, ws, { brandId });
  lead = await anAgent(db, ws, { role: 'admin' });
  narrow = await anAgent(db, ws, { role: 'lead', brands: [brands[1]!] });
  agents = [await anAgent(db, ws), await anAgent(db, ws)];
  teams = [await aTeam(db, ws, { members: [agents[0]!.id] }), await aTeam(db, ws)];
  await sql`update agents set tier = 2 where workspace_id = ${ws} and id = ${agents[1]!.id}`.execute(all);
  await liveThroughAHundredDays();
}, 120_000);
afterAll(async () => {
  await all.destroy();
  await desk.stop();
});

let seed = 20_261;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!; // none is empty

async function follow(workspaceId = ws): Promise<void> {
  await feedReadable(desk.context.db, workspaceId);
  while ((await followStep(desk.context, workspaceId, 'a node')).more) continue;
}

async function openOne(): Promise<void> {
  const body = {
    subject: 'A question', text: 'How?', requester: { email: `c${Math.floor(random() * 9)}@firm.example` }, brand: oneOf(brands), team: oneOf([null, ...teams]), assignee: oneOf([null, ...agents.map(({ id }) => id)]),
    kind: oneOf(['question', 'incident', 'complaint']), channel: oneOf(['phone', 'web', 'email']), language: oneOf(['sv', 'pl', 'en']),
  };
  const { status, body: ticket } = await desk.ask(lead, 'POST', '/api/v1/tickets', body);
  expect(status).toBe(201);
  numbers.push(ticket.number);
}

/** Some of it is refused, as it should be; what counts is that the sums follow what was not. */
async function doSomething(): Promise<void> {
  const number = oneOf(numbers);
  const path = `/api/v1/tickets/${number}`;
  const patch = (body: object) => desk.ask(lead, 'PATCH', path, body);
  const acts = [
    () => desk.ask(oneOf(agents), 'POST', `${path}/messages`, { kind: 'public', text: 'So.' }),
    () => desk.ask(oneOf(agents), 'POST', `${path}/messages`, { kind: 'public', text: 'So, and done.', status: 'solved' }),
    () => patch({ status: 'solved' }),
    () => patch({ status: 'solved' }),
    () => patch({ status: oneOf(['open', 'pending']) }),
    () => patch({ team: oneOf([null, ...teams]), kind: oneOf(['question', 'order']) }),
    () => patch({ assignee: oneOf([null, ...agents.map(({ id }) => id)]) }),
    () => patch({ folder: oneOf(['inbox', 'inbox', 'spam', 'trash']) }),
    () => patch({ brand: oneOf(brands) }),
    () => desk.ask(lead, 'PUT', `${path}/wrap-up`, { degree: oneOf(['solved', 'partly', 'not_solved']), minutes: oneOf([5, 30]) }),
    () => desk.ask(lead, 'POST', `${path}/merge`, { into: oneOf(numbers) }),
    () => desk.ask(lead, 'POST', `${path}/commitments`, { text: 'We call', due_at: new Date(Date.now() + 3_600_000).toISOString(), source: 'api' }),
  ];
  await oneOf(acts)();
}

/** The feed is followed now and then; some tickets began before it was. Then each ticket is moved back in time, whole. */
async function liveThroughAHundredDays(): Promise<void> {
  for (let each = 0; each < 12; each += 1) await openOne();
  await follow();
  for (let act = 0; act < 220; act += 1) {
    await (random() < 0.18 ? openOne() : doSomething());
    if (act % 70 === 0) await follow();
  }
  await sql`update events set created_at = created_at - make_interval(days => (ticket_id % 100)::int) + make_interval(mins => ((id * 37) % 4000)::int) where workspace_id = ${ws} and ticket_id is not null`.execute(all);
  await sql`update tickets set created_at = created_at - make_interval(days => (id % 100)::int) where workspace_id = ${ws}`.execute(all);
  await sql`update report_progress set counted_to = 0, lease = null, leased_until = null where workspace_id = ${ws}`.execute(all);
  await follow();
}

const key = sql.raw(['dimension', 'day', 'value', 'brand_id'].join());
const columns = sql.raw(sums.map((name) => `sum(${name})::bigint as ${name}`).join());
/** What the sums hold, without rows that are left with nothing. */
async function sumsNow(): Promise<unknown> {
  const { rows: days } = await sql<Record<string, unknown>>`select ${key}, ${columns} from report_days where workspace_id = ${ws} group by ${key} order by ${key}`.execute(all);
  const { rows: times } = await sql<Record<string, unknown>>`select ${key}, measure, step, count from report_day_times where workspace_id = ${ws} and count <> 0 order by ${key}, measure, step`.execute(all);
  return { days: days.filter((row) => sums.some((name) => row[name] !== 0)), times };
}

const span = { since: new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10), until: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10) };
const asked = (query: object) => new URLSearchParams(Object.fromEntries(Object.entries({ ...span, ...query }).map(([name, value]) => [name, String(value)]))).toString();
const report = async (query: object = {}, by = lead) => (await desk.ask(by, 'GET', `/api/v1/reports?${asked(query)}`)).body;
const parts = async (query: object, by = lead) => (await desk.ask(by, 'GET', `/api/v1/reports/by?${asked(query)}`)).body;
const tickets = async (query: object, by = lead): Promise<{ number: number }[]> => {
  const items: { number: number }[] = [];
  for (let cursor: string | null = null; ; ) {
    const { body } = await desk.ask(by, 'GET', `/api/v1/reports/tickets?${asked({ ...query, limit: 7, ...(cursor ? { cursor } : {}) })}`);
    items.push(...body.items);
    cursor = body.next_cursor;
    if (cursor === null) return items;
  }
};

describe('the sums', () => {
  test('are those of a count from scratch, of the same tickets', async () => {
    const kept = await sumsNow();
    const facts = (await sql`select * from report_tickets where workspace_id = ${ws} order by ticket_id`.execute(all)).rows;
    expect(facts.length).toBeGreaterThan(20);
    for (const table of ['report_tickets', 'report_days', 'report_day_times', 'report_progress']) await sql`delete from ${sql.table(table)} where workspace_id = ${ws}`.execute(all);
    await follow();
    expect(await sumsNow()).toEqual(kept);
    expect((await sql`select * from report_tickets where workspace_id = ${ws} order by ticket_id`.execute(all)).rows).toEqual(facts);
  });

  test('do not move when the feed is read twice', async () => {
    const kept = await sumsNow();
    await sql`update report_progress set xid = '0', event_id = 0 where workspace_id = ${ws}`.execute(all);
    await follow();
    expect(await sumsNow()).toEqual(kept);
  });

  test('are the tickets that are in the inbox, each once', async () => {
    const { rows } = await sql<{ tickets: number; open: number }>`
      select count(*)::int as tickets, (count(*) filter (where status not in ('solved', 'closed')))::int as open from tickets where workspace_id = ${ws} and folder = 'inbox' and merged_into is null`.execute(all);
    expect((await report()).figures).toMatchObject(rows[0]!);
  });

  test('add up whichever way they are taken apart', async () => {
    const whole = await report();
    expect(whole).toMatchObject({ time_zone: 'Europe/Stockholm', counting: null, only: 'all', step: 'week' });
    expect(whole.series.reduce((sum: number, { figures }: { figures: { tickets: number } }) => sum + figures.tickets, 0)).toBe(whole.figures.tickets);
    for (const by of ['brand', ...dimensions]) {
      const { rows } = await parts({ by });
      for (const name of ['tickets', 'solved', 'open']) expect(rows.reduce((sum: number, row: { figures: Record<string, number> }) => sum + row.figures[name]!, 0), `${by} ${name}`).toBe(whole.figures[name]);
    }
  });

  test('are the same of one thing, whether read from the days or from the tickets', async () => {
    // Two dimensions at once are summed from the tickets; each ticket has a kind, so narrowing to every kind in turn gives the days' sums.
    for (const by of ['team', 'assignee', 'channel', 'language', 'tier'] as const) {
      const fromDays = (await parts({ by })).rows;
      const added = new Map<string | null, number[]>();
      const values = ({ figures: f }: any) => [f.tickets, f.solved, f.open, f.first_reply.tickets, f.resolution.tickets, f.reopened.tickets, f.first_contact.tickets, f.effort.minutes, f.replies, f.promises.kept + f.promises.broken]; // eslint-disable-line @typescript-eslint/no-explicit-any -- an answer
      for (const kind of ['question', 'incident', 'complaint', 'order'])
        for (const row of (await parts({ by, kind })).rows) added.set(row.value, values(row).map((each, at) => each + (added.get(row.value)?.[at] ?? 0)));
      expect(new Map(fromDays.map((row: { value: string | null }) => [row.value, values(row)]))).toEqual(added);
    }
  });

  test('medians of several things at once are those of their tickets', async () => {
    const { figures } = await report({ kind: 'question', channel: 'phone' });
    const { rows } = await sql<{ seconds: number }>`
      select first_reply_seconds as seconds from report_tickets where workspace_id = ${ws} and kind = 'question' and channel = 'phone' and first_replies > 0 order by 1`.execute(all);
    expect(figures.first_reply.tickets).toBe(rows.length);
    const median = rows[Math.ceil(rows.length / 2) - 1]?.seconds ?? null;
    if (median === null) expect(figures.first_reply.median_seconds).toBeNull();
    else expect(Math.abs(figures.first_reply.median_seconds / Math.max(1, median) - 1)).toBeLessThan(0.06);
  });
});

describe('behind a number', () => {
  test('stand as many tickets as it says, in pages without a gap', async () => {
    const { figures } = await report({ channel: 'phone' });
    const behind = { tickets: figures.tickets, solved: figures.solved, open: figures.open, reopened: figures.reopened.tickets, first_contact: figures.first_contact.tickets, first_replies: figures.first_reply.tickets, resolved: figures.resolution.tickets, degree_partly: figures.degrees.partly };
    for (const [show, count] of Object.entries(behind)) {
      const found = await tickets({ show, channel: 'phone' });
      expect(new Set(found.map(({ number }) => number)).size, show).toBe(count);
      expect(found, show).toHaveLength(count);
    }
  });
});

describe('who sees what', () => {
  test('a lead of one brand sees nothing of another', async () => {
    const mine = await report({}, narrow);
    expect(mine.figures.tickets).toBe((await report({ brand: brands[1] })).figures.tickets);
    expect((await report({ brand: brands[0] }, narrow)).figures).toMatchObject({ tickets: 0, solved: 0, open: 0 });
    expect((await parts({ by: 'brand' }, narrow)).rows.map(({ value }: { value: string }) => value)).toEqual([String(brands[1])]);
    expect(await tickets({ show: 'tickets', brand: brands[0] }, narrow)).toEqual([]);
  });

  test('an agent sees their own tickets, and only how many there were in their team', async () => {
    const [nora, olof] = agents as [TestAgent, TestAgent];
    const mine = await report({}, nora);
    expect(mine).toMatchObject({ only: 'own', figures: (await report({ assignee: nora.id })).figures });
    const team = await report({ team: teams[0] }, nora);
    expect(team).toMatchObject({ only: 'volume', figures: { tickets: (await report({ team: teams[0] })).figures.tickets, first_reply: null, satisfaction: null, replies: null } });
    expect((await report({ team: teams[1] }, nora)).only).toBe('own');
    for (const path of [`reports?${asked({ assignee: olof.id })}`, `reports/by?${asked({ by: 'assignee', team: teams[0] })}`, `reports/tickets?${asked({ show: 'reopened', team: teams[0] })}`])
      expect(await desk.ask(nora, 'GET', `/api/v1/${path}`), path).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect((await parts({ by: 'assignee' }, nora)).rows.map(({ value }: { value: string }) => value)).toEqual([String(nora.id)]);
    const viewer = await anAgent(desk.context.db, ws, { role: 'viewer' });
    expect((await desk.ask(viewer, 'GET', `/api/v1/reports?${asked({})}`)).status).toBe(403);
  });
});

test('a desk that was there before is counted in steps, and says how far it is', async () => {
  const { rows } = await sql<{ id: number }>`select min(id) as id from tickets where workspace_id = ${ws}`.execute(all);
  await sql`update report_progress set counted_to = ${rows[0]!.id}, count_until = ${rows[0]!.id * 2 + 100} where workspace_id = ${ws}`.execute(all);
  expect((await report()).counting).toBeLessThan(100);
  await follow();
  expect((await report()).counting).toBeNull();
});

describe('while tickets are counted', () => {
  /** Holds a table back from whoever uses it, until it is let go. */
  async function hold(table: string): Promise<{ waiting(): Promise<{ writes: boolean }[]>; letGo(): Promise<void> }> {
    const client = await pool.connect();
    await client.query(`begin; lock table ${table} in access exclusive mode`);
    return {
      waiting: async () => (await sql<{ writes: boolean }>`select backend_xid is not null as writes from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(all)).rows,
      letGo: async () => {
        await client.query('commit');
        client.release();
      },
    };
  }
  const sweepAgain = () => sql`update report_progress set counted_to = 0, lease = null, leased_until = null where workspace_id = ${ws}`.execute(all);

  test('whoever reads a ticket for long writes nothing meanwhile, so the feed goes on', async () => {
    await sweepAgain();
    const held = await hold('sla_targets');
    const step = followStep(desk.context, ws, 'a node');
    await expect.poll(() => held.waiting(), { timeout: 15_000 }).toEqual([{ writes: false }]);
    await held.letGo();
    await step;
    await follow();
  });

  test('a ticket that is changed between reading and writing is counted anew', async () => {
    await openOne();
    await follow();
    const number = numbers.at(-1)!;
    const open = (await report()).figures.open;
    await sweepAgain();
    const held = await hold('report_tickets');
    const steps = (async () => {
      while ((await followStep(desk.context, ws, 'a node')).more) continue;
    })();
    await expect.poll(() => held.waiting(), { timeout: 15_000 }).toEqual([{ writes: true }]);
    expect((await desk.ask(lead, 'PATCH', `/api/v1/tickets/${number}`, { status: 'solved' })).status).toBe(200);
    await held.letGo();
    await steps;
    await follow();
    expect((await report()).figures.open).toBe(open - 1);
  });

  test('a node whose lease another took writes nothing', async () => {
    await follow();
    const kept = await sumsNow();
    await sweepAgain();
    const held = await hold('sla_targets');
    const slow = followStep(desk.context, ws, 'a slow node');
    await expect.poll(() => held.waiting(), { timeout: 15_000 }).toEqual([{ writes: false }]);
    await sql`update report_progress set lease = 'a node', leased_until = now() + interval '1 minute' where workspace_id = ${ws}`.execute(all);
    await held.letGo();
    expect(await slow).toEqual({ more: false });
    expect((await sql`select counted_to from report_progress where workspace_id = ${ws}`.execute(all)).rows).toEqual([{ counted_to: 0 }]);
    await follow();
    expect(await sumsNow()).toEqual(kept);
  });

  test('who asks for a report that takes too long is told so', async () => {
    const held = await hold('report_days');
    const wanted = { scope: { workspaceId: ws, brands: 'all' as const }, narrow: {}, ...span };
    await expect(readWithin(desk.context.db, (tx) => readDays(tx, wanted), 50)).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'since', code: 'too_slow' }] });
    await held.letGo();
  });
});

test('another time zone has other days, and is counted anew', async () => {
  const before = (await report()).figures;
  expect((await desk.ask(lead, 'PATCH', '/api/v1/workspace', { time_zone: 'Pacific/Auckland' })).status).toBe(200);
  await follow();
  const { rows } = await sql<{ wrong: number }>`select count(*)::int as wrong from report_tickets where workspace_id = ${ws} and day <> to_char(created_at at time zone 'Pacific/Auckland', 'YYYY-MM-DD')`.execute(all);
  expect(rows).toEqual([{ wrong: 0 }]);
  expect((await report()).figures).toMatchObject({ tickets: before.tickets, solved: before.solved });
});

test('a period that is none, or too long, is refused', async () => {
  const refused = (query: object) => desk.ask(lead, 'GET', `/api/v1/reports?${asked(query)}`);
  expect(await refused({ since: '2026-02-02', until: '2026-02-01' })).toMatchObject({ status: 400, body: { errors: [{ field: 'until' }] } });
  expect((await refused({ since: '2020-01-01', until: '2026-02-01' })).status).toBe(400);
  expect((await refused({ since: '2026-02-30' })).status).toBe(400);
  expect((await refused({ until: '2026-02-01', since: '0001-01-01' })).status).toBe(400);
});
