import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { id, idInPath, moment, page, pageQuery, problemShape } from '../../platform/http/shapes.ts';
import { listIntake, retryIntakeRow, type IntakeRow } from './intake.queries.ts';

const statuses = ['received', 'done', 'duplicate', 'blocked', 'failed'] as const;
const tags = ['Intake'];

const intakeShape = z
  .object({
    id,
    status: z.enum(statuses),
    source: z.enum(['smtp', 'lmtp', 'imap']),
    inbox: z.object({ id, address: z.string() }),
    envelope_from: z.string().nullable().describe('Empty: a report, RFC 5321 §4.5.5'),
    envelope_to: z.string(),
    size: z.int().describe('Bytes'),
    attempts: z.int(),
    next_attempt_at: moment.nullable(),
    error: z.string().nullable(),
    ticket: id.nullable().describe('The ticket’s number'),
    message: id.nullable(),
    created_at: moment,
  })
  .meta({ id: 'IntakeMail' });

/** What came in by mail and what became of it, for administrators. */
export function intakeRoutes(app: FastifyInstance, context: Context): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    method: 'GET',
    url: '/api/v1/intake',
    config: { access: 'admin' },
    schema: {
      operationId: 'listIntake',
      tags,
      summary: 'Mail that came in, newest first',
      querystring: z.strictObject({ status: z.enum(statuses).optional(), ...pageQuery }),
      response: { 200: page(intakeShape), 400: problemShape, 401: problemShape, 403: problemShape },
    },
    handler: async (request) => {
      const { status, cursor, limit } = request.query;
      const [before] = cursor === undefined ? [null] : decodeCursor(cursor, onlyId);
      const rows = await listIntake(context.db, agentOf(request).scope, { status: status ?? null, before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], view);
    },
  });

  routes.route({
    method: 'POST',
    url: '/api/v1/intake/:id/retry',
    config: { access: 'admin' },
    schema: {
      operationId: 'retryIntake',
      tags,
      summary: 'Read a failed or blocked mail again',
      params: z.strictObject({ id: idInPath }),
      response: { 200: z.object({ ok: z.literal(true) }), 401: problemShape, 403: problemShape, 404: problemShape, 409: problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute(async (tx) => {
        const row = await retryIntakeRow(tx, actor.scope, request.params.id);
        if (!row) throw notFound('mail');
        if (!row.changed) throw new Problem('conflict', 'It is neither failed nor blocked');
        await appendEvent(tx, actor, { type: 'intake.retried', brandId: row.brandId, data: { intake_id: request.params.id } });
      });
      context.wake.say('events');
      context.wake.say('intake');
      return { ok: true as const };
    },
  });
}

function view(row: IntakeRow): z.infer<typeof intakeShape> {
  return {
    id: row.id,
    status: row.status,
    source: row.source,
    inbox: { id: row.inbox_id, address: row.inbox_address },
    envelope_from: row.envelope_from,
    envelope_to: row.envelope_to,
    size: row.raw_size,
    attempts: row.attempts,
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
    error: row.error,
    ticket: row.ticket_number,
    message: row.message_id,
    created_at: row.created_at.toISOString(),
  };
}
