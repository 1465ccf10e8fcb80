import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

/** Which of these agents may see the brand: active, and it is one of theirs. */
export async function findWhoSees(db: Queryable, workspaceId: number, brandId: number, agentIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select a.id from agents a
    where a.workspace_id = ${workspaceId} and a.id = any(${[...agentIds]}::bigint[]) and a.active and a.role <> 'client'
      and (a.all_brands or exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = ${brandId}))`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function insertMentions(tx: Tx, workspaceId: number, note: { ticketId: number; messageId: number }, agentIds: readonly number[], now: Date): Promise<void> {
  await sql`insert into ticket_mentions (workspace_id, agent_id, ticket_id, message_id, created_at)
    select ${workspaceId}::bigint, id, ${note.ticketId}::bigint, ${note.messageId}::bigint, ${now}::timestamptz from unnest(${[...agentIds]}::bigint[]) as named(id)
    on conflict do nothing`.execute(tx);
}

const mostColleagues = 1000;

/** Everybody who may see the brand, by name. */
export async function listWhoSees(db: Queryable, workspaceId: number, brandId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select a.id, a.name from agents a
    where a.workspace_id = ${workspaceId} and a.active and a.role <> 'client'
      and (a.all_brands or exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = ${brandId}))
    order by a.name, a.id limit ${sql.lit(mostColleagues)}`.execute(db);
  return rows;
}
