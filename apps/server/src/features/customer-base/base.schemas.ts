import { z } from 'zod';
import { cursor, id, moment, pageQuery } from '../../platform/http/shapes.ts';
import { accountShape, nextContactShape } from './account.schemas.ts';
import { baseKinds, baseSorts } from './base-list.queries.ts';

export const baseEntryShape = z
  .object({
    kind: z.enum(baseKinds),
    id,
    name: z.string(),
    email: z.string().nullable().describe('Of a customer'),
    organization: z.object({ id, name: z.string() }).nullable().describe('Of a customer'),
    as: z.enum(['agent', 'deputy']).describe('What the agent whose base it is is to them'),
    account: accountShape,
    open: z.int().describe('Open tickets, of an organization those of its people; stops at 1,000'),
    promise_due_at: moment.nullable().describe('When the soonest promise on one of these is due'),
    last_contact_at: moment.nullable().describe('The last public message, theirs or ours; null: never'),
    next_contact: nextContactShape.nullable(),
  })
  .meta({ id: 'BaseEntry' });

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const baseQuery = z.strictObject({
  agent: z.coerce.number().pipe(id).optional().describe('Another one’s, for those who lead; yours without it'),
  sort: z.enum(baseSorts).default('next_contact').describe('next_contact: the soonest first; silence: the longest first'),
  silent_days: z.coerce.number().int().min(1).max(3650).optional().describe('Nobody was in touch for so many days, or ever'),
  open: flag.optional().describe('With open tickets only'),
  due: flag.optional().describe('With a next contact that is due today, where you are, or was before'),
  ...pageQuery,
});

/** One change of many stays a moment's work. */
export const mostMoved = 500;

export const moveBaseBody = z.strictObject({
  from: id.optional().describe('Everything that this agent looks after; or name customers and organizations'),
  customers: z.array(id).max(mostMoved).optional(),
  organizations: z.array(id).max(mostMoved).optional(),
  agent: id.nullable().describe('Who looks after them from now on; null: nobody of their own'),
  deputy: id.nullable().optional().describe('As it is without it'),
  cursor: cursor.optional().describe('With `from`: `next_cursor` of the step before'),
});
export type MoveBaseBody = z.infer<typeof moveBaseBody>;

export const baseMoveShape = z
  .object({ id: id.describe('The same in every step'), next_cursor: z.string().nullable().describe('Of a whole base that takes more steps: ask again with it; null when all is done'), moved: z.int().describe('In this step'), left: z.int().describe('Of brands that the agent, or the deputy, does not see: they stay as they were') })
  .meta({ id: 'BaseMove' });
export const baseMoveUndoneShape = z.object({ restored: z.int(), left: z.int().describe('Changed by somebody since: they stay as they are'), more: z.boolean().describe('There are more steps to undo: ask again') });
