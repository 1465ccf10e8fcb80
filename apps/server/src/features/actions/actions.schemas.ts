import { z } from 'zod';
import { id, longText } from '../../platform/http/shapes.ts';
import { draftChanges } from '../tickets/index.ts';

/** The one list of what is done with a ticket by a macro or an automation; each takes what makes sense for it. */

/** Of a macro, which a person uses: `me` is who does. Its texts are its own; placeholders of its note are filled in when it is used. */
export const macroActions = draftChanges.extend({ assignee: z.union([z.literal('me'), id, z.null()]).optional() });
export type MacroActions = z.infer<typeof macroActions>;

const escalate = z.strictObject({
  to: z
    .union([z.strictObject({ tier: z.literal([2, 3]) }), z.strictObject({ team: id }), z.strictObject({ agent: id }), z.strictObject({ lead: z.null() })])
    .describe('One of them; `lead` is whoever leads there at the time, while the ticket stays where it is'),
  question: longText(4_000).refine((value) => value.trim() !== '', 'Some text').describe('What is wanted'),
});

/** Of an automation, which nobody watches. */
export const automationActions = draftChanges
  .extend({
    reply: z.strictObject({ macro: id }).optional().describe('Write to the customer the text of this shared macro, in their language'),
    escalate: escalate.optional().describe('With what is known, tried and promised, put together from the ticket'),
    webhook: id.optional().describe('Tell this webhook of it, with the event `automation.ran`'),
  })
  .meta({ id: 'AutomationActions' });
export type AutomationActions = z.infer<typeof automationActions>;
