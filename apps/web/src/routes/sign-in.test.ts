import { expect, test } from 'vitest';
import { safeReturn } from './sign-in.ts';

test('after signing in one comes back to where one was', () => {
  expect(safeReturn('/inbox/mine/48213?brand=2')).toBe('/inbox/mine/48213?brand=2');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/sign-in?return=/', 7])('%s leads nowhere', (value) => {
  expect(safeReturn(value)).toBeUndefined();
});
