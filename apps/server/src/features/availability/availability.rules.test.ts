import { describe, expect, test } from 'vitest';
import { openCalendar } from '../calendars/index.ts';
import { isAtWork, isScheduledAt, skillsThatCount, takesCases, type Availability, type TimeSpan } from './availability.rules.ts';

const office = [{ from: '08:00', to: '17:00' }];
const hours = openCalendar({ timeZone: 'Europe/Stockholm', week: [office, office, office, office, office, [], []], exceptions: [], holidays: [] });
const who = (availability: Availability, timeOff: TimeSpan[] = [], shifts: TimeSpan[] = []) => ({ availability, timeOff, shifts, hours });
// A Friday in winter: an hour ahead of UTC.
const morning = new Date('2026-11-27T08:00:00Z');
const day: TimeSpan = { from: new Date('2026-11-26T23:00:00Z'), to: new Date('2026-11-27T23:00:00Z') };

describe('who is at work', () => {
  test('is online or busy within their hours', () => {
    expect(isAtWork(who('online'), morning)).toBe(true);
    expect(isAtWork(who('busy'), morning)).toBe(true);
    expect(isAtWork(who('break'), morning)).toBe(false);
    expect(isAtWork(who('away'), morning)).toBe(false);
  });

  test('is reckoned in the time zone of the calendar', () => {
    expect(isAtWork(who('online'), new Date('2026-11-27T06:59:59.999Z'))).toBe(false);
    expect(isAtWork(who('online'), new Date('2026-11-27T07:00:00Z'))).toBe(true);
    expect(isAtWork(who('online'), new Date('2026-11-27T16:00:00Z'))).toBe(false);
    expect(isAtWork(who('online'), new Date('2026-11-28T09:00:00Z'))).toBe(false);
  });

  test('is nobody with time off, from its first moment up to its last', () => {
    expect(isAtWork(who('online', [day]), morning)).toBe(false);
    const until = { from: day.from, to: morning };
    expect(isAtWork(who('online', [until]), new Date(morning.getTime() - 1))).toBe(false);
    expect(isAtWork(who('online', [until]), morning)).toBe(true);
    expect(isAtWork(who('online', [{ from: morning, to: day.to }]), morning)).toBe(false);
  });

  test('is who has a shift beside their hours, up to its last moment; time off goes before it', () => {
    const saturday = { from: new Date('2026-11-28T09:00:00Z'), to: new Date('2026-11-28T13:00:00Z') };
    const at = (moment: Date, timeOff: TimeSpan[] = []) => isAtWork(who('online', timeOff, [saturday]), moment);
    expect([at(new Date(saturday.from.getTime() - 1)), at(saturday.from), at(new Date(saturday.to.getTime() - 1)), at(saturday.to)]).toEqual([false, true, true, false]);
    expect(at(morning)).toBe(true);
    expect(at(saturday.from, [{ from: saturday.from, to: saturday.to }])).toBe(false);
  });

  test('is not asked of those who are only expected', () => {
    expect(isScheduledAt(who('away'), morning)).toBe(true);
    expect(isScheduledAt(who('online', [day]), morning)).toBe(false);
  });
});

test('cases are handed to those who are online, not to those who are busy', () => {
  expect(takesCases(who('online'), morning)).toBe(true);
  expect(takesCases(who('busy'), morning)).toBe(false);
  expect(takesCases(who('online', [day]), morning)).toBe(false);
  expect(takesCases(who('online'), new Date('2026-11-28T09:00:00Z'))).toBe(false);
});

test('a skill counts up to the moment at which it expires', () => {
  const lasting = { id: 1, expiresAt: null };
  const certificate = { id: 2, expiresAt: morning };
  expect(skillsThatCount([lasting, certificate], new Date(morning.getTime() - 1))).toEqual([lasting, certificate]);
  expect(skillsThatCount([lasting, certificate], morning)).toEqual([lasting]);
});
