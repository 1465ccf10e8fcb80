import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

const mostTold = 20;

/** Addresses of its owner and of the administrators who see all brands, the owner's first. */
export async function whoToTell(db: Queryable, workspaceId: number, ownerId: number): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select lower(email) as email from agents where workspace_id = ${workspaceId} and active and role in ('admin', 'owner') and (id = ${ownerId} or all_brands)
    order by id <> ${ownerId}, id limit ${sql.lit(mostTold)}`.execute(db);
  return rows.map(({ email }) => email);
}

export type Stopped = { name: string; url: string; status: 'failing' | 'gone'; language: string };

/** One that is still stopped, for somebody who still works here. */
export async function findStopped(db: Queryable, workspaceId: number, webhookId: number, address: string): Promise<Stopped | null> {
  const { rows } = await sql<Stopped>`
    select h.name, h.url, h.status, a.language from webhooks h join agents a on a.workspace_id = h.workspace_id and lower(a.email) = ${address} and a.active
    where h.workspace_id = ${workspaceId} and h.id = ${webhookId} and h.removed_at is null and h.status in ('failing', 'gone') limit 1`.execute(db);
  return rows[0] ?? null;
}
