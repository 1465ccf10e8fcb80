import { expect, test } from 'vitest';
import type { CalendarHours } from '../calendars/index.ts';
import { nextReminder, remindersDue, warnAt, type Reminded } from './staff-feedback.rules.ts';

const day = [{ from: '09:00', to: '17:00' }];
const hours: CalendarHours = { timeZone: 'UTC', week: [day, day, day, day, day, [], []], exceptions: [], holidays: [] };
const at = (text: string) => new Date(`${text}:00.000Z`);

test('an owner is warned while the desk is open: half a day before the acknowledgement, two days before the answer', () => {
  // Friday to Tuesday, and to Friday in a fortnight.
  expect(warnAt(hours, at('2026-11-20T10:00'), at('2026-11-24T17:00'), 'acknowledge')).toEqual(at('2026-11-24T13:00'));
  expect(warnAt(hours, at('2026-11-20T10:00'), at('2026-12-04T17:00'), 'answer')).toEqual(at('2026-12-02T17:00'));
  // Of a short time half of it is left, and of a desk that never opens half of the time.
  expect(warnAt(hours, at('2026-11-20T13:00'), at('2026-11-20T17:00'), 'acknowledge')).toEqual(at('2026-11-20T15:00'));
  expect(warnAt({ ...hours, week: [[], [], [], [], [], [], []] }, at('2026-11-20T10:00'), at('2026-11-22T10:00'), 'answer')).toEqual(at('2026-11-21T10:00'));
});

const waiting: Reminded = {
  owner_id: 7, acknowledge_soon_at: at('2026-11-24T13:00'), acknowledge_by: at('2026-11-24T17:00'), acknowledged_at: null, answer_soon_at: at('2026-12-02T17:00'), answer_by: at('2026-12-04T17:00'), answered_at: null, closed_at: null, reminded_until: null,
};

test.each<[string, Partial<Reminded>, string, string[], string | null]>([
  ['nothing yet', {}, '2026-11-24T12:59', [], '2026-11-24T13:00'],
  ['a warning', {}, '2026-11-24T13:00', ['complaint_acknowledge_due'], '2026-11-24T17:00'],
  ['that it is late, and no warning any more', {}, '2026-11-25T00:00', ['complaint_acknowledge_late'], '2026-12-02T17:00'],
  ['both deadlines', {}, '2026-12-03T00:00', ['complaint_acknowledge_late', 'complaint_answer_due'], '2026-12-04T17:00'],
  ['what is new since', { reminded_until: at('2026-11-24T17:00') }, '2026-12-04T17:00', ['complaint_answer_late'], null],
  ['of the answer alone, once it is acknowledged', { acknowledged_at: at('2026-11-23T09:00') }, '2026-12-02T17:00', ['complaint_answer_due'], '2026-12-04T17:00'],
  ['nothing once it is closed', { closed_at: at('2026-11-23T09:00') }, '2026-12-05T00:00', [], null],
  ['nothing while nobody owns it', { owner_id: null }, '2026-12-05T00:00', [], null],
])('an owner is told %s', (_, change, now, told, next) => {
  const of = { ...waiting, ...change };
  expect(remindersDue(of, at(now))).toEqual(told);
  expect(nextReminder({ ...of, reminded_until: told.length > 0 ? at(now) : of.reminded_until })).toEqual(next === null ? null : at(next));
});
