import { z } from 'zod';
import { idInPath } from '../../platform/http/shapes.ts';
import { ticketChannels } from '../tickets/index.ts';

const number = (least: number, most: number) => z.coerce.number().pipe(z.number().min(least).max(most));
const whole = (least: number, most: number) => z.coerce.number().pipe(z.int().min(least).max(most));

const terms = {
  target: whole(1, 99).default(80).describe('Percent of calls to be answered …'),
  within_seconds: whole(0, 3600).default(20).describe('… within so many seconds'),
  shrinkage: whole(0, 80).default(30).describe('Percent of paid time that is breaks, meetings and absence'),
};

export const staffingQuery = z.strictObject({
  brand: idInPath.optional(),
  team: idInPath.optional().describe('Whose members are counted; everybody without it'),
  channel: z.enum(ticketChannels).default('phone'),
  weeks: whole(1, 26).default(8).describe('So many whole weeks up to the last one'),
  handling_seconds: whole(1, 36_000).optional().describe('What one takes; the average of the wrap-ups without it'),
  ...terms,
});

export const calculationQuery = z.strictObject({ calls_per_hour: number(0, 100_000), handling_seconds: whole(1, 36_000), ...terms });

const share = z.number().describe('0 to 1');
export const calculationShape = z
  .object({ agents: z.int(), planned: z.int().describe('With shrinkage'), load: z.number().describe('In erlangs: calls in progress at once, on average'), service_level: share, waits: share.describe('How many calls have to wait'), average_wait_seconds: z.number(), occupancy: share })
  .meta({ id: 'StaffingCalculation', description: 'Erlang C: calls come at random, wait in one line, and nobody hangs up' });

export const staffingShape = z
  .object({
    since: z.iso.date(),
    until: z.iso.date(),
    week: z.iso.date().describe('The Monday of the week that people are planned for: the coming one'),
    time_zone: z.string(),
    counting: z.int().nullable(),
    people: z.int().describe('Who could be on shift at all'),
    tickets: z.int().describe('That came in, in all those weeks'),
    handling: z.object({ seconds: z.number(), from: z.enum(['wrap_ups', 'given']) }).nullable().describe('Null: no wrap-up says it, and none was given; then nothing can be said of needs'),
    intervals: z
      .array(
        z.object({
          weekday: z.int().describe('0: Monday'),
          slot: z.int().describe('Half hours since midnight'),
          tickets: z.number().describe('On average'),
          needed: z.int().nullable().describe('At work at once'),
          planned: z.int().nullable().describe('On the roster, with shrinkage'),
          on_shift: z.int().describe('By working hours and time off, at its beginning'),
          reached: share.nullable().describe('Answered in time with those on shift'),
        }),
      )
      .length(336),
  })
  .meta({ id: 'Staffing', description: 'Erlang C is right for calls and chats, which wait in line for somebody; mail can be answered later' });
