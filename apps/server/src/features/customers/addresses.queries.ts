import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';

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

/** Takes an address of theirs, or of one merged into them, away; the oldest that is left of its kind becomes primary. */
export async function deleteAddress(tx: Tx, workspaceId: number, customerId: number, addressId: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('customer_addresses')
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb('customer_id', '=', customerId).or('customer_id', 'in', eb.selectFrom('customers').select('id').where('workspace_id', '=', workspaceId).where('person_id', '=', customerId)))
    .where('id', '=', addressId)
    .returning(['customer_id', 'kind', 'is_primary'])
    .executeTakeFirst();
  if (gone?.is_primary)
    await sql`update customer_addresses set is_primary = true where workspace_id = ${workspaceId} and id = (
      select min(id) from customer_addresses where workspace_id = ${workspaceId} and customer_id = ${gone.customer_id} and kind = ${gone.kind})`.execute(tx);
  return gone !== undefined;
}

export type Owner = { id: number; name: string; /** The scope knows them through a brand. */ is_known: boolean };

/** Whose page an address is on. Index: the unique one of addresses. */
export async function findOwner(db: Queryable, scope: Scope, { kind, address }: { kind: string; address: string }): Promise<Owner | null> {
  const { rows } = await sql<Owner>`
    select p.id, p.name, ${scope.brands === 'all' ? sql`true` : sql`exists (select from customer_brands k where k.workspace_id = p.workspace_id and k.customer_id = p.id and k.brand_id = any(${[...scope.brands]}::bigint[]))`} as is_known
    from customer_addresses a
    join customers c on c.workspace_id = a.workspace_id and c.id = a.customer_id
    join customers p on p.workspace_id = c.workspace_id and p.id = coalesce(c.person_id, c.id)
    where a.workspace_id = ${scope.workspaceId} and a.kind = ${kind} and a.address = ${address}`.execute(db);
  return rows[0] ?? null;
}

/** Numbers that nobody has read by the rules of a country yet, oldest first. Index: customer_addresses_unread. */
export async function findUnreadNumbers(db: Queryable, workspaceId: number, after: number, limit: number): Promise<{ id: number; address: string }[]> {
  const { rows } = await sql<{ id: number; address: string }>`
    select id, address from customer_addresses
    where workspace_id = ${workspaceId} and kind = 'phone' and address not like '+%' and id > ${after} order by id limit ${limit}`.execute(db);
  return rows;
}

/** Writes numbers as they were read; one that somebody else has too stays, and shows up among the duplicates. */
export async function writeReadNumbers(alone: Alone, workspaceId: number, read: { id: number; number: string }[]): Promise<void> {
  await sql`
    update customer_addresses a set address = x.number
    from (select distinct on (number) id, number from unnest(${read.map(({ id }) => id)}::bigint[], ${read.map(({ number }) => number)}::text[]) as x(id, number) order by number, id) x
    where a.workspace_id = ${workspaceId} and a.id = x.id and a.address not like '+%'
      and not exists (select from customer_addresses t where t.workspace_id = a.workspace_id and t.kind = 'phone' and t.address = x.number)`.execute(alone);
}
