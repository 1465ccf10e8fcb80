import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, language as screenLanguage, page, problemShape } from '../../platform/http/shapes.ts';
import { readReplyWords } from '../delivery/index.ts';
import { placeholders } from '../placeholders/index.ts';
import { findTicketState } from '../tickets/index.ts';
import { createMacro, updateMacro } from './macros.commands.ts';
import { findMacro, listMacros, type MacroRow } from './macros.queries.ts';
import { createMacroBody, macroListQuery, macroShape, placeholderValuesShape, updateMacroBody } from './macros.schemas.ts';

const tags = ['Macros'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** Texts and actions that agents use again and again. */
export function macroRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/macros',
    config: { access: 'viewer' },
    schema: { operationId: 'listMacros', tags, summary: 'Shared macros of the brands that you see, and your own', querystring: macroListQuery, response: { 200: page(macroShape), ...problems } },
    handler: async (request) => {
      const { show, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listMacros(context.db, agentOf(request), { show, after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toMacro);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/macros',
    config: { access: 'agent' },
    schema: { operationId: 'createMacro', tags, summary: 'Add a macro, a template or a snippet', body: createMacroBody, response: { 201: macroShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { macroId } = await context.db.transaction().execute((tx) => createMacro(tx, actor, request.body));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor, macroId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/macros/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getMacro', tags, summary: 'One macro', params, response: { 200: macroShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/macros/:id',
    config: { access: 'agent' },
    schema: { operationId: 'updateMacro', tags, summary: 'Change, share, archive or restore a macro', params, body: updateMacroBody, response: { 200: macroShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => updateMacro(tx, actor, request.params.id, request.body));
      context.wake.say('events');
      return shown(actor, request.params.id);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/placeholders',
    config: { access: 'viewer' },
    schema: {
      operationId: 'getPlaceholderValues', tags, summary: 'What placeholders stand for on a ticket, and the signature below a reply',
      params: z.strictObject({ number: idInPath }), response: { 200: placeholderValuesShape, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await findTicketState(context.db, actor.scope, { number: request.params.number });
      const words = ticket && (await readReplyWords(context.db, actor.scope, actor.id, ticket.id));
      if (!words) throw notFound('ticket');
      const languages = [...new Set([ticket.language, words.brandLanguage].filter((language) => language !== null))];
      const values = { ...words.values, 'desk.hours': words.hoursIn(languages[0] ?? words.brandLanguage) };
      return {
        values: placeholders.map((name) => ({ name, value: values[name] })),
        hours: [...new Set([...languages, ...screenLanguage.options])].map((language) => ({ language, value: words.hoursIn(language) })),
        languages,
        signature: words.signature,
      };
    },
  });

  async function shown(actor: AgentActor, macroId: number) {
    const row = await findMacro(context.db, actor, macroId);
    if (!row) throw notFound('macro');
    return toMacro(row);
  }
}

function toMacro(row: MacroRow): z.input<typeof macroShape> {
  return {
    id: row.id,
    name: row.name,
    shared: row.owner_id === null,
    brand: row.brand_id === null ? null : { id: row.brand_id, name: row.brand_name ?? '', color: row.brand_color ?? '' },
    message: row.message,
    keywords: row.keywords,
    texts: row.texts,
    actions: row.actions,
    used: { count: row.uses, last_used_at: row.last_used_at?.toISOString() ?? null },
    used_by_me: { count: row.own_uses, last_used_at: row.own_last_used_at?.toISOString() ?? null },
    archived: row.archived_at !== null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
