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

test('a promise is held back exactly above its hours, and 0 hours are any', () => {
  const rule = (laterHours: number): KnownApprovalRule => ({ id: 3, brandId: null, guard: 'promise', laterHours });
  const hour = 3_600_000;
  for (const [hours, laterBy, held] of [[0, 0, 0], [0, -hour, 0], [0, 1, 1], [24, 24 * hour, 0], [24, 24 * hour + 1, 1]] as const) expect(rulesTouched([rule(hours)], { brandId: 7, laterBy })).toHaveLength(held);
});

test('a macro is held back by its id, a merge always, and neither by anything else', () => {
  const rules: KnownApprovalRule[] = [{ id: 4, brandId: null, guard: 'macro', macro: 12 }, { id: 5, brandId: null, guard: 'merge' }];
  const held = (done: object) => rulesTouched(rules, { brandId: 7, ...done }).map(({ id }) => id);
  expect([held({ macros: [11, 12] }), held({ macros: [11] }), held({ merged: true }), held({ to: 'solved', fields: { refund: 1 }, laterBy: 1e9 })]).toEqual([[4], [], [5], []]);
});
