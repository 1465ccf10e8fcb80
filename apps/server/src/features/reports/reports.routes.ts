import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, toPage } from '../../platform/http/cursors.ts';
import { id, problemShape } from '../../platform/http/shapes.ts';
import { makeReportFile, types } from './export/make-file.ts';
import { contentDisposition } from '../files/index.ts';
import { addDays, dayIn, daysBetween } from './days.rules.ts';
import { findZone, teamsOf } from './labels.queries.ts';
import { narrowingOf, type Filter } from './narrowing.ts';
import { countingPercent } from './progress.queries.ts';
import { readParts, readReport } from './read-report.ts';
import { narrowFor, type Only } from './reports.policy.ts';
import { breakdownQuery, breakdownShape, exportQuery, mostDays, reportQuery, reportShape, reportTicketsShape, ticketsQuery, type Grouping, type Show } from './reports.schemas.ts';
import type { Wanted } from './sums.queries.ts';
import { readWithin } from './read-within.ts';
import { listReportTickets } from './tickets.queries.ts';
import { toReportTicket } from './reports.views.ts';

const tags = ['Reports'];
const problems = { '4xx': problemShape };
/** Of a team, by those who do not lead. */
const volumes = new Set<string>(['tickets', 'solved', 'open'] satisfies Show[]);
const dayAndId = z.tuple([z.iso.date(), id]);

type Asked = Filter & { since?: string | undefined; until?: string | undefined };

/** What somebody may read of what they ask for. */
async function wantedFor({ db, clock }: Pick<Context, 'db' | 'clock'>, actor: AgentActor, query: Asked, by: Grouping | null): Promise<{ wanted: Wanted; only: Only; zone: string }> {
  const { workspaceId } = actor.scope;
  const zone = await findZone(db, workspaceId);
  const until = query.until ?? dayIn(zone)(clock.now().getTime());
  const since = query.since ?? addDays(until, -29);
  if (since < '1970-01-01' || since > until || daysBetween(since, until) > mostDays) throw fieldProblem('until', 'wrong_period', `Not before since, and at most ${mostDays} days`);
  const { narrow, only } = narrowFor(actor, await teamsOf(db, workspaceId, actor.id), narrowingOf(query), by);
  return { wanted: { scope: actor.scope, narrow, since, until }, only, zone };
}

/** Reports from the sums that are kept up by follow-feed.ts. */
export function reportRoutes(server: FastifyInstance, context: Context): void {
  const { db } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();
  const about = async ({ scope: { workspaceId }, since, until }: Wanted, only: Only, zone: string) => ({ since, until, only, time_zone: zone, counting: await countingPercent(db, workspaceId) });

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
      const { wanted, only, zone } = await wantedFor(context, agentOf(request), request.query, null);
      return { ...(await about(wanted, only, zone)), ...(await readWithin(db, (tx) => readReport(tx, wanted, only))) };
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
      const { wanted, only, zone } = await wantedFor(context, actor, request.query, by);
      return { ...(await about(wanted, only, zone)), by, ...(await readWithin(db, (tx) => readParts(tx, wanted, by, only, actor.language))) };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/reports/tickets',
    config: { access: 'agent' },
    schema: { operationId: 'listReportTickets', tags, summary: 'The tickets behind a number, newest first', querystring: ticketsQuery, response: { 200: reportTicketsShape, ...problems } },
    handler: async (request) => {
      const { show, cursor, limit } = request.query;
      const { wanted, only } = await wantedFor(context, agentOf(request), request.query, null);
      if (only === 'volume' && !volumes.has(show)) throw new Problem('not_allowed', 'Only leads see the figures of others');
      const [day, before] = cursor === undefined ? [] : decodeCursor(cursor, dayAndId);
      const page = { ...(day !== undefined && before !== undefined ? { before: { day, id: before } } : {}), limit: limit + 1 };
      const rows = await readWithin(db, (tx) => listReportTickets(tx, wanted, show, page));
      return toPage(rows, limit, (row) => [row.listed_day, row.ticket_id], (row) => toReportTicket(row, only));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/reports/export',
    config: { access: 'agent' },
    schema: {
      operationId: 'exportReport', tags, summary: 'A report as a workbook, or a table of it as CSV',
      description: 'No text in it is taken for a formula. CSV is UTF-8 with a byte order mark, and `;` between the cells where the decimal sign is a comma.',
      querystring: exportQuery, produces: Object.values(types), response: { 200: z.string().meta({ format: 'binary' }), ...problems },
    },
    handler: async (request, reply) => {
      const { by = null, format, words } = request.query;
      const { wanted, only } = await wantedFor(context, agentOf(request), request.query, by);
      const { name, type, content } = await makeReportFile(db, wanted, only, { format, by, language: words });
      reply.headers({ 'content-security-policy': "sandbox; default-src 'none'", 'content-disposition': contentDisposition('attachment', name), 'cache-control': 'no-store' });
      return reply.type(format === 'csv' ? `${type}; charset=utf-8` : type).send(content as never); // the shape says text; these are its bytes
    },
  });
}
