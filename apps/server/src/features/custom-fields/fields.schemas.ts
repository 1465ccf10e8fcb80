import { z } from 'zod';
import { id, line, moment, optionalLine, pageQuery } from '../../platform/http/shapes.ts';

export const fieldTypes = ['text', 'number', 'date', 'choice', 'tree', 'checkbox'] as const;
export const fieldNeeds = ['never', 'create', 'solve'] as const;
export type FieldType = (typeof fieldTypes)[number];
export type FieldNeed = (typeof fieldNeeds)[number];

/** Live fields that a ticket of one brand can have, fields of a workspace in all, options of a field, and how deep a tree goes. */
export const mostFields = 100;
export const mostFieldsInAll = 500;
export const mostOptions = 2_000;
export const mostOptionsInAll = 20_000;
export const deepestTree = 6;
export const longestText = 2_000;

/** What stands before a colon in the search already. */
const takenByFilters = ['from', 'to', 'tag', 'status', 'assignee', 'brand', 'team', 'before', 'after', 'has', 'in', 'priority', 'channel', 'language'];
/** What every object has already, also one without any values. */
const takenByObjects = ['constructor'];

export const fieldKey = z
  .string()
  .max(50)
  .regex(/^[a-z][a-z0-9_]*$/, 'Small letters, digits and _, a letter first')
  .refine((key) => !takenByFilters.includes(key), 'This word is a filter already')
  .refine((key) => !takenByObjects.includes(key), 'This word is taken');
const optionKey = z.string().max(50).regex(/^[a-z0-9][a-z0-9_]*$/, 'Small letters, digits and _');

export function perLanguage<T extends z.core.$ZodType>(text: T) {
  return z.strictObject({ en: z.optional(text), sv: z.optional(text), es: z.optional(text), da: z.optional(text), pl: z.optional(text) });
}
const labelsInput = perLanguage(line(100));
const helpsInput = perLanguage(line(500));
export type PerLanguage = z.infer<typeof labelsInput>;

export const fieldOptionShape = z
  .object({
    key: z.string(),
    parent: z.string().nullable().describe('Of a tree: the key of the branch that it hangs on'),
    label: z.string(),
    labels: perLanguage(z.string()),
    archived: z.boolean().describe('Not offered any more; values keep it'),
  })
  .meta({ id: 'FieldOption' });

export const fieldShape = z
  .object({
    id,
    key: z.string().describe('Its name in `fields` of a ticket; never changes'),
    type: z.enum(fieldTypes),
    brand: z.object({ id, name: z.string(), color: z.string() }).nullable().describe('Null: all brands'),
    label: z.string(),
    labels: perLanguage(z.string()).describe('By language; `label` stands for those that are missing'),
    help: z.string(),
    helps: perLanguage(z.string()),
    required: z.enum(fieldNeeds).describe('`create`: when an agent or a program opens a ticket; `solve`: before one is solved. A box must be ticked'),
    filterable: z.boolean().describe('Lists can be filtered by it; its values are indexed'),
    filter_ready: z.boolean().describe('False while the values that were there before are being indexed'),
    options: z.array(fieldOptionShape).describe('Of choice and tree, in their order; a branch comes before what hangs on it'),
    archived: z.boolean(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Field' });

export const fieldDetailShape = fieldShape
  .extend({ used: z.object({ count: z.int().describe('Tickets that have a value; at most 1,000, which means 1,000 or more'), capped: z.boolean() }) })
  .meta({ id: 'FieldDetail' });

export const fieldListQuery = z.strictObject({ show: z.enum(['active', 'archived', 'all']).default('active'), ...pageQuery });

export const optionInput = z.strictObject({
  key: optionKey.optional().describe('Made from the label without it'),
  parent: optionKey.nullable().optional(),
  label: line(100),
  labels: labelsInput.optional(),
  archived: z.boolean().optional(),
});
export type OptionInput = z.infer<typeof optionInput>;

export const createFieldBody = z.strictObject({
  label: line(100),
  type: z.enum(fieldTypes),
  key: fieldKey.optional().describe('Made from the label without it'),
  brand: id.nullable().optional().describe('Null or left out: all brands'),
  labels: labelsInput.optional(),
  help: optionalLine(500).optional(),
  helps: helpsInput.optional(),
  required: z.enum(fieldNeeds).optional(),
  filterable: z.boolean().optional(),
  options: z.array(optionInput).max(mostOptions).optional(),
});
export type CreateFieldBody = z.infer<typeof createFieldBody>;

export const updateFieldBody = z.strictObject({
  label: line(100).optional(),
  labels: labelsInput.optional(),
  help: optionalLine(500).optional(),
  helps: helpsInput.optional(),
  required: z.enum(fieldNeeds).optional(),
  filterable: z.boolean().optional(),
  archived: z.boolean().optional().describe('Hidden everywhere; its values are kept and come back with it'),
  before: id.nullable().optional().describe('The field that it is to stand before; null: the end'),
});
export type UpdateFieldBody = z.infer<typeof updateFieldBody>;

export const replaceOptionsBody = z.strictObject({
  options: z.array(optionInput).min(1).max(mostOptions).describe('All options in their order, each after its parent; one that is left out is archived'),
  seen: moment.optional().describe('The field’s updated_at that the writer knows; 409 conflict when it has changed since'),
});
export type ReplaceOptionsBody = z.infer<typeof replaceOptionsBody>;

/** A value as the API takes it: text, number, date (2026-12-31), the key of an option, true, or null for none. */
const fieldInput = z.union([z.string().max(longestText).regex(/^[^\0]*$/), z.number(), z.boolean(), z.null()]);
export const fieldInputs = z
  .record(z.string().max(50), fieldInput)
  .refine((fields) => Object.keys(fields).length <= mostFields, `At most ${mostFields} fields`)
  .describe('Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away');
export type FieldInputs = z.infer<typeof fieldInputs>;

export const fieldValues = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .describe('Custom fields that are filled in, by key; in lists those that `columns` names');
export type FieldValues = z.infer<typeof fieldValues>;

/** `?columns=a,b`: which fields a list's tickets carry. */
export const columnsQuery = z
  .string()
  .max(300)
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^[a-z][a-z0-9_]{0,49}$/)).max(5))
  .describe('Keys of custom fields that the tickets shall carry, separated by commas');

const oneFilter = z.string().max(300).regex(/^[a-z][a-z0-9_]{0,49}:[^\0]+$/);
/** `?field=product:router&field=price:10..20`: filters by custom fields. */
export const fieldFilterQuery = z
  .union([oneFilter.transform((one) => [one]), z.array(oneFilter).max(5)])
  .describe('`key:value`, at most five: keys of options with commas between them (a branch means all that hangs on it), `10..20`, `2026-01-01..`, the beginning of a text, `true`');
