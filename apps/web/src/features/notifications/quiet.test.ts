import { expect, test } from 'vitest';
import { tomorrowAtEight } from './quiet.ts';

test.each([
  ['2026-11-26T12:00:00Z', 'Europe/Stockholm', '2026-11-27T07:00:00.000Z'],
  ['2026-11-26T23:30:00Z', 'Europe/Stockholm', '2026-11-28T07:00:00.000Z'],
  ['2026-10-24T12:00:00Z', 'Europe/Stockholm', '2026-10-25T07:00:00.000Z'],
  ['2026-03-28T12:00:00Z', 'Europe/Warsaw', '2026-03-29T06:00:00.000Z'],
  ['2026-11-26T03:00:00Z', 'America/Los_Angeles', '2026-11-26T16:00:00.000Z'],
  ['2026-11-26T12:00:00Z', 'Asia/Kolkata', '2026-11-27T02:30:00.000Z'],
])('at %s in %s: %s', (now, zone, then) => {
  expect(tomorrowAtEight(new Date(now), zone).toISOString()).toBe(then);
});
