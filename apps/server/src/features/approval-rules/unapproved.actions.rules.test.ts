import { expect, test } from 'vitest';
import { guardedActions, type GuardedAction, type KnownApprovalRule } from './known-rules.ts';
import { rulesTouched } from './unapproved.rules.ts';

const guards = (actions: readonly GuardedAction[], brandId: number | null = null): KnownApprovalRule => ({ id: 6, brandId, guard: 'action', actions });
const held = (rule: KnownApprovalRule, actions: readonly GuardedAction[], brandId = 7) => rulesTouched([rule], { brandId, actions }).length > 0;

test('each thing that an agent does is held back by a rule that names it, and by no rule that names all the others', () => {
  for (const action of guardedActions) {
    expect(held(guards([action]), [action]), action).toBe(true);
    expect(held(guards(guardedActions.filter((each) => each !== action)), [action]), action).toBe(false);
  }
});

test('of several things done at once, one that the rule names is enough', () => {
  expect(held(guards(['team', 'escalate']), ['unassign', 'team'])).toBe(true);
  expect(held(guards(['team', 'escalate']), ['unassign', 'priority'])).toBe(false);
});

test('an escalation in another brand, or none of these things at all, takes nobody’s word', () => {
  expect([held(guards(['escalate'], 7), ['escalate'], 7), held(guards(['escalate'], 7), ['escalate'], 8)]).toEqual([true, false]);
  for (const done of [{}, { actions: [] }, { to: 'solved', fields: { refund: 1e6 }, macros: [1], laterBy: 1e9, merged: true }]) expect(rulesTouched([guards(guardedActions)], { brandId: 7, ...done })).toEqual([]);
});

test('an assignment is held back by no rule for a status, an amount, a macro, a later promise or a merge', () => {
  const others: KnownApprovalRule[] = [
    { id: 1, brandId: null, guard: 'status', statuses: ['pending', 'on_hold', 'solved', 'closed'] },
    { id: 2, brandId: null, guard: 'amount', field: 'refund', above: 0 },
    { id: 3, brandId: null, guard: 'macro', macro: 1 },
    { id: 4, brandId: null, guard: 'promise', laterHours: 0 },
    { id: 5, brandId: null, guard: 'merge' },
  ];
  expect(rulesTouched(others, { brandId: 7, actions: guardedActions })).toEqual([]);
});
