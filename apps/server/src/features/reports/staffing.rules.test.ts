import { expect, test } from 'vitest';
import { aroundTheClock, openCalendar } from '../calendars/index.ts';
import { planWeek, shiftsOf } from './staffing.rules.ts';

const office = openCalendar({ timeZone: 'Europe/Stockholm', week: [...Array.from({ length: 5 }, () => [{ from: '09:00', to: '17:00' }]), [], []], exceptions: [], holidays: [] });

test('on shift are those whose hours it is and who are not off, on the workspace’s clock', () => {
  const people = [
    { hours: office, timeOff: [], shifts: [] },
    { hours: office, timeOff: [{ from: new Date('2026-03-31T00:00:00Z'), to: new Date('2026-04-01T00:00:00Z') }], shifts: [] },
    { hours: aroundTheClock, timeOff: [], shifts: [] },
  ];
  const shifts = shiftsOf(people, '2026-03-30', 'Europe/Stockholm');
  expect(shifts).toHaveLength(336);
  expect([shifts[17], shifts[18], shifts[33], shifts[34]]).toEqual([1, 3, 3, 1]);
  expect(shifts[48 + 20]).toBe(2);
  expect(shifts[5 * 48 + 20]).toBe(1);
  // The same people, seen from a desk six hours behind.
  expect(shiftsOf(people, '2026-03-30', 'America/New_York')[6]).toBe(3);
});

test('a shift beside the hours counts, but for who is off', () => {
  const saturday = { from: new Date('2026-04-04T07:00:00Z'), to: new Date('2026-04-04T11:00:00Z') };
  const people = [{ hours: office, timeOff: [], shifts: [saturday] }, { hours: office, timeOff: [saturday], shifts: [saturday] }, { hours: office, timeOff: [], shifts: [] }];
  const shifts = shiftsOf(people, '2026-03-30', 'Europe/Stockholm');
  expect([17, 18, 25, 26].map((slot) => shifts[5 * 48 + slot])).toEqual([0, 1, 1, 0]);
});

test('in a week of a change of the clocks every half hour of the week has its people', () => {
  for (const [monday, zone] of [['2026-03-23', 'Europe/Stockholm'], ['2026-10-19', 'Europe/Stockholm'], ['2026-03-30', 'Australia/Lord_Howe']] as const) {
    const shifts = shiftsOf([{ hours: aroundTheClock, timeOff: [], shifts: [] }], monday, zone);
    expect(shifts.filter((count) => count === 0).length).toBeLessThanOrEqual(2);
  }
});

test('needs go by the average half hour, and what those on shift reach by who of them is there', () => {
  const week = planWeek([{ weekday: 0, slot: 18, tickets: 800 }], Array.from({ length: 336 }, () => 24), { weeks: 8, handlingSeconds: 240, target: { share: 0.8, withinSeconds: 20 }, shrinkage: 0.3 });
  expect(week[18]).toMatchObject({ weekday: 0, slot: 18, tickets: 100, needed: 17, planned: 25, on_shift: 24 });
  expect(week[18]!.reached).toBeLessThan(0.8);
  expect(week[19]).toMatchObject({ tickets: 0, needed: 0, planned: 0, reached: null });
});
