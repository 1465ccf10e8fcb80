import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type Follower = { id: number; name: string };

/** Who follows a ticket, the first to do so first. Index: the key. */
export async function listFollowers(db: Queryable, workspaceId: number, ticketId: number): Promise<Follower[]> {
  const { rows } = await sql<Follower>`
    select a.id, a.name from ticket_followers f join agents a on a.workspace_id = f.workspace_id and a.id = f.agent_id
    where f.workspace_id = ${workspaceId} and f.ticket_id = ${ticketId} and a.active order by f.created_at, a.id limit 200`.execute(db);
  return rows;
}

/** False when they follow it already; one who came only with a merged ticket stays of their own will from now on. */
export async function insertFollower(tx: Tx, workspaceId: number, ticketId: number, agentId: number): Promise<boolean> {
  const { rows } = await sql`
    insert into ticket_followers as f (workspace_id, ticket_id, agent_id) values (${workspaceId}, ${ticketId}, ${agentId})
    on conflict (workspace_id, ticket_id, agent_id) do update set merged_from = null where f.merged_from is not null returning agent_id`.execute(tx);
  return rows.length > 0;
}

/** Several at once, who see the brand; those who follow already stay. */
export async function insertFollowers(tx: Tx, workspaceId: number, ticketId: number, agentIds: readonly number[]): Promise<void> {
  await sql`
    insert into ticket_followers as f (workspace_id, ticket_id, agent_id) select ${workspaceId}, ${ticketId}, x from unnest(${[...agentIds]}::bigint[]) as x
    on conflict (workspace_id, ticket_id, agent_id) do update set merged_from = null where f.merged_from is not null`.execute(tx);
}

export async function deleteFollower(tx: Tx, workspaceId: number, ticketId: number, agentId: number): Promise<boolean> {
  const result = await sql`delete from ticket_followers where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and agent_id = ${agentId}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** The name of an active agent who sees the brand, whatever their role. */
export async function findOnlooker(db: Queryable, workspaceId: number, agentId: number, brandId: number): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select a.name from agents a where a.workspace_id = ${workspaceId} and a.id = ${agentId} and a.active and a.role <> 'client'
      and (a.all_brands or exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = ${brandId}))`.execute(db);
  return rows[0]?.name ?? null;
}
