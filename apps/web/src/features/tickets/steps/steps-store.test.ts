import { afterEach, expect, test } from 'vitest';
import { ApiProblem } from '../../../lib/problem.ts';
import { refusedChanges, refusedStatuses, tellRefused, tellUnapproved, untellRefused, type RefusedStatus } from './steps-store.ts';

const aRefusal = (ticket: number, more: Partial<RefusedStatus> = {}): RefusedStatus => ({ ticket, status: 'solved', steps: [{ id: 1, text: 'Call back' }], goPast: () => {}, ...more });

afterEach(() => refusedStatuses.set([]));

test('two tickets that are refused at once are both told, the earlier first', () => {
  const [first, second] = [aRefusal(1), aRefusal(2)];
  tellRefused(first);
  tellRefused(second);
  expect(refusedStatuses.get()).toEqual([first, second]);
  untellRefused(first);
  expect(refusedStatuses.get()).toEqual([second]);
});

test('a ticket that is refused the same status again is told once, with what is missing now', () => {
  const again = aRefusal(1, { steps: [{ id: 2, text: 'Note the meter' }] });
  tellRefused(aRefusal(1));
  tellRefused(aRefusal(2));
  tellRefused(again);
  tellRefused(aRefusal(1, { status: 'pending' }));
  expect(refusedStatuses.get().map(({ ticket, status, steps }) => [ticket, status, steps[0]?.id])).toEqual([[1, 'solved', 2], [2, 'solved', 1], [1, 'pending', 1]]);
});

test('of two changes that take an approval both are asked about, the earlier first', () => {
  const problem = Object.assign(Object.create(ApiProblem.prototype) as ApiProblem, { code: 'approval_needed' });
  expect([tellUnapproved(1, {}, problem), tellUnapproved(2, {}, problem), tellUnapproved(3, {}, new Error('other'))]).toEqual([true, true, false]);
  expect(refusedChanges.get().map(({ ticket }) => ticket)).toEqual([1, 2]);
});
