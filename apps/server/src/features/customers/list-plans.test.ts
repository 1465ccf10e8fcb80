import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aBrand, aWorkspace } from '../../../../../tests/support/factories.ts';
import { rowsLookedAt, type Query } from '../../../../../tests/support/plans.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { listOrganizations } from '../organizations/organizations.queries.ts';
import { findCustomersByAddress } from '../tickets/ticket-list.queries.ts';
import { findRowsOfPerson, listCustomers } from './customers.queries.ts';
import { listPairs, listPairsOf } from './duplicates.queries.ts';

/** Lists must not grow with the table: with 20,000 customers, what PostgreSQL looks at for one page is counted. */

const many = 20_000;
/** Rows of all tables that one page may look at: 51 customers with their addresses, brands and organization. */
const fewRows = 1_000;

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
let last: Query;
let all: Scope;
let rare: Scope;
let pairOne: number;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2, role: null });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void (last = query) });
  const workspace = await aWorkspace(db);
  const other = await aWorkspace(db);
  const small = await aBrand(db, workspace.id);
  await fill(workspace.id, workspace.brandId, many);
  await fill(other.id, other.brandId, many / 4);
  // The small brand knows every 500th customer only.
  await sql`insert into customer_brands (workspace_id, customer_id, brand_id) select workspace_id, id, ${small} from customers where workspace_id = ${workspace.id} and id % 500 = 0`.execute(db);
  // One in forty is merged into the customer before them, and one in forty looks like that one.
  await sql`update customers set merged_into = id - 1, person_id = id - 1, own_name = name where workspace_id = ${workspace.id} and id % 40 = 11`.execute(db);
  await sql`insert into customer_pairs (workspace_id, one_id, other_id, reasons) select workspace_id, id - 1, id, array['name'] from customers where workspace_id = ${workspace.id} and id % 40 = 20`.execute(db);
  await sql`insert into customer_addresses (workspace_id, customer_id, kind, address, is_primary) select workspace_id, id, 'phone', '+4670' || lpad(id::text, 7, '0'), true from customers where workspace_id = ${workspace.id}`.execute(db);
  pairOne = (await db.selectFrom('customer_pairs').select('one_id').where('workspace_id', '=', workspace.id).orderBy('one_id', 'desc').limit(1).executeTakeFirstOrThrow()).one_id;
  await sql`vacuum analyze`.execute(db);
  all = { workspaceId: workspace.id, brands: 'all' };
  rare = { workspaceId: workspace.id, brands: [small] };
}, 120_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function fill(workspaceId: number, brandId: number, count: number): Promise<void> {
  await sql`insert into organizations (workspace_id, name) select ${workspaceId}, 'Firm ' || n || ' ' || md5(n::text) from generate_series(1, ${count / 4}::int) n`.execute(db);
  await sql`insert into customers (workspace_id, name, organization_id)
    select ${workspaceId}, initcap(md5(n::text)) || ' Pérsøn' || n, (select min(id) from organizations where workspace_id = ${workspaceId}) + n % ${count / 4}::int from generate_series(1, ${count}::int) n`.execute(db);
  await sql`insert into customer_addresses (workspace_id, customer_id, kind, address, is_primary)
    select workspace_id, id, 'email', 'person' || id || '@' || md5(id::text) || '.example', true from customers where workspace_id = ${workspaceId}`.execute(db);
  await sql`insert into customer_brands (workspace_id, customer_id, brand_id) select workspace_id, id, ${brandId} from customers where workspace_id = ${workspaceId}`.execute(db);
}

const newest = { before: Number.MAX_SAFE_INTEGER, limit: 51 };
const oldest = { after: 0, limit: 51 };

test.each([
  ['the newest of all', 51, () => listCustomers(db, all, {}, newest)],
  ['a page in the middle', 51, () => listCustomers(db, all, {}, { ...newest, before: many / 2 })],
  ['the newest of a small brand', 40, () => listCustomers(db, rare, {}, newest)],
  ['a name of all', 1, () => listCustomers(db, all, { q: 'person12345' }, newest)],
  ['a name with its accents', 1, () => listCustomers(db, all, { q: 'Pérsøn12345' }, newest)],
  ['the own name of one who was merged', 1, () => listCustomers(db, all, { q: 'person12331' }, newest)],
  ['a name of a small brand', 2, () => listCustomers(db, rare, { q: 'person1500' }, newest)],
  ['the beginning of an address', 1, () => listCustomers(db, all, { q: 'person12345@' }, newest)],
  ['a name that nobody has', 0, () => listCustomers(db, all, { q: 'zzzz' }, newest)],
  ['an organization', 4, async () => listCustomers(db, all, { organization: (await listOrganizations(db, all, oldest))[7]?.id ?? 0 }, newest)],
  ['the beginning of a number as it is kept', 1, () => listCustomers(db, all, { q: '0700 01 99 79', phone: '+46700019979' }, newest)],
  ['pairs of a workspace', 51, () => listPairs(db, all, { after: null, stretch: 51 })],
  ['pairs in the middle, for who sees a small brand', 51, () => listPairs(db, rare, { after: { other: pairOne - 5_000, one: 0 }, stretch: 51 })],
  ['with whom one may be one', 1, () => listPairsOf(db, all, pairOne, 20)],
  ['the rows of a person', 1, () => findRowsOfPerson(db, all.workspaceId, pairOne)],
  ['who is one person with whom an address names', 2, () => findCustomersByAddress(db, all, 'person12331@')],
  ['the same for the beginning of a rare one', 11, () => findCustomersByAddress(db, all, 'person1234')],
  ['the first organizations', 51, () => listOrganizations(db, all, oldest)],
  ['organizations by name', 1, () => listOrganizations(db, all, { ...oldest, q: 'firm 4711' })],
])('%s: a page looks at few rows', async (_what, found, list) => {
  expect(await list()).toHaveLength(found);
  expect(await rowsLookedAt(pool, last)).toBeLessThan(fewRows);
});

test('a letter that half of them begin with answers while a person waits', async () => {
  const began = performance.now();
  expect(await listCustomers(db, all, { q: 'p' }, newest)).toHaveLength(51);
  expect(await listCustomers(db, rare, { q: 'p' }, newest)).toHaveLength(many / 500);
  expect(performance.now() - began).toBeLessThan(1_500);
});
