import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { wordPrefixes, wordsOf } from '../../platform/db/words.ts';
import { accountOfCustomer, type Account, type AccountFields } from '../customer-base/index.ts';
import type { CustomerKind } from './customers.schemas.ts';
import { rowsOfPerson } from './rows-of-person.queries.ts';

export type CustomerRow = AccountFields & {
  id: number;
  kind: CustomerKind;
  name: string;
  language: string | null;
  organization_id: number | null;
  organization_name: string | null;
  note: string;
  account: Account | null;
  addresses: { id: number; kind: 'email' | 'phone'; address: string; is_primary: boolean; bounced_at: string | null; bounce_status: string | null; merged_from: number | null }[];
  merged: { id: number; name: string; note: string; merged_at: string }[];
  brands: { id: number; name: string; color: string }[];
  created_at: Date;
  updated_at: Date;
};

/** A customer is seen through a brand that knows them and that the scope may see. */
function known(scope: Scope) {
  return scope.brands === 'all'
    ? sql`true`
    : sql`exists (select from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id and k.brand_id = any(${[...scope.brands]}::bigint[]))`;
}

function columns(scope: Scope) {
  return sql`c.id, c.kind, c.name, c.language, c.organization_id, o.name as organization_name, c.note, c.created_at, c.updated_at,
    ${accountOfCustomer} as account, c.account_agent_id, c.account_deputy_id, c.next_contact_on, c.next_contact_note,
    (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'address', a.address, 'is_primary', a.place = 1,
        'bounced_at', a.bounced_at, 'bounce_status', a.bounce_status, 'merged_from', nullif(a.customer_id, c.id)) order by a.kind, a.place > 1, a.id), '[]')
      from (select a.*, row_number() over (partition by a.kind order by a.customer_id <> c.id, a.is_primary desc, a.id) as place
            from ${rowsOfPerson} f cross join lateral (select * from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = f.id offset 0) a) a) as addresses,
    (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.own_name, 'note', m.note, 'merged_at', m.merged_at) order by m.merged_at desc, m.id), '[]')
      from customers m where m.workspace_id = c.workspace_id and m.person_id = c.id) as merged,
    (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'color', b.color) order by b.name), '[]')
      from customer_brands k join brands b on b.workspace_id = k.workspace_id and b.id = k.brand_id
      where k.workspace_id = c.workspace_id and k.customer_id = c.id
        and ${scope.brands === 'all' ? sql`true` : sql`b.id = any(${[...scope.brands]}::bigint[])`}) as brands`;
}

const joins = sql`left join organizations o on o.workspace_id = c.workspace_id and o.id = c.organization_id`;

export type CustomerFilter = { q?: string; /** `q` as the beginning of a number in E.164 */ phone?: string | null; organization?: number };

/**
 * Newest first, from below the id `before`. With `q`, those of whose name a word begins so, or an address
 * (customers_words, customer_addresses_prefix). Who sees some brands only is led by customer_brands_brand.
 */
export async function listCustomers(db: Queryable, scope: Scope, filter: CustomerFilter, page: { before: number; limit: number }): Promise<CustomerRow[]> {
  const { rows } = await sql<CustomerRow>`
    ${filter.q === undefined ? sql`` : withFound(scope, { ...filter, q: filter.q }, page)}
    select ${columns(scope)} from customers c ${joins}
    where c.workspace_id = ${scope.workspaceId} and c.id < ${page.before} and c.person_id is null
      and ${filter.organization === undefined ? sql`true` : sql`c.organization_id = ${filter.organization}`}
      and ${filter.q !== undefined ? sql`c.id in (select f.id from found f)` : filter.organization === undefined ? newestKnown(scope, page) : known(scope)}
    order by c.id desc limit ${page.limit}`.execute(db);
  return rows;
}

/**
 * The ids of one page of a search. What matches is found first, by its indexes, and only then put in order: PostgreSQL
 * guesses that every fiftieth name matches a word, and would rather walk all customers from the newest on.
 */
function withFound(scope: Scope, { q, phone, organization }: CustomerFilter & { q: string }, { before, limit }: { before: number; limit: number }) {
  const seen = scope.brands === 'all' ? sql`` : sql`cross join lateral (
      select from customer_brands k where k.workspace_id = ${scope.workspaceId} and k.customer_id = m.id and k.brand_id = any(${[...scope.brands]}::bigint[]) limit 1) k`;
  const belonging = organization === undefined ? sql`` : sql`cross join lateral (
      select from customers b where b.workspace_id = ${scope.workspaceId} and b.id = m.id and b.organization_id = ${organization} limit 1) b`;
  return sql`with matches as materialized (${matching(scope, q, phone ?? null)}),
    found as materialized (select m.id from matches m ${seen} ${belonging} where m.id < ${before} order by m.id desc limit ${limit})`;
}

/** The page's worth of each visible brand: without it, a small brand's page would read all other brands' customers. */
function newestKnown(scope: Scope, { before, limit }: { before: number; limit: number }) {
  if (scope.brands === 'all') return sql`true`;
  return sql`c.id in (
    select k.customer_id from unnest(${[...scope.brands]}::bigint[]) b cross join lateral (
      select k.customer_id from customer_brands k
      where k.workspace_id = ${scope.workspaceId} and k.brand_id = b and k.customer_id < ${before}
        and not exists (select from customers m where m.workspace_id = k.workspace_id and m.id = k.customer_id and m.person_id is not null)
      order by k.customer_id desc limit ${limit}) k)`;
}

/** Persons by their name, by the own name of one merged into them, or by an address. */
function matching(scope: Scope, q: string, phone: string | null) {
  const words = wordPrefixes(q);
  const person = sql`coalesce(n.person_id, n.id) as id`;
  const byName = sql`select ${person} from customers n where n.workspace_id = ${scope.workspaceId} and ${wordsOf(sql`n.name`)} @@ to_tsquery('simple', ${words})`;
  const byOwnName = sql`select n.person_id as id from customers n where n.workspace_id = ${scope.workspaceId} and n.own_name is not null and ${wordsOf(sql`n.own_name`)} @@ to_tsquery('simple', ${words})`;
  const byAddress = (beginning: string) => sql`select ${person} from customer_addresses a join customers n on n.workspace_id = a.workspace_id and n.id = a.customer_id
    where a.workspace_id = ${scope.workspaceId} and a.address like ${`${beginning.replace(/[\\%_]/g, '\\$&')}%`}`;
  // Numbers from before they were read by the rules of their country are kept without spaces and signs.
  const plain = /^\+?[0-9 ()./-]+$/.test(q) && /[0-9]/.test(q) ? q.replace(/[^0-9+]/g, '') : q.toLowerCase();
  const beginnings = [...new Set([plain, ...(phone === null ? [] : [phone])])];
  return sql.join([...(words === '' ? [] : [byName, byOwnName]), ...beginnings.map(byAddress)], sql` union `);
}

/** Which customer stands for this one: itself, or whom it was merged into. */
function personOf(scope: Scope, customerId: number) {
  return sql`coalesce((select m.person_id from customers m where m.workspace_id = ${scope.workspaceId} and m.id = ${customerId}), ${customerId}::bigint)`;
}

/** The person whom this id leads to. */
export async function findCustomer(db: Queryable, scope: Scope, customerId: number): Promise<CustomerRow | null> {
  const { rows } = await sql<CustomerRow>`
    select ${columns(scope)} from customers c ${joins}
    where c.workspace_id = ${scope.workspaceId} and c.id = ${personOf(scope, customerId)} and c.person_id is null and ${known(scope)}`.execute(db);
  return rows[0] ?? null;
}

/** Those of these persons whom the scope sees, in any order. */
export async function findCustomersById(db: Queryable, scope: Scope, ids: readonly number[]): Promise<CustomerRow[]> {
  const { rows } = await sql<CustomerRow>`
    select ${columns(scope)} from customers c ${joins}
    where c.workspace_id = ${scope.workspaceId} and c.id = any(${[...ids]}::bigint[]) and c.person_id is null and ${known(scope)}`.execute(db);
  return rows;
}

export type CustomerValues = { name: string; kind: CustomerKind; language: string | null; organization_id: number | null; note: string } & Partial<AccountFields>;

export async function insertCustomer(tx: Tx, workspaceId: number, values: CustomerValues): Promise<number> {
  const row = await tx.insertInto('customers').values({ workspace_id: workspaceId, ...values }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** What was merged into them bears their name. */
export async function updateCustomerRow(tx: Tx, workspaceId: number, customerId: number, change: Partial<CustomerValues>): Promise<void> {
  await tx.updateTable('customers').set({ ...change, updated_at: sql<Date>`now()` }).where('workspace_id', '=', workspaceId).where('id', '=', customerId).execute();
  if (change.name !== undefined) await tx.updateTable('customers').set({ name: change.name }).where('workspace_id', '=', workspaceId).where('person_id', '=', customerId).execute();
}

export async function linkBrands(tx: Tx, workspaceId: number, customerId: number, brandIds: readonly number[]): Promise<void> {
  await sql`insert into customer_brands (workspace_id, customer_id, brand_id)
    select ${workspaceId}, ${customerId}, b from unnest(${[...brandIds]}::bigint[]) b on conflict do nothing`.execute(tx);
}

/** Which of these brands have a ticket of the customer; they cannot be unlinked. Index: tickets_requester. */
export async function brandsWithTickets(db: Queryable, workspaceId: number, customerId: number, brandIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select b as id from unnest(${[...brandIds]}::bigint[]) b
    where exists (select from tickets t where t.workspace_id = ${workspaceId} and t.brand_id = b and t.requester_id in (
      select ${customerId}::bigint union all select m.id from customers m where m.workspace_id = ${workspaceId} and m.person_id = ${customerId}))`.execute(db);
  return rows.map(({ id }) => id);
}

export async function unlinkBrands(tx: Tx, workspaceId: number, customerId: number, brandIds: readonly number[]): Promise<void> {
  await sql`delete from customer_brands where workspace_id = ${workspaceId} and customer_id = ${customerId} and brand_id = any(${[...brandIds]}::bigint[])`.execute(tx);
}

/** A person's own row and those merged into it, whichever of them is asked for. Index: customers_person. */
export async function findRowsOfPerson(db: Queryable, workspaceId: number, customerId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with person as (select coalesce(person_id, id) as id from customers where workspace_id = ${workspaceId} and id = ${customerId})
    select id from person union all select m.id from person p join customers m on m.workspace_id = ${workspaceId} and m.person_id = p.id`.execute(db);
  return rows.length === 0 ? [customerId] : rows.map(({ id }) => id);
}
