/** Days are texts such as 2026-12-31, in one time zone; they come in the order of their letters. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Tells the day of a moment (ms) on that zone's calendar. */
export function dayIn(timeZone: string): (at: number) => string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return (at) => format.format(at);
}

const dayMs = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  return dayOf(at(day) + days * dayMs);
}

/** How many days a period has, both its ends among them. */
export function daysBetween(since: string, until: string): number {
  return Math.round((at(until) - at(since)) / dayMs) + 1;
}

/** As long a period, just before this one. */
export function periodBefore({ since, until }: { since: string; until: string }): { since: string; until: string } {
  return { since: addDays(since, -daysBetween(since, until)), until: addDays(since, -1) };
}

export const steps = ['day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];

/** So that a chart has no more marks than the eye can part. */
export function stepFor(since: string, until: string): Step {
  const days = daysBetween(since, until);
  return days <= 31 ? 'day' : days <= 190 ? 'week' : 'month';
}

/** The first day of the week (Monday) or month that a day lies in. */
export function startOf(step: Step, day: string): string {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7));
}

/** The starts of all steps of a period; the first one may lie before it. */
export function startsOf(step: Step, since: string, until: string): string[] {
  const starts: string[] = [];
  for (let start = startOf(step, since); start <= until; start = next(step, start)) starts.push(start);
  return starts;
}

function next(step: Step, start: string): string {
  return step === 'month' ? startOf('month', addDays(start, 32)) : addDays(start, step === 'week' ? 7 : 1);
}
