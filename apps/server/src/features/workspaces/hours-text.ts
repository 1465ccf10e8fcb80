import type { WeekHours } from '../calendars/index.ts';

/** A Monday. */
const monday = Date.UTC(2024, 0, 1);

/** Opening hours as people write them in a language: "Monday–Friday 08:00–12:00, 13:00–17:00; Saturday 10:00–14:00". Empty when there are none. */
export function hoursText(hours: WeekHours, language: string): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const dayName = (day: number) => weekday.format(monday + day * 86_400_000);
  const groups: { first: number; last: number; spans: string }[] = [];
  hours.forEach((day, index) => {
    const spans = day.map(({ from, to }) => `${from}–${to}`).join(', ');
    const before = groups.at(-1);
    if (before?.spans === spans && before.last === index - 1) before.last = index;
    else if (spans !== '') groups.push({ first: index, last: index, spans });
  });
  return groups.map(({ first, last, spans }) => `${first === last ? dayName(first) : `${dayName(first)}–${dayName(last)}`} ${spans}`).join('; ');
}
