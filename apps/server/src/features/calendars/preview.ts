import type { z } from 'zod';
import { openCalendar } from './calendar.rules.ts';
import type { CalendarHours, Holiday, previewShape } from './calendars.schemas.ts';
import { dateOf, dayNumber, planDay, toMinutes } from './opening-days.rules.ts';

export type Preview = z.infer<typeof previewShape>;

const shownOpenings = 5;

/** What a calendar means: now, next, and over a year. `holidays`: all of the year, also those on which it is open. */
export function previewOf(calendar: CalendarHours, holidays: readonly Holiday[], year: number, now: Date): Preview {
  const open = openCalendar(calendar);
  const current = open.isOpen(now.getTime()) ? toShown(open.nextOpening(now.getTime())) : null;
  const next: Preview['next'] = [];
  let from: number | null = current ? (current.closes === null ? null : Date.parse(current.closes)) : now.getTime();
  while (from !== null && next.length < shownOpenings) {
    const opening = open.nextOpening(from);
    const shown = toShown(opening);
    if (shown) next.push(shown);
    from = opening?.closes ?? null;
  }
  return { time_zone: calendar.timeZone, open_now: current !== null, current, next, week_hours: weekHoursOf(calendar), days: unusualDays(calendar, year), holidays: [...holidays] };
}

function toShown(opening: { opens: number; closes: number | null } | null): Preview['next'][number] | null {
  return opening && { opens: new Date(opening.opens).toISOString(), closes: opening.closes === null ? null : new Date(opening.closes).toISOString() };
}

function weekHoursOf({ week }: CalendarHours): number {
  if (week === null) return 168;
  const minutes = week.flat().map(toMinutes).reduce((sum, { from, to }) => sum + to - from, 0);
  return Math.round(minutes / 6) / 10;
}

function unusualDays(calendar: CalendarHours, year: number): Preview['days'] {
  const plan = planDay(calendar);
  const days: Preview['days'] = [];
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day += 1) {
    const { spans, reason, exception, holiday } = plan(day);
    if (reason === 'week') continue;
    const names = exception ? (exception.name === '' ? {} : { own: exception.name }) : (holiday?.names ?? {});
    days.push({ date: dateOf(day), reason, open: spans.length > 0, names });
  }
  return days;
}
