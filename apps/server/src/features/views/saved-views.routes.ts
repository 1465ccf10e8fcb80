import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, encodeCursor, momentAndId, momentIdAndPart, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { countCap, createRecount, isParted, listInParts, listPlaceOf, scopeKey, ticketShape, withColumns, withPlacedColumns } from '../tickets/index.ts';
import { isPersonal, type Conditions } from './conditions.schemas.ts';
import { mayEdit } from './saved-views.policy.ts';
import { conditionsOf, createSavedView, displayOf, mostOwn, mostShared, readerOf, removeSavedView, restoreSavedView, updateSavedView } from './saved-views.commands.ts';
import { findSavedView, listSavedViews, type SavedViewRow } from './saved-views.queries.ts';
import { countShape, createSavedViewBody, previewBody, savedViewListQuery, savedViewShape, updateSavedViewBody, viewCountsQuery, viewCountsShape, viewTicketsQuery } from './saved-views.schemas.ts';
import { readWanted } from './wanted.ts';
import { countWanted, listToOrder, listWanted } from './window.queries.ts';

const tags = ['Views'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };
const done = z.object({ ok: z.literal(true) });

export function savedViewRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const recount = createRecount();

  app.route({
    method: 'GET',
    url: '/api/v1/saved-views',
    config: { access: 'viewer' },
    schema: { operationId: 'listSavedViews', tags, summary: 'Own views, those of the own teams, and everyone’s; oldest first', querystring: savedViewListQuery, response: { 200: page(savedViewShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listSavedViews(context.db, readerOf(actor), { after, limit: limit + 1 });
      const shown = await Promise.all(rows.map((row) => toSavedView(context, actor, row)));
      return toPage(shown, limit, (view) => [view.id], (view) => view);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/saved-views',
    config: { access: 'agent' },
    schema: { operationId: 'createSavedView', tags, summary: 'Save a view', body: createSavedViewBody, response: { 201: savedViewShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const fields = await context.customFields.of(actor.scope.workspaceId);
      const viewId = await context.db.transaction().execute((tx) => createSavedView(tx, actor, fields, request.body));
      context.wake.say('events');
      return reply.code(201).send(await toSavedView(context, actor, await seen(actor, viewId)));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/saved-views/counts',
    config: { access: 'viewer' },
    schema: { operationId: 'countSavedViews', tags, summary: 'How many tickets saved views hold', querystring: viewCountsQuery, response: { 200: viewCountsShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { ids } = request.query;
      const visible = await listSavedViews(context.db, readerOf(actor), { after: 0, limit: mostOwn + mostShared });
      const wanted = (ids ? visible.filter(({ id }) => ids.includes(id)) : visible).slice(0, 20);
      const counts: { id: number; count: number; capped: boolean }[] = [];
      // One after the other: a long list of views takes one connection, not all of them.
      for (const view of wanted) counts.push({ id: view.id, ...(await countView(actor, view)) });
      return { counts };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/saved-views/preview',
    config: { access: 'agent' },
    schema: { operationId: 'previewSavedView', tags, summary: 'How many tickets a view would hold', body: previewBody, response: { 200: countShape, ...problems } },
    handler: (request) => count(agentOf(request), request.body.conditions),
  });

  app.route({
    method: 'GET',
    url: '/api/v1/saved-views/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getSavedView', tags, summary: 'One view', params, response: { 200: savedViewShape, ...problems } },
    handler: async (request) => toSavedView(context, agentOf(request), await seen(agentOf(request), request.params.id)),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/saved-views/:id',
    config: { access: 'agent' },
    schema: { operationId: 'updateSavedView', tags, summary: 'Change a view', params, body: updateSavedViewBody, response: { 200: savedViewShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const fields = await context.customFields.of(actor.scope.workspaceId);
      await context.db.transaction().execute((tx) => updateSavedView(tx, actor, fields, request.params.id, request.body));
      context.wake.say('events');
      return toSavedView(context, actor, await seen(actor, request.params.id));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/saved-views/:id',
    config: { access: 'agent' },
    schema: { operationId: 'removeSavedView', tags, summary: 'Remove a view; it can be brought back for 30 days', params, response: { 200: done, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => removeSavedView(tx, actor, request.params.id));
      context.wake.say('events');
      return { ok: true as const };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/saved-views/:id/restore',
    config: { access: 'agent' },
    schema: { operationId: 'restoreSavedView', tags, summary: 'Bring a removed view back', params, response: { 200: savedViewShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => restoreSavedView(tx, actor, request.params.id));
      context.wake.say('events');
      return toSavedView(context, actor, await seen(actor, request.params.id));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/saved-views/:id/tickets',
    config: { access: 'viewer' },
    schema: {
      operationId: 'listTicketsOfSavedView', tags, summary: 'The tickets that a view holds',
      description: 'A page may hold fewer tickets than asked for, or none, while `next_cursor` says that there is more to look through: a rare condition is looked for in steps.',
      params, querystring: viewTicketsQuery, response: { 200: page(ticketShape), ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { query } = request;
      const view = await seen(actor, request.params.id);
      const display = displayOf(view);
      const conditions = conditionsOf(view);
      const wanted = conditions && (await readWanted(context, actor, conditions, query));
      if (!wanted) return { items: [], next_cursor: null };
      const sort = query.sort ?? display.sort ?? '-updated_at';
      const columns = query.columns ?? display.columns;
      if (isParted(sort)) {
        const from = query.cursor === undefined ? undefined : listPlaceOf(decodeCursor(query.cursor, momentIdAndPart));
        return withPlacedColumns(context, actor, await listInParts(context.db, actor.scope, actor.id, listToOrder(actor.scope, wanted), { sort, limit: query.limit + 1, after: from }), { limit: query.limit, ...(columns && { columns }) });
      }
      const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, momentAndId);
      const { rows, lookedTo } = await listWanted(context.db, actor.scope, actor.id, wanted, {
        sort, limit: query.limit + 1, after: after && { moment: after[0], id: after[1] },
      });
      const shown = await withColumns(context, actor, rows, { limit: query.limit, columns }, (row) => [row.cursor_moment, row.id]);
      return lookedTo ? { ...shown, next_cursor: encodeCursor([lookedTo.moment, lookedTo.id]) } : shown;
    },
  });

  async function seen(actor: AgentActor, viewId: number): Promise<SavedViewRow> {
    const view = await findSavedView(context.db, readerOf(actor), viewId);
    if (!view) throw notFound('view');
    return view;
  }

  async function count(actor: AgentActor, conditions: Conditions) {
    const wanted = await readWanted(context, actor, conditions);
    return wanted ? countWanted(context.db, actor.scope, wanted, countCap) : { count: 0, capped: false };
  }

  /** At most once per moment, for all who would get the same answer. */
  function countView(actor: AgentActor, view: SavedViewRow) {
    const conditions = conditionsOf(view);
    if (!conditions) return { count: 0, capped: false };
    const key = `${view.id}:${view.updated_at.getTime()}:${scopeKey(actor.scope)}:${isPersonal(conditions) ? actor.id : ''}`;
    return recount(key, () => count(actor, conditions));
  }
}

async function toSavedView(context: Context, actor: AgentActor, row: SavedViewRow): Promise<z.input<typeof savedViewShape>> {
  const conditions = conditionsOf(row);
  return {
    id: row.id,
    name: row.name,
    audience: row.audience,
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
    owner: { id: row.owner_id, name: row.owner_name },
    conditions: conditions ?? {},
    display: displayOf(row),
    may_edit: mayEdit(actor, row),
    unusable: conditions === null || (conditions.field !== undefined && !(await knowsFields(context, actor, conditions.field))),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

/** Whether the reader has all fields that the conditions name. */
async function knowsFields(context: Context, { scope }: AgentActor, given: readonly string[]): Promise<boolean> {
  const known = await context.customFields.of(scope.workspaceId);
  return given.every((each) => {
    const field = known.find(({ key }) => key === each.slice(0, each.indexOf(':')));
    return field !== undefined && field.filterable && (field.brandId === null || scope.brands === 'all' || scope.brands.includes(field.brandId));
  });
}
