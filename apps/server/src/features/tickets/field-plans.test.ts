import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aBrand, aCustomer, aWorkspace } from '../../../../../tests/support/factories.ts';
import { planOf, rowsOf, type PlanNode, type Query } from '../../../../../tests/support/plans.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { createKnownFields, readFieldFilters, readValues, type KnownField } from '../custom-fields/index.ts';
import { withFields } from './list-filter.ts';
import { listTickets, type TicketFilter } from './ticket-list.queries.ts';
import type { MomentSort as TicketSort } from './tickets.schemas.ts';

/** Lists that are filtered by custom fields must not grow with the tickets: with 20,000, what PostgreSQL looks at is counted. */

const many = 20_000;
const page = 51;
/** Rows of all tables that one statement of a page may look at: a value is either rare, or soon met on the way down the list. */
const fewRows = 7_000;

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
let sent: Query[] = [];
let all: Scope;
let small: Scope;
let smallBrand: number;
let known: readonly KnownField[];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2, role: null });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void sent.push(query) });
  const workspace = await aWorkspace(db);
  smallBrand = await aBrand(db, workspace.id);
  all = { workspaceId: workspace.id, brands: 'all' };
  small = { workspaceId: workspace.id, brands: [smallBrand] };
  const customer = await aCustomer(db, workspace.id);
  const other = await aWorkspace(db);
  const stranger = await aCustomer(db, other.id);
  await fill(workspace.id, workspace.brandId, customer.id, many);
  await fill(other.id, other.brandId, stranger.id, many / 4);
  // The small brand has every 100th ticket.
  await sql`update tickets set brand_id = ${smallBrand} where workspace_id = ${workspace.id} and number % 100 = 0`.execute(db);
  await sql`vacuum analyze`.execute(db);
  known = await createKnownFields(db, { mayRemember: () => false }).of(workspace.id);
}, 180_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function fill(workspaceId: number, brandId: number, requester: number, count: number): Promise<void> {
  await sql`insert into tickets (workspace_id, number, subject, status, channel, brand_id, requester_id, created_at, updated_at)
    select ${workspaceId}, n, 'A case', (array['closed', 'closed', 'closed', 'solved', 'open'])[n % 5 + 1], 'email', ${brandId}, ${requester},
      '2026-01-01'::timestamptz + n * interval '1 minute', '2026-01-01'::timestamptz + (n * 7919 % ${count}::int) * interval '1 minute' from generate_series(1, ${count}::int) n`.execute(db);
  for (const [at, [key, type]] of ([['product', 'tree'], ['price', 'number'], ['serial', 'text'], ['fitted', 'checkbox']] as const).entries())
    await sql`insert into custom_fields (workspace_id, key, type, label, filterable, values_indexed, position) values (${workspaceId}, ${key}, ${type}, ${key}, true, true, ${at})`.execute(db);
  const field = (key: string) => sql`(select id from custom_fields where workspace_id = ${workspaceId} and key = ${key})`;
  // A branch with 1,900 leaves, of which each is rare; and one leaf of its own that a third of all tickets have.
  await sql`insert into custom_field_options (workspace_id, field_id, key, label, position) select ${workspaceId}, ${field('product')}, k, k, 0 from unnest(array['rare', 'common']) k`.execute(db);
  await sql`insert into custom_field_options (workspace_id, field_id, key, label, position, parent_id)
    select ${workspaceId}, ${field('product')}, 'leaf' || n, 'Leaf', n, (select id from custom_field_options where workspace_id = ${workspaceId} and key = 'rare') from generate_series(1, 1900) n`.execute(db);
  const option = (key: ReturnType<typeof sql>) => sql`(select o.id from custom_field_options o where o.workspace_id = ${workspaceId} and o.key = ${key})`;
  await sql`insert into ticket_fields (workspace_id, ticket_id, field_id, option_id, indexed)
    select t.workspace_id, t.id, ${field('product')}, case when t.number % 3 = 0 then ${option(sql`'common'`)} else ${option(sql`'leaf' || (t.number % 1900 + 1)`)} end, true
    from tickets t where t.workspace_id = ${workspaceId} and (t.number % 3 = 0 or t.number % 50 = 1)`.execute(db);
  await sql`insert into ticket_fields (workspace_id, ticket_id, field_id, number_value, indexed) select workspace_id, id, ${field('price')}, number % 5000, true from tickets where workspace_id = ${workspaceId}`.execute(db);
  await sql`insert into ticket_fields (workspace_id, ticket_id, field_id, text_value, text_key, indexed) select workspace_id, id, ${field('serial')}, 'SN-' || number, 'sn-' || number, true from tickets where workspace_id = ${workspaceId}`.execute(db);
  await sql`insert into ticket_fields (workspace_id, ticket_id, field_id, number_value, indexed) select workspace_id, id, ${field('fitted')}, 1, true from tickets where workspace_id = ${workspaceId} and number % 2 = 0`.execute(db);
}

const anywhere: TicketFilter = { folder: 'inbox' };
const waiting: TicketFilter = { folder: 'inbox', statuses: ['new', 'open'] };

test.each<[string, number, TicketFilter, string[], TicketSort, (() => Scope)?]>([
  ['a value that a third has', page, anywhere, ['product:common'], '-updated_at'],
  ['the same, among what is open', page, waiting, ['product:common'], '-created_at'],
  ['a leaf that a few have', 8, anywhere, ['product:leaf2'], '-updated_at'],
  ['a branch with 1,900 leaves', page, anywhere, ['product:rare'], '-updated_at'],
  ['the same, oldest first among what is closed', page, { folder: 'inbox', statuses: ['closed'] }, ['product:rare'], 'created_at'],
  ['a number', 4, anywhere, ['price:4711'], '-updated_at'],
  ['a wide range', page, anywhere, ['price:100..4000'], '-updated_at'],
  ['a narrow range', 40, anywhere, ['price:10..19'], '-updated_at'],
  ['the beginning of a serial number', 11, anywhere, ['serial:SN-1234'], '-updated_at'],
  ['a beginning that all have', page, anywhere, ['serial:SN-'], '-updated_at'],
  ['a box that half have ticked', page, anywhere, ['fitted:true'], '-updated_at'],
  ['a box that half have not', page, anywhere, ['fitted:false'], '-updated_at'],
  ['a common and a rare value', 1, anywhere, ['product:common', 'serial:SN-12345'], '-updated_at'],
  ['two common ones', page, anywhere, ['product:common', 'fitted:true'], '-updated_at'],
  ['a small brand’s', page, anywhere, ['product:common'], '-updated_at', () => small],
  ['what nobody has', 0, anywhere, ['serial:zzz'], '-updated_at'],
])('%s: a page looks at few rows', async (_what, found, base, given, sort, scope = () => all) => {
  sent = [];
  const filter = { ...base, ...(await withFields(db, all.workspaceId, readFieldFilters(scope(), known, given), undefined)) };
  expect(await listTickets(db, scope(), null, filter, { sort, limit: page })).toHaveLength(found);
  for (const plan of await Promise.all(sent.map((query) => planOf(pool, query)))) {
    expect(looked(plan)).toBeLessThan(fewRows);
    expect(readFromTheirBeginning(plan, 'tickets', 'ticket_fields')).toEqual([]);
  }
});

test('the columns of a page are one statement by the values’ keys', async () => {
  const rows = await listTickets(db, all, null, anywhere, { sort: '-updated_at', limit: 50 });
  sent = [];
  const values = await readValues(db, all.workspaceId, rows.map(({ id }) => id), ['product', 'serial']);
  expect(sent).toHaveLength(1);
  expect([...values.values()].filter(({ serial }) => serial !== undefined)).toHaveLength(50);
  const plan = await planOf(pool, sent[0]!);
  expect(looked(plan)).toBeLessThan(1_000);
  expect(readFromTheirBeginning(plan, 'ticket_fields')).toEqual([]);
});

const looked = (plan: PlanNode[]) => plan.reduce((sum, node) => sum + rowsOf(node), 0);
const readFromTheirBeginning = (plan: PlanNode[], ...tables: string[]) => plan.filter((node) => node['Node Type'] === 'Seq Scan' && tables.includes(node['Relation Name'] ?? ''));
