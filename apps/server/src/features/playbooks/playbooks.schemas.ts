import { z } from 'zod';
import { id, line, moment, pageQuery } from '../../platform/http/shapes.ts';
import { guardedStatuses, stepEvents } from '../required-steps/index.ts';
import { agentRef, brandRef } from '../tickets/index.ts';
import { ticketConditions } from '../views/index.ts';

/** Steps of one playbook. */
export const mostSteps = 30;

const guarded = z.enum(guardedStatuses);
const optionKeys = z.array(z.string().max(50).regex(/^[a-z0-9][a-z0-9_]*$/));
const stepEvent = z.enum(stepEvents).describe('`reply`: an agent has written to the customer; `note`: a note was written; `promise`: something was promised; `callback`: the customer was called back as agreed; `wrap_up`: how it ended is written down');

/** What does a step; only what belongs to that is filled in. */
const stepParts = {
  id,
  text: z.string(),
  by: z.enum(['person', 'field', 'event']).describe('What does it: an agent says so; a custom field is filled in; something happened on the ticket'),
  field: z.string().nullable().describe('The key of the custom field'),
  options: z.array(z.string()).nullable().describe('Only these options do; a branch stands for all that hangs on it. Null: whatever is filled in'),
  event: stepEvent.nullable(),
};

export const playbookShape = z
  .object({
    id,
    name: z.string(),
    brand: brandRef.nullable().describe('Null: all brands. Never changes'),
    conditions: ticketConditions,
    guards: z.array(guarded).describe('A ticket does not get these statuses while a step is missing'),
    steps: z.array(z.object(stepParts).meta({ id: 'PlaybookStep' })).describe('In their order'),
    may_edit: z.boolean(),
    archived: z.boolean(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Playbook' });

export const playbookListQuery = z.strictObject({ show: z.enum(['active', 'archived', 'all']).default('active'), ...pageQuery });

const stepInput = z.strictObject({
  id: id.optional().describe('Of a step that is there, also of one that was taken out: what was done of it on tickets stays. A new one without it'),
  text: line(300).describe('What is to be done, as whoever does it reads it'),
  by: stepParts.by,
  field: z.string().max(50).regex(/^[a-z][a-z0-9_]*$/).optional().describe('With `by` field: its key'),
  options: optionKeys.min(1).max(20).optional().describe('With `by` field, of the types choice and tree: only these do'),
  event: stepEvent.optional().describe('With `by` event'),
});
export type StepInput = z.infer<typeof stepInput>;

const content = {
  guards: z.array(guarded).min(1).max(3),
  conditions: ticketConditions.describe('All of them; every ticket of the brand where there is none'),
  steps: z.array(stepInput).min(1).max(mostSteps),
};

export const createPlaybookBody = z.strictObject({
  name: line(100),
  brand: id.nullable().optional().describe('Null or left out: all brands, which takes somebody who sees them all'),
  ...content,
  guards: content.guards.default(['solved']),
  conditions: content.conditions.default({}),
});
export type CreatePlaybookBody = z.infer<typeof createPlaybookBody>;

export const updatePlaybookBody = z.strictObject({
  name: line(100).optional(),
  guards: content.guards.optional(),
  conditions: content.conditions.optional(),
  steps: content.steps.optional().describe('All of them, in their order; those that are left out are taken out'),
  archived: z.boolean().optional().describe('An archived one asks for nothing'),
  seen: moment.optional().describe('`updated_at` as the writer had it before them: if it has been changed since, nothing is written'),
});
export type UpdatePlaybookBody = z.infer<typeof updatePlaybookBody>;

export const ticketSteps = z
  .object({
    items: z.array(
      z
        .object({
          id,
          name: z.string(),
          brand: brandRef.nullable(),
          guards: z.array(guarded),
          steps: z.array(
            z
              .object({ ...stepParts, done: z.boolean(), done_by: agentRef.nullable().describe('Where a person did it'), done_at: moment.nullable() })
              .meta({ id: 'TicketStep' }),
          ),
        })
        .meta({ id: 'TicketPlaybook' }),
    ),
  })
  .meta({ id: 'TicketSteps' });

export const stepDoneBody = z.strictObject({ done: z.boolean() });
