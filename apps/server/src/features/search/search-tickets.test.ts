import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aCustomer, aWorkspace } from '../../../../../tests/support/factories.ts';
import { planOf, type PlanNode, type Query } from '../../../../../tests/support/plans.ts';
import { createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { findTickets, type TicketSearch } from './search-tickets.queries.ts';

/**
 * A desk whose tickets fill 48 slices, twelve blocks; `invoice` stands in each ticket, `unicorn` in the oldest alone, each has a number
 * of its own, and every twentieth has a lamp and something broken, which is the lamp in each other one.
 */

const tickets = 12_000;
const inSlice = 250;
const blocks = 12;

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
let last: Query;
let workspaceId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2, role: null });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void (last = query) });
  const { id, brandId } = await aWorkspace(db);
  workspaceId = id;
  const { id: customer } = await aCustomer(db, id);
  await sql`insert into tickets (workspace_id, number, subject, status, channel, brand_id, requester_id, last_line, last_author, message_count)
    select ${id}, n, 'Invoice ' || n, 'open', 'api', ${brandId}, ${customer}, '', '', 1 from generate_series(1, ${tickets}::int) n`.execute(db);
  await sql`insert into search_tickets (workspace_id, ticket_id, slice, words)
    select workspace_id, id, (number - 1) / ${inSlice}, to_tsvector('simple', 'invoice number' || number || case when number % 40 = 0 then ' broken lamp' when number % 20 = 0 then ' lamp unbroken not broken' else '' end || case when number <= 3 then ' unicorn' else '' end) from tickets`.execute(db);
  await sql`vacuum analyze search_tickets`.execute(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const searchFor = (conditions: string[], rank: string): TicketSearch => ({ conditions, rank, phrase: null, some: [], now: new Date(), after: null, before: null });
const find = (word: string, ending = '') => findTickets(db, { workspaceId, brands: 'all' }, searchFor([`'${word}'${ending}`], `'${word}'${ending}`), { offset: 0, limit: 50 });
const numbersOf = async (conditions: string[]) => {
  const found = await findTickets(db, { workspaceId, brands: 'all' }, searchFor(conditions, ''), { offset: 0, limit: 600 });
  const { rows } = await sql<{ number: number }>`select number from tickets where id = any(${found.map(({ id }) => id)}::bigint[])`.execute(db);
  expect(rows).toHaveLength(found.length);
  return rows.map(({ number }) => number);
};

test('of a word that stands everywhere only the newest slices are read', async () => {
  expect(await find('invoice')).toHaveLength(50);
  const matches = (await onIndex()).map((node) => node['Actual Loops'] * node['Actual Rows']);
  expect(matches.length).toBeGreaterThan(0);
  expect(matches.reduce((sum, rows) => sum + rows, 0)).toBeLessThan(3 * inSlice);
});

test('a word that only the oldest tickets have is found in them', async () => {
  const { rows } = await sql<{ id: number }>`select id from tickets where number <= 3 order by id desc`.execute(db);
  expect((await find('unicorn')).map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  expect(await find('phoenix')).toEqual([]);
});

test('a beginning that thousands of words have is looked up among those of the newest block', async () => {
  expect(await find('number', ':*')).toHaveLength(50);
  const looked = (await onIndex()).reduce((sum, node) => sum + (node['Shared Hit Blocks'] ?? 0) + (node['Shared Read Blocks'] ?? 0), 0);
  const { rows } = await sql<{ pages: number }>`select (pg_relation_size('search_tickets_words') / 8192)::int as pages`.execute(db);
  // Two slices, each by its block, a twelfth of the index, and what leads there; in all words together it is three times the index.
  expect(looked).toBeLessThan((rows[0]!.pages * 6) / blocks);
});

test('words beside each other are found where they are, and only there', async () => {
  const found = await numbersOf([`('broken'<->'lamp')`]);
  expect(found).toHaveLength(tickets / 40);
  expect(found.every((number) => number % 40 === 0)).toBe(true);
  const others = await numbersOf([`'lamp'`, `!('broken'<->'lamp')`]);
  expect(others).toHaveLength(tickets / 40);
  expect(others.every((number) => number % 40 === 20)).toBe(true);
});

test.each([0, 2, 3, 4, 5, 8])('a desk whose newest slice is %i finds each of its tickets once', async (newest) => {
  const other = await aWorkspace(db);
  const { id: customer } = await aCustomer(db, other.id);
  await sql`insert into tickets (workspace_id, number, subject, status, channel, brand_id, requester_id, last_line, last_author, message_count)
    select ${other.id}, n, 'Lamp', 'open', 'api', ${other.brandId}, ${customer}, '', '', 1 from generate_series(0, ${newest * 2 + 1}::int) n`.execute(db);
  await sql`insert into search_tickets (workspace_id, ticket_id, slice, words)
    select workspace_id, id, number / 2, to_tsvector('simple', 'lamp') || ${`'brand:${other.brandId}'`}::tsvector from tickets where workspace_id = ${other.id}`.execute(db);
  const found = async (brands: 'all' | number[]) => (await findTickets(db, { workspaceId: other.id, brands }, searchFor([`'lam':*`], ''), { offset: 0, limit: 50 })).map(({ id }) => id);
  const all = await sql<{ id: number }>`select id from tickets where workspace_id = ${other.id} order by id desc`.execute(db);
  const ids = all.rows.map(({ id }) => id);
  expect((await found('all')).toSorted((one, another) => another - one)).toEqual(ids);
  expect((await found([other.brandId])).toSorted((one, another) => another - one)).toEqual(ids);
  expect(await found([])).toEqual([]);
});

/** What the last search read of the words' index. */
async function onIndex(): Promise<PlanNode[]> {
  return (await planOf(pool, last)).filter((node) => node['Index Name'] === 'search_tickets_words');
}
