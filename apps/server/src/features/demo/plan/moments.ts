import type { DemoLanguage } from '../texts/texts.types.ts';
import type { Random } from './random.ts';

const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

// The firm works from 8 to 17 in Stockholm; UTC is near enough for a demo.
const opens = 7;
const closes = 16;

export function isAtWork(at: Date): boolean {
  const weekday = at.getUTCDay();
  return weekday !== 0 && weekday !== 6 && at.getUTCHours() >= opens && at.getUTCHours() < closes;
}

/** The moment itself if the firm works then, else one early on the next working day. */
export function atWork(at: Date, random: Random): Date {
  if (isAtWork(at)) return at;
  const next = new Date(at);
  if (at.getUTCHours() >= closes) next.setUTCDate(next.getUTCDate() + 1);
  while (next.getUTCDay() === 0 || next.getUTCDay() === 6) next.setUTCDate(next.getUTCDate() + 1);
  next.setUTCHours(opens, random.between(3, 170), random.between(0, 59), random.between(0, 999));
  return next;
}

/** People write from six in the morning until late in the evening. */
export function awake(at: Date, random: Random): Date {
  if (at.getUTCHours() >= 5 && at.getUTCHours() < 21) return at;
  const next = new Date(at);
  if (at.getUTCHours() >= 21) next.setUTCDate(next.getUTCDate() + 1);
  next.setUTCHours(random.between(5, 8), random.between(0, 59), random.between(0, 59), random.between(0, 999));
  return next;
}

export function after(at: Date, leastHours: number, mostHours: number, random: Random): Date {
  return new Date(at.getTime() + (leastHours + random.next() * (mostHours - leastHours)) * hour);
}

/** A working day so many days on (or back). */
export function workingDay(at: Date, days: number): Date {
  const found = new Date(at.getTime() + days * day);
  while (found.getUTCDay() === 0 || found.getUTCDay() === 6) found.setUTCDate(found.getUTCDate() + 1);
  return found;
}

/** The day of a moment somewhere, such as 2026-12-31. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

const locales: Record<DemoLanguage, string> = { en: 'en-GB', sv: 'sv-SE', es: 'es-ES', da: 'da-DK', pl: 'pl-PL' };

/** "Tuesday 14 October". In Polish without the weekday, whose case would depend on the sentence. */
export function dayInWords(language: DemoLanguage, at: Date): string {
  const weekday = language === 'pl' ? {} : ({ weekday: 'long' } as const);
  return formatter(language, { ...weekday, day: 'numeric', month: 'long' }).format(at).replace(',', '');
}

/** As mail programs write it above a quote. */
export function momentInWords(language: DemoLanguage, at: Date): string {
  return formatter(language, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes far longer than using it. */
function formatter(language: DemoLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.keys(options).join()}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  formatters.set(key, known);
  return known;
}
