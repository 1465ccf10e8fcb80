import { isWithin, type TimeSpan } from '../availability/index.ts';
import type { OpenCalendar } from '../calendars/index.ts';
import { addDays } from './days.rules.ts';
import { agentsNeeded, serviceLevel, withShrinkage, type Target } from './erlang-c.ts';
import type { Arrivals } from './staffing.queries.ts';

export const halfHour = 1_800_000;
const slots = 48;

export type Interval = { weekday: number; slot: number; /** In half an hour, on average. */ tickets: number; needed: number; planned: number; on_shift: number; /** What those on shift reach; null where nobody comes. */ reached: number | null };
export type Terms = { weeks: number; handlingSeconds: number; target: Target; shrinkage: number };

/** Of each half hour of a week how many are needed, how many that means on the roster, and what those who are on it reach. */
export function planWeek(arrivals: readonly Arrivals[], onShift: readonly number[], { weeks, handlingSeconds, target, shrinkage }: Terms): Interval[] {
  const byInterval = new Map(arrivals.map(({ weekday, slot, tickets }) => [weekday * slots + slot, tickets]));
  return Array.from({ length: 7 * slots }, (_, at) => {
    const tickets = (byInterval.get(at) ?? 0) / weeks;
    const traffic = { calls: tickets * 2, handlingSeconds };
    const needed = agentsNeeded(traffic, target);
    const here = onShift[at] ?? 0;
    // Of those who are planned, a share is on a break or in a meeting.
    const there = Math.floor(here * (1 - shrinkage) + 1e-9);
    return { weekday: Math.floor(at / slots), slot: at % slots, tickets, needed, planned: withShrinkage(needed, shrinkage), on_shift: here, reached: tickets === 0 ? null : serviceLevel(traffic, there, target.withinSeconds) };
  });
}

export type Person = { hours: Pick<OpenCalendar, 'isOpen'>; timeOff: readonly TimeSpan[]; shifts: readonly TimeSpan[] };

/** How many are expected at work at the beginning of each half hour of the week from `monday`, on that zone's clock; of an hour that comes twice, the fewer. */
export function shiftsOf(people: readonly Person[], monday: string, timeZone: string): number[] {
  const counts: (number | undefined)[] = Array.from({ length: 7 * slots });
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const days = new Map(Array.from({ length: 7 }, (_, weekday) => [addDays(monday, weekday), weekday]));
  // Most share the desk's hours: each calendar is asked once a moment.
  const byHours = Map.groupBy(people, ({ hours }) => hours);
  const { from, to } = spanAround(monday);
  for (let at = from.getTime(); at < to.getTime(); at += halfHour) {
    const [day = '', time = ''] = clock.format(at).split(' ');
    const weekday = days.get(day);
    if (weekday === undefined) continue;
    const slot = weekday * slots + Number(time.slice(0, 2)) * 2 + Math.floor(Number(time.slice(3)) / 30);
    const moment = new Date(at);
    let count = 0;
    for (const [hours, those] of byHours) {
      const open = hours.isOpen(at);
      count += those.filter(({ timeOff, shifts }) => (open || isWithin(shifts, moment)) && !isWithin(timeOff, moment)).length;
    }
    counts[slot] = Math.min(counts[slot] ?? count, count);
  }
  return counts.map((count) => count ?? 0);
}

/** The week in every zone that there is. */
export function spanAround(monday: string): { from: Date; to: Date } {
  const start = Date.parse(`${monday}T00:00:00Z`);
  return { from: new Date(start - 15 * 3_600_000), to: new Date(start + 7 * 86_400_000 + 15 * 3_600_000) };
}
