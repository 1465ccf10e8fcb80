import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';

export type PasskeyRow = {
  id: number;
  user_id: string;
  rp_id: string;
  credential_id: Buffer;
  public_key: Buffer;
  counter: number;
  transports: string[];
  synced: boolean;
  name: string;
  barred_at: Date | null;
  last_used_at: Date | null;
  created_at: Date;
};

/** A person's own, the oldest first: never more than `mostPasskeys`. Index: passkeys_by_user. */
export async function listPasskeys(db: Queryable, userId: string): Promise<PasskeyRow[]> {
  return db.selectFrom('identity.passkeys').selectAll().where('user_id', '=', userId).orderBy('id').limit(100).execute();
}

export async function findPasskey(db: Queryable, userId: string, id: number): Promise<PasskeyRow | null> {
  return (await db.selectFrom('identity.passkeys').selectAll().where('user_id', '=', userId).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function findPasskeyByCredential(db: Queryable, credentialId: Buffer, rpId: string): Promise<PasskeyRow | null> {
  return (await db.selectFrom('identity.passkeys').selectAll().where('credential_id', '=', credentialId).where('rp_id', '=', rpId).executeTakeFirst()) ?? null;
}

export type NewPasskey = Pick<PasskeyRow, 'user_id' | 'rp_id' | 'credential_id' | 'public_key' | 'counter' | 'transports' | 'synced' | 'name' | 'created_at'>;

/** Null when somebody has this credential already. */
export async function insertPasskey(tx: Tx, passkey: NewPasskey): Promise<PasskeyRow | null> {
  const row = await tx.insertInto('identity.passkeys').values(passkey).onConflict((conflict) => conflict.column('credential_id').doNothing()).returningAll().executeTakeFirst();
  return row ?? null;
}

export async function renamePasskeyRow(alone: Alone, userId: string, id: number, name: string): Promise<PasskeyRow | null> {
  return (await alone.updateTable('identity.passkeys').set({ name }).where('user_id', '=', userId).where('id', '=', id).returningAll().executeTakeFirst()) ?? null;
}

export async function deletePasskey(tx: Tx, userId: string, id: number): Promise<boolean> {
  const result = await tx.deleteFrom('identity.passkeys').where('user_id', '=', userId).where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** How many there were. */
export async function deletePasskeysOf(tx: Tx, userId: string): Promise<number> {
  const result = await tx.deleteFrom('identity.passkeys').where('user_id', '=', userId).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/**
 * Notes a use. False when the count did not go on, in an authenticator that counts, or the passkey is barred: of two with
 * the same count one gets in (Web Authentication Level 3, §6.1.1).
 */
export async function usePasskey(tx: Tx, id: number, use: { counter: number; synced: boolean; now: Date }): Promise<boolean> {
  const { rows } = await sql`
    update identity.passkeys set counter = ${use.counter}, synced = ${use.synced}, last_used_at = ${use.now}
    where id = ${id} and barred_at is null and (counter < ${use.counter} or (counter = 0 and ${use.counter} = 0)) returning id`.execute(tx);
  return rows.length > 0;
}

/** False when it is barred already. */
export async function barPasskey(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { rows } = await sql`update identity.passkeys set barred_at = ${now} where id = ${id} and barred_at is null returning id`.execute(tx);
  return rows.length > 0;
}

/** One change of a person's ways to sign in at a time. */
export async function lockUser(tx: Tx, userId: string): Promise<void> {
  await tx.selectFrom('identity.user').select('id').where('id', '=', userId).forUpdate().executeTakeFirst();
}

/** Whether an authenticator app stands beside the passkeys. */
export async function hasApp(db: Queryable, userId: string): Promise<boolean> {
  const { rows } = await sql`select from identity.second_factors where user_id = ${userId} and confirmed_at is not null`.execute(db);
  return rows.length > 0;
}

/** For events: who the person is in each workspace that they work in. */
export async function findAgentIds(db: Queryable, userId: string): Promise<{ workspace_id: number; agent_id: number }[]> {
  return db.selectFrom('identity.memberships').select(['workspace_id', 'agent_id']).where('user_id', '=', userId).orderBy('workspace_id').limit(100).execute();
}
