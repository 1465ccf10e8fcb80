import type { Tx } from '../../platform/db/db.ts';

export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: Buffer[]): Promise<void> {
  await deleteRecoveryCodes(tx, userId);
  await tx.insertInto('identity.recovery_codes').values(hashes.map((hash) => ({ user_id: userId, hash }))).execute();
}

export async function deleteRecoveryCodes(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('identity.recovery_codes').where('user_id', '=', userId).execute();
}

/** False when it is none, or was used: of two that come with the same one gets in. */
export async function useRecoveryCode(tx: Tx, userId: string, hash: Buffer): Promise<boolean> {
  const result = await tx.deleteFrom('identity.recovery_codes').where('user_id', '=', userId).where('hash', '=', hash).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
