import { describe, expect, test } from 'vitest';
import { between as whole, seededRandom, type Random } from '../../../../../tests/survival/support/random.ts';
import { aroundTheClock, openCalendar } from './calendar.rules.ts';
import type { CalendarHours, Exception, Holiday, Span, WeekHours } from './calendars.schemas.ts';

const at = (text: string) => Date.parse(text);
const iso = (moment: number | null | undefined) => (moment == null ? null : new Date(moment).toISOString());
const minute = 60_000;
const hour = 60 * minute;

const office: Span[] = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }];
const officeWeek: WeekHours = [office, office, office, office, office, [], []];
const aCalendar = (values: Partial<CalendarHours> = {}): CalendarHours => ({ timeZone: 'Europe/Stockholm', week: officeWeek, holidays: [], exceptions: [], ...values });
const anException = (values: Partial<Exception> & { date: string }): Exception => ({ until: null, yearly: false, name: '', hours: [], ...values });
const aHoliday = (date: string): Holiday => ({ date, rule: date, type: 'public', names: {} });

describe('open hours', () => {
  test('a week with breaks', () => {
    const open = openCalendar(aCalendar());
    // Friday 27 November 2026, winter time.
    expect([at('2026-11-27T07:00Z'), at('2026-11-27T10:59:59Z'), at('2026-11-27T11:00Z'), at('2026-11-27T15:59Z'), at('2026-11-27T16:00Z'), at('2026-11-28T09:00Z')].map(open.isOpen)).toEqual([true, true, false, true, false, false]);
    expect(iso(open.add(at('2026-11-27T15:00Z'), 2 * hour))).toBe('2026-11-30T08:00:00.000Z');
    expect(iso(open.add(at('2026-11-27T15:00Z'), hour))).toBe('2026-11-27T16:00:00.000Z');
    expect(open.between(at('2026-11-27T00:00Z'), at('2026-12-01T00:00Z'))).toBe(16 * hour);
    expect(open.between(at('2026-12-01T00:00Z'), at('2026-11-27T00:00Z'))).toBe(0);
    expect(open.nextOpening(at('2026-11-27T16:30Z'))).toEqual({ opens: at('2026-11-30T07:00Z'), closes: at('2026-11-30T11:00Z') });
    expect(open.nextOpening(at('2026-11-27T08:30Z'))).toEqual({ opens: at('2026-11-27T08:30Z'), closes: at('2026-11-27T11:00Z') });
  });

  test('a holiday is closed, an exception goes before it, and one day before a longer one', () => {
    const open = openCalendar(
      aCalendar({
        holidays: [aHoliday('2026-12-25'), aHoliday('2026-12-24')],
        exceptions: [anException({ date: '2026-12-24', hours: [{ from: '09:00', to: '12:00' }] }), anException({ date: '2020-12-23', until: '2021-01-02', yearly: true }), anException({ date: '2026-12-31', hours: office })],
      }),
    );
    expect(open.between(at('2026-12-23T00:00Z'), at('2027-01-03T00:00Z'))).toBe(3 * hour + 8 * hour);
    expect(open.between(at('2028-12-22T23:00Z'), at('2029-01-02T23:00Z'))).toBe(0);
  });

  test('a night belongs to the day on which it begins', () => {
    const nights: WeekHours = [[{ from: '22:00', to: '06:00' }], [{ from: '05:00', to: '07:00' }], [], [], [], [], [{ from: '18:00', to: '24:00' }]];
    const open = openCalendar(aCalendar({ timeZone: 'UTC', week: nights, holidays: [aHoliday('2026-12-01')] }));
    // Monday 30 November into a holiday: the night ends as it began; the holiday's own hours are off.
    expect([...open.openStretches(at('2026-11-29T00:00Z'), at('2026-12-03T00:00Z'))].map(({ from, to }) => [iso(from), iso(to)])).toEqual([
      ['2026-11-29T18:00:00.000Z', '2026-11-30T00:00:00.000Z'],
      ['2026-11-30T22:00:00.000Z', '2026-12-01T06:00:00.000Z'],
    ]);
    const joined = openCalendar(aCalendar({ timeZone: 'UTC', week: nights }));
    expect(joined.nextOpening(at('2026-11-30T12:00Z'))).toEqual({ opens: at('2026-11-30T22:00Z'), closes: at('2026-12-01T07:00Z') });
  });

  test('the hour that the clocks leave out is not worked, the one that comes twice is worked twice', () => {
    const nights = openCalendar(aCalendar({ week: Array.from({ length: 7 }, () => [{ from: '01:00', to: '05:00' }]) }));
    expect(nights.between(at('2026-03-28T20:00Z'), at('2026-03-29T20:00Z'))).toBe(3 * hour);
    expect(nights.between(at('2026-10-24T20:00Z'), at('2026-10-25T20:00Z'))).toBe(5 * hour);
    expect(iso(openCalendar(aCalendar()).add(at('2026-03-27T15:30Z'), hour))).toBe('2026-03-30T06:30:00.000Z');
    // Half past two comes twice, and each time it opens.
    const half = openCalendar(aCalendar({ week: Array.from({ length: 7 }, () => [{ from: '02:30', to: '03:00' }]) }));
    expect([...half.openStretches(at('2026-10-24T20:00Z'), at('2026-10-25T20:00Z'))].map(({ from, to }) => [iso(from), iso(to)])).toEqual([
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:00:00.000Z'],
      ['2026-10-25T01:30:00.000Z', '2026-10-25T02:00:00.000Z'],
    ]);
    expect(half.between(at('2026-03-28T20:00Z'), at('2026-03-29T20:00Z'))).toBe(0);
  });

  test('a day that a zone left out altogether is not worked', () => {
    // Samoa went from 29 to 31 December 2011.
    const open = openCalendar(aCalendar({ timeZone: 'Pacific/Apia', week: null, exceptions: [anException({ date: '2011-12-30' })] }));
    expect(open.between(at('2011-12-29T00:00Z'), at('2012-01-01T00:00Z'))).toBe(72 * hour);
  });

  test('when nobody has said, it is open around the clock and never closes', () => {
    const open = openCalendar(aCalendar({ week: null }));
    expect(open.nextOpening(at('2026-11-28T03:00Z'))).toEqual({ opens: at('2026-11-28T03:00Z'), closes: null });
    expect(iso(open.add(at('2026-03-28T23:30Z'), 24 * hour))).toBe('2026-03-29T23:30:00.000Z');
    expect(iso(aroundTheClock.add(at('2026-03-28T23:30Z'), 24 * hour))).toBe('2026-03-29T23:30:00.000Z');
  });

  test('one that never opens says so, at once', () => {
    const never = openCalendar(aCalendar({ week: [[], [], [], [], [], [], []] }));
    expect(never.add(at('2026-11-28T03:00Z'), 1)).toBeNull();
    expect(never.nextOpening(at('2026-11-28T03:00Z'))).toBeNull();
    expect(never.between(at('2026-11-28T03:00Z'), at('2027-11-28T03:00Z'))).toBe(0);
    expect(never.add(at('2026-11-28T03:00Z'), 0)).toBe(at('2026-11-28T03:00Z'));
    const seldom = openCalendar(aCalendar({ week: [[], [], [], [], [], [], []], exceptions: [anException({ date: '2024-02-29', yearly: true, hours: [{ from: '10:00', to: '11:00' }] })] }));
    expect(iso(seldom.nextOpening(at('2026-11-28T03:00Z'))?.opens)).toBe('2028-02-29T09:00:00.000Z');
    expect(iso(seldom.add(at('2026-11-28T03:00Z'), 90 * minute))).toBe('2032-02-29T09:30:00.000Z');
    expect(seldom.add(at('2026-11-28T03:00Z'), 5 * hour)).toBeNull();
  });
});

/** The same said anew and slowly: each minute, what the clock on the wall shows, and whether that lies within the hours of its date. */
function reference(calendar: CalendarHours): (moment: number) => boolean {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: calendar.timeZone, dateStyle: 'short', timeStyle: 'short' });
  const weekday = (date: string) => (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
  const shift = (date: string, days: number) => new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const days = ({ date, until }: Exception) => 1 + Math.round((Date.parse(until ?? date) - Date.parse(date)) / 86_400_000);
  const covers = (exception: Exception, date: string) => {
    const each = Array.from({ length: days(exception) }, (_, index) => shift(exception.date, index));
    return exception.yearly ? each.some((day) => day.slice(5) === date.slice(5)) : each.includes(date);
  };
  const spansOf = (date: string): readonly Span[] => {
    const best = [false, true].map((yearly) => calendar.exceptions.filter((exception) => exception.yearly === yearly && covers(exception, date)).reduce<Exception | null>((found, each) => (found === null || days(each) <= days(found) ? each : found), null));
    const exception = best[0] ?? best[1];
    if (exception) return exception.hours;
    if (calendar.holidays.some((holiday) => holiday.date === date)) return [];
    return calendar.week === null ? [{ from: '00:00', to: '24:00' }] : (calendar.week[weekday(date)] ?? []);
  };
  return (moment) => {
    const [date = '', time = ''] = wall.format(moment).split(' ');
    const today = spansOf(date).some(({ from, to }) => time >= from && (to <= from || time < to));
    return today || spansOf(shift(date, -1)).some(({ from, to }) => to <= from && time < to);
  };
}

const zones = ['Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca', 'UTC', 'America/Santiago', 'Asia/Beirut'];
/** Around changes of the clocks, leap days and turns of the year. */
const times = ['2026-03-27', '2026-03-07', '2026-10-23', '2026-10-30', '2026-04-03', '2026-09-04', '2026-12-29', '2028-02-27', '2026-07-10', '2026-02-13', '2026-03-20', '2011-12-28'];

function randomSpans(random: Random, most: number): Span[] {
  const marks = [...new Set(Array.from({ length: whole(random, 0, most) * 2 }, () => whole(random, 0, 95)))].toSorted((one, other) => one - other);
  const clock = (quarter: number) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
  const spans: Span[] = [];
  for (let index = 0; index + 1 < marks.length; index += 2) spans.push({ from: clock(marks[index] ?? 0), to: clock(marks[index + 1] ?? 0) });
  const last = spans.at(-1);
  if (last && random() < 0.3) last.to = random() < 0.3 ? '24:00' : clock(whole(random, 0, Math.max(0, (marks[0] ?? 0) - 1)));
  return spans.filter(({ from, to }) => from !== to);
}

function randomCalendar(random: Random, around: string): CalendarHours {
  const date = () => new Date(at(`${around}T00:00Z`) + whole(random, -1, 9) * 86_400_000).toISOString().slice(0, 10);
  const exception = (): Exception => {
    const first = date();
    const until = random() < 0.3 ? new Date(Date.parse(first) + whole(random, 1, 4) * 86_400_000).toISOString().slice(0, 10) : null;
    return anException({ date: random() < 0.3 ? `2024${first.slice(4)}` : first, until: null, yearly: random() < 0.4, hours: random() < 0.5 ? [] : randomSpans(random, 2), ...(until && { date: first, until }) });
  };
  return {
    timeZone: zones[whole(random, 0, zones.length - 1)] ?? 'UTC',
    week: random() < 0.1 ? null : (Array.from({ length: 7 }, () => (random() < 0.2 ? [] : randomSpans(random, 3)))),
    holidays: Array.from({ length: whole(random, 0, 2) }, () => aHoliday(date())),
    exceptions: Array.from({ length: whole(random, 0, 3) }, exception),
  };
}

describe('against a reading minute by minute', () => {
  test.each([1, 2, 3, 4, 5, 6])('of random calendars in many zones, series %i', (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 20; round += 1) {
      const around = times[whole(random, 0, times.length - 1)] ?? '2026-01-01';
      const calendar = randomCalendar(random, around);
      const isOpen = reference(calendar);
      const open = openCalendar(calendar);
      const start = at(`${around}T00:00Z`) + whole(random, 0, 2000) * minute;
      const length = whole(random, 1, 6 * 24 * 60);
      const say = JSON.stringify({ seed, round, around, calendar });
      const flags = Array.from({ length }, (_, index) => isOpen(start + index * minute));
      const counted = flags.filter(Boolean).length;
      expect(open.between(start, start + length * minute), say).toBe(counted * minute);
      expect([0, length >> 1, length - 1].map((index) => open.isOpen(start + index * minute)), say).toEqual([0, length >> 1, length - 1].map((index) => flags[index]));
      const firstOpen = flags.indexOf(true);
      if (firstOpen >= 0) expect(iso(open.nextOpening(start)?.opens), say).toBe(iso(start + firstOpen * minute));
      if (counted === 0) continue;
      // So much open time, at least a second short of a whole minute now and then.
      const wanted = whole(random, 1, counted);
      let left = wanted;
      const reached = flags.findIndex((flag) => flag && (left -= 1) === 0);
      expect(iso(open.add(start, wanted * minute)), say).toBe(iso(start + (reached + 1) * minute));
      expect(iso(open.add(start, wanted * minute - 1_000)), say).toBe(iso(start + (reached + 1) * minute - 1_000));
      expect(open.between(start, start + (reached + 1) * minute), say).toBe(wanted * minute);
    }
  }, 30_000);
});
