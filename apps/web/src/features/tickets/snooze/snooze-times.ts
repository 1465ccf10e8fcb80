/** Moments to snooze until, by the clock of the agent's zone and not of the computer's. */

const hour = 3_600_000;
const morning = 9;
/** Nobody starts anything later in the day. */
const latest = 20;

export interface WallTime {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What a clock on the wall in that zone shows. */
export function wallTime(at: Date, zone: string): WallTime & { weekday: number } {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  return { year, month, day, hour: part('hour'), minute: part('minute'), weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

const asUtc = ({ year, month, day, hour: hours, minute }: WallTime) => Date.UTC(year, month - 1, day, hours, minute);

/** The moment at which a clock there shows this; of an hour that a change of the clocks leaves out, the one after. Days may be beyond the month's end. */
export function momentOf(wall: WallTime, zone: string): Date {
  const wanted = asUtc(wall);
  let at = wanted;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  for (let turn = 0; turn < 2; turn += 1) at += wanted - asUtc(wallTime(new Date(at), zone));
  return new Date(at);
}

export type SnoozePreset = 'laterToday' | 'tomorrow' | 'nextWeek';

export function snoozePresets(now: Date, zone: string): { preset: SnoozePreset; at: Date }[] {
  const today = wallTime(now, zone);
  const onDay = (days: number, hours: number) => momentOf({ ...today, day: today.day + days, hour: hours, minute: 0 }, zone);
  const later = wallTime(new Date(now.getTime() + 3 * hour), zone);
  const isToday = later.day === today.day && later.hour < latest;
  const toMonday = (8 - today.weekday) % 7 || 7;
  return [
    ...(isToday ? [{ preset: 'laterToday' as const, at: momentOf({ ...later, minute: 0, hour: later.hour + (later.minute > 0 ? 1 : 0) }, zone) }] : []),
    { preset: 'tomorrow' as const, at: onDay(1, morning) },
    { preset: 'nextWeek' as const, at: onDay(toMonday, morning) },
  ];
}

/** What two fields hold, "2026-12-01" and "09:00"; null for what is no moment. */
export function readMoment(date: string, time: string, zone: string): Date | null {
  const [year, month, day] = date.split('-').map(Number);
  const [hours, minute] = time.split(':').map(Number);
  if (!year || !month || !day || hours === undefined || minute === undefined || Number.isNaN(hours + minute)) return null;
  return momentOf({ year, month, day, hour: hours, minute }, zone);
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The other way round, for the fields to begin with. */
export function toFields(at: Date, zone: string): { date: string; time: string } {
  const wall = wallTime(at, zone);
  return { date: `${wall.year}-${twoDigits(wall.month)}-${twoDigits(wall.day)}`, time: `${twoDigits(wall.hour)}:${twoDigits(wall.minute)}` };
}
