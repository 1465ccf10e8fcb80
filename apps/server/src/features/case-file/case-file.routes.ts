import { isLanguage } from '@ombud/i18n';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath, problemShape } from '../../platform/http/shapes.ts';
import { sendGenerated } from '../files/index.ts';
import { caseFileQuery } from './case-file.schemas.ts';
import { writeDocument } from './document.ts';
import { drawPdf } from './pdf/draw-apart.ts';
import { readCase } from './read-case.ts';
import { sendPage, sendPdf } from './send.ts';
import { writeHtml } from './write-html.ts';
import { writeJson } from './write-json.ts';

const params = z.strictObject({ number: idInPath });

export function caseFileRoutes(server: FastifyInstance, context: Context): void {
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/v1/tickets/:number/case-file',
    config: { access: 'viewer' },
    schema: {
      operationId: 'getCaseFile', tags: ['Tickets'], summary: 'Everything that happened on a ticket as one file',
      description: 'Messages whole, changes, recipients, what became of each mail, attachments with their SHA-256, custom fields, and what was merged into the ticket. Remote images are never fetched.',
      params, querystring: caseFileQuery, produces: ['application/pdf', 'application/json', 'text/html'], response: { 200: z.string().meta({ format: 'binary' }), '4xx': problemShape },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { number } = request.params;
      const { format, notes, zone = actor.timeZone, language = isLanguage(actor.language) ? actor.language : 'en' } = request.query;
      const options = { notes, zone, language, madeAt: context.clock.now(), madeBy: actor.name };
      const found = await readCase(context, actor, number, { notes });
      if (format === 'json') return sendGenerated(reply, { name: `case-${number}.json`, type: 'application/json', content: writeJson(found, options) });
      const parts = writeDocument(found, options);
      return format === 'html' ? sendPage(reply, writeHtml(parts)) : sendPdf(reply, `case-${number}.pdf`, drawPdf(parts));
    },
  });
}
