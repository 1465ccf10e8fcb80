import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, toPage } from '../../platform/http/cursors.ts';
import { id, problemShape } from '../../platform/http/shapes.ts';
import { findZone, teamsOf } from './labels.queries.ts';
import { dimensions } from './measures.ts';
import { countingPercent } from './progress.queries.ts';
import { readParts, readReport } from './read-report.ts';
import { narrowFor, type Only } from './reports.policy.ts';
import { breakdownQuery, breakdownShape, reportQuery, reportShape, reportTicketsShape, ticketsQuery, type Grouping, type Show } from './reports.schemas.ts';
import type { Narrowing, Wanted } from './sums.queries.ts';
import { listReportTickets } from './tickets.queries.ts';
import { toReportTicket } from './reports.views.ts';

const tags = ['Reports'];
const problems = { '4xx': problemShape };
/** Of a team, by those who do not lead. */
const volumes = new Set<string>(['tickets', 'solved', 'open'] satisfies Show[]);
const dayAndId = z.tuple([z.iso.date(), id]);

type Asked = { since: string; until: string; brand?: number | undefined } & Partial<Record<(typeof dimensions)[number], string | number | undefined>>;

export function narrowingOf(query: Omit<Asked, 'since' | 'until'>): Narrowing {
  const narrow: Narrowing = query.brand === undefined ? {} : { brandId: query.brand };
  for (const dimension of dimensions) {
    const value = query[dimension];
    if (value !== undefined) narrow[dimension] = value === 'none' ? '' : String(value);
  }
  return narrow;
}

/** What somebody may read of what they ask for. */
export async function wantedFor(db: Context['db'], actor: AgentActor, query: Asked, by: Grouping | null): Promise<{ wanted: Wanted; only: Only }> {
  const { narrow, only } = narrowFor(actor, await teamsOf(db, actor.scope.workspaceId, actor.id), narrowingOf(query), by);
  return { wanted: { scope: actor.scope, narrow, since: query.since, until: query.until }, only };
}

/** Reports from the sums that are kept up by follow-feed.ts. */
export function reportRoutes(server: FastifyInstance, { db }: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const about = async ({ scope: { workspaceId }, since, until }: Wanted, only: Only) => ({ since, until, only, time_zone: await findZone(db, workspaceId), counting: await countingPercent(db, workspaceId) });

  app.route({
    method: 'GET',
    url: '/api/v1/reports',
    config: { access: 'agent' },
    schema: {
      operationId: 'getReport', tags, summary: 'How a period went, beside the one before it',
      description: 'Leads see all of their brands. Others see their own tickets; with a team of theirs, only how many there were.',
      querystring: reportQuery, response: { 200: reportShape, ...problems },
    },
    handler: async (request) => {
      const { wanted, only } = await wantedFor(db, agentOf(request), request.query, null);
      return { ...(await about(wanted, only)), ...(await readReport(db, wanted, only)) };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/reports/by',
    config: { access: 'agent' },
    schema: { operationId: 'getReportBreakdown', tags, summary: 'A period, taken apart by brand, team, channel and the like', querystring: breakdownQuery, response: { 200: breakdownShape, ...problems } },
    handler: async (request) => {
      const { by } = request.query;
      const actor = agentOf(request);
      const { wanted, only } = await wantedFor(db, actor, request.query, by);
      return { ...(await about(wanted, only)), by, ...(await readParts(db, wanted, by, only, actor.language)) };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/reports/tickets',
    config: { access: 'agent' },
    schema: { operationId: 'listReportTickets', tags, summary: 'The tickets behind a number, newest first', querystring: ticketsQuery, response: { 200: reportTicketsShape, ...problems } },
    handler: async (request) => {
      const { show, cursor, limit } = request.query;
      const { wanted, only } = await wantedFor(db, agentOf(request), request.query, null);
      if (only === 'volume' && !volumes.has(show)) throw new Problem('not_allowed', 'Only leads see the figures of others');
      const [day, before] = cursor === undefined ? [] : decodeCursor(cursor, dayAndId);
      const rows = await listReportTickets(db, wanted, show, { ...(day !== undefined && before !== undefined ? { before: { day, id: before } } : {}), limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.listed_day, row.ticket_id], (row) => toReportTicket(row, only));
    },
  });
}
