import { languages } from '@ombud/i18n';
import { z } from 'zod';
import { id, longText, moment, pageQuery } from '../../platform/http/shapes.ts';
import { updateTicketBody } from '../tickets/index.ts';
import { limits } from './limits.ts';

export const bulkStatuses = ['running', 'done', 'stopped', 'failed'] as const;
export const outcomes = ['changed', 'unchanged', 'refused', 'left'] as const;

const { priority, kind, folder, team, assignee, brand, add_tags, remove_tags } = updateTicketBody.shape;

/** What can be set on many tickets at once, as PATCH /tickets takes it. Nothing closes in bulk: that is for good. */
export const bulkChange = z
  .strictObject({ status: z.enum(['open', 'pending', 'on_hold', 'solved']).optional(), priority, kind, folder, team, assignee, brand, add_tags, remove_tags })
  .meta({ id: 'BulkChangeValues' });
export type BulkChange = z.infer<typeof bulkChange>;

export const createBulkBody = z.strictObject({
  change: bulkChange,
  tickets: z.array(id).min(1).max(limits.named).optional().describe('Numbers. Either these, or `filter`, or `view`'),
  filter: longText(4_000)
    .optional()
    .describe(`The query of GET /api/v1/tickets, such as \`status=new,open&assignee=none\`: all that fits at this moment, at most ${limits.tickets.toLocaleString('en')}. With \`mentioned=me\` only \`folder\` beside it. With \`view\`: \`q\` and \`field\`, as beside that view's tickets. What is not known in it is refused`),
  view: z
    .strictObject({ id, updated_at: moment.describe('As the view was answered: one that has been changed since is refused') })
    .optional()
    .describe('A saved view: all that it holds for you at this moment'),
});
export type CreateBulkBody = z.infer<typeof createBulkBody>;

export const bulkShape = z
  .object({
    id,
    change: bulkChange.nullable().describe('Null of one that takes another back'),
    undoes: id.nullable().describe('The bulk change that it takes back'),
    undone_by: id.nullable().describe('The one that takes it back'),
    status: z.enum(bulkStatuses),
    error: z.enum(['not_allowed', 'failed']).nullable().describe('Of a failed one: its agent was deactivated or lost their role; or it did not get on'),
    progress: z.object({ done: z.int(), total: z.int() }).describe('Tickets'),
    counts: z
      .object({ changed: z.int(), unchanged: z.int(), refused: z.int(), left: z.int() })
      .describe('Tickets by what became of them: `unchanged` were so already, `refused` could not be changed, `left` have been changed by somebody since and were not, or not wholly, put back'),
    made_by: z.object({ id, name: z.string() }),
    created_at: moment,
    finished_at: moment.nullable(),
  })
  .meta({ id: 'BulkChange' });

export const itemShape = z
  .object({
    ticket: z.object({ number: id, subject: z.string() }).nullable().describe('Null of one that you do not see any more'),
    outcome: z.enum(outcomes).nullable().describe('Null while it waits'),
    problem: z.object({ code: z.string(), fields: z.array(z.string()) }).nullable().describe('A code of our problem answers, or `changed_since` or `is_merged`; and the fields that it is about, or with `steps_missing` those steps'),
  })
  .meta({ id: 'BulkChangeItem' });

export const bulkListQuery = z.strictObject({ status: z.enum(bulkStatuses).optional(), ...pageQuery });
export const itemListQuery = z.strictObject({ outcome: z.enum(outcomes).optional(), ...pageQuery });
export const reportQuery = z.strictObject({ language: z.enum(languages).default('en').describe('Of the reasons; `;` is between the cells where its decimal sign is a comma') });
