import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type SecondFactorRow = { secret_sealed: string; confirmed_at: Date | null; last_step: number; recovery_codes: number };

export async function findSecondFactor(db: Queryable, userId: string, { lock = false } = {}): Promise<SecondFactorRow | null> {
  const { rows } = await sql<SecondFactorRow>`
    select f.secret_sealed, f.confirmed_at, f.last_step, (select count(*)::int from identity.recovery_codes c where c.user_id = f.user_id) as recovery_codes
    from identity.second_factors f where f.user_id = ${userId} ${lock ? sql`for update of f` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** Begins anew unless one is in use. False when one is. */
export async function beginSecondFactor(tx: Tx, userId: string, secretSealed: string): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.second_factors (user_id, secret_sealed) values (${userId}, ${secretSealed})
    on conflict (user_id) do update set secret_sealed = excluded.secret_sealed, last_step = 0, created_at = now()
    where second_factors.confirmed_at is null returning user_id`.execute(tx);
  return rows.length > 0;
}

export async function confirmSecondFactorRow(tx: Tx, userId: string, step: number, now: Date): Promise<void> {
  await sql`update identity.second_factors set confirmed_at = ${now}, last_step = ${step} where user_id = ${userId}`.execute(tx);
}

export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: Buffer[]): Promise<void> {
  await tx.deleteFrom('identity.recovery_codes').where('user_id', '=', userId).execute();
  await tx.insertInto('identity.recovery_codes').values(hashes.map((hash) => ({ user_id: userId, hash }))).execute();
}

export async function deleteSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  await tx.deleteFrom('identity.recovery_codes').where('user_id', '=', userId).execute();
  const result = await tx.deleteFrom('identity.second_factors').where('user_id', '=', userId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Marks a step as used; false when this or a later one has been: of two with the same code one gets in. */
export async function useStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { rows } = await sql`update identity.second_factors set last_step = ${step}
    where user_id = ${userId} and confirmed_at is not null and last_step < ${step} returning user_id`.execute(tx);
  return rows.length > 0;
}

export async function useRecoveryCode(tx: Tx, userId: string, hash: Buffer): Promise<boolean> {
  const result = await tx.deleteFrom('identity.recovery_codes').where('user_id', '=', userId).where('hash', '=', hash).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The roles that must have one in a workspace. */
export async function findRequiredRoles(db: Queryable, workspaceId: number): Promise<string[]> {
  const { rows } = await sql<{ roles: string[] }>`select second_factor_roles as roles from identity.workspaces where id = ${workspaceId}`.execute(db);
  return rows[0]?.roles ?? [];
}

export async function endOtherSessions(tx: Tx, userId: string, keptId: string): Promise<void> {
  await tx.deleteFrom('identity.session').where('userId', '=', userId).where('id', '!=', keptId).execute();
}
