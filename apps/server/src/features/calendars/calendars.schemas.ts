import { z } from 'zod';
import { country, id, line, moment, optionalLine, pageQuery, timeZone } from '../../platform/http/shapes.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const endTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const span = z.strictObject({ from: clockTime, to: endTime.describe('At or before `from`: on the day after') });
export type Span = z.infer<typeof span>;

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** In order and apart; only the last may run over midnight. */
const daySpans = z
  .array(span)
  .max(6)
  .refine(
    (spans) => spans.every(({ from, to }, index) => from !== to && (index === spans.length - 1 || from < to) && (index === 0 || minutes(spans[index - 1]!.to) <= minutes(from))), // the one before
    'Spans are in order and apart, and only the last of a day runs over midnight',
  );

/** Seven lists of spans, Monday first. */
export const weekHours = z.array(daySpans).length(7).describe('When the desk is staffed, in its time zone: seven lists of spans, Monday first; gaps are breaks');
export type WeekHours = z.infer<typeof weekHours>;

/** A leap year's days; what lasts longer is another week, not an exception. */
const mostDays = 366;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const isoDate = z.iso.date().refine((date) => date >= '1970-01-01' && date < '2200-01-01', 'A date between 1970 and 2199');

export const exceptionShape = z
  .strictObject({
    date: isoDate.describe('The day, or the first of several'),
    until: isoDate.nullable().default(null).describe('The last of several days'),
    yearly: z.boolean().default(false).describe('On the same days of every year'),
    name: optionalLine(100).default(''),
    hours: daySpans.default([]).describe('None: closed'),
  })
  .refine(({ date, until }) => until === null || (until >= date && daysBetween(date, until) < mostDays), 'It ends after it begins, within a year')
  .meta({ id: 'CalendarException' });
export type Exception = z.infer<typeof exceptionShape>;

const rules = z.array(z.string().min(1).max(200).regex(/^[^\0\r\n]*$/)).max(100).default([]);

/** Whose public holidays are days off. */
export const holidaySource = z.strictObject({
  country,
  region: z.string().min(1).max(20).regex(/^[A-Za-z0-9-]+$/).nullable().default(null).describe('A state, canton or the like, as the list of countries names it'),
  left_out: rules.describe('Public holidays and bank holidays on which the desk is open as usual, by their `rule`'),
  taken_in: rules.describe('Optional holidays on which it is closed all the same, by their `rule`'),
});
export type HolidaySource = z.infer<typeof holidaySource>;

export const holidayShape = z.object({
  date: z.iso.date(),
  rule: z.string().describe('How its date is found; the same every year'),
  type: z.enum(['public', 'bank', 'optional']).describe('`bank`: banks and offices are closed; `optional`: some are'),
  names: z.record(z.string(), z.string()).describe('By language'),
});
export type Holiday = z.infer<typeof holidayShape>;

/** What the calculator needs to know. */
export type CalendarHours = { timeZone: string; week: WeekHours | null; holidays: readonly Holiday[]; exceptions: readonly Exception[] };

const usedBy = z.object({ type: z.enum(['brand', 'agent']), id, name: z.string() });

export const calendarShape = z
  .object({
    id,
    name: z.string().describe('Empty: the usual hours of the desk'),
    is_default: z.boolean().describe('Counts for every brand that names no other'),
    time_zone: z.string().nullable().describe('Null: the workspace’s'),
    week: weekHours.nullable().describe('Null: nobody has said; open around the clock'),
    holidays: holidaySource.nullable().describe('Null: no public holidays'),
    exceptions: z.array(exceptionShape),
    used_by: z.array(usedBy).describe('Brands that you see, and agents who work by it; a hundred of each at most'),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Calendar' });

export const calendarListQuery = z.strictObject({ ...pageQuery });

const fields = {
  time_zone: timeZone.nullable(),
  week: weekHours.nullable(),
  holidays: holidaySource.nullable(),
  exceptions: z.array(exceptionShape).max(400),
};

export const createCalendarBody = z.strictObject({
  name: line(100),
  time_zone: fields.time_zone.optional(),
  week: fields.week.optional(),
  holidays: fields.holidays.optional(),
  exceptions: fields.exceptions.optional(),
});
export type CreateCalendarBody = z.infer<typeof createCalendarBody>;

export const updateCalendarBody = z.strictObject({
  name: optionalLine(100).optional(),
  is_default: z.literal(true).optional().describe('Makes it the default; the former one is that no more'),
  time_zone: fields.time_zone.optional(),
  week: fields.week.optional(),
  holidays: fields.holidays.optional(),
  exceptions: fields.exceptions.optional().describe('All of them'),
});
export type UpdateCalendarBody = z.infer<typeof updateCalendarBody>;

/** Hours that are not saved yet, to look at. */
export const previewBody = z.strictObject({
  time_zone: fields.time_zone.default(null),
  week: fields.week.default(null),
  holidays: fields.holidays.default(null),
  exceptions: fields.exceptions.default([]),
  year: z.int().min(1970).max(2190).optional().describe('Of `days`; without it, this year'),
});
export type PreviewBody = z.infer<typeof previewBody>;

const stretch = z.object({ opens: moment, closes: moment.nullable().describe('Null: it does not close') });

export const previewShape = z
  .object({
    time_zone: z.string(),
    open_now: z.boolean(),
    current: stretch.nullable().describe('Until when it is open, if it is'),
    next: z.array(stretch).describe('The openings that come'),
    week_hours: z.number().describe('Open hours of a usual week'),
    days: z
      .array(z.object({ date: z.iso.date(), reason: z.enum(['holiday', 'exception']), open: z.boolean(), names: z.record(z.string(), z.string()).describe('By language; an exception’s under `own`') }))
      .describe('Days of the year that differ from the week'),
    holidays: z.array(holidayShape).describe('The public holidays of the year, also those left out'),
  })
  .meta({ id: 'CalendarPreview' });

export const holidayCountriesShape = z
  .object({ items: z.array(z.object({ country: z.string(), regions: z.array(z.object({ code: z.string(), name: z.string() })) })) })
  .meta({ id: 'HolidayCountries' });
