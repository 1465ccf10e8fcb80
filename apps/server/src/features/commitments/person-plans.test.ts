import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aCustomer, aWorkspace, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { planOf, rowsOf, type Query } from '../../../../../tests/support/plans.ts';
import { createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { listUnkept } from './commitments.queries.ts';

/** What a person was promised is read from those of their tickets that hold a promise, however many they have, and however much others were promised. */

const all = 20_000;
const tickets = 1_000;
const promised = 10;

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
let last: Query;
let workspace: TestWorkspace;
let customer: number;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2, role: null });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void (last = query) });
  workspace = await aWorkspace(db);
  customer = (await aCustomer(db, workspace.id)).id;
  const other = (await aCustomer(db, workspace.id)).id;
  await sql`insert into tickets (workspace_id, number, subject, status, channel, brand_id, requester_id, promise_due_at)
    select ${workspace.id}, n, 'A case', 'open', 'email', ${workspace.brandId}, case when n <= ${tickets} then ${customer}::bigint else ${other}::bigint end, case when n <= ${promised} or (n > ${tickets} and n % 40 = 0) then now() end
    from generate_series(1, ${all}) n`.execute(db);
  await sql`insert into commitments (workspace_id, ticket_id, text, due_at, source, state)
    select workspace_id, id, 'Call back', now(), 'api', case when promise_due_at is null then 'kept' else 'open' end from tickets where workspace_id = ${workspace.id}`.execute(db);
  await sql`vacuum analyze`.execute(db);
}, 120_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

test('of a thousand tickets those ten are read on which something is promised', async () => {
  expect(await listUnkept(db, { workspaceId: workspace.id, brands: 'all' }, { requesterIds: [customer] }, { limit: 101 })).toHaveLength(promised);
  const nodes = await planOf(pool, last);
  expect(nodes.map((node) => node['Index Name'])).toContain('tickets_requester_promised');
  const read = nodes.filter((node) => node['Relation Name'] === 'tickets' || node['Relation Name'] === 'commitments').map(rowsOf);
  expect(read.reduce((sum, each) => sum + each, 0)).toBeLessThan(promised * 5);
});
