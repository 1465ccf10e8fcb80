import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { anAgent, aWorkspace } from '../../../../../tests/support/factories.ts';
import { planOf, rowsLookedAt, type Query } from '../../../../../tests/support/plans.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { countBase, listBase } from './base-list.queries.ts';

/** What one looks after is read by its indexes: the desk's other customers, their tickets and all messages are left alone. */

const customers = 10_000;
const looked = 200;
const ticketsOfEach = 4;

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
let last: Query;
let scope: Scope;
let agentId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2, role: null });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void (last = query) });
  const workspace = await aWorkspace(db);
  agentId = (await anAgent(db, workspace.id)).id;
  const others = await anAgent(db, workspace.id);
  await sql`insert into organizations (workspace_id, name, account_agent_id)
    select ${workspace.id}, 'Firm ' || n, case when n <= 20 then ${agentId}::bigint else ${others.id}::bigint end from generate_series(1, 2000) n`.execute(db);
  await sql`insert into customers (workspace_id, name, organization_id, account_agent_id, next_contact_on)
    select ${workspace.id}, 'Person ' || n, (select min(id) from organizations where workspace_id = ${workspace.id}) + n % 2000,
      case when n <= ${looked} then ${agentId}::bigint when n % 3 = 0 then ${others.id}::bigint end, case when n % 5 = 0 then '2027-01-01' end from generate_series(1, ${customers}) n`.execute(db);
  await sql`insert into customer_brands (workspace_id, customer_id, brand_id) select workspace_id, id, ${workspace.brandId} from customers where workspace_id = ${workspace.id}`.execute(db);
  await sql`insert into tickets (workspace_id, number, subject, status, channel, brand_id, requester_id, created_at, last_message_at)
    select workspace_id, row_number() over (), 'A case', case when n = 1 then 'open' else 'closed' end, 'email', ${workspace.brandId}, id, now() - interval '1 day' * n, now() - interval '1 day' * n
    from customers cross join generate_series(1, ${ticketsOfEach}) n where workspace_id = ${workspace.id}`.execute(db);
  await sql`insert into messages (workspace_id, ticket_id, kind, direction, channel, author_type, text, reply_text) select workspace_id, id, 'public', 'in', 'email', 'customer', '', '' from tickets where workspace_id = ${workspace.id}`.execute(db);
  await sql`vacuum analyze`.execute(db);
  scope = { workspaceId: workspace.id, brands: 'all' };
}, 120_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

test('by next contact, a page reads the base’s rows and the tickets of those that it shows', async () => {
  expect(await listBase(db, scope, { agentId }, 'next_contact', { limit: 51 })).toHaveLength(51);
  // Each of the base with its address and agent; of 51, five tickets' worth of rows each, an organization with its people.
  expect(await rowsLookedAt(pool, last)).toBeLessThan(looked * 12);
});

test('by silence it reads the tickets of the whole base, and of nobody else', async () => {
  const rows = await listBase(db, scope, { agentId, silentSince: new Date(Date.now() + 1_000) }, 'silence', { limit: 51 });
  expect(rows).toHaveLength(51);
  // Each customer's four tickets, and those of five people of each of twenty organizations, beside the base itself.
  expect(await rowsLookedAt(pool, last)).toBeLessThan((looked + 20 * 5) * ticketsOfEach * 4 + looked * 12);
  expect(await tablesRead()).not.toContain('messages');
});

test('the base of somebody who has none, and how many there are, come from an index', async () => {
  expect(await countBase(db, scope.workspaceId, agentId)).toBe(looked + 20);
  expect(await rowsLookedAt(pool, last)).toBeLessThan(looked * 2);
  expect(await listBase(db, scope, { agentId: 987_654 }, 'silence', { limit: 51 })).toEqual([]);
  expect(await rowsLookedAt(pool, last)).toBe(0);
});

async function tablesRead(): Promise<string[]> {
  return (await planOf(pool, last)).flatMap((each) => (each['Relation Name'] && each['Actual Loops'] > 0 ? [each['Relation Name']] : []));
}
