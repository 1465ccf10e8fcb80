import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, toPage } from '../../platform/http/cursors.ts';
import { id, idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { findAgent } from '../agents/index.ts';
import { toNextContact } from './account.commands.ts';
import { baseKinds, listBase, type BaseEntry } from './base-list.queries.ts';
import { moveBase, undoMove } from './base-moves.commands.ts';
import { baseEntryShape, baseMoveShape, baseMoveUndoneShape, baseQuery, moveBaseBody } from './base.schemas.ts';

const tags = ['Customer base'];
const problems = { '4xx': problemShape };
const position = z.tuple([z.string().max(60).regex(/^[^\0]*$/), z.enum(baseKinds), id]);
const day = 86_400_000;

/** Whom an agent looks after. */
export function customerBaseRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/base',
    config: { access: 'viewer' },
    schema: {
      operationId: 'listBase', tags, summary: 'The customers and organizations that an agent looks after, also as a deputy', querystring: baseQuery, response: { 200: page(baseEntryShape), ...problems },
      description: 'Of an organization, the figures are those of its newest 1,000 people, and of each person’s newest 100 tickets.',
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { agent, sort, silent_days, open, due, cursor, limit } = request.query;
      const agentId = await whose(context, actor, agent);
      const after = cursor === undefined ? null : decodeCursor(cursor, position);
      const now = context.clock.now();
      const filter = {
        agentId, withOpen: open === true,
        ...(silent_days === undefined ? {} : { silentSince: new Date(now.getTime() - silent_days * day) }),
        ...(due ? { dueOn: dayIn(actor.timeZone, now) } : {}),
      };
      const rows = await listBase(context.db, actor.scope, filter, sort, { ...(after ? { after: { key: after[0], kind: after[1], id: after[2] } } : {}), limit: limit + 1 });
      return toPage(rows, limit, ({ sort_key, kind, id: own }) => [sort_key, kind, own], (row) => toEntry(row, agentId));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/base/moves',
    config: { access: 'lead' },
    schema: {
      operationId: 'moveBase', tags, summary: 'Give customers and organizations, or all that an agent looks after, to another agent', body: moveBaseBody, response: { 201: baseMoveShape, ...problems },
      description: 'Open tickets stay with whoever has them. A whole base goes in steps of 1,000 customers and 1,000 organizations: ask again with `next_cursor` until it is null. Can be undone for 30 days.',
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const move = await context.db.transaction().execute((tx) => moveBase(tx, actor, request.body, context.clock.now()));
      context.wake.say('events');
      return reply.code(201).send(move);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/base/moves/:id/undo',
    config: { access: 'lead' },
    schema: { operationId: 'undoBaseMove', tags, summary: 'Give them back', description: 'The last step first; ask again while there is `more`.', params: z.strictObject({ id: idInPath }), response: { 200: baseMoveUndoneShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const undone = await context.db.transaction().execute((tx) => undoMove(tx, actor, request.params.id, context.clock.now()));
      context.wake.say('events');
      return undone;
    },
  });
}

/** @throws Problem not_allowed, or invalid_input for `agent` */
async function whose({ db }: Context, actor: AgentActor, agent: number | undefined): Promise<number> {
  if (agent === undefined || agent === actor.id) return actor.id;
  if (!hasRole(actor.role, 'lead')) throw new Problem('not_allowed', 'Another one’s customers are for those who lead');
  if (!(await findAgent(db, actor.scope.workspaceId, { id: agent }))) throw fieldProblem('agent', 'not_found', 'There is no such agent');
  return agent;
}

/** YYYY-MM-DD */
function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

function toEntry(row: BaseEntry, agentId: number): z.input<typeof baseEntryShape> {
  const { kind, id: own, name, email, organization, account, open_count, promise_due_at, last_contact_at } = row;
  return {
    kind, id: own, name, email, organization, account,
    as: account.agent.id === agentId ? 'agent' : 'deputy',
    open: open_count,
    promise_due_at: promise_due_at?.toISOString() ?? null,
    last_contact_at: last_contact_at?.toISOString() ?? null,
    next_contact: toNextContact(row),
  };
}
