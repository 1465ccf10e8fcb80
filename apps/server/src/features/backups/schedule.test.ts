import { expect, test } from 'vitest';
import { isDue, lastMoment } from './schedule.ts';

const at = (moment: string) => new Date(`2026-11-${moment}Z`);
const atMinute = 150;
const deskSince = at('01T00:00');

test('the day’s moment is today’s or yesterday’s', () => {
  expect(lastMoment(at('26T02:30'), atMinute)).toEqual(at('26T02:30'));
  expect(lastMoment(at('26T02:29'), atMinute)).toEqual(at('25T02:30'));
});

test.each([
  ['before the moment, with yesterday’s there', '26T02:29', '25T02:31', false],
  ['at the moment', '26T02:30', '25T02:31', true],
  ['when it has been made', '26T12:00', '26T02:31', false],
  ['after one by hand since the moment', '26T12:00', '26T03:00', false],
  ['after a night that the program was off', '26T09:00', '24T02:31', true],
  ['when there has never been one', '26T09:00', null, true],
])('%s', (_when, now, done, due) => {
  const lastDone = done === null ? null : at(done);
  expect(isDue(at(now), { atMinute, deskSince, lastDone, last: lastDone && { status: 'done', error: null, at: lastDone } })).toBe(due);
});

test('after a failure it waits an hour, after being cut off not at all', () => {
  const failed = (error: string, now: string) => isDue(at(now), { atMinute, deskSince, lastDone: at('25T02:31'), last: { status: 'failed', error, at: at('26T02:31') } });
  expect([failed('no_space', '26T02:40'), failed('no_space', '26T03:31')]).toEqual([false, true]);
  expect([failed('interrupted', '26T02:32'), failed('stopped', '26T02:32')]).toEqual([true, true]);
});

test('a desk that was set up today, or not yet, is not backed up for yesterday', () => {
  expect(isDue(at('26T12:00'), { atMinute, deskSince: at('26T11:00'), last: null, lastDone: null })).toBe(false);
  expect(isDue(at('26T12:00'), { atMinute, deskSince: null, last: null, lastDone: null })).toBe(false);
});
