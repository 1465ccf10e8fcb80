import { expect, test } from 'vitest';
import { keyUri, newSecret, stepOf } from './totp.ts';

const secret = '12345678901234567890';
const at = (seconds: number) => new Date(seconds * 1000);

// RFC 6238, appendix B: the last six of the eight digits.
test.each([[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037']])('at second %i the code is %s', async (seconds, code) => {
  expect(await stepOf(secret, code, at(seconds), 0)).toBe(Math.floor(seconds / 30));
});

test('a clock may be off by one step, not by two', async () => {
  for (const off of [-30, 0, 30]) expect(await stepOf(secret, '287082', at(59 + off), 0)).toBe(1);
  expect(await stepOf(secret, '287082', at(59 + 60), 0)).toBeNull();
});

test('a step that has been used does not count again', async () => {
  expect(await stepOf(secret, '287082', at(59), 1)).toBeNull();
});

test('the app is told the issuer, the account and the secret in base32', () => {
  const uri = new URL(keyUri(secret, 'Ombud Nordic', 'anna@desk.example'));
  expect(uri.protocol).toBe('otpauth:');
  expect(decodeURIComponent(uri.pathname)).toContain('anna@desk.example');
  expect(uri.searchParams.get('secret')?.replaceAll('=', '')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(newSecret()).toMatch(/^[\w-]{24}$/);
});
