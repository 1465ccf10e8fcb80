import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aCustomer, aWorkspace } from '../../../../../tests/support/factories.ts';
import { planOf, type Query } from '../../../../../tests/support/plans.ts';
import { createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { findTickets, type TicketSearch } from './search-tickets.queries.ts';

/** A desk whose tickets fill twelve slices; `invoice` stands in each of them, `unicorn` in the oldest alone. */

const tickets = 12_000;
const inSlice = 1_000;

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
    select workspace_id, id, (number - 1) / ${inSlice}, to_tsvector('simple', 'invoice number' || number || case when number <= 3 then ' unicorn' else '' end) from tickets`.execute(db);
  await sql`vacuum analyze search_tickets`.execute(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const searchFor = (word: string): TicketSearch => ({ condition: `'${word}'`, rank: `'${word}'`, phrase: null, some: [], now: new Date(), after: null, before: null });
const find = (word: string) => findTickets(db, { workspaceId, brands: 'all' }, searchFor(word), { offset: 0, limit: 50 });

test('of a word that stands everywhere only the newest slice is read', async () => {
  expect(await find('invoice')).toHaveLength(50);
  const plan = await planOf(pool, last);
  const matches = plan.filter((node) => node['Index Name'] === 'search_tickets_words').map((node) => node['Actual Loops'] * node['Actual Rows']);
  expect(matches.length).toBeGreaterThan(0);
  expect(matches.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(inSlice);
});

test('a word that only the oldest tickets have is found in them', async () => {
  const { rows } = await sql<{ id: number }>`select id from tickets where number <= 3 order by id desc`.execute(db);
  expect((await find('unicorn')).map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  expect(await find('phoenix')).toEqual([]);
});
