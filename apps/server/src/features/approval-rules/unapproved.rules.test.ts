import { expect, test } from 'vitest';
import type { KnownApprovalRule } from './known-rules.ts';
import { rulesTouched } from './unapproved.rules.ts';

const limit = (above: number, brandId: number | null = null): KnownApprovalRule => ({ id: 1, brandId, guard: 'amount', field: 'refund', above });

test('an amount is held back exactly above its limit, whatever the figures', () => {
  const figures = [-1e9, -0.01, 0, 0.01, 99.99, 100, 100.000001, 100.01, 1e6, Number.MAX_SAFE_INTEGER];
  for (const above of figures) for (const refund of figures) expect(rulesTouched([limit(above)], { brandId: 7, fields: { refund } }).length, `${refund} where the limit is ${above}`).toBe(refund > above ? 1 : 0);
});

test.each([
  ['another field', { fields: { credit: 500 } }, 0],
  ['the field taken away', { fields: { refund: null } }, 0],
  ['a field that every object has', { fields: {} }, 0],
  ['the field of another brand', { brandId: 8, fields: { refund: 500 } }, 0],
  ['nothing but a status', { to: 'solved' }, 0],
  ['the amount along with a status', { to: 'solved', fields: { refund: 500 } }, 1],
])('%s', (_what, done, count) => {
  expect(rulesTouched([limit(100, 7)], { brandId: 7, ...done })).toHaveLength(count);
});

test('a status is held back where the rule names it', () => {
  const rule: KnownApprovalRule = { id: 2, brandId: null, guard: 'status', statuses: ['solved', 'closed'] };
  expect(['new', 'open', 'pending', 'on_hold', 'solved', 'closed', undefined].filter((to) => rulesTouched([rule], { brandId: 7, to }).length > 0)).toEqual(['solved', 'closed']);
});
