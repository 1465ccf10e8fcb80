import { z } from 'zod';
import { id } from '../../platform/http/shapes.ts';
import { draftChanges } from '../tickets/index.ts';

/** The one list of what is done with a ticket by a macro or an automation; each takes what makes sense for it. */

/** Of a macro, which a person uses: `me` is who does. Its texts are its own; placeholders of its note are filled in when it is used. */
export const macroActions = draftChanges.extend({
  assignee: z.union([z.literal('me'), id, z.null()]).optional(),
  webhook: id.optional().describe('Tell this webhook of it, with the event `macro.used`; of a shared one'),
});
export type MacroActions = z.infer<typeof macroActions>;

/** Of an automation, which nobody watches. */
export const automationActions = draftChanges
  .extend({
    reply: z.strictObject({ macro: id }).optional().describe('Write to the customer the text of this shared macro, in their language'),
    webhook: id.optional().describe('Tell this webhook of it, with the event `automation.ran`'),
  })
  .meta({ id: 'AutomationActions' });
export type AutomationActions = z.infer<typeof automationActions>;
