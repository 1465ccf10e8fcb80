import { expect, test } from 'vitest';
import { fieldsOf, momentOf, presets, readFields } from './zoned-time.ts';

test.each([
  ['2026-11-27T08:00:00.000Z', 'Europe/Stockholm', { date: '2026-11-27', time: '09:00' }],
  ['2026-07-01T06:30:00.000Z', 'Europe/Stockholm', { date: '2026-07-01', time: '08:30' }],
  ['2026-11-27T02:00:00.000Z', 'America/Los_Angeles', { date: '2026-11-26', time: '18:00' }],
  ['2026-11-26T18:15:00.000Z', 'Asia/Kathmandu', { date: '2026-11-27', time: '00:00' }],
])('%s in %s is shown and read as %j', (moment, zone, fields) => {
  expect(fieldsOf(new Date(moment), zone)).toEqual(fields);
  expect(readFields(fields, zone)?.toISOString()).toBe(moment);
});

test('a time that the change of clocks leaves out is the one after it', () => {
  expect(momentOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, 'Europe/Stockholm').toISOString()).toMatch(/^2026-03-29T0[01]:30/);
});

test('a half filled form is no time', () => {
  expect(readFields({ date: '2026-11-27', time: '' }, 'UTC')).toBeNull();
});

test('presets are in the agent’s morning, whatever the zone, and each time comes once', () => {
  // A Friday, 08:10 in Stockholm.
  const offered = presets(new Date('2026-11-27T07:10:00Z'), 'Europe/Stockholm');
  expect(offered.map(({ key, at }) => `${key} ${at.toISOString().slice(0, 16)}`)).toEqual(['hours 2026-11-27T09:10', 'thisAfternoon 2026-11-27T14:00', 'tomorrow 2026-11-28T08:00', 'monday 2026-11-30T08:00', 'week 2026-12-04T08:00']);
  // On a Sunday evening Monday is tomorrow.
  expect(presets(new Date('2026-11-29T19:00:00Z'), 'Europe/Stockholm').map(({ key }) => key)).toEqual(['hours', 'tomorrow', 'week']);
  // Over the change of clocks in spring it is still nine.
  expect(presets(new Date('2026-03-28T10:00:00Z'), 'Europe/Stockholm').find(({ key }) => key === 'tomorrow')?.at.toISOString()).toBe('2026-03-29T07:00:00.000Z');
});
