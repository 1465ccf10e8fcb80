import { z } from 'zod';
import { id, line, moment, pageQuery } from '../../platform/http/shapes.ts';
import { automationActions } from '../actions/index.ts';
import { brandRef, ticketStatuses } from '../tickets/index.ts';
import { conditionsShape, isPersonal, sinces, textConditions } from '../views/index.ts';

/** Of a workspace, switched on or off. */
export const mostAutomations = 200;
/** Tickets that a test looks at. */
export const testWindow = 10_000;

/** What can set one off: this list and no other. */
export const triggerEvents = [
  'created', 'customer_replied', 'agent_replied', 'note_added', 'status_changed', 'assigned', 'team_changed', 'tag_added', 'changed', 'sla_warning', 'sla_breached', 'promise_due_soon', 'promise_broken', 'low_score',
] as const;
export type TriggerEvent = (typeof triggerEvents)[number];

export const triggerShape = z
  .discriminatedUnion('on', [
    z.strictObject({ on: z.literal('events'), events: z.array(z.enum(triggerEvents)).min(1).max(triggerEvents.length).describe('Any of these') }),
    z.strictObject({
      on: z.literal('time'),
      since: z.enum(sinces).describe('`customer_wrote` and `we_wrote`: if nobody has answered since; automatic mail does not count'),
      hours: z.int().min(1).max(8_760),
      business: z.boolean().optional().describe('Only hours in which the brand’s desk is open'),
    }),
  ])
  .meta({ id: 'AutomationTrigger' });
export type Trigger = z.infer<typeof triggerShape>;

/** Those of saved views but what depends on who reads, and words of subject and message. */
export const automationConditions = conditionsShape
  .omit({ followed: true })
  .extend(textConditions)
  .refine((value) => !isPersonal(value), { message: 'An automation is nobody: `me` and `mine` say nothing', path: ['assignee'] })
  .meta({ id: 'AutomationConditions' });
export type AutomationConditions = z.infer<typeof automationConditions>;

export const outcomes = ['done', 'unchanged', 'refused', 'stopped'] as const;

export const automationShape = z
  .object({
    id,
    name: z.string(),
    brand: brandRef.nullable().describe('Null: all brands. Never changes'),
    trigger: triggerShape,
    conditions: automationConditions,
    actions: automationActions,
    enabled: z.boolean(),
    enabled_at: moment.nullable().describe('What happened before is left alone'),
    broken: z.boolean().describe('Its conditions or actions are of another version: it does nothing until it is saved anew'),
    stopped_at: moment.nullable().describe('When it was last held back on a ticket because too much ran there'),
    runs: z.int(),
    last_run_at: moment.nullable(),
    may_edit: z.boolean(),
    archived: z.boolean(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Automation' });

export const automationListQuery = z.strictObject({ show: z.enum(['active', 'archived', 'all']).default('active'), ...pageQuery });

const content = { trigger: triggerShape, conditions: automationConditions, actions: automationActions };

export const createAutomationBody = z.strictObject({
  name: line(100),
  brand: id.nullable().optional().describe('Null or left out: all brands, which takes somebody who sees them all'),
  ...content,
  conditions: content.conditions.default({}),
});
export type CreateAutomationBody = z.infer<typeof createAutomationBody>;

export const updateAutomationBody = z.strictObject({
  name: line(100).optional(),
  trigger: content.trigger.optional(),
  conditions: content.conditions.optional(),
  actions: content.actions.optional(),
  enabled: z.boolean().optional().describe('A new one is off'),
  archived: z.boolean().optional().describe('An archived one is off'),
  seen: moment.optional().describe('`updated_at` as the writer had it before them: if it has been changed since, nothing is written'),
});
export type UpdateAutomationBody = z.infer<typeof updateAutomationBody>;

export const moveBody = z.strictObject({ to: z.enum(['up', 'down']).describe('By one place among those that are not archived') });

export const testBody = z.strictObject({
  brand: id.nullable().optional(),
  trigger: content.trigger,
  conditions: content.conditions.default({}),
  cursor: z.string().max(500).optional(),
});

export const testResult = z
  .object({
    looked_at: z.int().describe(`The newest tickets, at most ${testWindow}`),
    matched: z.int(),
    tickets: z.array(z.object({ number: id, subject: z.string(), status: z.enum(ticketStatuses) })).describe('Fifty of them, the newest first'),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'AutomationTest', description: 'The conditions asked of tickets as they are now; whether the event happened on them is not asked' });

export const runShape = z
  .object({
    id,
    automation: z.object({ id, name: z.string() }),
    ticket: z.object({ number: id, subject: z.string() }),
    outcome: z.enum(outcomes).describe('refused: nothing of it was done; stopped: too much ran on the ticket'),
    cause: z.string().describe('`event:` and its type, or `time`'),
    done: z.array(z.string()).describe('The actions that were taken'),
    problem: z.object({ code: z.string(), fields: z.array(z.string()).describe('Missing steps by their words, else names of fields') }).nullable(),
    created_at: moment,
  })
  .meta({ id: 'AutomationRun' });
export const runListQuery = z.strictObject(pageQuery);
