import { sql } from 'kysely';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';

/** What the survivor takes where nothing stands. */
export type GivenFacts = { name?: string; language?: string; organization_id?: number; account_agent_id?: number; account_deputy_id?: number | null; next_contact_on?: string };
export type PersonRow = { id: number; name: string; language: string | null; organization_id: number | null; account_agent_id: number | null; account_deputy_id: number | null; next_contact_on: string | null; rows: number };
export type MergedRow = { id: number; merged_into: number; person_id: number; own_name: string; given: GivenFacts | null };

/**
 * Locks these customers and all rows of the persons whom they stand for, the smaller id first, and says what the persons
 * are. Whoever changes a person takes all of their rows in this order, so that no two wait for each other.
 * @returns null when somebody merged or took apart in the moment between looking and locking
 */
export async function lockPersons(tx: Tx, workspaceId: number, ids: readonly number[]): Promise<Map<number, PersonRow> | null> {
  const rowsOf = sql`
    with persons as materialized (select coalesce(person_id, id) as id from customers where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[]))
    select id from persons union select m.id from persons p join customers m on m.workspace_id = ${workspaceId} and m.person_id = p.id`;
  const { rows: locked } = await sql<{ id: number }>`
    select id from customers where workspace_id = ${workspaceId} and id in (${rowsOf}) order by id for no key update`.execute(tx);
  const { rows: now } = await sql<{ id: number }>`${rowsOf}`.execute(tx);
  const mine = new Set(locked.map(({ id }) => id));
  if (!now.every(({ id }) => mine.has(id))) return null;
  const { rows } = await sql<PersonRow>`
    select c.id, c.name, c.language, c.organization_id, c.account_agent_id, c.account_deputy_id, c.next_contact_on,
      1 + (select count(*)::int from customers m where m.workspace_id = c.workspace_id and m.person_id = c.id) as rows
    from customers c where c.workspace_id = ${workspaceId} and c.id = any(${now.map(({ id }) => id)}::bigint[]) and c.person_id is null`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The row of somebody who is merged into another. */
export async function findMergedRow(db: Queryable, workspaceId: number, customerId: number): Promise<MergedRow | null> {
  const { rows } = await sql<MergedRow>`
    select id, merged_into, person_id, own_name, given from customers
    where workspace_id = ${workspaceId} and id = ${customerId} and person_id is not null`.execute(db);
  return rows[0] ?? null;
}

/** Points the source and all that were merged into it to the target; nothing else of theirs is touched, however much there is. */
export async function writeMerge(tx: Tx, workspaceId: number, { source, target, given, agentId }: { source: number; target: number; given: GivenFacts; agentId: number }): Promise<void> {
  await sql`update customers set name = coalesce(${given.name ?? null}, name), language = coalesce(${given.language ?? null}, language),
      organization_id = coalesce(${given.organization_id ?? null}::bigint, organization_id),
      account_deputy_id = case when ${given.account_agent_id ?? null}::bigint is null then account_deputy_id else ${given.account_deputy_id ?? null}::bigint end,
      account_agent_id = coalesce(${given.account_agent_id ?? null}::bigint, account_agent_id),
      next_contact_note = case when ${given.next_contact_on ?? null}::text is null then next_contact_note else (select s.next_contact_note from customers s where s.workspace_id = ${workspaceId} and s.id = ${source}) end,
      next_contact_on = coalesce(${given.next_contact_on ?? null}, next_contact_on), updated_at = now()
    where workspace_id = ${workspaceId} and id = ${target}`.execute(tx);
  await sql`update customers set merged_into = ${target}, own_name = name, given = ${Object.keys(given).length === 0 ? null : json(given)}, merged_at = now(), merged_by = ${agentId}, person_id = ${target}
    where workspace_id = ${workspaceId} and id = ${source}`.execute(tx);
  await sql`update customers m set person_id = ${target}, name = p.name from customers p
    where m.workspace_id = ${workspaceId} and (m.id = ${source} or m.person_id = ${source}) and p.workspace_id = m.workspace_id and p.id = ${target}`.execute(tx);
  // Those whose name was the target's while it had none.
  if (given.name !== undefined) await sql`update customers set name = ${given.name} where workspace_id = ${workspaceId} and person_id = ${target}`.execute(tx);
  await copyBrands(tx, workspaceId, [target]);
}

/** The brands through which those merged into them are known, as the persons' too. Index: customers_person. */
export async function copyBrands(alone: Alone, workspaceId: number, personIds: readonly number[]): Promise<void> {
  await sql`insert into customer_brands (workspace_id, customer_id, brand_id, merged_from)
    select ${workspaceId}, m.person_id, k.brand_id, m.id from customers m
    join customer_brands k on k.workspace_id = m.workspace_id and k.customer_id = m.id and k.merged_from is null
    where m.workspace_id = ${workspaceId} and m.person_id = any(${[...personIds]}::bigint[])
    order by m.person_id, k.brand_id, m.id on conflict do nothing`.execute(alone);
}

/** The source is a person again, with those who had been merged into it before. */
export async function undoMerge(tx: Tx, workspaceId: number, merged: MergedRow): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    with recursive leaving as (
      select id from customers where workspace_id = ${workspaceId} and id = ${merged.id}
      union select c.id from leaving l join customers c on c.workspace_id = ${workspaceId} and c.person_id = ${merged.person_id} and c.merged_into = l.id)
    select id from leaving`.execute(tx);
  const leaving = rows.map(({ id }) => id);
  await sql`update customers set name = own_name, own_name = null, merged_into = null, person_id = null, given = null, merged_at = null, merged_by = null, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${merged.id}`.execute(tx);
  await sql`update customers set person_id = ${merged.id}, name = ${merged.own_name}
    where workspace_id = ${workspaceId} and id = any(${leaving}::bigint[]) and id <> ${merged.id}`.execute(tx);
  await giveBack(tx, workspaceId, merged);
  await sql`update customers set updated_at = now() where workspace_id = ${workspaceId} and id = ${merged.person_id}`.execute(tx);
  await forgetBrands(tx, workspaceId, merged.person_id, leaving);
}

/** What was taken from the source, and nobody has changed since. */
async function giveBack(tx: Tx, workspaceId: number, { id: source, merged_into: taker, person_id: person, given }: MergedRow): Promise<void> {
  if (!given) return;
  await sql`update customers set language = case when language = ${given.language ?? null} then null else language end,
      organization_id = case when organization_id = ${given.organization_id ?? null}::bigint then null else organization_id end,
      next_contact_note = case when next_contact_on = ${given.next_contact_on ?? null} then '' else next_contact_note end,
      next_contact_on = case when next_contact_on = ${given.next_contact_on ?? null} then null else next_contact_on end
    where workspace_id = ${workspaceId} and id = ${taker}`.execute(tx);
  // A base that was handed over meanwhile took the source's row along (customer-base): whoever has that has both.
  if (given.account_agent_id !== undefined)
    await sql`update customers t set account_agent_id = null, account_deputy_id = null from customers s
      where t.workspace_id = ${workspaceId} and t.id = ${taker} and s.workspace_id = t.workspace_id and s.id = ${source} and t.account_agent_id in (${given.account_agent_id}, s.account_agent_id)`.execute(tx);
  if (given.name === undefined) return;
  await sql`update customers set own_name = '' where workspace_id = ${workspaceId} and id = ${taker} and own_name = ${given.name}`.execute(tx);
  if (taker === person) await sql`update customers set name = '' where workspace_id = ${workspaceId} and (id = ${person} or person_id = ${person}) and name = ${given.name}`.execute(tx);
}

/**
 * Brands that know the person through the leaving only. One in which the person themselves, or another who stays, has a
 * ticket or takes part in one stays. Indexes: tickets_requester, participants_address.
 */
async function forgetBrands(tx: Tx, workspaceId: number, personId: number, leaving: number[]): Promise<void> {
  await sql`
    with staying as materialized (
      select id from customers where workspace_id = ${workspaceId} and (id = ${personId} or person_id = ${personId})
    ), doubtful as materialized (
      select k.customer_id, k.brand_id from customer_brands k
      where k.workspace_id = ${workspaceId} and k.customer_id in (select id from staying) and k.merged_from = any(${leaving}::bigint[])
    ), needed as materialized (
      select d.customer_id, d.brand_id from doubtful d
      where exists (select from staying s join tickets t on t.workspace_id = ${workspaceId} and t.requester_id = s.id and t.brand_id = d.brand_id)
         or exists (select from staying s
              join customer_addresses a on a.workspace_id = ${workspaceId} and a.customer_id = s.id
              join participants p on p.workspace_id = a.workspace_id and p.address = a.address
              join tickets t on t.workspace_id = p.workspace_id and t.id = p.ticket_id and t.brand_id = d.brand_id)
    ), kept as (
      update customer_brands k set merged_from = null from needed n
      where k.workspace_id = ${workspaceId} and k.customer_id = n.customer_id and k.brand_id = n.brand_id
    )
    delete from customer_brands k using doubtful d
    where k.workspace_id = ${workspaceId} and k.customer_id = d.customer_id and k.brand_id = d.brand_id
      and not exists (select from needed n where n.customer_id = d.customer_id and n.brand_id = d.brand_id)`.execute(tx);
  await copyBrands(tx, workspaceId, [personId]);
}

/** Every brand that knows one of them. */
export async function brandsOf(db: Queryable, workspaceId: number, customerIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ brand_id: number }>`
    select distinct brand_id from customer_brands where workspace_id = ${workspaceId} and customer_id = any(${[...customerIds]}::bigint[]) order by brand_id`.execute(db);
  return rows.map(({ brand_id }) => brand_id);
}
