import type { CalendarHours } from './calendars.schemas.ts';
import { openMinutes } from './opening-days.rules.ts';
import { wallClockOf } from './wall-clock.ts';

const minute = 60_000;
const dayMs = 86_400_000;
/** Days that are looked at; a calendar that opens on none of them never does. */
const furthest = 1_000;

/**
 * When the `count`th working day after the day of `from` closes, in ms: a working day is one on which the calendar opens at
 * all. Without one, so many days of 24 hours.
 */
export function endOfWorkingDay(calendar: CalendarHours, from: number, count: number): number {
  const clock = wallClockOf(calendar.timeZone);
  const minutesOf = openMinutes(calendar);
  const first = Math.floor((from + clock.offsetAt(from)) / dayMs);
  let left = count;
  for (let day = first + 1; day <= first + furthest; day += 1) {
    const closes = minutesOf(day).at(-1)?.to;
    if (closes === undefined || (left -= 1) > 0) continue;
    const onTheWall = day * dayMs + closes * minute;
    return onTheWall - clock.offsetAt(onTheWall - clock.offsetAt(onTheWall));
  }
  return from + count * dayMs;
}
