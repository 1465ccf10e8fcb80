import type { Language } from '@ombud/i18n';
import { momentOf, wallTime, type WallTime } from '../../snooze/snooze-times.ts';
import { fold } from './fold.ts';
import { whenWords, type WhenWords } from './words.ts';

/** A day by its end ("2026-12-03"), or a moment, of a slot its end. */
export type When = { day: string } | { at: Date; from: Date | null };

/** No sentence is longer; what reads it looks at each place a few times. */
const longest = 600;

type Clock = { hour: number; minute: number };
type Day = { year: number; month: number; day: number };

const patterns = new Map<Language, ReturnType<typeof compile>>();

function compile(words: WhenWords) {
  const any = (parts: string) => `(?:${parts})`;
  const re = (source: string) => new RegExp(source, 'g');
  const num = `(\\d{1,3}|${words.numbers.join('|')})`;
  const month = `(${words.months.join('|')})`;
  const units = `(?:(${any(words.minutes)})|(${any(words.hours)})|(${any(words.workDays)})|(${any(words.days)})|(${any(words.weeks)}))`;
  const notAmount = `(?!\\d|[.:/]\\d|\\s*(?:%|${units.replaceAll('((', '(?:(')}|${month.replace('(', '(?:')}|eur|euro|kr|zl|sek|dkk|usd|procent|por ciento|st\\b|pcs|gang|veces|razy)\\b)`;
  const clock = `(\\d{1,2})(?:\\s?[:.h]\\s?(\\d{2})(?!\\d))?\\s?(am|pm|a\\.m\\.?|p\\.m\\.?|h\\b|hrs\\b)?`;
  return {
    words,
    iso: re('\\b(\\d{4})-(\\d{2})-(\\d{2})\\b'),
    slash: re('\\b(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?\\b'),
    dots: re('\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}))?(?=\\s|$|[,!])'),
    dayMonth: re(`\\b(\\d{1,2})(?:st|nd|rd|th|:e|:a|\\.)?\\s+${words.of && `(?:${words.of})?`}${month}\\b\\.?`),
    monthDay: re(`\\b${month}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)`),
    between: re(`\\b${any(words.between)}\\s+(?:kl\\.?\\s*)?${clock}\\s+${any(words.and)}\\s+(?:kl\\.?\\s*)?${clock}${notAmount}`),
    dash: re(`\\b(?:${any(words.at)}\\s*)?(\\d{1,2})(?:[:.](\\d{2}))?\\s?-\\s?(\\d{1,2})[:.](\\d{2})\\b|\\b${any(words.at)}\\s*(\\d{1,2})\\s?-\\s?(\\d{1,2})\\b(?![-:./]\\d)`),
    halfHour: re(`\\b${any(words.within)}\\s+(?:ungefar |cirka |ca |okolo |about |around |unos |aproximadamente )?${any(words.halfHour)}\\b`),
    within: re(`\\b${any(words.within)}\\s+(?:hogst |max |maks |maximum |ungefar |cirka |ca\\.? |okolo |about |around |unos |unas |aproximadamente |mindre an |under |less than )?(?:${num}(?:\\s?-\\s?${num})?\\s+)?${units}\\b`),
    at: re(`\\b${any(words.at)}\\s*${clock}${notAmount}`),
    bare: re('\\b(\\d{1,2})[:.](\\d{2})(?!\\d|\\.\\d|-\\d)\\s?(am|pm|a\\.m\\.?|p\\.m\\.?)?|\\b(\\d{1,2})\\s?(am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z])'),
    noon: re(`\\b${any(words.noon)}\\b`),
    morning: re(`\\b${any(words.morning)}(?![a-z])`),
    afternoon: re(`\\b${any(words.afternoon)}(?![a-z])`),
    evening: re(`\\b${any(words.evening)}(?![a-z])`),
    dayAfter: re(`\\b${any(words.dayAfter)}\\b`),
    tomorrow: re(`\\b${any(words.tomorrow)}\\b`),
    today: re(`\\b${any(words.today)}\\b`),
    endOfWork: re(`\\b${words.endOfWork}\\b`),
    endOfDay: re(`\\b${words.endOfDay}\\b`),
    endOfMonth: re(`\\b${words.endOfMonth}\\b`),
    nextWeek: re(`\\b${words.nextWeek}\\b`),
    thisWeek: re(`\\b${words.thisWeek}\\b`),
    weekdays: words.weekdays.map((names) => re(`\\b(?:(${any(words.next)})\\s+)?(?:${names})\\b(?!\\s+(?:is|ar|es|er|jest)\\b)`)),
  };
}

type Compiled = ReturnType<typeof compile>;

function patternsOf(language: Language): Compiled {
  let found = patterns.get(language);
  if (!found) patterns.set(language, (found = compile(whenWords[language])));
  return found;
}

/**
 * The day or the moment that a text names in this language ("tomorrow at 15", "på torsdag", "w ciągu dwóch godzin"), for
 * somebody in `zone`. Null where it names none, or one that is over.
 */
export function readWhen(text: string, language: Language, now: Date, zone: string): When | null {
  const p = patternsOf(language);
  let rest = ` ${fold(text).slice(0, longest)} `;
  /** The first match, which nothing else may read after it. */
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = 0;
    const match = pattern.exec(rest);
    if (match) rest = `${rest.slice(0, match.index)} ; ${rest.slice(match.index + match[0].length)}`;
    return match;
  };
  const today = wallTime(now, zone);
  const at = (day: Day, clock: Clock) => momentOf({ ...day, ...clock }, zone);

  const soon = readSpan(p, take, now, today);
  if (soon) return soon instanceof Date ? { at: soon, from: null } : inFuture(soon, null, null);

  const slot = readSlot(p, take);
  const time = slot ? null : readClock(p, take);
  const date = readDate(p, take, today);
  const isPart = (pattern: RegExp) => take(pattern) !== null;
  const part = isPart(p.evening) ? 'evening' : isPart(p.afternoon) ? 'afternoon' : isPart(p.noon) ? 'noon' : isPart(p.endOfWork) ? 'work' : isPart(p.morning) ? 'morning' : null;
  const day = date ?? readDay(p, take, today, isPart);

  if (slot) return inFuture(day ?? todayOr(slot[1]), slot[1], slot[0]);
  if (time) {
    const hour = time.hour < 12 && (part === 'afternoon' || part === 'evening') ? time.hour + 12 : time.hour;
    const clock = { hour, minute: time.minute };
    return inFuture(day ?? todayOr(clock), clock, null);
  }
  if (part) {
    const clock = { hour: { morning: 12, noon: 12, work: 17, afternoon: 17, evening: 21 }[part], minute: 0 };
    if (!day && part === 'morning') return null;
    return inFuture(day ?? dayOf(today), clock, null);
  }
  return day && inFuture(day, null, null);

  /** Of a time without a day: today, or tomorrow when it is over. */
  function todayOr(clock: Clock): Day {
    return at(dayOf(today), clock) > now ? dayOf(today) : plusDays(today, 1);
  }

  function inFuture(on: Day, clock: Clock | null, from: Clock | null): When | null {
    if (!clock) return asUtc(on) < asUtc(dayOf(today)) ? null : { day: isoOf(on) };
    const end = at(on, clock);
    return end > now ? { at: end, from: from && at(on, from) } : null;
  }
}

type Take = (pattern: RegExp) => RegExpExecArray | null;

/** "within two hours", "in three working days". */
function readSpan(p: Compiled, take: Take, now: Date, today: WallTime & { weekday: number }): Date | Day | null {
  if (take(p.halfHour)) return new Date(now.getTime() + 30 * 60_000);
  const match = take(p.within);
  if (!match) return null;
  const [, first, last, minutes, hours, workDays, days, weeks] = match;
  const count = numberOf(p.words, last ?? first) ?? 1;
  if (minutes) return new Date(now.getTime() + count * 60_000);
  if (hours) return new Date(now.getTime() + count * 3_600_000);
  if (workDays) return plusWorkDays(today, count);
  if (days) return plusDays(today, count);
  return weeks ? plusDays(today, 7 * count) : null;
}

function numberOf(words: WhenWords, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text);
  const at = words.numbers.findIndex((names) => names.split('|').includes(text));
  return at < 0 ? null : at + 1;
}

function clockOf(hour: string | undefined, minute: string | undefined, half: string | undefined): Clock | null {
  const given = Number(hour);
  const minutes = Number(minute ?? 0);
  if (hour === undefined || given > 24 || minutes > 59) return null;
  const isAfternoon = half?.startsWith('p') || (!half && minute === undefined && given >= 1 && given <= 6);
  const hours = isAfternoon && given < 12 ? given + 12 : half?.startsWith('a') && given === 12 ? 0 : given;
  return hours === 24 ? { hour: 23, minute: 59 } : { hour: hours, minute: minutes };
}

function readSlot(p: Compiled, take: Take): [Clock, Clock] | null {
  const match = take(p.between);
  const dash = match ? null : take(p.dash);
  const [from, to] = match
    ? [clockOf(match[1], match[2], match[3] ?? match[6]), clockOf(match[4], match[5], match[6])]
    : dash
      ? [clockOf(dash[1] ?? dash[5], dash[2], undefined), clockOf(dash[3] ?? dash[6], dash[4], undefined)]
      : [null, null];
  return from && to && to.hour * 60 + to.minute > from.hour * 60 + from.minute ? [from, to] : null;
}

function readClock(p: Compiled, take: Take): Clock | null {
  const match = take(p.at);
  if (match) return clockOf(match[1], match[2], match[3]);
  const bare = take(p.bare);
  return bare && clockOf(bare[1] ?? bare[4], bare[2], bare[3] ?? bare[5]);
}

function readDate(p: Compiled, take: Take, today: WallTime): Day | null {
  const iso = take(p.iso);
  if (iso) return checked({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const named = take(p.dayMonth);
  if (named) return coming(today, monthOf(p.words, named[2]), Number(named[1]));
  const turned = take(p.monthDay);
  if (turned) return coming(today, monthOf(p.words, turned[1]), Number(turned[2]));
  const written = take(p.slash) ?? take(p.dots);
  if (!written) return null;
  const year = written[3] === undefined ? null : Number(written[3]);
  return year === null ? coming(today, Number(written[2]), Number(written[1])) : checked({ year: year < 100 ? 2000 + year : year, month: Number(written[2]), day: Number(written[1]) });
}

const monthOf = (words: WhenWords, name: string | undefined) => words.months.findIndex((names) => names.split('|').includes(name ?? '')) + 1;

function readDay(p: Compiled, take: Take, today: WallTime & { weekday: number }, is: (pattern: RegExp) => boolean): Day | null {
  if (is(p.dayAfter)) return plusDays(today, 2);
  const isNextWeek = is(p.nextWeek);
  for (const [weekday, pattern] of p.weekdays.entries()) {
    const match = take(pattern);
    if (!match) continue;
    const ahead = (weekday - today.weekday + 7) % 7 || 7;
    // Weeks begin on Monday.
    const inNext = ((weekday + 6) % 7) + 7 - ((today.weekday + 6) % 7);
    return plusDays(today, match[1] || isNextWeek ? inNext : ahead);
  }
  if (isNextWeek) return plusDays(today, 11 - ((today.weekday + 6) % 7));
  if (is(p.tomorrow)) return plusDays(today, 1);
  if (is(p.today) || is(p.endOfDay)) return dayOf(today);
  if (is(p.thisWeek)) return plusDays(today, today.weekday >= 1 && today.weekday <= 5 ? 5 - today.weekday : (12 - today.weekday) % 7);
  return is(p.endOfMonth) ? dayOf(fromUtc(Date.UTC(today.year, today.month, 0))) : null;
}

const asUtc = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);
function fromUtc(ms: number): Day {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
const dayOf = ({ year, month, day }: Day): Day => ({ year, month, day });
const plusDays = (from: Day, days: number): Day => fromUtc(asUtc(from) + days * 86_400_000);
const isoOf = ({ year, month, day }: Day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function plusWorkDays(from: Day, days: number): Day {
  let at = dayOf(from);
  for (let left = Math.min(days, 100); left > 0; ) {
    at = plusDays(at, 1);
    const weekday = new Date(asUtc(at)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

/** A day that there is in the calendar. */
function checked(day: Day): Day | null {
  return day.month >= 1 && day.month <= 12 && isoOf(fromUtc(asUtc(day))) === isoOf(day) ? day : null;
}

/** Without a year: the next one. */
function coming(today: Day, month: number, day: number): Day | null {
  const here = checked({ year: today.year, month, day });
  return here && asUtc(here) < asUtc(dayOf(today)) ? checked({ ...here, year: today.year + 1 }) : here;
}
