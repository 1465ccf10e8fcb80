import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';

/** The session's second factor has still to come: until then it opens nothing. */
export async function holdSession(alone: Alone, token: string): Promise<void> {
  await sql`update identity.session set awaits = 'code' where token = ${token}`.execute(alone);
}

/** Whose session waits for a code, if it began since `since`. */
export async function findHeldSession(db: Queryable, sessionId: string, since: Date): Promise<{ user_id: string } | null> {
  const { rows } = await sql<{ user_id: string }>`
    select "userId" as user_id from identity.session where id = ${sessionId} and awaits = 'code' and "createdAt" > ${since}`.execute(db);
  return rows[0] ?? null;
}

export async function releaseSession(tx: Tx, sessionId: string): Promise<void> {
  await sql`update identity.session set awaits = null where id = ${sessionId}`.execute(tx);
}

/** One that still waits for a code; any other stays. */
export async function deleteHeldSession(alone: Alone, sessionId: string): Promise<void> {
  await sql`delete from identity.session where id = ${sessionId} and awaits is not null`.execute(alone);
}

export type SessionRow = { id: string; user_agent: string | null; created_at: Date; last_seen_at: Date | null };

/** A person's own, those that still open something, the newest first; at most 100. Index: session_by_user. */
export async function listSessions(db: Queryable, userId: string, now: Date): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, "userAgent" as user_agent, "createdAt" as created_at, last_seen_at from identity.session
    where "userId" = ${userId} and "expiresAt" > ${now} and awaits is null
    order by coalesce(last_seen_at, "createdAt") desc limit 100`.execute(db);
  return rows;
}

export async function deleteSession(alone: Alone, userId: string, sessionId: string): Promise<boolean> {
  const result = await alone.deleteFrom('identity.session').where('userId', '=', userId).where('id', '=', sessionId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function deleteOtherSessions(alone: Alone, userId: string, keptId: string): Promise<number> {
  const result = await alone.deleteFrom('identity.session').where('userId', '=', userId).where('id', '!=', keptId).executeTakeFirst();
  return Number(result.numDeletedRows);
}
