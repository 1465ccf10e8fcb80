import { addDays, dayIn, startOf } from '../days.rules.ts';

export const everies = ['day', 'week', 'month'] as const;
export type Every = (typeof everies)[number];

/** The moment at which a clock of that zone shows a full hour of a day; one that a change of the clocks leaves out is the next one. */
export function momentOf(day: string, hour: number, timeZone: string): Date {
  const wall = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const first = wall - offsetAt(wall, timeZone);
  const at = wall - offsetAt(first, timeZone);
  return new Date(at + offsetAt(at, timeZone) === wall ? at : Math.max(first, at));
}

function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at);
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}

/** The first day of its kind after this one: the next day, Monday, or first of a month. */
function nextDay(every: Every, day: string): string {
  if (every === 'day') return addDays(day, 1);
  return every === 'week' ? addDays(startOf('week', day), 7) : startOf('month', addDays(startOf('month', day), 32));
}

/** When a report goes out next, after a moment. */
export function nextSlot({ every, hour }: { every: Every; hour: number }, timeZone: string, after: Date): Date {
  for (let day = startOf(every, dayIn(timeZone)(after.getTime())); ; day = nextDay(every, day)) {
    const at = momentOf(day, hour, timeZone);
    if (at > after) return at;
  }
}

/** What a report speaks of: the last whole day, week (from Monday) or month before that moment, where the workspace is. */
export function periodOf(every: Every, at: Date, timeZone: string): { since: string; until: string } {
  const until = addDays(startOf(every, dayIn(timeZone)(at.getTime())), -1);
  return { since: startOf(every, until), until };
}
