import { languages } from '@ombud/i18n';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { agentOf } from '../../platform/http/access.ts';
import { id, line, problemShape } from '../../platform/http/shapes.ts';
import { listCustomers, type CustomerFilter, type CustomerRow } from '../customers/index.ts';
import { sendGenerated } from '../files/index.ts';
import { csvIn, fileNameIn } from './csv.ts';
import { toCard } from './vcard.ts';

const pageSize = 500;

const formats = {
  csv: { open: csvIn, type: 'text/csv', ending: 'csv' },
  vcard: { open: () => ({ start: '', write: toCard }), type: 'text/vcard', ending: 'vcf' },
} as const;

export function customerExportRoutes(server: FastifyInstance, { db, clock }: Context): void {
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/v1/customers/export',
    config: { access: 'lead' },
    schema: {
      operationId: 'exportCustomers', tags: ['Customers'], summary: 'All customers that you see, or those of a search, as CSV or vCard 4.0',
      description: 'CSV is UTF-8 with a byte order mark; a cell that a spreadsheet would take for a formula has an apostrophe in front, which our own import takes off again. In English its columns are `name`, `emails`, `phones`, `organization`, `language`, `kind`, `note` and `brands`; other languages have headings and kinds of their own, and `;` between the cells where the decimal sign is a comma.',
      querystring: z.strictObject({
        format: z.enum(['csv', 'vcard']).default('csv'),
        q: line(100).optional().describe('As for the list of customers'),
        organization: z.coerce.number().pipe(id).optional(),
        language: z.enum(languages).default('en').describe('Of the file’s name and, as CSV, its headings, kinds and separator'),
      }),
      produces: ['text/csv', 'text/vcard'],
      response: { 200: z.string().meta({ format: 'binary' }), '4xx': problemShape },
    },
    handler: async (request, reply) => {
      const { format, q, organization, language } = request.query;
      const { open, type, ending } = formats[format];
      const { start, write } = await open(language);
      const name = `${await fileNameIn(language)}-${clock.now().toISOString().slice(0, 10)}.${ending}`;
      const filter = { ...(q === undefined ? {} : { q }), ...(organization === undefined ? {} : { organization }) };
      return sendGenerated(reply, { name, type, content: pages(db, agentOf(request).scope, filter, start, write) });
    },
  });
}

/** A page in memory at a time, newest first; a reader who is slow holds no connection and no transaction. */
async function* pages(db: Queryable, scope: Scope, filter: CustomerFilter, start: string, write: (row: CustomerRow) => string): AsyncGenerator<string> {
  let before = Number.MAX_SAFE_INTEGER;
  yield start;
  for (;;) {
    const rows = await listCustomers(db, scope, filter, { before, limit: pageSize });
    yield rows.map(write).join('');
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    before = last.id;
  }
}
