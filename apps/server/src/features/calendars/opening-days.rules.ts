import type { CalendarHours, Exception, Span } from './calendars.schemas.ts';

/** Minutes of a day's clock, from `from` up to, not including, `to`; in order and apart. */
export type Minutes = { from: number; to: number };

const dayMs = 86_400_000;
const wholeDay: readonly Minutes[] = [{ from: 0, to: 1440 }];
const mostRemembered = 4_000;

/** A date as the number of days since 1 January 1970. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Why a day has the hours that it has. */
export type DayPlan = { spans: readonly Span[] | 'around_the_clock'; reason: 'week' | 'holiday' | 'exception'; exception?: Exception; holiday?: CalendarHours['holidays'][number] };

/**
 * What a calendar says of a date, by itself: an exception before a holiday, a holiday before the week. Of two exceptions
 * of one date the one that names fewer days wins, and a date of one year before a yearly one: what is more exact.
 */
export function planDay(calendar: CalendarHours): (day: number) => DayPlan {
  const holidays = new Map(calendar.holidays.map((each) => [each.date, each]));
  const once = new Map<number, Exception>();
  const yearly = new Map<string, Exception>();
  for (const exception of calendar.exceptions.toSorted((one, other) => lengthOf(other) - lengthOf(one))) {
    const first = dayNumber(exception.date);
    for (let day = first; day < first + lengthOf(exception); day += 1) {
      if (exception.yearly) yearly.set(dateOf(day).slice(5), exception);
      else once.set(day, exception);
    }
  }
  return (day) => {
    const date = dateOf(day);
    const exception = once.get(day) ?? yearly.get(date.slice(5));
    if (exception) return { spans: exception.hours, reason: 'exception', exception };
    const holiday = holidays.get(date);
    if (holiday) return { spans: [], reason: 'holiday', holiday };
    // 1 January 1970 was a Thursday; the week begins on Monday.
    return { spans: calendar.week === null ? 'around_the_clock' : (calendar.week[(((day + 3) % 7) + 7) % 7] ?? []), reason: 'week' };
  };
}

/** How many days it lasts. */
export function lengthOf({ date, until }: Pick<Exception, 'date' | 'until'>): number {
  return until === null ? 1 : dayNumber(until) - dayNumber(date) + 1;
}

/** The open minutes of each date's clock: its own, and what the day before carries over midnight. */
export function openMinutes(calendar: CalendarHours): (day: number) => readonly Minutes[] {
  const plan = planDay(calendar);
  const remembered = new Map<number, readonly Minutes[]>();
  const own = (day: number) => {
    const { spans } = plan(day);
    return spans === 'around_the_clock' ? wholeDay : spans.map(toMinutes);
  };
  return (day) => {
    const before = remembered.get(day);
    if (before) return before;
    const carried = own(day - 1).flatMap(({ to }) => (to > 1440 ? [{ from: 0, to: to - 1440 }] : []));
    const minutes = joined([...carried, ...own(day).map(({ from, to }) => ({ from, to: Math.min(to, 1440) }))]);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(day, minutes);
    return minutes;
  };
}

/** A span that ends before it begins runs over midnight: its end is beyond 1440. */
export function toMinutes({ from, to }: Span): Minutes {
  const [start, end] = [clockMinutes(from), clockMinutes(to)];
  return { from: start, to: end > start ? end : end + 1440 };
}

function clockMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function joined(spans: readonly Minutes[]): readonly Minutes[] {
  const result: Minutes[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}
