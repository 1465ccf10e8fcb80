import { z } from 'zod';
import { anyLanguage, id, line, longText, moment, optionalLine, pageQuery } from '../../platform/http/shapes.ts';

export const brandTextKinds = ['acknowledgement', 'signature'] as const;
export type BrandTextKind = (typeof brandTextKinds)[number];

/** What is asked for when a ticket is solved. */
export const wrapUpNeeds = ['off', 'asked', 'required'] as const;
export type WrapUpNeed = (typeof wrapUpNeeds)[number];
const wrapUpNeed = z.enum(wrapUpNeeds);

export const brandShape = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    color: z.string().describe('#rrggbb'),
    default_language: z.string(),
    from_name: z.string().describe('The name that mail goes out under; the brand’s name when empty'),
    acknowledge: z.boolean().describe('Answer the first mail of a ticket by machine, with its number'),
    is_default: z.boolean(),
    wrap_up: wrapUpNeed.describe('Whether it is written down how a ticket ended when it is solved: not asked for, asked for, or required'),
    calendar: id.nullable().describe('Whose opening hours it keeps; null: the default calendar’s'),
    teams: z.array(id).nullable().describe('Ids of the teams that may serve it; null: all'),
    archived: z.boolean(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Brand' });

export const brandListQuery = z.strictObject({ show: z.enum(['active', 'archived', 'all']).default('active'), ...pageQuery });
export type BrandListQuery = z.infer<typeof brandListQuery>;

const slug = z.string().max(63).regex(/^[a-z0-9][a-z0-9-]*$/, 'Small letters, digits and hyphens');
const color = z.string().toLowerCase().regex(/^#[0-9a-f]{6}$/, 'A colour such as #0b6e75');

export const createBrandBody = z.strictObject({
  name: line(200),
  slug: slug.optional().describe('Made from the name without it'),
  color: color.optional(),
  default_language: anyLanguage.optional().describe('The workspace’s without it'),
  from_name: optionalLine(200).optional(),
  acknowledge: z.boolean().optional(),
  is_default: z.literal(true).optional().describe('Takes the place of the default brand'),
});
export type CreateBrandBody = z.infer<typeof createBrandBody>;

export const updateBrandBody = z.strictObject({
  name: line(200).optional(),
  color: color.optional(),
  default_language: anyLanguage.optional(),
  from_name: optionalLine(200).optional(),
  acknowledge: z.boolean().optional(),
  is_default: z.literal(true).optional().describe('Takes the place of the default brand'),
  wrap_up: wrapUpNeed.optional().describe('`asked`: screens ask for it at solving; `required`: no ticket is solved without it'),
  calendar: id.nullable().optional().describe('Null: the default calendar'),
  teams: z.array(id).min(1).max(200).nullable().optional().describe('Ids of the only teams that its tickets may be given to; null: all. Tickets that others have stay with them until they are given on'),
  archived: z.boolean().optional().describe('An archived brand takes no new tickets; the default brand cannot be archived'),
});
export type UpdateBrandBody = z.infer<typeof updateBrandBody>;

const brandTextInput = z.strictObject({
  kind: z.enum(brandTextKinds),
  language: anyLanguage,
  subject: optionalLine(300).default('').describe('Of an acknowledgement; empty: "Re:" and the ticket’s subject'),
  body: longText(20_000).refine((text) => text.trim() !== '', 'Some text'),
});

export const brandTextsShape = z
  .object({
    texts: z.array(z.object({ kind: z.enum(brandTextKinds), language: z.string(), subject: z.string(), body: z.string(), updated_at: moment })),
    placeholders: z.array(z.string()).describe('What the texts may name, with its braces'),
  })
  .meta({ id: 'BrandTexts' });

export const replaceBrandTextsBody = z.strictObject({
  texts: z.array(brandTextInput).max(100).describe('All texts of the brand; one that is left out is removed'),
});
export type ReplaceBrandTextsBody = z.infer<typeof replaceBrandTextsBody>;
