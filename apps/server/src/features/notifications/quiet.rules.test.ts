import { expect, test } from 'vitest';
import { quietUntil, readQuiet, type Quiet } from './quiet.rules.ts';

const never: Quiet = { until: null, hours: null, workingDays: null };
const at = (text: string) => new Date(text);
const nights = { from: '18:00', to: '08:00' };

test.each<[string, Partial<Quiet>, string, string, string | null]>([
  ['nothing set', {}, 'UTC', '2026-11-26T03:00:00Z', null],
  ['until a moment', { until: at('2026-11-26T10:07:00Z') }, 'UTC', '2026-11-26T09:00:00Z', '2026-11-26T10:07:00.000Z'],
  ['a moment that is past', { until: at('2026-11-26T08:00:00Z') }, 'UTC', '2026-11-26T09:00:00Z', null],
  ['hours over midnight, in the evening', { hours: nights }, 'Europe/Stockholm', '2026-11-26T17:00:00Z', '2026-11-27T07:00:00.000Z'],
  ['hours over midnight, in the morning', { hours: nights }, 'Europe/Stockholm', '2026-11-26T06:59:59Z', '2026-11-26T07:00:00.000Z'],
  ['hours over midnight, at their end', { hours: nights }, 'Europe/Stockholm', '2026-11-26T07:00:00Z', null],
  ['hours over midnight, by day', { hours: nights }, 'Europe/Stockholm', '2026-11-26T12:00:00Z', null],
  ['hours of one day', { hours: { from: '12:00', to: '13:00' } }, 'America/New_York', '2026-11-26T17:30:00Z', '2026-11-26T18:00:00.000Z'],
  ['no time at all', { hours: { from: '08:00', to: '08:00' } }, 'UTC', '2026-11-26T08:00:00Z', null],
  ['a Saturday', { workingDays: [1, 2, 3, 4, 5] }, 'Europe/Stockholm', '2026-11-28T12:00:00Z', '2026-11-29T23:00:00.000Z'],
  ['a Saturday and nights', { workingDays: [1, 2, 3, 4, 5], hours: nights }, 'Europe/Stockholm', '2026-11-28T12:00:00Z', '2026-11-30T07:00:00.000Z'],
  ['the day is the agent’s own', { workingDays: [1, 2, 3, 4, 5] }, 'Asia/Tokyo', '2026-11-27T16:00:00Z', '2026-11-29T15:00:00.000Z'],
  ['a moment that ends in the night', { until: at('2026-11-26T19:00:00Z'), hours: nights }, 'Europe/Stockholm', '2026-11-26T15:00:00Z', '2026-11-27T07:00:00.000Z'],
  ['the night in which clocks go back', { hours: nights }, 'Europe/Stockholm', '2026-10-24T22:00:00Z', '2026-10-25T07:00:00.000Z'],
  ['no working day: asked again in a week', { workingDays: [] }, 'UTC', '2026-11-26T12:00:00Z', '2026-12-04T12:00:00.000Z'],
])('%s', (_name, quiet, zone, now, until) => {
  expect(quietUntil({ ...never, ...quiet }, zone, at(now))?.toISOString() ?? null).toBe(until);
});

test('what was stored by an older or newer program disturbs as before', () => {
  for (const stored of [null, 'x', {}, { hours: { from: '25:00', to: '08:00' } }, { hours: 3, working_days: ['x'] }]) expect(readQuiet(stored, null)).toEqual(never);
});
