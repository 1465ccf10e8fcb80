import { z } from 'zod';
import { cursor, id, limit, optionalLine } from '../../platform/http/shapes.ts';
import { ticketShape } from '../tickets/index.ts';
import { filterNames, longestQuery } from './query/parse-query.ts';

export const searchKinds = ['tickets', 'customers', 'organizations'] as const;

export const searchQuery = z.strictObject({
  q: optionalLine(longestQuery).default('').describe(
    `Words, "phrases", numbers, addresses, and filters: ${filterNames.map((name) => `\`${name}:\``).join(' ')}. The key of a custom field is a filter too: \`product:router\`. A minus before a word or filter leaves out what has it. \`before:\` and \`after:\` take 2026, 2026-11, 2026-11-05, today, yesterday or 7d, 2w, 3m, 1y (UTC)`,
  ),
  kind: z.enum(searchKinds).optional().describe('Only these; without it the best of each'),
  typing: z.enum(['true', 'false']).default('false').transform((value) => value === 'true').describe('The last word may be the beginning of one'),
  cursor: cursor.optional(),
  limit,
});
export type SearchQuery = z.infer<typeof searchQuery>;

const pieces = z.array(z.object({ text: z.string(), match: z.boolean().describe('This is what was looked for') })).describe('Plain text in pieces; joined, they are the text');

const ticketHit = z
  .object({
    ticket: ticketShape,
    exact: z.boolean().describe('It has the number that was asked for'),
    subject: pieces,
    snippet: z.object({ kind: z.enum(['message', 'note', 'file']), who: z.string().describe('Who wrote it, or the name of the file'), pieces }).nullable(),
  })
  .meta({ id: 'TicketHit' });

const customerHit = z
  .object({ id, name: pieces, email: pieces.nullable(), phone: pieces.nullable(), organization: z.object({ id, name: z.string() }).nullable(), note: pieces.nullable().describe('Where the words stand in the note') })
  .meta({ id: 'CustomerHit' });

const organizationHit = z.object({ id, name: pieces, domains: z.array(z.string()), note: pieces.nullable() }).meta({ id: 'OrganizationHit' });

export const searchAnswer = z
  .object({
    tickets: z.array(ticketHit),
    customers: z.array(customerHit),
    organizations: z.array(organizationHit),
    corrected: z.array(z.object({ typed: z.string(), meant: z.string() })).describe('Names that nobody has, and the like ones that were looked for instead'),
    some: z.boolean().describe('No ticket has all the words: these have some of them'),
    unknown: z.array(z.object({ filter: z.string().describe('Its name, or the key of a custom field'), value: z.string() })).describe('Filters whose value nobody knows; nothing fits them'),
    next_cursor: z.string().nullable().describe('More tickets, or more of `kind`'),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.input<typeof searchAnswer>;
