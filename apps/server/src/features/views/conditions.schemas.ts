import { z } from 'zod';
import { anyLanguage, id } from '../../platform/http/shapes.ts';
import { ticketChannels, ticketFolders, ticketKinds, ticketPriorities, ticketStatuses } from '../tickets/index.ts';

/**
 * What a view can ask of a ticket: this list and no other. Several values of one condition mean any of them, several
 * conditions mean all of them. Every value is a word of a closed list, an id, or text that is only ever a parameter.
 */

const few = <T extends z.core.$ZodType>(item: T, most = 20) => z.array(item).min(1).max(most);
const tag = z.string().trim().toLowerCase().min(1).max(50).regex(/^[^\0\s,]+$/, 'No spaces or commas');
const span = z.int().min(1).max(3650);

/** A moment on the ticket: between two days, or older or newer than so many hours or days. */
const when = z
  .strictObject({
    from: z.iso.date().optional().describe('This day or later'),
    to: z.iso.date().optional().describe('This day or earlier'),
    older_than: z.strictObject({ count: span, unit: z.enum(['hours', 'days']) }).optional(),
    newer_than: z.strictObject({ count: span, unit: z.enum(['hours', 'days']) }).optional(),
  })
  .refine((value) => Object.keys(value).length > 0, 'One of from, to, older_than, newer_than')
  .describe('In UTC');
export type When = z.infer<typeof when>;

export const conditionsShape = z
  .strictObject({
    folder: z.enum(ticketFolders).optional().describe('`inbox` without it'),
    status: few(z.enum(ticketStatuses), 6).optional(),
    brand: few(id).optional(),
    team: few(z.union([z.enum(['mine', 'none']), id])).optional().describe('Ids of teams, `mine`: those of who reads, `none`'),
    assignee: few(z.union([z.enum(['me', 'none']), id])).optional().describe('Ids of agents, `me`: who reads, `none`'),
    priority: few(z.enum(ticketPriorities), 4).optional(),
    kind: few(z.enum(ticketKinds), 6).optional(),
    channel: few(z.enum(ticketChannels), 8).optional(),
    language: few(anyLanguage).optional(),
    tag: few(tag).optional().describe('Any of these'),
    without_tag: few(tag).optional().describe('None of these'),
    requester: few(id, 5).optional(),
    organization: few(id, 5).optional(),
    topic: few(id, 10).optional().describe('Topics of wrap-ups, by id; each with all that hangs on it'),
    field: few(z.string().max(300).regex(/^[a-z][a-z0-9_]{0,49}:[^\0]+$/), 5).optional().describe('As `field` of the list of tickets'),
    created: when.optional(),
    updated: when.optional(),
    last_message: when.optional(),
    last_from: z.enum(['customer', 'us']).optional().describe('Who wrote last; notes and side conversations do not count'),
    sla: few(z.enum(['breached', 'at_risk']), 2).optional().describe('A promised time is broken, or is soon due and has been warned of'),
    promise: z.enum(['any', 'within_day', 'overdue']).optional().describe('A promise to the customer is not kept yet; it is due within 24 hours or overdue; it is overdue'),
    escalated: z.literal(true).optional().describe('An escalation of it is open'),
    snoozed: z.enum(['no', 'only', 'any']).optional().describe('`no` without it'),
    followed: z.literal(true).optional().describe('Who reads follows it'),
  })
  .meta({ id: 'ViewConditions' });
export type Conditions = z.infer<typeof conditionsShape>;

/** Whether the answer depends on who reads. */
export function isPersonal({ assignee, team, followed }: Conditions): boolean {
  return followed === true || assignee?.includes('me') === true || team?.includes('mine') === true;
}
