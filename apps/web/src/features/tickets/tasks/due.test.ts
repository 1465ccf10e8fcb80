import { expect, test } from 'vitest';
import { dueDays, dueState } from './due.ts';

const now = new Date('2026-11-26T22:30:00Z');
const state = (due_at: string | null, zone = 'UTC', done_at: string | null = null) => dueState({ due_at, done_at }, now, zone);

test('a task is overdue once its moment is over, and no longer when it is done', () => {
  expect(state('2026-11-26T22:29:00Z')).toBe('overdue');
  expect(state('2026-11-25T23:59:59.999Z')).toBe('overdue');
  expect(state('2020-01-01T12:00:00Z', 'Asia/Tokyo')).toBe('overdue');
  expect(state('2026-11-26T22:29:00Z', 'UTC', '2026-11-26T22:00:00Z')).toBe('today');
  expect(state('2026-11-26T23:59:59.999Z')).toBe('today');
  expect(state('2026-11-27T23:59:59.999Z')).toBe('later');
  expect(state(null)).toBe('none');
});

test('what today is says the agent’s clock', () => {
  // Half past eleven in the evening, and in Warsaw it is the 26th as well; in Tokyo the 27th.
  expect(state('2026-11-26T22:59:59.999Z', 'Europe/Warsaw')).toBe('today');
  expect(dueDays(now, 'Asia/Tokyo')).toEqual({ today: '2026-11-27', tomorrow: '2026-11-28', nextWeek: '2026-11-30' });
});
