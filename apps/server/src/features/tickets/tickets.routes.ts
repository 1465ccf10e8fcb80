import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, encodeCursor, momentAndId, momentIdAndPart, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { onceHeaders, readOnce } from '../../platform/once/once.ts';
import { readValues, type FieldValues } from '../custom-fields/index.ts';
import { changeTicketOnce } from './change-ticket.command.ts';
import { createTicketByAgent } from './create-ticket.command.ts';
import { listDrafts } from './drafts.queries.ts';
import { listLinks } from './links.queries.ts';
import { toFilter } from './list-filter.ts';
import { listMerged } from './merges.queries.ts';
import { listParticipants } from './participants.queries.ts';
import { findDesk, markRead } from './ticket-lookups.queries.ts';
import { listMentioned } from './mentioned.queries.ts';
import { isParted, listInParts, listPlaceOf, placeCursorOf, type PlacedPage } from './ordered-list.queries.ts';
import { listToOrder, listTickets } from './ticket-list.queries.ts';
import { findTicketByNumber, findTicketsById, type TicketRow } from './ticket-row.queries.ts';
import { countCap, createViewCounts } from './ticket-views.ts';
import { allowedStatuses } from './tickets.rules.ts';
import {
  changeTicketBody,
  createTicketBody,
  ticketDetailShape,
  ticketListQuery,
  ticketShape,
  viewKeys,
  viewsShape,
} from './tickets.schemas.ts';
import { toDraft } from './drafts.views.ts';
import { toParticipant, toTicket, type Linker } from './tickets.views.ts';

const tags = ['Tickets'];
export const numberInPath = z.strictObject({ number: idInPath });
export const problems = { '4xx': problemShape };
export const done = z.object({ ok: z.literal(true) });

export function linkerFor(context: Context, actor: AgentActor): Linker {
  return { workspaceId: actor.scope.workspaceId, sealer: context.sealer, clock: context.clock };
}

export function ticketRoutes(server: FastifyInstance, context: Context): void {
  const countAll = createViewCounts(context);
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/tickets',
    config: { access: 'viewer' },
    schema: {
      operationId: 'listTickets', tags, summary: 'Tickets, newest first',
      description: 'Spam and trash only on request (`folder`).',
      querystring: ticketListQuery, response: { 200: page(ticketShape), ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const query = request.query;
      const { cursor, sort } = query;
      const after = cursor === undefined || (isParted(sort) && !query.mentioned) ? undefined : decodeCursor(cursor, momentAndId);
      if (query.mentioned) {
        const rows = await listMentioned(context.db, actor.scope, actor.id, { folder: query.folder, before: after?.[1], limit: query.limit + 1 });
        return withColumns(context, actor, rows, query, (row) => [row.cursor_moment, row.mention]);
      }
      const filter = await toFilter(context, actor, query);
      if (isParted(sort)) {
        const page = await listInParts(context.db, actor.scope, actor.id, listToOrder(actor.scope, filter), { sort, limit: query.limit + 1, after: cursor === undefined ? undefined : listPlaceOf(decodeCursor(cursor, momentIdAndPart)) });
        if (cursor === undefined && (await putExact(page.rows, (hit) => ({ ...hit, cursor_moment: '', part: 0 })))) page.lookedTo = null;
        return withPlacedColumns(context, actor, page, query);
      }
      const rows = await listTickets(context.db, actor.scope, actor.id, filter, { sort, limit: query.limit + 1, after: after && { moment: after[0], id: after[1] } });
      if (after === undefined) await putExact(rows, (hit) => ({ ...hit, cursor_moment: '' }));
      return withColumns(context, actor, rows, query, (row) => [row.cursor_moment, row.id]);

      /** Who typed a number means the ticket that has it. */
      async function putExact<Row extends TicketRow>(found: Row[], toRow: (hit: TicketRow) => Row): Promise<boolean> {
        const exact = /^#?(\d{1,15})$/.exec(query.q ?? '');
        const hit = exact && (await findTicketByNumber(context.db, actor.scope, Number(exact[1]), actor.id));
        if (!hit || hit.folder !== query.folder || query.field || query.topic || found.some(({ id }) => id === hit.id)) return false;
        found.splice(0, found.length, toRow(hit));
        return true;
      }
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets',
    config: { access: 'agent' },
    schema: { operationId: 'createTicket', tags, summary: 'Open a ticket', headers: onceHeaders, body: createTicketBody, response: { 201: ticketShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const made = await createTicketByAgent(context, actor, request.body, readOnce(request));
      if ('row' in made) return reply.code(201).send(toTicket(made.row, made.fields));
      const [row] = made.opened === null ? [] : await findTicketsById(context.db, actor.scope, [made.opened], actor.id);
      if (!row) throw notFound('ticket');
      return reply.code(201).send(toTicket(row, await fieldsOf(context, actor, row.id)));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number',
    config: { access: 'viewer' },
    schema: { operationId: 'getTicket', tags, summary: 'One ticket with who takes part, links and own drafts', params: numberInPath, response: { 200: ticketDetailShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const row = await findTicketByNumber(context.db, actor.scope, request.params.number, actor.id);
      if (!row) throw notFound('ticket');
      return toDetail(context, actor, row);
    },
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/tickets/:number',
    config: { access: 'agent' },
    schema: { operationId: 'updateTicket', tags, summary: 'Change a ticket', params: numberInPath, headers: onceHeaders, body: changeTicketBody, response: { 200: ticketShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { number } = request.params;
      const playbooks = request.body.status === undefined ? [] : await context.playbooks.of(actor.scope.workspaceId);
      const approvals = { rules: await context.approvalRules.of(actor.scope.workspaceId) };
      const { changed, mailed } = await context.db.transaction().execute((tx) => changeTicketOnce(tx, actor, number, request.body, context.clock.now(), { playbooks, approvals, setsOff: context.setsOff, once: readOnce(request) }));
      if (changed) context.wake.say('events');
      if (mailed) context.wake.say('outbox');
      if (request.body.webhook !== undefined) context.wake.say('webhooks');
      const row = await findTicketByNumber(context.db, actor.scope, number, actor.id);
      if (!row) throw notFound('ticket');
      return toTicket(row, await fieldsOf(context, actor, row.id));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/tickets/:number/read',
    config: { access: 'agent' },
    schema: { operationId: 'markTicketRead', tags, summary: 'Note that this agent has read it up to now', params: numberInPath, response: { 200: done, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const row = await findTicketByNumber(context.db, actor.scope, request.params.number, actor.id);
      if (!row) throw notFound('ticket');
      await markRead(context.db, actor.scope.workspaceId, actor.id, row.id, context.clock.now());
      return { ok: true as const };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/views',
    config: { access: 'viewer' },
    schema: { operationId: 'listViews', tags, summary: 'The standard views with their counts', response: { 200: viewsShape, ...problems } },
    handler: async (request) => {
      const { scope, id } = agentOf(request);
      const [counts, groups] = await countAll(scope, id);
      const capped = (count: number) => ({ count, capped: count >= countCap });
      return {
        views: viewKeys.map((key) => ({ key, ...capped(counts[key]) })),
        brands: groups.brands.map(({ count, ...brand }) => ({ brand, ...capped(count) })),
        teams: groups.teams.map(({ count, ...team }) => ({ team, ...capped(count) })),
      };
    },
  });
}

/** A page with the chosen columns, which are read in one statement. */
export async function withColumns<Row extends TicketRow>(context: Context, actor: AgentActor, rows: Row[], { limit, columns: wanted }: { limit: number; columns?: readonly string[] }, cursorOf: (row: Row) => readonly (string | number)[]) {
  const columns = wanted && (await readColumns(context, actor, rows.slice(0, limit), wanted));
  return toPage(rows, limit, cursorOf, (row) => toTicket(row, columns?.get(row.id)));
}

/** A page in an order that comes in parts; it may hold fewer than asked for while there is more to look through. */
export async function withPlacedColumns(context: Context, actor: AgentActor, { rows, lookedTo }: PlacedPage, query: { limit: number; columns?: readonly string[] }) {
  const shown = await withColumns(context, actor, rows, query, (row) => placeCursorOf({ moment: row.cursor_moment, id: row.id, part: row.part }));
  return lookedTo ? { ...shown, next_cursor: encodeCursor(placeCursorOf(lookedTo)) } : shown;
}

/** What is filled in on a ticket; a workspace without custom fields is not asked. */
async function fieldsOf(context: Context, { scope }: AgentActor, ticketId: number): Promise<FieldValues> {
  if ((await context.customFields.of(scope.workspaceId)).length === 0) return {};
  return (await readValues(context.db, scope.workspaceId, [ticketId])).get(ticketId) ?? {};
}

/** The chosen columns of a page, in one statement; none when the workspace has no such field. */
async function readColumns(context: Context, { scope }: AgentActor, rows: readonly TicketRow[], wanted: readonly string[]): Promise<Map<number, FieldValues>> {
  const known = await context.customFields.of(scope.workspaceId);
  const keys = wanted.filter((key) => known.some((field) => field.key === key));
  return keys.length === 0 ? new Map() : readValues(context.db, scope.workspaceId, rows.map(({ id }) => id), keys);
}

async function toDetail(context: Context, actor: AgentActor, row: TicketRow) {
  const { scope, id } = actor;
  const [participants, links, drafts, desk, merged, fields] = await Promise.all([
    listParticipants(context.db, scope, row.id),
    listLinks(context.db, scope, row.id),
    listDrafts(context.db, scope.workspaceId, row.id, id),
    findDesk(context.db, scope, { brandId: row.brand_id, inboxId: row.inbox_id }),
    listMerged(context.db, scope.workspaceId, row.id),
    fieldsOf(context, actor, row.id),
  ]);
  const linker = linkerFor(context, actor);
  return {
    ...toTicket(row, fields),
    participants: participants.map(toParticipant),
    links,
    merged_from: merged.slice(1).map(({ number, subject }) => ({ number, subject })),
    drafts: drafts.map((draft) => toDraft(draft, linker)),
    reply_from: desk?.inbox_address ? { name: desk.from_name || desk.brand_name, address: desk.inbox_address } : null,
    allowed_statuses: [...allowedStatuses(row.status)],
  };
}
