import { openCalendar, type OpenCalendar } from './calendar.rules.ts';
import type { CalendarHours } from './calendars.schemas.ts';

/** Brands of one calendar share its days. */
export function openHours(byBrand: ReadonlyMap<number, CalendarHours>): Map<number, OpenCalendar> {
  const opened = new Map<CalendarHours, OpenCalendar>();
  const result = new Map<number, OpenCalendar>();
  for (const [brand, hours] of byBrand) {
    const open = opened.get(hours) ?? openCalendar(hours);
    opened.set(hours, open);
    result.set(brand, open);
  }
  return result;
}
