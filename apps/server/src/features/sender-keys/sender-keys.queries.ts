import { sql } from 'kysely';
import type { Alone, Queryable } from '../../platform/db/db.ts';

export type SenderKey = { domain: string; selector: string; public_key: string; private_key_sealed: string; signs_since: Date | null; stopped_at: Date | null };

const columns = ['domain', 'selector', 'public_key', 'private_key_sealed', 'signs_since', 'stopped_at'] as const;

/** Index: the primary key. */
export async function findKey(db: Queryable, workspaceId: number, domain: string): Promise<SenderKey | null> {
  const key = await db.selectFrom('sender_keys').select(columns).where('workspace_id', '=', workspaceId).where('domain', '=', domain).executeTakeFirst();
  return key ?? null;
}

/** Of two who ask at once the first one's stays. */
export async function keepKey(alone: Alone, workspaceId: number, key: { domain: string; selector: string; publicKey: string; privateKeySealed: string }): Promise<void> {
  await alone
    .insertInto('sender_keys')
    .values({ workspace_id: workspaceId, domain: key.domain, selector: key.selector, public_key: key.publicKey, private_key_sealed: key.privateKeySealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeKey(alone: Alone, workspaceId: number, domain: string): Promise<void> {
  await alone.deleteFrom('sender_keys').where('workspace_id', '=', workspaceId).where('domain', '=', domain).execute();
}

export async function stopKey(alone: Alone, workspaceId: number, domain: string, at: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await alone.updateTable('sender_keys').set({ stopped_at: at }).where('workspace_id', '=', workspaceId).where('domain', '=', domain).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The first time of several in a row stays. */
export async function noteRecord(alone: Alone, workspaceId: number, domain: string, seenAt: Date | null): Promise<void> {
  await sql`update sender_keys set signs_since = ${seenAt === null ? sql`null` : sql`coalesce(signs_since, ${seenAt})`}
    where workspace_id = ${workspaceId} and domain = ${domain} and (signs_since is null) = ${seenAt !== null}`.execute(alone);
}

/** Those that are not stopped, at most `limit`. Index: the primary key. */
export async function listKeys(db: Queryable, workspaceId: number, limit: number): Promise<SenderKey[]> {
  return db.selectFrom('sender_keys').select(columns).where('workspace_id', '=', workspaceId).where('stopped_at', 'is', null).orderBy('domain').limit(limit).execute();
}
