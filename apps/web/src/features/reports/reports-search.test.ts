import { expect, test } from 'vitest';
import { ApiProblem } from '../../lib/problem.ts';
import { isTooSlow, readSearch, shorterSpan } from './reports-search.ts';
import { partsOf, reportOf } from './reports-queries.ts';

const today = '2026-11-27';

test('a shorter period ends where the one that takes too long ends, and there is none below a week', () => {
  expect(shorterSpan(readSearch({ days: 365 }, today))).toEqual({ days: 90 });
  expect(shorterSpan(readSearch({ days: 30 }, today))).toEqual({ days: 7 });
  expect(shorterSpan(readSearch({ days: 7 }, today))).toBeNull();
  expect(shorterSpan(readSearch({ since: '2023-01-01', until: '2025-06-30' }, today))).toEqual({ since: '2024-07-01', until: '2025-06-30' });
  expect(shorterSpan(readSearch({ since: '2025-06-01', until: '2025-06-30' }, today))).toEqual({ since: '2025-06-24', until: '2025-06-30' });
  expect(shorterSpan(readSearch({ since: '2025-06-29', until: '2025-06-30' }, today))).toBeNull();
});

test('a report that takes too long is not asked for again by itself', () => {
  const slow = new ApiProblem({ code: 'invalid_input', status: 400, fields: [{ field: 'since', code: 'too_slow', message: '' }] });
  const other = new ApiProblem({ code: 'not_ready', status: 503 });
  expect([isTooSlow(slow), isTooSlow(other), isTooSlow(null)]).toEqual([true, false, false]);
  const wanted = readSearch({ days: 365 }, today);
  for (const { refetchInterval } of [reportOf(wanted), partsOf(wanted, 'team')]) {
    const every = refetchInterval as (query: { state: { error: unknown } }) => number | false; // what both are given
    expect([every({ state: { error: slow } }), every({ state: { error: other } }), every({ state: { error: null } })]).toEqual([false, 15_000, 15_000]);
  }
});
