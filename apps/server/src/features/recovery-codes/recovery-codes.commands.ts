import { hashToken } from '../../platform/auth/identify.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { replaceRecoveryCodes, useRecoveryCode } from './recovery-codes.queries.ts';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';

/** Ten new ones, told this once; those of before are void. */
export async function renewCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, userId, codes.map((code) => hashToken(readRecoveryCode(code) ?? code)));
  return codes;
}

/** `code` as `readRecoveryCode` gives it. @throws Problem wrong_code */
export async function takeRecoveryCode(tx: Tx, userId: string, code: string): Promise<void> {
  if (!(await useRecoveryCode(tx, userId, hashToken(code)))) throw new Problem('wrong_code');
}
