import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { id, moment, page, pageQuery, problemShape } from '../../platform/http/shapes.ts';
import { requestBackup } from './backups.commands.ts';
import { listRuns, type BackupRow } from './backups.queries.ts';
import { lastMoment } from './schedule.ts';

const tags = ['Backups'];
const problems = { '4xx': problemShape };
const day = 86_400_000;

const backupShape = z
  .object({
    id,
    reason: z.enum(['schedule', 'asked', 'command', 'upgrade']),
    status: z.enum(['queued', 'running', 'done', 'failed']),
    queued_at: moment,
    started_at: moment.nullable(),
    finished_at: moment.nullable(),
    progress: z.object({ phase: z.enum(['database', 'files']), done: z.int(), total: z.int() }).nullable().describe('While it runs: bytes of tables, then files'),
    size: z.int().nullable().describe('Bytes; files that backups share count in each'),
    files: z.int().nullable(),
    files_missing: z.int().describe('Files that messages name but that are lost or damaged in the file store'),
    folder: z.string().nullable().describe('On the machine of the worker that made it'),
    error: z.enum(['no_space', 'not_writable', 'interrupted', 'stopped', 'failed']).nullable(),
    removed_at: moment.nullable().describe('When the rotation took it away'),
  })
  .meta({ id: 'Backup' });

const planShape = z
  .object({
    daily: z.boolean(),
    folder: z.string(),
    next_at: moment.nullable(),
    keep: z.object({ daily: z.int(), weekly: z.int() }),
    secret_included: z.boolean().describe('Backups hold the installation’s secret; not where the environment keeps it'),
  })
  .meta({ id: 'BackupPlan' });

/** Backups of the whole installation, for administrators. */
export function backupRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/backups',
    config: { access: 'admin' },
    schema: { operationId: 'listBackups', tags, summary: 'Backups of the installation, newest first', querystring: z.strictObject(pageQuery), response: { 200: page(backupShape), ...problems } },
    handler: async (request) => {
      const { cursor, limit } = request.query;
      const [before] = cursor === undefined ? [null] : decodeCursor(cursor, onlyId);
      return toPage(await listRuns(context.db, { before, limit: limit + 1 }), limit, (row) => [row.id], toBackup);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/backups/plan',
    config: { access: 'admin' },
    schema: { operationId: 'getBackupPlan', tags, summary: 'When backups are made, and what is kept', querystring: z.strictObject({}), response: { 200: planShape, ...problems } },
    handler: () => {
      const { daily, folder, atMinute, keep } = context.config.backups;
      const next = new Date(lastMoment(context.clock.now(), atMinute).getTime() + day);
      return { daily, folder, keep, next_at: daily ? next.toISOString() : null, secret_included: context.config.secret === null };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/backups',
    config: { access: 'admin' },
    schema: { operationId: 'requestBackup', tags, summary: 'Make a backup now; while one waits or runs, that one is answered', response: { 202: backupShape, ...problems } },
    handler: async (request, reply) => {
      const run = await context.db.transaction().execute((tx) => requestBackup(tx, agentOf(request)));
      context.wake.say('events');
      context.wake.say('backups');
      return reply.code(202).send(toBackup(run));
    },
  });
}

function toBackup(row: BackupRow): z.input<typeof backupShape> {
  const { id: runId, reason, status, phase, step_done, step_total, size, file_count, files_missing, folder, error } = row;
  return {
    id: runId, reason, status, size, files_missing, folder, error,
    queued_at: row.queued_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
    progress: status === 'running' && phase !== null ? { phase, done: step_done, total: step_total } : null,
    files: file_count,
    removed_at: row.removed_at?.toISOString() ?? null,
  };
}
