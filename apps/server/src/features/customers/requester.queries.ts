import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { takenBy, type TakenBy } from '../customer-base/index.ts';

export type Reached = {
  personId: number;
  name: string;
  /** Theirs or of one merged into them; the primary one first. */
  email: string | null;
  /** Who gets a new case of theirs in the brand: their account agent, or the deputy. */
  takenBy: TakenBy | null;
};

/** The person behind a row, and where they get mail. Indexes: primary keys, customers_person, customer_addresses_customer. */
export async function findReached(db: Queryable, workspaceId: number, customerId: number, brandId: number): Promise<Reached | null> {
  const { rows } = await sql<Reached>`
    select p.id as "personId", p.name, (
      select a.address from customer_addresses a
      where a.workspace_id = ${workspaceId} and a.kind = 'email'
        and a.customer_id in (select p.id union all select m.id from customers m where m.workspace_id = ${workspaceId} and m.person_id = p.id)
      order by a.customer_id = p.id desc, a.is_primary desc, a.id limit 1) as email, ${takenBy(workspaceId, sql`${brandId}::bigint`)} as "takenBy"
    from customers c join customers p on p.workspace_id = c.workspace_id and p.id = coalesce(c.person_id, c.id)
    left join organizations o on o.workspace_id = p.workspace_id and o.id = p.organization_id
    where c.workspace_id = ${workspaceId} and c.id = ${customerId}`.execute(db);
  return rows[0] ?? null;
}

/** Who has the number (E.164). Index: the unique key of addresses. */
export async function findByNumber(db: Queryable, workspaceId: number, number: string): Promise<number | null> {
  const { rows } = await sql<{ customer_id: number }>`
    select customer_id from customer_addresses where workspace_id = ${workspaceId} and kind = 'phone' and address = ${number}`.execute(db);
  return rows[0]?.customer_id ?? null;
}

/**
 * A new customer who is known by a number. The number's row is claimed before the customer exists (see find-or-create.queries.ts):
 * null when another transaction was first.
 */
export async function claimNumber(tx: Tx, workspaceId: number, brandId: number, { number, name, language }: { number: string; name: string; language: string | null }): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    with claimed as (
      insert into customer_addresses (workspace_id, customer_id, kind, address, is_primary)
      values (${workspaceId}, nextval(pg_get_serial_sequence('public.customers', 'id')), 'phone', ${number}, true)
      on conflict (workspace_id, kind, address) do nothing returning customer_id
    ), made as (
      insert into customers (workspace_id, id, kind, name, language) select ${workspaceId}, customer_id, 'external', ${name}, ${language} from claimed
    ), linked as (
      insert into customer_brands (workspace_id, customer_id, brand_id) select ${workspaceId}, customer_id, ${brandId}::bigint from claimed
    )
    select customer_id as id from claimed`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Whether the brand did not know them before. */
export async function linkBrand(tx: Tx, workspaceId: number, customerId: number, brandId: number): Promise<boolean> {
  const { rows } = await sql`
    insert into customer_brands (workspace_id, customer_id, brand_id) values (${workspaceId}, ${customerId}, ${brandId})
    on conflict (workspace_id, customer_id, brand_id) do nothing returning customer_id`.execute(tx);
  return rows.length > 0;
}
