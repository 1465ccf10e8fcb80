import { z } from 'zod';
import { id } from '../../platform/http/shapes.ts';
import type { FieldValues } from '../custom-fields/index.ts';
import { escalateAlong, escalateAlongTo } from '../ticket-escalations/index.ts';
import type { Along } from './beside.queries.ts';

/** What was done with the ticket along with a message, as its event keeps it: of fields only the keys, their values stand on the ticket. */
export const doesAlong = z.object({
  status: z.enum(['open', 'pending', 'on_hold', 'solved']).optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(),
  kind: z.enum(['question', 'incident', 'problem', 'task', 'complaint', 'order']).optional(),
  team: id.nullable().optional(),
  assignee: id.nullable().optional(),
  route: id.optional(),
  add_tags: z.array(z.string()).optional(),
  remove_tags: z.array(z.string()).optional(),
  escalate: escalateAlongTo.optional(),
  webhook: id.optional(),
  fields: z.array(z.string()).optional(),
});
export type DoesAlong = z.infer<typeof doesAlong>;

export const alongShape = z
  .object({
    changes: doesAlong.omit({ fields: true, escalate: true }).extend({
      fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
      escalate: escalateAlong.optional(),
      note: z.string().optional(),
      promise: z.object({ text: z.string(), hours: z.int(), business: z.boolean().optional() }).optional(),
    }),
    macros: z.array(id),
  })
  .describe('What was done with it and went back with it. To send it again: `status`, which stands in `changes` here, as `status` of the message, the rest of `changes` as its `changes`, `macros` as they are. Fields, tags, team and assignee of the ticket stay as they are, and a field comes with the value that it has by now');

/** @param values what is filled in on the ticket now, of the fields that the message filled in or emptied */
export function viewAlong(along: Along | null, values: FieldValues): z.infer<typeof alongShape> {
  const { note = null, promise = null, within = null, question = null, webhook = null, macros = null, does = null } = along ?? {};
  const { fields: keys, escalate: to, webhook: _told, ...rest } = does ?? {};
  const fields = keys && Object.fromEntries(keys.map((key) => [key, values[key] ?? null]));
  return { changes: { ...rest, ...(fields && { fields }), ...(to && question !== null && { escalate: { to, question } }), ...(webhook !== null && { webhook }), ...(note !== null && { note }), ...(promise !== null && within && { promise: { text: promise, ...within } }) }, macros: macros ?? [] };
}
