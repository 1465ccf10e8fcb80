import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { wordPrefixes, wordsOf } from '../../platform/db/words.ts';
import { accountOfOrganization, type Account, type AccountFields } from '../customer-base/index.ts';

export type OrganizationRow = AccountFields & { account: Account | null; id: number; name: string; domains: string[]; note: string; created_at: Date; updated_at: Date };

const columns = sql`o.id, o.name, o.domains, o.note, o.created_at, o.updated_at, ${accountOfOrganization} as account, o.account_agent_id, o.account_deputy_id, o.next_contact_on, o.next_contact_note`;

/** Seen by who sees one of its customers, or by all when it has none yet. Index: customers_organization. */
export function known(scope: Scope) {
  if (scope.brands === 'all') return sql`true`;
  const customers = sql`customers c where c.workspace_id = o.workspace_id and c.organization_id = o.id`;
  return sql`(not exists (select from ${customers}) or exists (select from ${customers} and exists (
    select from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id and k.brand_id = any(${[...scope.brands]}::bigint[]))))`;
}

/** Oldest first; with `q`, those of whose name a word begins so (organizations_words). */
export async function listOrganizations(db: Queryable, scope: Scope, { q, after, limit }: { q?: string; after: number; limit: number }): Promise<OrganizationRow[]> {
  const named = q === undefined ? sql`true` : sql`${wordsOf(sql`o.name`)} @@ to_tsquery('simple', ${wordPrefixes(q)})`;
  const { rows } = await sql<OrganizationRow>`
    select ${columns} from organizations o
    where o.workspace_id = ${scope.workspaceId} and o.id > ${after} and ${known(scope)} and ${named}
    order by o.id limit ${limit}`.execute(db);
  return rows;
}

export async function findOrganization(db: Queryable, scope: Scope, organizationId: number, { lock = false } = {}): Promise<OrganizationRow | null> {
  const { rows } = await sql<OrganizationRow>`
    select ${columns} from organizations o
    where o.workspace_id = ${scope.workspaceId} and o.id = ${organizationId} and ${known(scope)} ${lock ? sql`for update of o` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** A brand through which its customers are known, of those that the scope sees; null when it has none, and everybody sees it. */
export async function brandOfOrganization(db: Queryable, scope: Scope, organizationId: number): Promise<number | null> {
  const { rows } = await sql<{ brand_id: number }>`
    select k.brand_id from customers c join customer_brands k on k.workspace_id = c.workspace_id and k.customer_id = c.id
    where c.workspace_id = ${scope.workspaceId} and c.organization_id = ${organizationId} and ${brandVisible(scope, sql`k.brand_id`)}
    limit 1`.execute(db);
  return rows[0]?.brand_id ?? null;
}

/** Those through which its customers are known, of those that the scope sees: a look at an index for each. Index: customers_organization. */
export async function brandsOfOrganization(db: Queryable, scope: Scope, organizationId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select b.id from brands b where b.workspace_id = ${scope.workspaceId} and ${brandVisible(scope, sql`b.id`)} and exists (
      select from customers c join customer_brands k on k.workspace_id = c.workspace_id and k.customer_id = c.id and k.brand_id = b.id
      where c.workspace_id = b.workspace_id and c.organization_id = ${organizationId})`.execute(db);
  return rows.map(({ id }) => id);
}

type Values = { name: string; domains: string[]; note: string } & Partial<AccountFields>;

/** Null when the name is taken. */
export async function insertOrganization(tx: Tx, workspaceId: number, values: Values): Promise<number | null> {
  const row = await tx
    .insertInto('organizations')
    .values({ workspace_id: workspaceId, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function updateOrganizationRow(tx: Tx, workspaceId: number, organizationId: number, change: Partial<Values>): Promise<void> {
  await tx.updateTable('organizations').set({ ...change, updated_at: sql<Date>`now()` }).where('workspace_id', '=', workspaceId).where('id', '=', organizationId).execute();
}

export async function nameTaken(db: Queryable, workspaceId: number, name: string): Promise<boolean> {
  const row = await db.selectFrom('organizations').select('id').where('workspace_id', '=', workspaceId).where('name', '=', name).executeTakeFirst();
  return row !== undefined;
}
