import type { Language } from './languages.ts';

export interface Formats {
  /** "22 Nov 2026" */
  date(value: Date): string;
  /** "14:05" */
  time(value: Date): string;
  /** "22 Nov 2026, 14:05" */
  dateTime(value: Date): string;
  /** "22 Nov", with the year where it is another one */
  shortDate(value: Date): string;
  /** "Mon 09:00" */
  weekdayTime(value: Date): string;
  /** "1h 5m", "3m"; below a minute "0m" */
  duration(seconds: number): string;
  /** With the weekday and the time zone, for hovering */
  fullDateTime(value: Date): string;
  /** "now", "3 min. ago" up to a day; "yesterday", "3 Nov" or "3 Nov 2025" after it */
  relative(value: Date, now: Date): string;
  number(value: number): string;
  /** With every digit behind the point that it has, for values that people fill in */
  decimal(value: number): string;
  /** What somebody typed the way this language writes numbers; null when it is none */
  readDecimal(text: string): number | null;
  /** "2026-12-31" → "31 Dec 2026": a day of the calendar, the same in every time zone */
  day(date: string): string;
  /** "a, b and c" */
  list(values: readonly string[]): string;
  /** Bytes in powers of 1,000, as file managers count: "1.2 MB" */
  fileSize(bytes: number): string;
  /** Names in the order that this language's alphabet has */
  compare(one: string, other: string): number;
}

const minute = 60_000;
const hour = 60 * minute;
const dayLong = 24 * hour;
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** English is written with the day first and 24 hours, unless the browser asks for another English. */
function localeOf(language: Language, regional?: string): string {
  if (regional && regional.toLowerCase().split('-')[0] === language && isTag(regional)) return regional;
  return language === 'en' ? 'en-GB' : language;
}

/** Some systems tell their browsers tags such as "en-US@posix", which Intl refuses. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Formats by locale and time zone. `regional` is a tag such as "en-US" whose customs count if its language fits. */
export function createFormats(language: Language, timeZone?: string, regional?: string): Formats {
  const locale = localeOf(language, regional);
  const zone = { timeZone };
  const date = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short', year: 'numeric' });
  const shortDate = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short' });
  const time = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit' });
  const dateTime = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const full = new Intl.DateTimeFormat(locale, { ...zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  const weekdayTime = new Intl.DateTimeFormat(locale, { ...zone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const inUnit = (unit: 'hour' | 'minute') => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' });
  const [hours, minutes] = [inUnit('hour'), inUnit('minute')];
  const dayKey = new Intl.DateTimeFormat('sv', zone);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });
  const part = (type: string) => decimal.formatToParts(1_234_567.5).find((each) => each.type === type)?.value;
  const [point, group] = [part('decimal') ?? '.', part('group')];
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });

  function relativeTime(value: Date, now: Date): string {
    const gone = now.getTime() - value.getTime();
    const size = Math.abs(gone);
    const sign = gone >= 0 ? -1 : 1;
    if (size < minute) return relative.format(0, 'second');
    if (size < hour) return relative.format(sign * Math.floor(size / minute), 'minute');
    if (size < dayLong) return relative.format(sign * Math.floor(size / hour), 'hour');
    if (gone > 0 && dayKey.format(value) === dayKey.format(new Date(now.getTime() - dayLong))) return relative.format(-1, 'day');
    const sameYear = dayKey.format(value).slice(0, 4) === dayKey.format(now).slice(0, 4);
    return (sameYear ? shortDate : date).format(value);
  }

  function fileSize(bytes: number): string {
    const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1_000 ** power;
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: units[power] ?? 'byte',
      unitDisplay: power === 0 ? 'long' : 'short',
      maximumFractionDigits: power > 0 && value < 10 ? 1 : 0,
    }).format(value);
  }

  return {
    date: (value) => date.format(value),
    time: (value) => time.format(value),
    dateTime: (value) => dateTime.format(value),
    shortDate: (value) => (dayKey.format(value).slice(0, 4) === dayKey.format(new Date()).slice(0, 4) ? shortDate : date).format(value),
    weekdayTime: (value) => weekdayTime.format(value),
    duration(seconds) {
      const whole = Math.floor(seconds / 60);
      const ofHours = whole >= 60 ? hours.format(Math.floor(whole / 60)) : '';
      return [ofHours, ofHours === '' || whole % 60 > 0 ? minutes.format(whole % 60) : ''].filter(Boolean).join(' ');
    },
    fullDateTime: (value) => full.format(value),
    relative: relativeTime,
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
    readDecimal(text) {
      const plain = text.replaceAll(/[\s\u00a0\u202f’']/g, '').replace('−', '-');
      // The other mark parts thousands where it stands as this language sets it; else somebody took it for the point.
      const other = point === ',' ? '.' : ',';
      const parts = other === group && /^-?\d{1,3}(?:[.,]\d{3})+(?![.,]\d)/.test(plain) ? '' : plain.includes(point) ? '' : point;
      const digits = plain.replaceAll(other, parts).replace(point, '.');
      return /^-?(?:\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
    },
    day: (value) => day.format(new Date(`${value}T00:00:00Z`)),
    list: (values) => list.format(values),
    fileSize,
    compare: (one, other) => collator.compare(one, other),
  };
}
