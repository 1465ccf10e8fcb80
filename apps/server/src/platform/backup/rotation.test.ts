import { expect, test } from 'vitest';
import { findSuperfluous, type KeptBackup } from './rotation.ts';

const at = (moment: string, reason = 'schedule'): KeptBackup => ({ name: moment, madeAt: new Date(`${moment.length === 10 ? `${moment}T02:30` : moment}:00Z`), reason });
const days = (count: number, end: string) => Array.from({ length: count }, (_, back) => at(new Date(Date.parse(`${end}T02:30:00Z`) - back * 86_400_000).toISOString().slice(0, 10)));
const left = (backups: KeptBackup[], keep = { daily: 7, weekly: 4 }) => {
  const gone = findSuperfluous(backups, keep);
  return backups.map(({ name }) => name).filter((name) => !gone.includes(name)).toSorted();
};

test('of daily backups, seven days and the newest of each of four weeks stay', () => {
  // 26 November 2026 is a Thursday; weeks begin on Monday.
  expect(left(days(60, '2026-11-26'))).toEqual(['2026-11-08', '2026-11-15', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
});

test('rotating every day keeps what rotating once keeps', () => {
  let kept: KeptBackup[] = [];
  for (const next of days(60, '2026-11-26').toReversed()) {
    kept = [...kept, next];
    const gone = findSuperfluous(kept, { daily: 7, weekly: 4 });
    kept = kept.filter(({ name }) => !gone.includes(name));
  }
  expect(kept.map(({ name }) => name).toSorted()).toEqual(left(days(60, '2026-11-26')));
});

test('days without a backup do not count: a desk that was off for months loses none of its last ones', () => {
  expect(left(days(7, '2026-03-01'))).toHaveLength(7);
});

test('the newest three stay although they are of one day, and so does the newest from before an upgrade', () => {
  const backups = [at('2026-01-05T10:00', 'upgrade'), at('2026-01-06T10:00', 'upgrade'), ...['08:00', '09:00', '10:00', '11:00'].map((time) => at(`2026-11-26T${time}`, 'asked'))];
  expect(left(backups, { daily: 1, weekly: 0 })).toEqual(['2026-01-06T10:00', '2026-11-26T09:00', '2026-11-26T10:00', '2026-11-26T11:00']);
});

test('nothing goes while there is little', () => {
  expect(findSuperfluous([], { daily: 7, weekly: 4 })).toEqual([]);
  expect(findSuperfluous(days(3, '2026-11-26'), { daily: 1, weekly: 0 })).toEqual([]);
});
