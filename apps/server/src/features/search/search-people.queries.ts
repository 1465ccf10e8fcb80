import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { rowsOfPerson } from '../customers/index.ts';

export type CustomerHit = { id: number; name: string; email: string | null; phone: string | null; organization_id: number | null; organization_name: string | null; note: string };
export type OrganizationHit = { id: number; name: string; domains: string[]; note: string };

const mostRanked = 500;

/** Customers whom the scope sees through a brand, best first. Index: search_customers_words. */
export async function findCustomers(db: Queryable, scope: Scope, search: { condition: string; rank: string; brands: readonly number[] | null }, limit: number): Promise<CustomerHit[]> {
  const brands = [...(search.brands ?? []), ...(scope.brands === 'all' ? [] : search.brands === null ? scope.brands : [])].filter((id) => scope.brands === 'all' || scope.brands.includes(id));
  const limited = scope.brands !== 'all' || search.brands !== null;
  const condition = limited ? `${search.condition}&(${brands.map((id) => `'brand:${id}'`).join('|') || `'brand:none'`})` : search.condition;
  const known = limited ? sql`exists (select from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id and k.brand_id = any(${brands}::bigint[]))` : sql`true`;
  const { rows } = await sql<CustomerHit>`
    with candidates as materialized (
      select d.customer_id, ts_rank('{0.1, 0.2, 0.6, 1.0}', d.words, ${search.rank}::tsquery, 1) as rank from search_customers d
      where d.workspace_id = ${scope.workspaceId} and d.words @@ ${condition}::tsquery limit ${sql.lit(mostRanked)})
    select c.id, c.name, e.address as email, p.address as phone, c.organization_id, o.name as organization_name, c.note
    from (select c.*, d.rank from candidates d join customers c on c.workspace_id = ${scope.workspaceId} and c.id = d.customer_id
          where c.person_id is null and ${known} order by d.rank desc, c.id desc limit ${sql.lit(limit)}) c
    left join organizations o on o.workspace_id = c.workspace_id and o.id = c.organization_id
    left join lateral ${firstAddress('email')} e on true
    left join lateral ${firstAddress('phone')} p on true
    order by c.rank desc, c.id desc`.execute(db);
  return rows;
}

/** Of customer `c`: their own primary one, else one of somebody merged into them; as their page says. */
function firstAddress(kind: 'email' | 'phone'): RawBuilder<unknown> {
  return sql`(select a.address from ${rowsOfPerson} f
    cross join lateral (select a.* from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = f.id and a.kind = ${sql.lit(kind)} order by a.is_primary desc, a.id limit 1) a
    order by a.customer_id <> c.id, a.is_primary desc, a.id limit 1)`;
}

/** Organizations, best first, of which the scope sees a customer, or which have none yet. Index: search_organizations_words. */
export async function findOrganizations(db: Queryable, scope: Scope, search: { condition: string; rank: string }, limit: number): Promise<OrganizationHit[]> {
  const customers = sql`customers c where c.workspace_id = o.workspace_id and c.organization_id = o.id`;
  const known =
    scope.brands === 'all'
      ? sql`true`
      : sql`(not exists (select from ${customers}) or exists (select from ${customers} and exists (
          select from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id and k.brand_id = any(${[...scope.brands]}::bigint[]))))`;
  const { rows } = await sql<OrganizationHit>`
    with candidates as materialized (
      select d.organization_id, ts_rank('{0.1, 0.2, 0.6, 1.0}', d.words, ${search.rank}::tsquery, 1) as rank from search_organizations d
      where d.workspace_id = ${scope.workspaceId} and d.words @@ ${search.condition}::tsquery limit ${sql.lit(mostRanked)})
    select o.id, o.name, o.domains, o.note from candidates d join organizations o on o.workspace_id = ${scope.workspaceId} and o.id = d.organization_id
    where ${known} order by d.rank desc, o.id desc limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

const mostNearby = 200;

/** Names of customers and organizations that share a key with a mistyped word, as far as the scope sees them. */
export async function findNearbyNames(db: Queryable, scope: Scope, keys: string): Promise<string[]> {
  const brands = scope.brands === 'all' ? sql`true` : sql`exists (select from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id and k.brand_id = any(${[...scope.brands]}::bigint[]))`;
  const { rows } = await sql<{ name: string }>`
    (select c.name from search_customers d join customers c on c.workspace_id = d.workspace_id and c.id = d.customer_id
     where d.workspace_id = ${scope.workspaceId} and d.words @@ ${keys}::tsquery and ${brands} limit ${sql.lit(mostNearby)})
    union all
    (select o.name from search_organizations d join organizations o on o.workspace_id = d.workspace_id and o.id = d.organization_id
     where d.workspace_id = ${scope.workspaceId} and d.words @@ ${keys}::tsquery and ${
       scope.brands === 'all' ? sql`true` : sql`exists (select from customers c where c.workspace_id = o.workspace_id and c.organization_id = o.id and ${brands})`
     } limit ${sql.lit(mostNearby)})`.execute(db);
  return rows.map(({ name }) => name);
}
