import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type SecondFactorRow = { secret_sealed: string; confirmed_at: Date | null; last_step: number };

/** What a person has beside their password: a second step is asked for where there is an app or a passkey. */
export type SecondSteps = { app: boolean; passkeys: number; recovery_codes: number };

/** Barred passkeys count: whoever copied one must not get in by the password alone. */
export async function findSecondSteps(db: Queryable, userId: string): Promise<SecondSteps> {
  const { rows } = await sql<SecondSteps>`
    select exists (select from identity.second_factors f where f.user_id = ${userId} and f.confirmed_at is not null) as app,
      (select count(*)::int from (select from identity.passkeys p where p.user_id = ${userId} limit 100) p) as passkeys,
      (select count(*)::int from identity.recovery_codes c where c.user_id = ${userId}) as recovery_codes`.execute(db);
  return rows[0] ?? { app: false, passkeys: 0, recovery_codes: 0 };
}

export async function findSecondFactor(db: Queryable, userId: string): Promise<SecondFactorRow | null> {
  const { rows } = await sql<SecondFactorRow>`
    select f.secret_sealed, f.confirmed_at, f.last_step from identity.second_factors f where f.user_id = ${userId}`.execute(db);
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

export async function deleteSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const result = await tx.deleteFrom('identity.second_factors').where('user_id', '=', userId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Marks a step as used; false when this or a later one has been: of two with the same code one gets in. */
export async function useStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { rows } = await sql`update identity.second_factors set last_step = ${step}
    where user_id = ${userId} and confirmed_at is not null and last_step < ${step} returning user_id`.execute(tx);
  return rows.length > 0;
}

/** The roles that must have one in a workspace. */
export async function findRequiredRoles(db: Queryable, workspaceId: number): Promise<string[]> {
  const { rows } = await sql<{ roles: string[] }>`select second_factor_roles as roles from identity.workspaces where id = ${workspaceId}`.execute(db);
  return rows[0]?.roles ?? [];
}
