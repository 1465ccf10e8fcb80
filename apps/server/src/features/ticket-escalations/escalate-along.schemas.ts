import { z } from 'zod';
import { id, longText } from '../../platform/http/shapes.ts';

/** Whom a macro or an automation escalates to. */
export const escalateAlongTo = z
  .union([z.strictObject({ tier: z.literal([2, 3]) }), z.strictObject({ team: id }), z.strictObject({ agent: id }), z.strictObject({ lead: z.null() })])
  .describe('One of them; `lead` is whoever leads there at the time, while the ticket stays where it is');
export type EscalateAlongTo = z.infer<typeof escalateAlongTo>;

export const escalateAlong = z.strictObject({
  to: escalateAlongTo,
  question: longText(4_000).refine((value) => value.trim() !== '', 'Some text').describe('What is wanted'),
});
export type EscalateAlong = z.infer<typeof escalateAlong>;
