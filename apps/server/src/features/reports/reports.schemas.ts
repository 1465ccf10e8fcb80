import { languages } from '@ombud/i18n';
import { z } from 'zod';
import { anyLanguage, id, idInPath, moment, page, pageQuery } from '../../platform/http/shapes.ts';
import { agentRef, brandRef, ticketChannels, ticketKinds, ticketStatuses } from '../tickets/index.ts';
import { degrees, type Degree } from '../wrap-ups/index.ts';
import { steps } from './days.rules.ts';
import { dimensions } from './measures.ts';

/** A report reads its days twice, for the period before. */
export const mostDays = 1_100;

const orNone = z.union([z.literal('none'), idInPath]);
export const reportFilter = {
  brand: idInPath.optional(),
  team: orNone.optional().describe('`none`: without a team'),
  assignee: orNone.optional().describe('`none`: nobody’s'),
  tier: z.coerce.number().pipe(z.int().min(1).max(3)).optional().describe('Of the assignee'),
  topic: orNone.optional().describe('Of the wrap-up; `none`: without one'),
  channel: z.enum(ticketChannels).optional(),
  language: z.union([z.literal('none'), anyLanguage]).optional().describe('Of the ticket'),
  kind: z.enum(ticketKinds).optional(),
};
const period = {
  since: z.iso.date().optional().describe('The first day, in the workspace’s time zone; 30 days in all without it'),
  until: z.iso.date().optional().describe('The last day, which counts as well; today without it'),
};

export const groupings = ['brand', ...dimensions] as const;
export type Grouping = (typeof groupings)[number];
const by = z.enum(groupings);

export const reportQuery = z.strictObject({ ...period, ...reportFilter });
export const breakdownQuery = z.strictObject({ ...period, ...reportFilter, by });
export const exportQuery = z.strictObject({
  ...period,
  ...reportFilter,
  by: by.optional().describe('Of CSV: taken apart by this, else by time; a workbook holds them all'),
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
  words: z.enum(languages).default('en').describe('The language of headings and of the file’s name; `language` is the tickets’'),
});

/** What a list of tickets can be asked for: each stands behind a number of the report. */
export const shows = [
  'tickets', 'open', 'first_replies', 'sla_met', 'sla_missed', 'promises_kept', 'promises_broken', 'solved', 'reopened', 'first_contact', 'resolved',
  'degree_solved', 'degree_partly', 'degree_worked_around', 'degree_not_solved', 'degree_withdrawn', 'timed', 'rated',
] as const;
export type Show = (typeof shows)[number];
export const ticketsQuery = z.strictObject({ ...period, ...reportFilter, show: z.enum(shows).default('tickets').describe('`open` goes by no period'), ...pageQuery });

const count = z.int();
const share = z.number().nullable().describe('0 to 1; null without any');
const duration = z
  .object({
    tickets: count,
    average_seconds: z.number().nullable(),
    average_open_seconds: z.number().nullable().describe('In opening hours'),
    median_seconds: z.number().nullable().describe('At most 5 % off'),
    p90_seconds: z.number().nullable().describe('Nine of ten took no longer; at most 5 % off'),
  })
  .nullable()
  .describe('Null where you may only see how many there were');

export const figuresShape = z
  .object({
    tickets: count.describe('That came in'),
    solved: count.describe('For the first time, whenever they came in'),
    open: count.describe('Now, whenever they came in'),
    first_reply: duration,
    resolution: duration,
    sla: z.object({ met: count, missed: count, share }).nullable().describe('Promised times of the tickets that came in'),
    promises: z.object({ kept: count, broken: count, share }).nullable().describe('Given to customers, on tickets that came in; kept late is broken'),
    reopened: z.object({ tickets: count, share }).nullable().describe('Of those that were solved'),
    first_contact: z.object({ tickets: count, share }).nullable().describe('Solved for good after at most one reply'),
    degrees: z.object(Object.fromEntries(degrees.map((degree) => [degree, count])) as Record<Degree, typeof count>).nullable().describe('Of wrap-ups'),
    effort: z.object({ tickets: count, minutes: count, average_minutes: z.number().nullable() }).nullable().describe('Of wrap-ups'),
    satisfaction: z.object({ answers: count, average: z.number().nullable().describe('Of 1 to 5') }).nullable(),
    replies: count.nullable().describe('Of ours, on tickets that came in'),
  })
  .meta({ id: 'ReportFigures' });

const told = {
  since: z.iso.date(),
  until: z.iso.date(),
  time_zone: z.string(),
  counting: z.int().nullable().describe('So many percent of the tickets are counted yet; null: all'),
  only: z.enum(['all', 'own', 'volume']).describe('What you may see of it: all; your own tickets; or only how many there were in your team'),
};
export const reportShape = z
  .object({
    ...told,
    figures: figuresShape,
    before: figuresShape.describe('Of as long a period just before'),
    step: z.enum(steps),
    series: z.array(z.object({ start: z.iso.date().describe('Of a week or month its first day, which may lie before the period; only its days in the period count'), figures: figuresShape })),
  })
  .meta({ id: 'Report' });

export const breakdownShape = z
  .object({
    ...told,
    by,
    rows: z
      .array(z.object({ value: z.string().nullable().describe('An id or a code; null: none'), label: z.string().nullable().describe('A name, where it has one'), figures: figuresShape }))
      .describe('Those with most tickets, at most 200'),
    more: z.boolean(),
  })
  .meta({ id: 'ReportBreakdown' });

export const reportTicketsShape = page(
  z
    .object({
      number: id,
      subject: z.string(),
      status: z.enum(ticketStatuses),
      brand: brandRef,
      assignee: agentRef.nullable(),
      requester: z.object({ id, name: z.string() }),
      created_at: moment,
      solved_on: z.iso.date().nullable(),
      first_reply_seconds: z.int().nullable(),
      resolution_seconds: z.int().nullable(),
    })
    .meta({ id: 'ReportTicket' }),
);
export type Figures = z.infer<typeof figuresShape>;
