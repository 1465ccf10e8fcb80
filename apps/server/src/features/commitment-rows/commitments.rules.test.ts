import { describe, expect, test } from 'vitest';
import { nextAt, stateWhenKept, warnAt } from './commitments.rules.ts';

const at = (time: string) => new Date(`2026-06-01T${time}:00Z`);
const moment = (due: string, from: string | null = null) => ({ due_at: at(due), due_on: null, starts_at: from === null ? null : at(from) });
const day = (due: string) => ({ due_at: at(due), due_on: '2026-06-01', starts_at: null });

describe('the warning', () => {
  test.each([
    ['half an hour before what is far away', moment('18:00'), '08:00', '17:30'],
    ['a tenth of the time before what is near', moment('09:40'), '08:00', '09:30'],
    ['before the slot of a call begins, not before it ends', moment('16:00', '15:00'), '08:00', '14:30'],
    ['in the afternoon of a whole day', day('23:00'), '00:00', '14:00'],
    ['half-way to the end of a day that has begun', day('23:00'), '19:00', '21:00'],
  ])('comes %s', (_what, due, from, expected) => expect(warnAt(due, at(from))).toEqual(at(expected)));

  test('is followed by the end, and that by nothing', () => {
    const due = moment('12:00');
    expect([nextAt(due, at('08:00'), at('08:00')), nextAt(due, at('08:00'), at('11:40')), nextAt(due, at('08:00'), at('12:00'))]).toEqual([at('11:36'), at('12:00'), null]);
  });
});

test.each([
  ['in time', '11:59', null, 'kept'],
  ['at the last moment', '12:00', null, 'kept'],
  ['late, before the clock has said so', '12:01', null, 'kept_late'],
  ['in time of a later date, after it had been broken', '11:00', '09:00', 'kept_late'],
] as const)('what is kept %s', (_when, now, broken, expected) => expect(stateWhenKept({ due_at: at('12:00'), broken_at: broken && at(broken) }, at(now))).toBe(expected));
