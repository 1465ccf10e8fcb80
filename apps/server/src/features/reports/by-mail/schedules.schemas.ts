import { z } from 'zod';
import { anyLanguage, id, moment } from '../../../platform/http/shapes.ts';
import { agentRef, ticketChannels, ticketKinds } from '../../tickets/index.ts';
import { everies } from './slots.rules.ts';

/** For one person. */
export const mostSchedules = 20;

const orNone = z.union([z.literal('none'), id]);
export const scheduleFilter = z
  .strictObject({
    brand: id.optional(),
    team: orNone.optional(),
    assignee: orNone.optional(),
    tier: z.int().min(1).max(3).optional(),
    topic: orNone.optional(),
    channel: z.enum(ticketChannels).optional(),
    language: z.union([z.literal('none'), anyLanguage]).optional(),
    kind: z.enum(ticketKinds).optional(),
  })
  .describe('As of a report');
export type ScheduleFilter = z.infer<typeof scheduleFilter>;

export const createScheduleBody = z.strictObject({
  every: z.enum(everies).describe('`day`: of the day before; `week`: on Mondays, of the week before; `month`: on the first, of the month before'),
  hour: z.int().min(0).max(23).describe('In the time zone of whoever gets it'),
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
  filter: scheduleFilter.default({}),
  agent: id.optional().describe('Who gets it, as far as they see: yourself without it; administrators choose leads as well'),
});
export type CreateScheduleBody = z.infer<typeof createScheduleBody>;

export const scheduleShape = z
  .object({
    id,
    every: z.enum(everies),
    hour: z.int(),
    format: z.enum(['csv', 'xlsx']),
    filter: scheduleFilter,
    agent: agentRef.describe('Who gets it'),
    made_by: agentRef,
    time_zone: z.string().describe('Of whoever gets it'),
    next_at: moment.nullable(),
    last_at: moment.nullable(),
  })
  .meta({ id: 'ReportSchedule' });
export const scheduleList = z.object({ items: z.array(scheduleShape), can_send: z.boolean().describe('Whether mail can leave this desk at all') });
