import { expect, test } from 'vitest';
import { dayIn, daysAfter, daysBetween } from './days.ts';

test('a day is the one where the agent is', () => {
  const late = new Date('2027-03-10T23:30:00Z');
  expect([dayIn('UTC', late), dayIn('Europe/Stockholm', late)]).toEqual(['2027-03-10', '2027-03-11']);
});

test('days are counted over months and the change of the clocks', () => {
  expect(daysAfter('2027-02-27', 3)).toBe('2027-03-02');
  expect(daysAfter('2027-03-27', 2)).toBe('2027-03-29');
  expect([daysBetween('2027-03-27', '2027-03-29'), daysBetween('2027-03-02', '2027-02-27')]).toEqual([2, -3]);
});
