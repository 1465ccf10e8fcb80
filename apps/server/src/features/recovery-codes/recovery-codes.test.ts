import { expect, test } from 'vitest';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';

test('recovery codes are ten, all different, and are read as people type them', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(readRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(code.replaceAll('-', ''));
  for (const other of ['123456', '', 'abcd-efgh', `${codes[0]}x`]) expect(readRecoveryCode(other)).toBeNull();
});
