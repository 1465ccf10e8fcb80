import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, toPage } from '../../platform/http/cursors.ts';
import { id, idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { createField, replaceOptions, updateField } from './fields.commands.ts';
import { countUses, findField, listFields, listOptions, type FieldRow, type OptionRow } from './fields.queries.ts';
import { createFieldBody, fieldDetailShape, fieldListQuery, fieldShape, replaceOptionsBody, updateFieldBody } from './fields.schemas.ts';
import { indexFieldValues } from './values.commands.ts';

const tags = ['Custom fields'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };
const place = z.tuple([z.int().min(0).max(10_000_000), id]);
const countUsesTo = 1_000;

/** Fields of the workspace's own on tickets: who takes tickets reads them, administrators define them. */
export function customFieldRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function detail(actor: AgentActor, fieldId: number) {
    const row = await findField(context.db, actor.scope, fieldId);
    if (!row) throw notFound('field');
    const { workspaceId } = actor.scope;
    const [options, count] = await Promise.all([listOptions(context.db, workspaceId, [fieldId]), countUses(context.db, workspaceId, fieldId, countUsesTo)]);
    return { ...toField(row, options), used: { count, capped: count >= countUsesTo } };
  }

  /** After a change of fields: every node forgets what it knew, screens hear of it, and values follow a switched filter. */
  function changed(workspaceId: number): void {
    context.wake.say('fields');
    context.wake.say('events');
    indexFieldValues(context, workspaceId).catch((error: unknown) => context.log.warn({ err: error }, 'values of custom fields are not indexed yet'));
  }

  app.route({
    method: 'GET',
    url: '/api/v1/fields',
    config: { access: 'viewer', area: 'tickets' },
    schema: { operationId: 'listFields', tags, summary: 'The custom fields of the brands that you see, in their order', querystring: fieldListQuery, response: { 200: page(fieldShape), ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { show, cursor, limit } = request.query;
      const after = cursor === undefined ? ([-1, 0] as [number, number]) : decodeCursor(cursor, place);
      const rows = await listFields(context.db, scope, { show, after, limit: limit + 1 });
      const options = Map.groupBy(await listOptions(context.db, scope.workspaceId, rows.map((row) => row.id)), ({ field_id }) => field_id);
      return toPage(rows, limit, (row) => [row.position, row.id], (row) => toField(row, options.get(row.id) ?? []));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/fields',
    config: { access: 'admin' },
    schema: { operationId: 'createField', tags, summary: 'Add a custom field', description: 'Key, type and brand never change.', body: createFieldBody, response: { 201: fieldDetailShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { fieldId } = await context.db.transaction().execute((tx) => createField(tx, actor, request.body));
      changed(actor.scope.workspaceId);
      return reply.code(201).send(await detail(actor, fieldId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/fields/:id',
    config: { access: 'viewer', area: 'tickets' },
    schema: { operationId: 'getField', tags, summary: 'One custom field, and how many tickets use it', params, response: { 200: fieldDetailShape, ...problems } },
    handler: (request) => detail(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/fields/:id',
    config: { access: 'admin' },
    schema: { operationId: 'updateField', tags, summary: 'Change, move, archive or restore a custom field', params, body: updateFieldBody, response: { 200: fieldDetailShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => updateField(tx, actor, request.params.id, request.body));
      changed(actor.scope.workspaceId);
      return detail(actor, request.params.id);
    },
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/fields/:id/options',
    config: { access: 'admin' },
    schema: { operationId: 'replaceFieldOptions', tags, summary: 'Write the options of a choice or a tree', params, body: replaceOptionsBody, response: { 200: fieldDetailShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => replaceOptions(tx, actor, request.params.id, request.body));
      changed(actor.scope.workspaceId);
      return detail(actor, request.params.id);
    },
  });
}

function toField(row: FieldRow, options: readonly OptionRow[]): z.input<typeof fieldShape> {
  return {
    id: row.id,
    key: row.key,
    type: row.type,
    brand: row.brand_id === null ? null : { id: row.brand_id, name: row.brand_name ?? '', color: row.brand_color ?? '' },
    label: row.label,
    labels: row.labels,
    help: row.help,
    helps: row.helps,
    required: row.required,
    filterable: row.filterable,
    filter_ready: row.filterable && row.values_indexed,
    options: options.map(({ key, parent, label, labels, archived }) => ({ key, parent, label, labels, archived })),
    archived: row.archived_at !== null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
