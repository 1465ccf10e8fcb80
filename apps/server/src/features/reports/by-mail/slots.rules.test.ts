import { expect, test } from 'vitest';
import { momentOf, nextSlot, periodOf } from './slots.rules.ts';

const at = (text: string) => new Date(text);
const stockholm = 'Europe/Stockholm';

test('a report goes out at its hour on the clock of whoever gets it, also when clocks change', () => {
  expect(nextSlot({ every: 'day', hour: 7 }, stockholm, at('2026-03-28T05:59:59Z'))).toEqual(at('2026-03-28T06:00:00Z'));
  expect(nextSlot({ every: 'day', hour: 7 }, stockholm, at('2026-03-28T06:00:00Z'))).toEqual(at('2026-03-29T05:00:00Z'));
  expect(nextSlot({ every: 'day', hour: 7 }, 'America/New_York', at('2026-01-01T12:00:00Z'))).toEqual(at('2026-01-02T12:00:00Z'));
  expect(nextSlot({ every: 'day', hour: 0 }, 'Pacific/Auckland', at('2026-06-30T11:59:00Z'))).toEqual(at('2026-06-30T12:00:00Z'));
});

test('an hour that is left out is the next one, and one that comes twice is there once', () => {
  expect(momentOf('2026-03-29', 2, stockholm)).toEqual(at('2026-03-29T01:00:00Z'));
  expect(momentOf('2026-03-29', 3, stockholm)).toEqual(at('2026-03-29T01:00:00Z'));
  const first = momentOf('2026-10-25', 2, stockholm);
  expect([at('2026-10-25T00:00:00Z'), at('2026-10-25T01:00:00Z')]).toContainEqual(first);
  expect(nextSlot({ every: 'day', hour: 2 }, stockholm, first)).toEqual(at('2026-10-26T01:00:00Z'));
});

test('weeks begin on Mondays, months on the first', () => {
  expect(nextSlot({ every: 'week', hour: 8 }, 'UTC', at('2026-03-02T08:00:00Z'))).toEqual(at('2026-03-09T08:00:00Z'));
  expect(nextSlot({ every: 'week', hour: 8 }, 'UTC', at('2026-03-02T07:00:00Z'))).toEqual(at('2026-03-02T08:00:00Z'));
  expect(nextSlot({ every: 'month', hour: 8 }, 'UTC', at('2026-12-01T09:00:00Z'))).toEqual(at('2027-01-01T08:00:00Z'));
});

test('it speaks of the last whole day, week or month', () => {
  expect(periodOf('day', at('2026-03-01T05:00:00Z'), 'UTC')).toEqual({ since: '2026-02-28', until: '2026-02-28' });
  expect(periodOf('week', at('2026-03-02T05:00:00Z'), 'UTC')).toEqual({ since: '2026-02-23', until: '2026-03-01' });
  expect(periodOf('month', at('2026-03-01T05:00:00Z'), 'UTC')).toEqual({ since: '2026-02-01', until: '2026-02-28' });
  // The first where the reader is, still the last where the workspace is.
  expect(periodOf('month', at('2026-03-01T02:00:00Z'), 'America/New_York')).toEqual({ since: '2026-01-01', until: '2026-01-31' });
});
