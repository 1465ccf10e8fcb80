import { z } from 'zod';
import { anyLanguage, id, line, longText, moment, pageQuery } from '../../platform/http/shapes.ts';
import { placeholders } from '../placeholders/index.ts';
import { macroActions } from '../actions/index.ts';
import { brandRef } from '../tickets/index.ts';

/** Shared ones of a workspace, and an agent's own; archived ones do not count. */
export const mostShared = 1_000;
export const mostOwn = 200;

const messageKinds = z.enum(['public', 'note']);
const use = z.object({ count: z.int(), last_used_at: moment.nullable() });

export const macroShape = z
  .object({
    id,
    name: z.string(),
    shared: z.boolean().describe('False: an own one, that nobody else sees'),
    brand: brandRef.nullable().describe('Null: all brands'),
    message: messageKinds.nullable().describe('Written as a reply or as a note; null: either'),
    keywords: z.array(z.string()).describe('Words that it is found by'),
    texts: z.array(z.object({ language: z.string(), html: z.string(), text: z.string() })).describe('With placeholders in double braces; none: it only acts'),
    actions: macroActions,
    used: use,
    used_by_me: use,
    archived: z.boolean(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Macro' });

export const macroListQuery = z.strictObject({ show: z.enum(['active', 'archived', 'all']).default('active'), ...pageQuery });

const textInput = z.strictObject({ language: anyLanguage, html: longText(100_000) });
const shared = { keywords: z.array(line(50)).max(30), texts: z.array(textInput).max(30), message: messageKinds.nullable() };

export const createMacroBody = z.strictObject({
  name: line(100),
  shared: z.boolean().default(false).describe('For colleagues too; from lead on'),
  brand: id.nullable().optional().describe('Null or left out: all brands'),
  message: shared.message.optional(),
  keywords: shared.keywords.optional(),
  texts: shared.texts.optional().describe('One for each language; what is blank is left out'),
  actions: macroActions.optional(),
});
export type CreateMacroBody = z.infer<typeof createMacroBody>;

export const updateMacroBody = z.strictObject({
  name: line(100).optional(),
  shared: z.literal(true).optional().describe('Gives an own one to everybody; copy a shared one to have it for yourself'),
  brand: id.nullable().optional(),
  message: shared.message.optional(),
  keywords: shared.keywords.optional(),
  texts: shared.texts.optional().describe('All texts; one that is left out is removed'),
  actions: macroActions.optional().describe('All actions'),
  archived: z.boolean().optional().describe('An archived one is not offered any more'),
});
export type UpdateMacroBody = z.infer<typeof updateMacroBody>;

export const placeholderValuesShape = z
  .object({
    values: z.array(z.object({ name: z.enum(placeholders), value: z.string() })).describe('In the language of the customer, else of the brand'),
    hours: z.array(z.object({ language: z.string(), value: z.string() })).describe('desk.hours in each language that the screens speak, and in those of customer and brand'),
    languages: z.array(z.string()).describe('Which text to take first: the customer’s language, then the brand’s'),
    signature: z.string().describe('What will stand below a reply of the asking agent'),
  })
  .meta({ id: 'PlaceholderValues' });
