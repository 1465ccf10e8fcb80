import { z } from 'zod';
import { cursor, id, limit, line, moment, pageQuery } from '../../platform/http/shapes.ts';
import { columnsQuery, fieldFilterQuery } from '../custom-fields/index.ts';
import { ticketSorts } from '../tickets/index.ts';
import { conditionsShape } from './conditions.schemas.ts';

export const audiences = ['own', 'team', 'everyone'] as const;
export type Audience = (typeof audiences)[number];
export const groupings = ['none', 'status', 'priority', 'assignee', 'team', 'brand', 'channel', 'kind'] as const;

/** What a ticket has without custom fields and its row does not show by itself. */
export const ownColumns = ['ticket.number', 'ticket.created_at', 'ticket.team', 'ticket.kind', 'ticket.language', 'ticket.tags'] as const;
const column = z.union([z.enum(ownColumns), z.string().regex(/^[a-z][a-z0-9_]{0,49}$/)]);
export const displayShape = z
  .strictObject({
    sort: z.enum(ticketSorts).optional().describe('`-updated_at` without it'),
    group: z.enum(groupings).optional().describe('`none` without it'),
    columns: z.array(column).max(3).optional().describe('What the rows show besides: keys of custom fields, and of the ticket’s own those with `ticket.` before them'),
  })
  .meta({ id: 'ViewDisplay' });
export type Display = z.infer<typeof displayShape>;

export const savedViewShape = z
  .object({
    id,
    name: z.string(),
    audience: z.enum(audiences).describe('Who sees it: its owner, a team, or everyone'),
    team: z.object({ id, name: z.string() }).nullable(),
    owner: z.object({ id, name: z.string() }),
    conditions: conditionsShape,
    display: displayShape,
    may_edit: z.boolean(),
    unusable: z.boolean().describe('It names a field that is gone, or not the reader’s to see: it holds nothing'),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'SavedView' });

export const savedViewListQuery = z.strictObject(pageQuery);
const audience = z.enum(audiences);

export const createSavedViewBody = z.strictObject({
  name: line(100),
  audience: audience.optional().describe('`own` without it; `team` and `everyone` take a lead'),
  team: id.nullable().optional().describe('With `team`: which'),
  conditions: conditionsShape,
  display: displayShape.optional(),
});
export type CreateSavedViewBody = z.infer<typeof createSavedViewBody>;

export const updateSavedViewBody = z.strictObject({
  name: line(100).optional(),
  audience: audience.optional(),
  team: id.nullable().optional(),
  conditions: conditionsShape.optional().describe('All of them at once'),
  display: displayShape.optional(),
});
export type UpdateSavedViewBody = z.infer<typeof updateSavedViewBody>;

export const viewTicketsQuery = z.strictObject({
  q: z.string().trim().min(1).max(200).regex(/^[^\0]*$/).optional().describe('As of the list of tickets'),
  field: fieldFilterQuery.optional(),
  columns: columnsQuery.optional().describe('The view’s own without it'),
  sort: z.enum(ticketSorts).optional().describe('The view’s own without it'),
  cursor: cursor.optional(),
  limit,
});
export type ViewTicketsQuery = z.infer<typeof viewTicketsQuery>;

export const countShape = z.object({
  count: z.int().describe('At most 1,000'),
  capped: z.boolean().describe('So many or more: it stopped at 1,000, or a rare condition would have had to look through too many tickets'),
});

export const viewCountsShape = z.object({ counts: z.array(countShape.extend({ id })) });
const idList = z
  .string()
  .max(400)
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(id).min(1).max(20));
export const viewCountsQuery = z.strictObject({ ids: idList.optional().describe('Ids of views with commas between them, at most 20; the oldest 20 without it') });

export const previewBody = z.strictObject({ conditions: conditionsShape });
