import { describe, expect, test } from 'vitest';
import { momentOf, readMoment, snoozePresets, toFields } from './snooze-times.ts';

const at = (text: string) => new Date(text);
const presets = (now: string, zone: string) => Object.fromEntries(snoozePresets(at(now), zone).map(({ preset, at: moment }) => [preset, moment.toISOString()]));

describe('the moments that are offered', () => {
  test('go by the agent’s clock, wherever the computer stands', () => {
    // A Thursday, 10:20 in Stockholm.
    expect(presets('2026-11-26T09:20:00Z', 'Europe/Stockholm')).toEqual({ laterToday: '2026-11-26T13:00:00.000Z', tomorrow: '2026-11-27T08:00:00.000Z', nextWeek: '2026-11-30T08:00:00.000Z' });
    // The same moment in Los Angeles, 01:20.
    expect(presets('2026-11-26T09:20:00Z', 'America/Los_Angeles')).toEqual({ laterToday: '2026-11-26T13:00:00.000Z', tomorrow: '2026-11-27T17:00:00.000Z', nextWeek: '2026-11-30T17:00:00.000Z' });
  });

  test('are not today any more in the evening, nor this week on a Monday or a Sunday', () => {
    expect(presets('2026-11-26T17:30:00Z', 'UTC')).not.toHaveProperty('laterToday');
    expect(presets('2026-11-26T22:30:00Z', 'UTC')).not.toHaveProperty('laterToday');
    expect(presets('2026-11-30T08:00:00Z', 'UTC')['nextWeek']).toBe('2026-12-07T09:00:00.000Z');
    expect(presets('2026-11-29T08:00:00Z', 'UTC')['nextWeek']).toBe('2026-11-30T09:00:00.000Z');
  });

  test('keep the hour over the end of a month and a change of the clocks', () => {
    expect(presets('2026-12-31T09:00:00Z', 'UTC')['tomorrow']).toBe('2027-01-01T09:00:00.000Z');
    // The clocks go back in the night to Sunday.
    expect(presets('2026-10-24T09:00:00Z', 'Europe/Stockholm')['tomorrow']).toBe('2026-10-25T08:00:00.000Z');
  });
});

test('an hour that the clocks leave out is the one after it', () => {
  expect(momentOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, 'Europe/Stockholm').toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('what the fields show is what they are read as', () => {
  expect(toFields(at('2026-12-01T08:05:00Z'), 'Europe/Warsaw')).toEqual({ date: '2026-12-01', time: '09:05' });
  expect(readMoment('2026-12-01', '09:05', 'Europe/Warsaw')?.toISOString()).toBe('2026-12-01T08:05:00.000Z');
  expect([readMoment('', '09:00', 'UTC'), readMoment('2026-12-01', '', 'UTC')]).toEqual([null, null]);
});
