import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { known } from './organizations.queries.ts';

/** Those of these names that the scope sees. Index: the unique key of names. */
export async function organizationsByNames(db: Queryable, scope: Scope, names: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select o.id, o.name from organizations o
    where o.workspace_id = ${scope.workspaceId} and o.name = any(${[...names]}::text[]) and ${known(scope)}`.execute(db);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** To which organization, the oldest of those that the scope sees, each of these domains belongs. Index: organizations_domains. */
export async function organizationsByDomains(db: Queryable, scope: Scope, domains: readonly string[]): Promise<Map<string, { id: number; name: string }>> {
  const { rows } = await sql<{ id: number; name: string; domains: string[] }>`
    select o.id, o.name, o.domains from organizations o
    where o.workspace_id = ${scope.workspaceId} and o.domains && ${[...domains]}::text[] and ${known(scope)}
    order by o.id desc limit 1000`.execute(db);
  return new Map(rows.flatMap(({ id, name, domains: own }) => own.map((domain) => [domain, { id, name }] as const)));
}

/** Makes organizations of these names with their domains; whose name is taken is not among the answer. */
export async function insertOrganizations(tx: Tx, workspaceId: number, organizations: readonly { name: string; domain: string | null }[]): Promise<{ id: number; name: string }[]> {
  const names = organizations.map(({ name }) => name);
  const domains = organizations.map(({ domain }) => domain);
  const { rows } = await sql<{ id: number; name: string }>`
    insert into organizations (workspace_id, name, domains)
    select ${workspaceId}, g.name, case when g.domain is null then '{}' else array[g.domain] end
    from unnest(${names}::text[], ${domains}::text[]) as g(name, domain) order by g.name
    on conflict (workspace_id, name) do nothing returning id, name`.execute(tx);
  return rows;
}

/** Takes away those of these that have no customer and are as they were made. */
export async function deleteUnusedOrganizations(tx: Tx, workspaceId: number, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    delete from organizations o
    where o.workspace_id = ${workspaceId} and o.id = any(${[...ids]}::bigint[]) and o.note = '' and o.updated_at = o.created_at
      and not exists (select from customers c where c.workspace_id = o.workspace_id and c.organization_id = o.id)
    returning o.id`.execute(tx);
  return rows.map(({ id }) => id);
}
