import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { wordPrefixes, wordsOf } from '../../platform/db/words.ts';
import type { CustomerKind } from './customers.schemas.ts';

export type CustomerRow = {
  id: number;
  kind: CustomerKind;
  name: string;
  language: string | null;
  organization_id: number | null;
  organization_name: string | null;
  note: string;
  addresses: { id: number; kind: 'email' | 'phone'; address: string; is_primary: boolean; bounced_at: string | null; bounce_status: string | null }[];
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
    (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'address', a.address, 'is_primary', a.is_primary,
        'bounced_at', a.bounced_at, 'bounce_status', a.bounce_status) order by a.is_primary desc, a.id), '[]')
      from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = c.id) as addresses,
    (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'color', b.color) order by b.name), '[]')
      from customer_brands k join brands b on b.workspace_id = k.workspace_id and b.id = k.brand_id
      where k.workspace_id = c.workspace_id and k.customer_id = c.id
        and ${scope.brands === 'all' ? sql`true` : sql`b.id = any(${[...scope.brands]}::bigint[])`}) as brands`;
}

const joins = sql`left join organizations o on o.workspace_id = c.workspace_id and o.id = c.organization_id`;

export type CustomerFilter = { q?: string; organization?: number };

/**
 * Newest first, from below the id `before`. With `q`, those of whose name a word begins so, or an address
 * (customers_words, customer_addresses_prefix). Who sees some brands only is led by customer_brands_brand.
 */
export async function listCustomers(db: Queryable, scope: Scope, filter: CustomerFilter, page: { before: number; limit: number }): Promise<CustomerRow[]> {
  const { rows } = await sql<CustomerRow>`
    ${filter.q === undefined ? sql`` : withFound(scope, { ...filter, q: filter.q }, page)}
    select ${columns(scope)} from customers c ${joins}
    where c.workspace_id = ${scope.workspaceId} and c.id < ${page.before}
      and ${filter.organization === undefined ? sql`true` : sql`c.organization_id = ${filter.organization}`}
      and ${filter.q !== undefined ? sql`c.id in (select f.id from found f)` : filter.organization === undefined ? newestKnown(scope, page) : known(scope)}
    order by c.id desc limit ${page.limit}`.execute(db);
  return rows;
}

/**
 * The ids of one page of a search. What matches is found first, by its indexes, and only then put in order: PostgreSQL
 * guesses that every fiftieth name matches a word, and would rather walk all customers from the newest on.
 */
function withFound(scope: Scope, { q, organization }: { q: string; organization?: number }, { before, limit }: { before: number; limit: number }) {
  const seen = scope.brands === 'all' ? sql`` : sql`cross join lateral (
      select from customer_brands k where k.workspace_id = ${scope.workspaceId} and k.customer_id = m.id and k.brand_id = any(${[...scope.brands]}::bigint[]) limit 1) k`;
  const belonging = organization === undefined ? sql`` : sql`cross join lateral (
      select from customers b where b.workspace_id = ${scope.workspaceId} and b.id = m.id and b.organization_id = ${organization} limit 1) b`;
  return sql`with matches as materialized (${matching(scope, q)}),
    found as materialized (select m.id from matches m ${seen} ${belonging} where m.id < ${before} order by m.id desc limit ${limit})`;
}

/** The page's worth of each visible brand: without it, a small brand's page would read all other brands' customers. */
function newestKnown(scope: Scope, { before, limit }: { before: number; limit: number }) {
  if (scope.brands === 'all') return sql`true`;
  return sql`c.id in (
    select k.customer_id from unnest(${[...scope.brands]}::bigint[]) b cross join lateral (
      select k.customer_id from customer_brands k
      where k.workspace_id = ${scope.workspaceId} and k.brand_id = b and k.customer_id < ${before}
      order by k.customer_id desc limit ${limit}) k)`;
}

function matching(scope: Scope, q: string) {
  const words = wordPrefixes(q);
  const byName = sql`select n.id from customers n where n.workspace_id = ${scope.workspaceId} and ${wordsOf(sql`n.name`)} @@ to_tsquery('simple', ${words})`;
  const byAddress = sql`select a.customer_id as id from customer_addresses a where a.workspace_id = ${scope.workspaceId} and a.address like ${addressPrefix(q)}`;
  return words === '' ? sql`${byAddress} group by a.customer_id` : sql`${byName} union ${byAddress}`;
}

/** The beginning of an address as a LIKE pattern; phone numbers are kept without spaces and signs. */
function addressPrefix(q: string): string {
  const beginning = /^\+?[0-9 ()./-]+$/.test(q) && /[0-9]/.test(q) ? q.replace(/[^0-9+]/g, '') : q.toLowerCase();
  return `${beginning.replace(/[\\%_]/g, '\\$&')}%`;
}

export async function findCustomer(db: Queryable, scope: Scope, customerId: number, { lock = false } = {}): Promise<CustomerRow | null> {
  const { rows } = await sql<CustomerRow>`
    select ${columns(scope)} from customers c ${joins}
    where c.workspace_id = ${scope.workspaceId} and c.id = ${customerId} and ${known(scope)}
    ${lock ? sql`for no key update of c` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type CustomerValues = { name: string; kind: CustomerKind; language: string | null; organization_id: number | null; note: string };

export async function insertCustomer(tx: Tx, workspaceId: number, values: CustomerValues): Promise<number> {
  const row = await tx.insertInto('customers').values({ workspace_id: workspaceId, ...values }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function updateCustomerRow(tx: Tx, workspaceId: number, customerId: number, change: Partial<CustomerValues>): Promise<void> {
  await tx.updateTable('customers').set({ ...change, updated_at: sql<Date>`now()` }).where('workspace_id', '=', workspaceId).where('id', '=', customerId).execute();
}

/** The new address's id; null when somebody has it already. The first of its kind is primary. */
export async function insertAddress(tx: Tx, workspaceId: number, customerId: number, input: { kind: 'email' | 'phone'; address: string; is_primary?: boolean }): Promise<number | null> {
  if (input.is_primary) await unsetPrimary(tx, workspaceId, customerId, input.kind);
  const { rows } = await sql<{ id: number }>`
    insert into customer_addresses (workspace_id, customer_id, kind, address, is_primary)
    values (${workspaceId}, ${customerId}, ${input.kind}, ${input.address}, ${input.is_primary ?? false} or not exists (
      select from customer_addresses where workspace_id = ${workspaceId} and customer_id = ${customerId} and kind = ${input.kind}))
    on conflict (workspace_id, kind, address) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

async function unsetPrimary(tx: Tx, workspaceId: number, customerId: number, kind: string): Promise<void> {
  await sql`update customer_addresses set is_primary = false where workspace_id = ${workspaceId} and customer_id = ${customerId} and kind = ${kind}`.execute(tx);
}

/** Takes an address away; the oldest that is left of its kind becomes primary. */
export async function deleteAddress(tx: Tx, workspaceId: number, customerId: number, addressId: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('customer_addresses')
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', '=', customerId)
    .where('id', '=', addressId)
    .returning(['kind', 'is_primary'])
    .executeTakeFirst();
  if (gone?.is_primary)
    await sql`update customer_addresses set is_primary = true where workspace_id = ${workspaceId} and id = (
      select min(id) from customer_addresses where workspace_id = ${workspaceId} and customer_id = ${customerId} and kind = ${gone.kind})`.execute(tx);
  return gone !== undefined;
}

export async function linkBrands(tx: Tx, workspaceId: number, customerId: number, brandIds: readonly number[]): Promise<void> {
  await sql`insert into customer_brands (workspace_id, customer_id, brand_id)
    select ${workspaceId}, ${customerId}, b from unnest(${[...brandIds]}::bigint[]) b on conflict do nothing`.execute(tx);
}

/** Which of these brands have a ticket of the customer; they cannot be unlinked. Index: tickets_requester. */
export async function brandsWithTickets(db: Queryable, workspaceId: number, customerId: number, brandIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select b as id from unnest(${[...brandIds]}::bigint[]) b
    where exists (select from tickets t where t.workspace_id = ${workspaceId} and t.requester_id = ${customerId} and t.brand_id = b)`.execute(db);
  return rows.map(({ id }) => id);
}

export async function unlinkBrands(tx: Tx, workspaceId: number, customerId: number, brandIds: readonly number[]): Promise<void> {
  await sql`delete from customer_brands where workspace_id = ${workspaceId} and customer_id = ${customerId} and brand_id = any(${[...brandIds]}::bigint[])`.execute(tx);
}
