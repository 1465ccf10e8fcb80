import { Kysely, PostgresDialect, sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aBrand, aCustomer, anAgent, aTeam, aWorkspace } from '../../../../../tests/support/factories.ts';
import { rowsLookedAt, type Query } from '../../../../../tests/support/plans.ts';
import type { AgentActor, Scope } from '../../platform/auth/actor.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { createKnownFields } from '../custom-fields/index.ts';
import { isParted, listInParts, priorityParts, ticketChannels, ticketKinds, ticketPriorities, ticketSorts, ticketStatuses, type ListPlace, type TicketRow, type TicketSort } from '../tickets/index.ts';
import { conditionsShape, type Conditions } from './conditions.schemas.ts';
import { readWanted, spanOf } from './wanted.ts';
import { countWanted, countWindow, listToOrder, listWanted, pageWindow } from './window.queries.ts';

/** Any conditions, against a plain reading of all rows: what a view holds is neither more nor less; and nothing typed reaches SQL as SQL. */

const many = 12_000;
const now = new Date('2026-03-01T12:00:00Z');
type Row = { id: number; brand_id: number; folder: string; status: string; priority: string; kind: string; channel: string; language: string | null; tags: string[]; team_id: number | null; assignee_id: number | null; requester_id: number; created_at: Date; updated_at: Date; last_message_at: Date; snoozed_until: Date | null; last_direction: string; last_public_direction: string | null; promise_due_at: Date | null; escalated_at: Date | null };

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
let sent: Query[] = [];
let workspaceId: number;
let brands: number[];
let agents: number[];
let teams: number[];
let customers: number[];
let organization: number;
let rows: Row[];
let followed: Set<number>;
let topics: { root: number; leaf: number; ofBrand: number };
/** Of each ticket, the soonest that is due; and what it was wrapped up with. */
let dueOf: Map<number, Date>;
let topicOf: Map<number, number>;
let members: Set<number>;
let context: Parameters<typeof readWanted>[0];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2, role: null });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void sent.push(query) });
  context = { db, customFields: createKnownFields(db, { mayRemember: () => false }), clock: fixedClock(now) };
  const workspace = await aWorkspace(db);
  const other = await aWorkspace(db);
  workspaceId = workspace.id;
  brands = [workspace.brandId, await aBrand(db, workspaceId), await aBrand(db, workspaceId)];
  agents = [(await anAgent(db, workspaceId)).id, (await anAgent(db, workspaceId)).id];
  teams = [await aTeam(db, workspaceId, { members: [agents[0]!] }), await aTeam(db, workspaceId)];
  organization = (await db.insertInto('organizations').values({ workspace_id: workspaceId, name: 'Kraft' }).returning('id').executeTakeFirstOrThrow()).id;
  customers = [(await aCustomer(db, workspaceId, { organizationId: organization })).id, (await aCustomer(db, workspaceId)).id];
  const stranger = await aCustomer(db, other.id);
  await fill(workspaceId, brands, customers, many);
  await fill(other.id, [other.brandId], [stranger.id], 500);
  await sql`insert into ticket_followers (workspace_id, ticket_id, agent_id) select workspace_id, id, ${agents[0]} from tickets where workspace_id = ${workspaceId} and number % 97 = 0`.execute(db);
  await promise(workspaceId);
  await wrapUp(workspaceId);
  await sql`vacuum analyze`.execute(db);
  ({ rows } = await sql<Row>`select * from tickets where workspace_id = ${workspaceId}`.execute(db));
  followed = new Set((await sql<{ ticket_id: number }>`select ticket_id from ticket_followers where workspace_id = ${workspaceId}`.execute(db)).rows.map((row) => row.ticket_id));
  dueOf = new Map((await sql<{ id: number; due: Date }>`
    select id, min(due) as due from (select id, promise_due_at as due from tickets where workspace_id = ${workspaceId} union all select ticket_id, due_at from sla_targets where workspace_id = ${workspaceId} and ended_at is null) d
    where due is not null group by id`.execute(db)).rows.map(({ id, due }) => [id, due]));
  topicOf = new Map((await sql<{ ticket_id: number; topic_id: number }>`select ticket_id, topic_id from wrap_ups where workspace_id = ${workspaceId}`.execute(db)).rows.map((row) => [row.ticket_id, row.topic_id]));
  members = new Set([customers[0]!]);
}, 180_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function fill(workspace: number, ofBrands: number[], requesters: number[], count: number): Promise<void> {
  const pick = (list: readonly unknown[], by: number, type: string) => sql`(${list}::${sql.raw(type)}[])[(n / ${by}::int) % ${list.length}::int + 1]`;
  await sql`insert into tickets (workspace_id, number, subject, folder, status, priority, kind, channel, language, tags, brand_id, team_id, assignee_id, requester_id, created_at, updated_at, last_message_at, last_direction, last_public_direction, snoozed_until, promise_due_at, escalated_at)
    select ${workspace}, n, 'A case ' || n, case when n % 40 = 0 then 'spam' else 'inbox' end, ${pick(ticketStatuses, 1, 'text')}, ${pick(ticketPriorities, 5, 'text')}, ${pick(ticketKinds, 7, 'text')}, ${pick(ticketChannels, 3, 'text')},
      case when n % 4 = 0 then null when n % 1000 = 1 then 'pl' else 'en' end, case when n % 300 = 2 then array['rare'] when n % 2 = 0 then array['even', 'often'] else '{}' end,
      ${pick(ofBrands, 11, 'bigint')}, ${workspace === workspaceId ? sql`case when n % 3 = 0 then null else ${pick(teams, 13, 'bigint')} end` : sql`null`},
      ${workspace === workspaceId ? sql`case when n % 5 = 0 then null else ${pick(agents, 17, 'bigint')} end` : sql`null`}, ${pick(requesters, 19, 'bigint')},
      ${now}::timestamptz - n * interval '7 minutes', ${now}::timestamptz - (n * 7919 % ${count}::int) * interval '5 minutes', ${now}::timestamptz - (n * 104729 % ${count}::int) * interval '5 minutes',
      case when n % 9 = 0 then 'out' else 'in' end, case when n % 7 = 0 then 'in' when n % 7 = 1 then 'out' end, case when n % 50 = 3 then '2100-01-01'::timestamptz end,
      case when n % 60 = 7 then ${now}::timestamptz + (n % 13 - 6) * interval '7 hours' end, case when n % 70 = 9 then ${now}::timestamptz end
    from generate_series(1, ${count}::int) n`.execute(db);
}

/** Two promised times on many tickets: one of them rests, is over, or is due at the very moment of others. */
async function promise(workspace: number): Promise<void> {
  const target = (kind: string, every: number, hours: RawBuilder<unknown>) => sql`
    insert into sla_targets (workspace_id, ticket_id, brand_id, kind, cycle_at, policy_id, policy_version, priority, business, target_minutes, reason, began_at, due_at, resting, left_seconds, ended_at, outcome)
    select workspace_id, id, brand_id, ${kind}, created_at, 1, 1, 'normal', false, 60, 'started', created_at, case when number % 6 <> 0 then ${now}::timestamptz + ${hours} * interval '1 hour' end, number % 6 = 0, 3600,
      case when number % 14 = 0 then ${now}::timestamptz end, case when number % 14 = 0 then 'met' end
    from tickets where workspace_id = ${workspace} and number % ${sql.lit(every)} < 2 and status <> 'closed'`;
  await target('first_reply', 5, sql`(number % 199 - 60)`).execute(db);
  await target('resolution', 4, sql`(number % 83)`).execute(db);
}

/** A tree of all brands with a branch, and a topic of one brand that tickets of others have kept. */
async function wrapUp(workspace: number): Promise<void> {
  const topic = async (key: string, parent: number | null, brand: number | null) => (await db.insertInto('topics').values({ workspace_id: workspace, brand_id: brand, key, parent_id: parent, label: key, position: 1 }).returning('id').executeTakeFirstOrThrow()).id;
  const root = await topic('money', null, null);
  topics = { root, leaf: await topic('invoice', root, null), ofBrand: await topic('lamp', null, brands[0]!) };
  await sql`insert into wrap_ups (workspace_id, ticket_id, version, topic_id, degree, written_by, written_at)
    select workspace_id, id, 1, case when number % 8 = 4 then ${topics.ofBrand}::bigint when number % 40 = 2 then ${topics.root}::bigint else ${topics.leaf}::bigint end, 'solved', ${agents[0]}, ${now} from tickets where workspace_id = ${workspace} and number % 2 = 0`.execute(db);
}

const actorOf = (scope: Scope): AgentActor => ({ type: 'agent', id: agents[0]!, role: 'agent', name: '', email: '', language: 'en', timeZone: 'UTC', scope, via: 'session', lacksSecondFactor: false, scopes: null });

/** What must come out, read row by row. */
function expected(conditions: Conditions, scope: Scope): Row[] {
  const me = agents[0]!;
  const within = (at: Date, when: Conditions['created']) => {
    if (!when) return true;
    const { from, to } = spanOf(when, now);
    return (from === null || at >= from) && (to === null || at < to);
  };
  const has = <T>(list: readonly T[] | undefined, value: T) => list === undefined || list.includes(value);
  return rows.filter(
    (row) =>
      row.folder === (conditions.folder ?? 'inbox') &&
      (scope.brands === 'all' || scope.brands.includes(row.brand_id)) &&
      has(conditions.brand, row.brand_id) && has<string>(conditions.status, row.status) && has<string>(conditions.priority, row.priority) && has<string>(conditions.kind, row.kind) && has<string>(conditions.channel, row.channel) &&
      (conditions.language === undefined || (row.language !== null && conditions.language.includes(row.language))) &&
      (conditions.tag === undefined || conditions.tag.some((tag) => row.tags.includes(tag))) && !conditions.without_tag?.some((tag) => row.tags.includes(tag)) &&
      has(conditions.assignee?.map((each) => (each === 'me' ? me : each === 'none' ? null : each)), row.assignee_id) &&
      has(conditions.team?.map((each) => (each === 'mine' ? teams[0]! : each === 'none' ? null : each)), row.team_id) &&
      (conditions.topic === undefined || fitsTopic(conditions.topic, row)) &&
      has(conditions.requester, row.requester_id) && (conditions.organization === undefined || (conditions.organization.includes(organization) && members.has(row.requester_id))) &&
      within(row.created_at, conditions.created) && within(row.updated_at, conditions.updated) && within(row.last_message_at, conditions.last_message) &&
      (conditions.last_from === undefined || (conditions.last_from === 'us') === ((row.last_public_direction ?? row.last_direction) === 'out')) &&
      (conditions.promise === undefined || (row.promise_due_at !== null && (conditions.promise === 'any' || row.promise_due_at.getTime() < now.getTime() + (conditions.promise === 'overdue' ? 0 : 86_400_000)))) &&
      (conditions.snoozed === 'any' || (conditions.snoozed === 'only') === (row.snoozed_until !== null)) && (!conditions.followed || followed.has(row.id)) && (!conditions.escalated || row.escalated_at !== null),
  );
}

function fitsTopic(wanted: readonly number[], { id, brand_id }: Row): boolean {
  const topic = topicOf.get(id);
  if (topic === undefined || (topic === topics.ofBrand && brand_id !== brands[0])) return false;
  return wanted.includes(topic) || (topic === topics.leaf && wanted.includes(topics.root));
}

/** A generator of numbers that is the same in every run. */
function createChance(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { below, some: <T>(list: readonly T[]): T[] => { const found = list.filter(() => next() < 0.5); return found.length > 0 ? found : [list[below(list.length)]!]; }, is: (share: number) => next() < share };
}

function anyConditions({ below, some, is }: ReturnType<typeof createChance>): Conditions {
  const span = (): Conditions['created'] => (is(0.5) ? { newer_than: { count: below(30) + 1, unit: 'days' } } : { from: `2026-02-${String(below(18) + 10)}`, ...(is(0.5) && { to: '2026-02-28' }) });
  return {
    ...(is(0.1) && { folder: 'spam' }), ...(is(0.5) && { status: some(ticketStatuses) }), ...(is(0.3) && { brand: some(brands) }), ...(is(0.25) && { team: some(['mine', 'none', ...teams]) }),
    ...(is(0.35) && { assignee: some(['me', 'none', ...agents]) }), ...(is(0.3) && { priority: some(ticketPriorities) }), ...(is(0.2) && { kind: some(ticketKinds) }), ...(is(0.2) && { channel: some(ticketChannels) }),
    ...(is(0.15) && { language: some(['en', 'pl', 'sv']) }), ...(is(0.2) && { tag: some(['rare', 'even', 'never']) }), ...(is(0.15) && { without_tag: some(['often', 'rare']) }), ...(is(0.1) && { requester: some(customers) }),
    ...(is(0.15) && { topic: some([topics.root, topics.leaf, topics.ofBrand]) }), ...(is(0.1) && { organization: [organization] }), ...(is(0.2) && { created: span() }), ...(is(0.2) && { updated: span() }), ...(is(0.2) && { last_message: span() }),
    ...(is(0.15) && { last_from: some(['customer', 'us'] as const)[0] }), ...(is(0.15) && { promise: some(['any', 'within_day', 'overdue'] as const)[0] }), ...(is(0.3) && { snoozed: some(['no', 'only', 'any'] as const)[0] }), ...(is(0.15) && { followed: true }), ...(is(0.1) && { escalated: true as const }),
  };
}

/** By what is due next, then those with nothing due, the last changed first; or by priority. */
function inOrder(sort: TicketSort): (one: Row, other: Row) => number {
  const rank = ({ priority }: Row) => priorityParts.findIndex((each) => each === priority);
  if (sort === 'priority') return (one, other) => rank(one) - rank(other) || other.updated_at.getTime() - one.updated_at.getTime() || other.id - one.id;
  if (sort !== 'due') {
    const field = sort.replace('-', '') as 'updated_at' | 'created_at'; // the others
    const sign = sort.startsWith('-') ? -1 : 1;
    return (one, other) => sign * (one[field].getTime() - other[field].getTime() || one.id - other.id);
  }
  const never = Number.MAX_SAFE_INTEGER;
  return (one, other) => {
    const [first, second] = [one, other].map(({ id }) => dueOf.get(id)?.getTime() ?? never) as [number, number];
    if (first !== second) return first - second;
    return first === never ? other.updated_at.getTime() - one.updated_at.getTime() || other.id - one.id : one.id - other.id;
  };
}

test('any view holds what a plain reading of its conditions finds: all of it, in order, and nothing else', async () => {
  const chance = createChance(7);
  for (let round = 0; round < 120; round += 1) {
    const conditions = conditionsShape.parse(anyConditions(chance));
    const scope: Scope = { workspaceId, brands: chance.is(0.3) ? chance.some(brands) : 'all' };
    const sort = ticketSorts[chance.below(ticketSorts.length)]!;
    const right = expected(conditions, scope).toSorted(inOrder(sort));
    const what = JSON.stringify({ conditions, scope, sort });
    const actor = actorOf(scope);
    const wanted = await readWanted(context, actor, conditions);
    if (!wanted) {
      expect(right, what).toEqual([]);
      continue;
    }
    // Pages of very different lengths, one after the other, to the end.
    const limit = 50 + chance.below(2_000);
    const found: number[] = [];
    for (let after: ListPlace | undefined, pages = 0; isParted(sort) && pages < 1_000; pages += 1) {
      const page = await listInParts(db, scope, actor.id, listToOrder(scope, wanted), { sort, limit, after });
      found.push(...page.rows.map(({ id }) => id));
      const last = page.rows.at(-1);
      after = page.rows.length === limit && last ? { moment: last.cursor_moment, id: last.id, part: last.part } : (page.lookedTo ?? undefined);
      if (!after) break;
    }
    let after: { moment: string; id: number } | undefined;
    for (let pages = 0; !isParted(sort) && pages < 1_000; pages += 1) {
      const page: { rows: (TicketRow & { cursor_moment: string })[]; lookedTo: { moment: string; id: number } | null } = await listWanted(db, scope, actor.id, wanted, { sort, limit, after });
      found.push(...page.rows.map(({ id }) => id));
      const last = page.rows.at(-1);
      after = page.rows.length === limit && last ? { moment: last.cursor_moment, id: last.id } : (page.lookedTo ?? undefined);
      if (!after) break;
    }
    expect(found, what).toEqual(right.map(({ id }) => id));
    const { count, capped } = await countWanted(db, scope, wanted, 1_000);
    if (capped) expect(right.length, what).toBeGreaterThanOrEqual(count);
    else expect(count, what).toBe(right.length);
  }
}, 240_000);

describe('hostile conditions', () => {
  const hostile = ["'; drop table tickets; --", "x') or true --", '"', '\\', '%', '1 or 1=1', 'null;--', '${x}', '{{x}}', 'id) desc; select pg_sleep(9) --'];

  test.each(Object.keys(conditionsShape.shape))('in %s are refused, or are text that fits nothing', async (key) => {
    for (const text of hostile) {
      for (const value of [text, [text], { from: text }, { older_than: { count: text, unit: text } }]) {
        const read = conditionsShape.safeParse({ [key]: value });
        if (!read.success) continue;
        sent = [];
        const wanted = await readWanted(context, actorOf({ workspaceId, brands: 'all' }), read.data);
        const { rows: fit } = wanted ? await listWanted(db, { workspaceId, brands: 'all' }, agents[0]!, wanted, { sort: '-updated_at', limit: 5 }) : { rows: [] };
        // That no ticket has such a tag is true of all of them.
        if (key !== 'without_tag') expect(fit, `${key} ${text}`).toEqual([]);
        for (const statement of sent) expect(statement.sql).not.toContain(text.length > 2 ? text : '\u0000');
      }
    }
  });

  test('no other field or operator is taken', () => {
    for (const given of [{ id: [1] }, { workspace_id: 1 }, { 'status; --': ['open'] }, { status: ['open', 'x'] }, { created: { after: '2026-01-01' } }, { created: {} }, { status: [] }, { assignee: ['you'] }, { followed: false }, { sort: 'id' }, JSON.parse('{"__proto__": {"status": ["open"]}, "constructor": 1}')])
      expect(conditionsShape.safeParse(given).success, JSON.stringify(given)).toBe(false);
  });
});

describe('what a view looks through', () => {
  test('a rare condition is looked for in steps: no statement reads more than the window', async () => {
    const scope: Scope = { workspaceId, brands: 'all' };
    for (const conditions of [{ language: ['pl'] }, { priority: ['urgent'], channel: ['phone'], kind: ['order'] }, { language: ['sv'], assignee: ['none'] }, { status: ['closed'], language: ['pl'] }] satisfies Conditions[]) {
      const wanted = await readWanted(context, actorOf(scope), conditions);
      for (const sort of ['-updated_at', 'created_at'] as const) {
        sent = [];
        await listWanted(db, scope, agents[0]!, wanted!, { sort, limit: 51 });
        for (const statement of sent) expect(await rowsLookedAt(pool, statement), `${JSON.stringify(conditions)} ${sort}`).toBeLessThan(pageWindow + 51 * 12 + 400);
      }
      sent = [];
      await countWanted(db, scope, wanted!, 1_000);
      for (const statement of sent) expect(await rowsLookedAt(pool, statement), JSON.stringify(conditions)).toBeLessThan(countWindow + 500);
    }
  });

  test.each(['due', 'priority'] as const)('an order by %s is found along its indexes: a page reads little more than it shows, and never more than the window', async (sort) => {
    const scope: Scope = { workspaceId, brands: 'all' };
    for (const [conditions, most] of [[{ status: ['new', 'open'] }, 1_001], [{ language: ['sv'] }, pageWindow]] as const) {
      const wanted = await readWanted(context, actorOf(scope), conditions as unknown as Conditions);
      sent = [];
      await listInParts(db, scope, agents[0]!, listToOrder(scope, wanted!), { sort, limit: 51 });
      // Of each entry the ticket, and for what is due its two promised times; and the entries once more for where they end, if the page is not full.
      for (const statement of sent) expect(await rowsLookedAt(pool, statement), statement.sql).toBeLessThan(most * 5 + 51 * 12 + 400);
    }
  });

  test.each([['sorted as they are', 'due', { tag: ['rare'] }], ['along what is due', 'due', { status: ['new', 'open'], language: ['en'] }], ['along their priorities', 'priority', { language: ['en', 'pl'] }]] as const)('of tickets %s: a page that loses one on its way is not taken for the last', async (_, sort, conditions) => {
    const scope: Scope = { workspaceId, brands: brands.slice(0, 2) };
    const list = listToOrder(scope, (await readWanted(context, actorOf(scope), conditions as unknown as Conditions))!);
    const first = await listInParts(db, scope, agents[0]!, list, { sort, limit: 20 });
    const [left, brand] = [first.rows[4]!.id, first.rows[4]!.brand_id];
    let moved = false;
    // Somebody moves it to a brand that this reader does not see, after its place was found and before its row is read.
    const losing = db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (!moved && (result.rows as { id?: number; part?: number }[]).some(({ id, part }) => id === left && part !== undefined)) {
          moved = true;
          await sql`update tickets set brand_id = ${brands[2]} where workspace_id = ${workspaceId} and id = ${left}`.execute(db);
        }
        return result;
      },
    });
    try {
      const page = await listInParts(losing, scope, agents[0]!, list, { sort, limit: 20 });
      expect(moved).toBe(true);
      expect(page.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id).filter((id) => id !== left));
      expect(page.lookedTo).toMatchObject({ id: first.rows.at(-1)!.id });
      const next = await listInParts(db, scope, agents[0]!, list, { sort, limit: 20, after: page.lookedTo! });
      const [, ...whole] = (await listInParts(db, scope, agents[0]!, list, { sort, limit: 40 })).rows.map(({ id }) => id);
      expect([...page.rows, ...next.rows].map(({ id }) => id).slice(1, 39)).toEqual(whole.slice(0, 38));
    } finally {
      await sql`update tickets set brand_id = ${brand} where workspace_id = ${workspaceId} and id = ${left}`.execute(db);
    }
  });

  test('a page that is soon full reads little more than it shows', async () => {
    const scope: Scope = { workspaceId, brands: 'all' };
    const wanted = await readWanted(context, actorOf(scope), { status: ['new', 'open'], priority: ['high', 'urgent'] });
    sent = [];
    expect((await listWanted(db, scope, agents[0]!, wanted!, { sort: '-updated_at', limit: 51 })).rows).toHaveLength(51);
    expect(sent).toHaveLength(1);
    // Besides, each of the 51 rows is joined with what it shows.
    expect(await rowsLookedAt(pool, sent[0]!)).toBeLessThan(51 * 12 + 400);
  });
});
