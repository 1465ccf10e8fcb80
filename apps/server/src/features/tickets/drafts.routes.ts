import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { id } from '../../platform/http/shapes.ts';
import { deleteDraft, deleteDrafts, listDrafts, saveDraftRow, type DraftKey } from './drafts.queries.ts';
import { toDraft } from './drafts.views.ts';
import { findTicketState } from './ticket-row.queries.ts';
import { draftKinds, draftShape, saveDraftBody, type SaveDraftBody } from './tickets.schemas.ts';
import { done, linkerFor, numberInPath, problems } from './tickets.routes.ts';

const people = (list: SaveDraftBody['cc']) => list.map(({ email, name }) => ({ address: email, name: name ?? '' }));

/** What agents have not sent yet: it is kept for them alone. */
export function draftRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'PUT',
    url: '/api/v1/tickets/:number/draft',
    config: { access: 'agent' },
    schema: {
      operationId: 'saveDraft', tags: ['Drafts'], summary: 'Keep what this agent is writing',
      description: 'The newest text wins. With `seen`, a text that another device saved meanwhile is kept beside it, in `replaced`, until it is sent, thrown away or forgotten.',
      params: numberInPath, body: saveDraftBody, response: { 200: draftShape, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await findTicketState(context.db, actor.scope, { number: request.params.number });
      if (!ticket) throw notFound('ticket');
      const { kind, side, html, to, cc, bcc, subject, quoted, attachments, changes, macros, seen, forget_replaced } = request.body;
      const key: DraftKey = { workspaceId: actor.scope.workspaceId, ticketId: ticket.id, agentId: actor.id, kind, side: kind === 'side' ? (side ?? null) : null };
      const written = { html, to: to && people(to), cc: people(cc), bcc: people(bcc), subject, quoted, fileIds: attachments, changes, macroIds: macros };
      await saveDraftRow(context.db, { ...key, ...written, seen: seen === undefined || seen === null ? seen : new Date(seen), forgetReplaced: forget_replaced }, context.clock.now());
      const draft = (await listDrafts(context.db, key.workspaceId, key.ticketId, key.agentId)).find((row) => row.kind === kind && row.side === key.side);
      if (!draft) throw notFound('draft');
      return toDraft(draft, linkerFor(context, actor));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/tickets/:number/draft',
    config: { access: 'agent' },
    schema: {
      operationId: 'discardDraft', tags: ['Drafts'], summary: 'Throw an own draft away',
      params: numberInPath,
      querystring: z.strictObject({ kind: z.enum(draftKinds).optional().describe('All without it'), side: z.coerce.number().pipe(id).optional().describe('With the kind `side`: of this conversation') }),
      response: { 200: done, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const ticket = await findTicketState(context.db, actor.scope, { number: request.params.number });
      if (!ticket) throw notFound('ticket');
      const { kind, side = null } = request.query;
      const key = { workspaceId: actor.scope.workspaceId, ticketId: ticket.id, agentId: actor.id };
      if (kind) await deleteDraft(context.db, { ...key, kind, side });
      else await deleteDrafts(context.db, key.workspaceId, key.ticketId, key.agentId);
      return { ok: true as const };
    },
  });
}
