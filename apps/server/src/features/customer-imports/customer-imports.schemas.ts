import { languages } from '@ombud/i18n';
import { z } from 'zod';
import { id, moment, pageQuery } from '../../platform/http/shapes.ts';
import { fields } from './columns.rules.ts';
import { limits } from './limits.ts';
import { noticeCodes, problemCodes } from './person.rules.ts';
import { delimiters } from './reading/csv.ts';
import { encodings } from './reading/encoding.ts';
import { fileTroubles } from './reading/file-trouble.ts';

const statuses = ['draft', 'checking', 'ready', 'importing', 'done', 'undoing', 'undone', 'failed', 'removing'] as const;
export const outcomes = ['new', 'adds', 'unchanged', 'refused'] as const;
const countNames = [...outcomes, 'organizations', 'removed', 'taken_back', 'kept'] as const;

export const importShape = z
  .object({
    id,
    file: z.object({ name: z.string(), size: z.int().describe('Bytes') }),
    format: z.enum(['csv', 'vcard']),
    encoding: z.enum(encodings),
    delimiter: z.enum(delimiters),
    header: z.boolean().describe('The first row names the columns'),
    columns: z.array(z.object({ heading: z.string(), samples: z.array(z.string()), field: z.enum(fields) })),
    brand: z.object({ id, name: z.string(), color: z.string() }).describe('Knows the customers of rows that name no brand'),
    country: z.string().nullable().describe('ISO 3166-1; where numbers without a country code are from'),
    create_organizations: z.boolean(),
    status: z.enum(statuses).describe('`draft` → `checking` → `ready` → `importing` → `done` → `undoing` → `undone`; or `failed`'),
    failed_while: z.enum(['checking', 'importing', 'undoing']).nullable(),
    error: z.object({ code: z.enum([...fileTroubles, 'not_allowed', 'failed']), row: z.int().nullable() }).nullable(),
    progress: z.object({ done: z.int(), total: z.int().describe('0 while it is not known') }).nullable().describe('Rows, while something is under way'),
    counts: z.object(Object.fromEntries(countNames.map((name) => [name, z.int()])) as Record<(typeof countNames)[number], z.ZodInt>).describe('Rows by what will happen or has happened with them; organizations that are made'), // one for each name
    rows: z.int(),
    made_by: z.object({ id, name: z.string() }),
    created_at: moment,
    finished_at: moment.nullable(),
  })
  .meta({ id: 'CustomerImport' });

export const importRowShape = z
  .object({
    row: z.int().describe('As a spreadsheet counts; of vCards, the card’s place'),
    outcome: z.enum(outcomes).describe('`adds`: to a customer who is there already, only what they lack'),
    name: z.string(),
    emails: z.array(z.string()),
    phones: z.array(z.string()),
    shown: z.record(z.string(), z.string()).describe('The phone numbers of the row as people in the workspace’s country write them'),
    organization: z.string().nullable(),
    customer: id.nullable(),
    adds: z
      .object({ emails: z.array(z.string()), phones: z.array(z.string()), name: z.string().nullable(), language: z.string().nullable(), organization: z.string().nullable(), note: z.string().nullable(), brand: id.nullable() })
      .nullable(),
    problems: z.array(z.object({ code: z.enum(problemCodes), field: z.enum(fields).nullable(), value: z.string() })).describe('Why it is refused'),
    notices: z.array(z.object({ code: z.enum(noticeCodes), value: z.string(), whose: z.string().optional().describe('Of a number that was left out: the customer, or the row, it belongs to') })),
    undone: z.enum(['removed', 'taken_back', 'kept']).nullable(),
  })
  .meta({ id: 'CustomerImportRow' });

export const updateImportBody = z.strictObject({
  mapping: z.array(z.enum(fields)).max(limits.columns).optional().describe('What each column holds, in their order'),
  header: z.boolean().optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  brand: id.optional(),
  country: z.string().regex(/^[A-Z]{2}$/).nullable().optional(),
  create_organizations: z.boolean().optional(),
});
export type UpdateImportBody = z.infer<typeof updateImportBody>;

export const rowListQuery = z.strictObject({ outcome: z.enum(outcomes).optional(), ...pageQuery });
export const importListQuery = z.strictObject(pageQuery);
export const reportQuery = z.strictObject({ language: z.enum(languages).default('en').describe('Of the reasons and of the file’s name; `;` is between the cells where its decimal sign is a comma') });
