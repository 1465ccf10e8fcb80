import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).describe('HH:MM in the agent’s own time zone');

/** Hours over midnight are well: from 18:00 to 08:00. From and to the same is no time at all. */
export const quietHoursShape = z.strictObject({ from: time, to: time });
export const workingDaysShape = z.array(z.int().min(1).max(7)).max(7).describe('1 is Monday, 7 is Sunday');

export type Quiet = {
  /** Do not disturb until then. */
  until: Date | null;
  hours: { from: string; to: string } | null;
  workingDays: readonly number[] | null;
};

const stored = z.object({ hours: quietHoursShape.nullable().catch(null), working_days: workingDaysShape.nullable().catch(null) });

/** What is stored may be older than the shape: what cannot be read disturbs as before. */
export function readQuiet(quiet: unknown, until: Date | null): Quiet {
  const read = stored.safeParse(quiet);
  return { until, hours: read.data?.hours ?? null, workingDays: read.data?.working_days ?? null };
}

const step = 15 * 60_000;
/** A week has each day once, and an hour that a clock is put forward or back by. */
const furthest = 8 * 24 * 3_600_000;

/**
 * Null when the agent may be disturbed now; else when they may be again, to the quarter of an hour. Somebody who is
 * never to be disturbed (no working day at all) gets the end of the week, when it is asked again.
 */
export function quietUntil(quiet: Quiet, zone: string, now: Date): Date | null {
  const read = localReader(zone);
  const begin = now.getTime();
  const isQuiet = (at: number) => (quiet.until !== null && at < quiet.until.getTime()) || isOff(quiet, read(at));
  if (!isQuiet(begin)) return null;
  const quarter = (at: number) => Math.ceil((at + 1) / step) * step;
  const first = quiet.until !== null && quiet.until.getTime() > begin ? quiet.until.getTime() : quarter(begin);
  for (let at = first; at < begin + furthest; at = quarter(at)) if (!isQuiet(at)) return new Date(at);
  return new Date(begin + furthest);
}

type Local = { day: number; minutes: number };

function isOff({ hours, workingDays }: Quiet, { day, minutes }: Local): boolean {
  if (workingDays !== null && !workingDays.includes(day)) return true;
  if (hours === null) return false;
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const readers = new Map<string, Intl.DateTimeFormat>();

function localReader(zone: string): (at: number) => Local {
  const known = readers.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  readers.set(zone, known);
  return (at) => {
    const parts = Object.fromEntries(known.formatToParts(at).map(({ type, value }) => [type, value]));
    return { day: days.indexOf(parts['weekday'] ?? '') + 1, minutes: Number(parts['hour']) * 60 + Number(parts['minute']) };
  };
}
