import { z } from 'zod';
import { id, moment } from '../../platform/http/shapes.ts';
import { ticketShape } from '../tickets/index.ts';

export const homeShape = z
  .object({
    waiting: z.object({ count: z.int().describe('Of the agent’s first 1,000'), tickets: z.array(ticketShape) }).describe('The agent’s open tickets on which the customer wrote last, longest waiting first'),
    mentions: z.array(z.object({ ticket: ticketShape, by: z.string().nullable(), at: moment })).describe('Notes that name the agent and are not read yet'),
    back: z.array(ticketShape).describe('Came back from a snooze since they were last read'),
    due: z.array(ticketShape).describe('Come back from a snooze before the day is over where the agent is'),
    changes: z
      .array(
        z.object({
          ticket: ticketShape,
          type: z.string(),
          actor: z.object({ type: z.enum(['agent', 'customer', 'system']), id: id.nullable(), name: z.string() }),
          data: z.record(z.string(), z.unknown()),
          created_at: moment,
        }),
      )
      .describe('What others did last on tickets that the agent owns or follows and has not read since'),
  })
  .meta({ id: 'Home' });

export const teamHomeShape = z
  .object({
    unassigned: z.array(ticketShape).describe('Nobody’s, untouched longest first'),
    unanswered: z.array(ticketShape).describe('The customer has waited longest'),
    loads: z.array(z.object({ agent: z.object({ id, name: z.string() }), count: z.int(), waiting: z.int().describe('Of them, with the customer’s word last'), capped: z.boolean() })).describe('Open tickets of each agent, at most 100 counted'),
  })
  .meta({ id: 'TeamHome' });
