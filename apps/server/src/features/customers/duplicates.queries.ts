import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import { rowsOfPerson } from './rows-of-person.queries.ts';

export const duplicateReasons = ['number', 'mail', 'name', 'similar_name'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

export type CheckedCustomer = { id: number; name: string; own_names: string[]; organization_id: number | null; emails: string[]; phones: string[] };

/** Persons among these, as the search for duplicates looks at them; who is merged is left out. */
export async function readForCheck(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<CheckedCustomer[]> {
  const addresses = (kind: 'email' | 'phone') => sql`array(
    select a.address from ${rowsOfPerson} f cross join lateral (
      select a.address from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = f.id and a.kind = ${kind} order by a.id limit 50) a)`;
  const { rows } = await sql<CheckedCustomer>`
    select c.id, c.name, c.organization_id, ${addresses('email')} as emails, ${addresses('phone')} as phones,
      array(select m.own_name from customers m where m.workspace_id = c.workspace_id and m.person_id = c.id) as own_names
    from customers c where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::bigint[]) and c.person_id is null`.execute(db);
  return rows;
}

/** Replaces the keys of these customers in one statement; who has none of them any more loses theirs. */
export async function writeKeys(alone: Alone, workspaceId: number, ids: readonly number[], keys: { id: number; key: string }[]): Promise<void> {
  await sql`
    with given as materialized (select id, key from unnest(${keys.map(({ id }) => id)}::bigint[], ${keys.map(({ key }) => key)}::text[]) as x(id, key)),
    gone as (
      delete from customer_keys k where k.workspace_id = ${workspaceId} and k.customer_id = any(${[...ids]}::bigint[])
        and not exists (select from given g where g.id = k.customer_id and g.key = k.key))
    insert into customer_keys (workspace_id, customer_id, key)
    select ${workspaceId}, c.id, g.key from given g join customers c on c.workspace_id = ${workspaceId} and c.id = g.id
    order by 2, 3 on conflict do nothing`.execute(alone);
}

export type Match = { id: number; other: number; key: string; name: string; other_name: string };

/** Who shares a key with these; at most so many for each key, so that a name that half the world has costs no more. Index: customer_keys_key. */
export async function findMatches(db: Queryable, workspaceId: number, ids: readonly number[], mostOfKey: number): Promise<Match[]> {
  const { rows } = await sql<Match>`
    select k.customer_id as id, o.customer_id as other, k.key, c.name, n.name as other_name
    from customer_keys k
    cross join lateral (
      select o.customer_id from customer_keys o where o.workspace_id = ${workspaceId} and o.key = k.key and o.customer_id <> k.customer_id
      limit ${sql.lit(mostOfKey)}) o
    join customers c on c.workspace_id = ${workspaceId} and c.id = k.customer_id and c.person_id is null
    join customers n on n.workspace_id = ${workspaceId} and n.id = o.customer_id and n.person_id is null
    where k.workspace_id = ${workspaceId} and k.customer_id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

export type Pair = { one: number; other: number; reasons: DuplicateReason[] };

/** What is suggested of these customers from now on; what somebody has said of a pair stays said. */
export async function writePairs(alone: Alone, workspaceId: number, ids: readonly number[], pairs: Pair[]): Promise<void> {
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x(one bigint, other bigint, reasons text[])
    ), gone as (
      delete from customer_pairs p where p.workspace_id = ${workspaceId} and (p.one_id = any(${[...ids]}::bigint[]) or p.other_id = any(${[...ids]}::bigint[]))
        and p.dismissed_at is null and not exists (select from given g where g.one = p.one_id and g.other = p.other_id))
    insert into customer_pairs (workspace_id, one_id, other_id, reasons)
    select ${workspaceId}, g.one, g.other, g.reasons from given g order by g.one, g.other
    on conflict (workspace_id, one_id, other_id) do update set reasons = excluded.reasons`.execute(alone);
}

/** That these two are not one person; remembered whether or not they were suggested. */
export async function dismissPair(tx: Tx, workspaceId: number, ids: [number, number], agentId: number): Promise<void> {
  const [one, other] = ids.toSorted((a, b) => a - b);
  await sql`insert into customer_pairs (workspace_id, one_id, other_id, reasons, dismissed_at, dismissed_by)
    values (${workspaceId}, ${one}, ${other}, '{}', now(), ${agentId})
    on conflict (workspace_id, one_id, other_id) do update set dismissed_at = now(), dismissed_by = excluded.dismissed_by`.execute(tx);
}

/** Takes that back. False when nobody had said it. */
export async function undismissPair(tx: Tx, workspaceId: number, ids: [number, number]): Promise<boolean> {
  const [one, other] = ids.toSorted((a, b) => a - b);
  const { rows } = await sql`update customer_pairs set dismissed_at = null, dismissed_by = null
    where workspace_id = ${workspaceId} and one_id = ${one} and other_id = ${other} and dismissed_at is not null returning one_id`.execute(tx);
  return rows.length > 0;
}

export type PairRow = { one_id: number; other_id: number; reasons: DuplicateReason[] };

/** Both must be known through a brand that the scope sees. */
function bothSeen(scope: Scope) {
  if (scope.brands === 'all') return sql`true`;
  const seen = (id: 'one_id' | 'other_id') => sql`exists (select from customer_brands k where k.workspace_id = p.workspace_id and k.customer_id = p.${sql.raw(id)} and k.brand_id = any(${[...scope.brands]}::bigint[]))`;
  return sql`${seen('one_id')} and ${seen('other_id')}`;
}

/** With whom a customer may be one. Indexes: the key, customer_pairs_other. */
export async function listPairsOf(db: Queryable, scope: Scope, customerId: number, limit: number): Promise<PairRow[]> {
  const { rows } = await sql<PairRow>`
    select p.one_id, p.other_id, p.reasons from customer_pairs p
    where p.workspace_id = ${scope.workspaceId} and (p.one_id = ${customerId} or p.other_id = ${customerId})
      and p.dismissed_at is null and p.reasons <> '{}' and ${bothSeen(scope)}
    order by p.other_id desc, p.one_id desc limit ${limit}`.execute(db);
  return rows;
}

/**
 * A stretch of the pairs of a workspace, the newest customers first, and of these those that the scope sees. It looks at
 * `stretch` pairs at most: who sees few of them goes on from the last one looked at. Index: customer_pairs_open.
 */
export async function listPairs(
  db: Queryable,
  scope: Scope,
  page: { after: { other: number; one: number } | null; stretch: number },
): Promise<(PairRow & { is_seen: boolean })[]> {
  const { rows } = await sql<PairRow & { is_seen: boolean }>`
    select p.one_id, p.other_id, p.reasons, p.reasons <> '{}' and ${bothSeen(scope)} as is_seen from (
      select * from customer_pairs p where p.workspace_id = ${scope.workspaceId} and p.dismissed_at is null
        ${page.after === null ? sql`` : sql`and (p.other_id, p.one_id) < (${page.after.other}, ${page.after.one})`}
      order by p.other_id desc, p.one_id desc limit ${sql.lit(page.stretch)}) p
    order by p.other_id desc, p.one_id desc`.execute(db);
  return rows;
}
