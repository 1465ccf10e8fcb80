import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';

type Address = { kind: 'email' | 'phone'; address: string };

export type FoundPerson = {
  id: number; visible: boolean; merged: boolean; name: string; language: string | null; organization_id: number | null; note: string;
  /** Those that the scope sees. */
  brands: number[];
  addresses: { kind: 'email' | 'phone'; address: string }[];
  /** How many they have; counting stops at 100. */
  address_count: number;
  /** Their main one. */
  email: string | null;
};

/**
 * The persons that any of these addresses belongs to, each with the addresses that led to them; a merged customer leads to whom
 * they were merged into. Indexes: the unique key of addresses, then primary keys. With `lock` nobody else changes
 * them until the commit; locked in the order of their ids. `merged`: somebody merged them in the moment before the lock.
 */
export async function findPeople(db: Queryable, scope: Scope, addresses: readonly Address[], { lock = false } = {}): Promise<FoundPerson[]> {
  if (addresses.length === 0) return [];
  const brandsSeen = scope.brands === 'all' ? sql`true` : sql`k.brand_id = any(${[...scope.brands]}::bigint[])`;
  const { rows: owners } = await sql<{ customer_id: number; kind: 'email' | 'phone'; address: string }>`
    select coalesce(c.person_id, c.id) as customer_id, a.kind, a.address from unnest(${addresses.map(({ kind }) => kind)}::text[], ${addresses.map(({ address }) => address)}::text[]) as g(kind, address)
    cross join lateral (select a.customer_id, a.kind, a.address from customer_addresses a
      where a.workspace_id = ${scope.workspaceId} and a.kind = g.kind and a.address = g.address limit 1) a
    join customers c on c.workspace_id = ${scope.workspaceId} and c.id = a.customer_id`.execute(db);
  const ids = [...new Set(owners.map(({ customer_id }) => customer_id))];
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<FoundPerson, 'addresses'>>`
    select c.id, c.name, c.language, c.organization_id, c.note, c.person_id is not null as merged,
      ${scope.brands === 'all' ? sql`true` : sql`exists (select from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id and ${brandsSeen})`} as visible,
      array(select k.brand_id from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id and ${brandsSeen}) as brands,
      (select count(*)::int from (select from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = c.id limit 100) a) as address_count,
      (select a.address from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = c.id and a.kind = 'email' order by a.is_primary desc, a.id limit 1) as email
    from customers c where c.workspace_id = ${scope.workspaceId} and c.id = any(${ids}::bigint[]) order by c.id ${lock ? sql`for no key update of c` : sql``}`.execute(db);
  const byOwner = Map.groupBy(owners, ({ customer_id }) => customer_id);
  return rows.map((row) => ({ ...row, addresses: byOwner.get(row.id) ?? [] }));
}

/** Ids for so many new customers. */
export async function reserveCustomerIds(tx: Tx, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`select nextval(pg_get_serial_sequence('public.customers', 'id')) as id from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map(({ id }) => id);
}

export type NewPerson = { id: number; kind: string; name: string; language: string | null; organization_id: number | null; note: string };

export async function insertPeople(tx: Tx, workspaceId: number, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into customers (workspace_id, id, kind, name, language, organization_id, note)
    select ${workspaceId}, p.id, p.kind, p.name, p.language, p.organization_id, p.note
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(id bigint, kind text, name text, language text, organization_id bigint, note text)`.execute(tx);
}

/** Writes what stands in `people` over those customers. */
export async function updatePeople(tx: Tx, workspaceId: number, people: readonly Omit<NewPerson, 'kind'>[]): Promise<void> {
  if (people.length === 0) return;
  await sql`
    update customers c set name = p.name, language = p.language, organization_id = p.organization_id, note = p.note, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(id bigint, name text, language text, organization_id bigint, note text)
    where c.workspace_id = ${workspaceId} and c.id = p.id`.execute(tx);
  // Those who were merged into somebody bear that one's name.
  await sql`
    update customers m set name = c.name from customers c
    where c.workspace_id = ${workspaceId} and c.id = any(${people.map(({ id }) => id)}::bigint[]) and m.workspace_id = c.workspace_id and m.person_id = c.id and m.name <> c.name`.execute(tx);
}

export type NewAddress = Address & { customer_id: number; place: number };

/**
 * Addresses with ids in their order; the first of its kind of each customer is primary. They are claimed in the order of the addresses,
 * as for mail (features/customers/find-or-create.queries.ts), so that the two cannot wait for each other. Those that somebody has
 * meanwhile taken are not among the answer.
 */
export async function insertAddresses(tx: Tx, workspaceId: number, addresses: readonly NewAddress[]): Promise<(Address & { id: number; customer_id: number })[]> {
  if (addresses.length === 0) return [];
  const { rows } = await sql<Address & { id: number; customer_id: number }>`
    insert into customer_addresses (workspace_id, id, customer_id, kind, address, is_primary)
    select ${workspaceId}, g.id, g.customer_id, g.kind, g.address,
      row_number() over (partition by g.customer_id, g.kind order by g.place) = 1 and not exists (
        select from customer_addresses x where x.workspace_id = ${workspaceId} and x.customer_id = g.customer_id and x.kind = g.kind)
    from (
      select p.*, nextval(pg_get_serial_sequence('public.customer_addresses', 'id')) as id from (
        select * from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) as j(customer_id bigint, kind text, address text, place int) order by place) p) g
    order by g.kind, g.address
    on conflict (workspace_id, kind, address) do nothing returning id, customer_id, kind, address`.execute(tx);
  return rows;
}

export async function linkPeople(tx: Tx, workspaceId: number, links: readonly { customerId: number; brandId: number }[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into customer_brands (workspace_id, customer_id, brand_id)
    select ${workspaceId}, c, b from unnest(${links.map(({ customerId }) => customerId)}::bigint[], ${links.map(({ brandId }) => brandId)}::bigint[]) as l(c, b)
    order by c, b on conflict do nothing`.execute(tx);
}

/** Customers as they stand now, to see whether somebody has touched what the import wrote. */
export type Standing = {
  id: number; kind: string; name: string; language: string | null; organization_id: number | null; note: string;
  addressIds: number[]; brands: number[];
  /** Of a ticket, takes part in one, or merged. */
  busy: boolean;
  /** Into somebody else, whose name they bear. */
  merged: boolean;
  newestTicket: Date | null;
};

export async function findStanding(tx: Tx, workspaceId: number, ids: readonly number[]): Promise<Standing[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Standing>`
    select c.id, c.kind, c.name, c.language, c.organization_id, c.note,
      array(select a.id from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = c.id) as "addressIds",
      array(select k.brand_id from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id) as brands,
      exists (select from tickets t where t.workspace_id = c.workspace_id and t.requester_id = c.id)
        or exists (select from participants p where p.workspace_id = c.workspace_id and p.customer_id = c.id)
        or c.person_id is not null or exists (select from customers m where m.workspace_id = c.workspace_id and m.person_id = c.id) as busy,
      c.person_id is not null as merged,
      (select max(t.created_at) from tickets t where t.workspace_id = c.workspace_id and t.requester_id = c.id) as "newestTicket"
    from customers c where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::bigint[]) order by c.id for update of c`.execute(tx);
  return rows;
}

/** @throws 23503 when something refers to one of them */
export async function deletePeople(tx: Tx, workspaceId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from customer_addresses where workspace_id = ${workspaceId} and customer_id = any(${[...ids]}::bigint[])`.execute(tx);
  await sql`delete from customer_brands where workspace_id = ${workspaceId} and customer_id = any(${[...ids]}::bigint[])`.execute(tx);
  await sql`delete from customers where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[])`.execute(tx);
}

/** Takes added addresses away again; the oldest that is left of a kind becomes primary where none is. */
export async function deleteAddresses(tx: Tx, workspaceId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with gone as (delete from customer_addresses where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[]) returning customer_id, kind, is_primary)
    update customer_addresses a set is_primary = true
    where a.workspace_id = ${workspaceId} and a.id in (
      select min(l.id) from customer_addresses l join gone g on g.customer_id = l.customer_id and g.kind = l.kind and g.is_primary
      where l.workspace_id = ${workspaceId} and l.id <> all(${[...ids]}::bigint[]) group by l.customer_id, l.kind)`.execute(tx);
}

/** Takes links of brands away again, where the customer has no ticket of the brand. */
export async function unlinkPeople(tx: Tx, workspaceId: number, links: readonly { customerId: number; brandId: number }[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    delete from customer_brands k using unnest(${links.map(({ customerId }) => customerId)}::bigint[], ${links.map(({ brandId }) => brandId)}::bigint[]) as l(c, b)
    where k.workspace_id = ${workspaceId} and k.customer_id = l.c and k.brand_id = l.b
      and not exists (select from tickets t where t.workspace_id = k.workspace_id and t.requester_id = k.customer_id and t.brand_id = k.brand_id)`.execute(tx);
}

export type ImportEvent = { type: 'customer.created' | 'customer.updated' | 'customer.removed' | 'organization.created' | 'organization.removed'; brandId: number | null; data: object };

/** Events of a whole batch, in one statement. */
export async function appendEvents(tx: Tx, workspaceId: number, agentId: number, events: readonly ImportEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into events (workspace_id, type, brand_id, actor_type, actor_id, data)
    select ${workspaceId}, e.type, e."brandId", 'agent', ${agentId}, e.data
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(type text, "brandId" bigint, data jsonb)`.execute(tx);
}

