import { sql } from 'kysely';
import type { Actor, Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { customerSeen, organizationSeen, type BaseKind } from './base-list.queries.ts';

/** [agent, deputy] */
export type Pair = [number | null, number | null];
export type MovedEntry = { kind: BaseKind; id: number; from: Pair; to: Pair };
/** `hidden`: merged into somebody, whose page it is no more; it goes along, so that taking the merge apart gives nobody back to who left. */
export type Held = { kind: BaseKind; id: number; agent_id: number | null; deputy_id: number | null; hidden: boolean; fits: boolean };

export type Wanted =
  | { customers: readonly number[]; organizations: readonly number[]; hidden?: boolean }
  /** All of an agent's; `fitting`: only those that the new ones may have. */
  | { from: number; as: 'agent' | 'deputy'; fitting?: boolean; /** Those with higher ids. */ after?: Step };

/** How far a base has been gone through: the last of each kind. */
export type Step = { organization: number; customer: number };

/** Whether all of these agents see every brand through which `c` or `o` is known. Indexes: customers_organization, keys. */
function fits(kind: BaseKind, agents: readonly number[]) {
  const known = kind === 'customer'
    ? sql`customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id`
    : sql`customers m join customer_brands k on k.workspace_id = m.workspace_id and k.customer_id = m.id where m.workspace_id = o.workspace_id and m.organization_id = o.id`;
  return sql`not exists (select from agents a where a.workspace_id = ${sql.ref(kind === 'customer' ? 'c.workspace_id' : 'o.workspace_id')} and a.id = any(${[...agents]}::bigint[]) and not a.all_brands
    and exists (select from ${known} and not exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = k.brand_id)))`;
}

/** Those that the scope sees, locked until the commit, in one order. Indexes: keys, customers_account, customers_deputy and the same of organizations. */
export async function lockHeld(tx: Tx, scope: Scope, wanted: Wanted, agents: readonly number[], limit: number): Promise<Held[]> {
  const which = (kind: BaseKind, of: string) => {
    if (!('from' in wanted)) return sql`${sql.ref(`${of}.id`)} = any(${[...(kind === 'customer' ? wanted.customers : wanted.organizations)]}::bigint[])`;
    return sql`${sql.ref(`${of}.account_${wanted.as}_id`)} = ${wanted.from} ${wanted.after ? sql`and ${sql.ref(`${of}.id`)} > ${wanted.after[kind]}` : sql``} and ${wanted.fitting ? fits(kind, agents) : sql`true`}`;
  };
  const isPerson = 'from' in wanted || wanted.hidden ? sql`true` : sql`c.person_id is null`;
  const { rows: organizations } = await sql<Held>`
    select 'organization' as kind, o.id, o.account_agent_id as agent_id, o.account_deputy_id as deputy_id, false as hidden, ${fits('organization', agents)} as fits
    from organizations o where o.workspace_id = ${scope.workspaceId} and ${which('organization', 'o')} and ${organizationSeen(scope)} order by o.id limit ${limit} for no key update of o`.execute(tx);
  const { rows: customers } = await sql<Held>`
    select 'customer' as kind, c.id, c.account_agent_id as agent_id, c.account_deputy_id as deputy_id, c.person_id is not null as hidden, ${fits('customer', agents)} as fits
    from customers c where c.workspace_id = ${scope.workspaceId} and ${which('customer', 'c')} and ${isPerson} and ${customerSeen(scope)} order by c.id limit ${limit} for no key update of c`.execute(tx);
  return [...organizations, ...customers];
}

/** Writes who looks after them, and an event for each that has a page. */
export async function writeMoved(tx: Tx, actor: Actor, entries: readonly (MovedEntry & { hidden?: boolean })[], now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  for (const kind of ['organization', 'customer'] as const) {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length === 0) continue;
    const rows = json(own.map(({ id, to: [agent, deputy] }) => ({ id, agent, deputy })));
    await sql`update ${sql.table(kind === 'customer' ? 'customers' : 'organizations')} e set account_agent_id = x.agent, account_deputy_id = x.deputy, updated_at = ${now}
      from jsonb_to_recordset(${rows}) as x(id bigint, agent bigint, deputy bigint) where e.workspace_id = ${workspaceId} and e.id = x.id`.execute(tx);
    const events = own.filter(({ hidden }) => !hidden).map(({ id, from, to }) => ({ id, data: { [`${kind}_id`]: id, changes: changesOf(from, to) } }));
    await sql`insert into events (workspace_id, type, brand_id, actor_type, actor_id, data, created_at)
      select ${workspaceId}, ${`${kind}.updated`}, ${brandOf(workspaceId, kind)}, ${actor.type}, ${actor.id}::bigint, x.data, ${now}::timestamptz
      from jsonb_to_recordset(${json(events)}) as x(id bigint, data jsonb) order by x.id`.execute(tx);
  }
}

/** A brand through which they are known: its agents hear of it. Null: everybody. */
function brandOf(workspaceId: number, kind: BaseKind) {
  return kind === 'customer'
    ? sql`(select k.brand_id from customer_brands k where k.workspace_id = ${workspaceId} and k.customer_id = x.id order by k.brand_id limit 1)`
    : sql`(select k.brand_id from customers c join customer_brands k on k.workspace_id = c.workspace_id and k.customer_id = c.id
        where c.workspace_id = ${workspaceId} and c.organization_id = x.id limit 1)`;
}

function changesOf([agent, deputy]: Pair, [toAgent, toDeputy]: Pair) {
  return {
    ...(agent === toAgent ? {} : { account_agent_id: { from: agent, to: toAgent } }),
    ...(deputy === toDeputy ? {} : { account_deputy_id: { from: deputy, to: toDeputy } }),
  };
}

export async function insertMove(tx: Tx, workspaceId: number, agentId: number, entries: readonly MovedEntry[], { partOf, now }: { partOf: number | null; now: Date }): Promise<number> {
  const row = await tx.insertInto('base_moves').values({ workspace_id: workspaceId, entries: json(entries), moved_by: agentId, part_of: partOf, created_at: now }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** A move by its first step, locked until the commit; `undone`: one of its steps is. Indexes: the primary key, base_moves_parts. */
export async function findMove(tx: Tx, workspaceId: number, id: number): Promise<{ moved_by: number; undone: boolean } | null> {
  const { rows } = await sql<{ moved_by: number; undone: boolean }>`
    select m.moved_by, m.undone_at is not null or exists (select from base_moves p where p.workspace_id = m.workspace_id and p.part_of = m.id and p.undone_at is not null) as undone
    from base_moves m where m.workspace_id = ${workspaceId} and m.id = ${id} and m.part_of is null for update of m`.execute(tx);
  return rows[0] ?? null;
}

/** The last step that is not undone, and whether there is one before it. Indexes: the primary key, base_moves_parts. */
export async function findLastStep(tx: Tx, workspaceId: number, moveId: number): Promise<{ id: number; entries: MovedEntry[]; more: boolean } | null> {
  const { rows } = await sql<{ id: number; entries: MovedEntry[]; more: boolean }>`
    select m.id, m.entries, count(*) over () > 1 as more from base_moves m
    where m.workspace_id = ${workspaceId} and (m.id = ${moveId} or m.part_of = ${moveId}) and m.undone_at is null order by m.id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

export async function endMove(tx: Tx, workspaceId: number, id: number, now: Date): Promise<void> {
  await sql`update base_moves set undone_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Index: base_moves_age. */
export async function deleteOldMoves(alone: Queryable, workspaceId: number, before: Date): Promise<void> {
  await sql`delete from base_moves where workspace_id = ${workspaceId} and created_at < ${before}`.execute(alone);
}
