/** Clock times in the agent's time zone: presets of "send later", and what somebody types into a date and a time field. */
const minute = 60_000;

export type WallTime = { year: number; month: number; day: number; hour: number; minute: number };

/** What clocks in the zone show at this moment. */
export function wallTime(at: Date, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

const asUtc = ({ year, month, day, hour, minute: minutes }: WallTime) => Date.UTC(year, month - 1, day, hour, minutes);

/** The moment at which clocks in the zone show this; of a time that a change of clocks leaves out, as much later as the change. */
export function momentOf(wall: WallTime, timeZone: string): Date {
  const wanted = asUtc(wall);
  let at = wanted;
  // The offset at the first guess may be another one than at the moment itself.
  for (let round = 0; round < 3; round += 1) {
    const shown = asUtc(wallTime(new Date(at), timeZone));
    if (shown === wanted) break;
    at += wanted - shown;
  }
  return new Date(at);
}

/** "2026-11-27" and "09:00" as the fields of a form have them. */
export function fieldsOf(at: Date, timeZone: string): { date: string; time: string } {
  const wall = wallTime(at, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return { date: `${wall.year}-${two(wall.month)}-${two(wall.day)}`, time: `${two(wall.hour)}:${two(wall.minute)}` };
}

/** Null while one of them is not filled in. */
export function readFields({ date, time }: { date: string; time: string }, timeZone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(`${date}T${time}`);
  if (!match) return null;
  const [year, month, day, hour, minutes] = match.slice(1).map(Number) as [number, number, number, number, number];
  return momentOf({ year, month, day, hour, minute: minutes }, timeZone);
}

export type Preset = { key: 'hours' | 'thisAfternoon' | 'tomorrow' | 'monday' | 'week'; at: Date };

/** Times that people mean by their names; the same one does not come twice, nothing is in less than a quarter of an hour. */
export function presets(now: Date, timeZone: string): Preset[] {
  const today = wallTime(now, timeZone);
  const on = (days: number, hour: number) => {
    const day = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
    return momentOf({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate(), hour, minute: 0 }, timeZone);
  };
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const all: Preset[] = [
    { key: 'hours', at: new Date(Math.ceil((now.getTime() + 2 * 60 * minute) / (5 * minute)) * 5 * minute) },
    { key: 'thisAfternoon', at: on(0, 15) },
    { key: 'tomorrow', at: on(1, 9) },
    { key: 'monday', at: on((8 - weekday) % 7 || 7, 9) },
    { key: 'week', at: on(7, 9) },
  ];
  const soon = now.getTime() + 15 * minute;
  return all.filter(({ key, at }, index) => at.getTime() > soon && all.findIndex((other) => other.at.getTime() === at.getTime()) === index && !(key === 'monday' && weekday === 0));
}
