import { sql, type RawBuilder } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { takenBy, takenByJoins, type TakenBy } from '../customer-base/index.ts';

export type Correspondent = { address: string; name: string; language: string | null };

export type FoundCustomer = {
  address: string;
  customer_id: number;
  /** Whose page it is: the customer's own, or of whom they were merged into. */
  person_id: number;
  name: string;
  /** The primary e-mail address, else the oldest. */
  email: string;
  language: string | null;
  created: boolean;
  /** The brand did not know this customer before. */
  newly_linked: boolean;
  /** Who gets a new case of theirs in this brand: their account agent, or the deputy. */
  taken_by: TakenBy | null;
};

const emailOf = (workspaceId: number, customerId: RawBuilder<unknown>) => sql`(select a.address from customer_addresses a
    where a.workspace_id = ${workspaceId} and a.customer_id = ${customerId} and a.kind = 'email' order by a.is_primary desc, a.id limit 1)`;

/** The customers of these addresses whom the brand knows. Indexes: the unique key of addresses, then primary keys. */
const known = (workspaceId: number, brandId: RawBuilder<unknown>, addresses: readonly string[]) => sql<FoundCustomer>`
    select a.address, a.customer_id, coalesce(c.person_id, c.id) as person_id, c.name, ${emailOf(workspaceId, sql`c.id`)} as email, c.language, false as created, false as newly_linked, ${takenBy(workspaceId, brandId)} as taken_by
    from customer_addresses a
    join customer_brands b on b.workspace_id = a.workspace_id and b.customer_id = a.customer_id and b.brand_id = ${brandId}
    join customers c on c.workspace_id = a.workspace_id and c.id = a.customer_id
    ${takenByJoins(workspaceId)}
    where a.workspace_id = ${workspaceId} and a.kind = 'email' and a.address = any(${[...addresses]}::text[])`;

export async function findKnownCustomers(db: Queryable, workspaceId: number, brandId: number, addresses: readonly string[]): Promise<FoundCustomer[]> {
  const { rows } = await known(workspaceId, sql`${brandId}`, addresses).execute(db);
  return rows;
}

/** The same as one value, for a statement that looks for more than that: one round trip less. */
export function knownCustomers(workspaceId: number, brandId: RawBuilder<unknown>, addresses: readonly string[]): RawBuilder<FoundCustomer[]> {
  return sql`(select coalesce(json_agg(k), '[]') from (${known(workspaceId, brandId, addresses.map(normalAddress))}) k)`;
}

export function normalAddress(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * Finds or makes the customers of these addresses and links them to the brand, in one statement. The address row is
 * claimed before its customer exists (foreign keys are checked at the end of the statement), so whoever loses a race
 * makes no second customer; the loser's address is then missing from the answer. Addresses are claimed in one order,
 * so that two mails with the same new people cannot wait for each other.
 */
export async function claimCustomers(tx: Tx, workspaceId: number, brandId: number, people: Correspondent[]): Promise<FoundCustomer[]> {
  const addresses = people.map((person) => person.address);
  const names = people.map((person) => person.name);
  const languages = people.map((person) => person.language);
  const { rows } = await sql<FoundCustomer>`
    with given as materialized (
      select g.address, g.name, g.language from unnest(${addresses}::text[], ${names}::text[], ${languages}::text[]) as g(address, name, language)
    ), known as materialized (
      select a.address, a.customer_id from customer_addresses a
      where a.workspace_id = ${workspaceId} and a.kind = 'email' and a.address = any(${addresses}::text[])
    ), claimed as (
      insert into customer_addresses (workspace_id, customer_id, kind, address, is_primary)
      select ${workspaceId}, nextval(pg_get_serial_sequence('public.customers', 'id')), 'email', fresh.address, true
      from (select g.address from given g where not exists (select from known k where k.address = g.address) order by g.address) fresh
      on conflict (workspace_id, kind, address) do nothing
      returning customer_id, address
    ), made as (
      insert into customers (workspace_id, id, kind, name, language, organization_id)
      select ${workspaceId}, c.customer_id,
        case when exists (select from agents a where a.workspace_id = ${workspaceId} and a.email = c.address and a.role <> 'client') then 'employee' else 'external' end,
        g.name, g.language,
        (select o.id from organizations o
          where o.workspace_id = ${workspaceId} and o.domains @> array[substring(c.address from '[^@]*$')] order by o.id limit 1)
      from claimed c join given g on g.address = c.address
      returning id, organization_id
    ), found as (
      select address, customer_id, false as created from known
      union all
      select address, customer_id, true from claimed
    ), linked as (
      insert into customer_brands (workspace_id, customer_id, brand_id, merged_from)
      select ${workspaceId}::bigint, x.id, ${brandId}::bigint, x.merged_from from (
        select f.customer_id as id, null::bigint as merged_from from found f
        union select p.person_id, p.id from found f join customers p on p.workspace_id = ${workspaceId} and p.id = f.customer_id and p.person_id is not null) x
      order by 2, 4 nulls first
      on conflict (workspace_id, customer_id, brand_id) do nothing
      returning customer_id
    )
    select f.address, f.customer_id, coalesce(c.person_id, f.customer_id) as person_id, f.created, coalesce(c.name, g.name) as name,
      coalesce(${emailOf(workspaceId, sql`f.customer_id`)}, f.address) as email,
      case when f.created then g.language else c.language end as language,
      exists (select from linked l where l.customer_id = coalesce(c.person_id, f.customer_id)) as newly_linked, ${takenBy(workspaceId, sql`${brandId}::bigint`)} as taken_by
    from found f
    join given g on g.address = f.address
    left join customers c on c.workspace_id = ${workspaceId} and c.id = f.customer_id
    left join made n on n.id = f.customer_id
    ${takenByJoins(workspaceId, sql`n.organization_id`)}`.execute(tx);
  return rows;
}

/** Gives a person who was known by address only their name, and with them those who were merged into them. */
export async function nameNameless(tx: Tx, workspaceId: number, personId: number, name: string): Promise<boolean> {
  const { rows } = await sql`
    with theirs as materialized (
      select id from customers where workspace_id = ${workspaceId} and (id = ${personId} or person_id = ${personId}) order by id for no key update
    )
    update customers c set name = ${name}, updated_at = now() from theirs t
    where c.workspace_id = ${workspaceId} and c.id = t.id and c.name = '' returning c.id`.execute(tx);
  return rows.length > 0;
}
