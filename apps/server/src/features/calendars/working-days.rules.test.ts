import { expect, test } from 'vitest';
import type { CalendarHours } from './calendars.schemas.ts';
import { endOfWorkingDay } from './working-days.rules.ts';

const office = [{ from: '09:00', to: '17:00' }];
const closed: typeof office = [];
const calendar = (over: Partial<CalendarHours> = {}): CalendarHours => ({ timeZone: 'Europe/Stockholm', week: [office, office, office, office, office, closed, closed], exceptions: [], holidays: [], ...over });
const end = (from: string, days: number, hours = calendar()) => new Date(endOfWorkingDay(hours, Date.parse(from), days)).toISOString();

test.each([
  ['the day itself does not count', '2026-11-17T08:00:00Z', 2, '2026-11-19T16:00:00.000Z'],
  ['a week end lies between', '2026-11-20T10:00:00Z', 2, '2026-11-24T16:00:00.000Z'],
  ['the clocks are changed between', '2026-10-23T10:00:00Z', 1, '2026-10-26T16:00:00.000Z'],
])('%s', (_what, from, days, expected) => expect(end(from, days)).toBe(expected));

test('a calendar that never opens gives days of 24 hours', () => {
  expect(end('2026-11-20T10:00:00Z', 2, calendar({ week: [closed, closed, closed, closed, closed, closed, closed] }))).toBe('2026-11-22T10:00:00.000Z');
});

test('without a week it is open around the clock, so each day counts', () => {
  expect(end('2026-11-20T10:00:00Z', 1, calendar({ week: null, timeZone: 'UTC' }))).toBe('2026-11-22T00:00:00.000Z');
});
