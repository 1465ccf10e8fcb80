import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';

/** Of the whole installation, not of a workspace: the table stands in the schema identity (ADR 2). */

export type BackupReason = 'schedule' | 'asked' | 'command' | 'upgrade';
export type BackupError = 'no_space' | 'not_writable' | 'interrupted' | 'stopped' | 'failed';
export type BackupRow = {
  id: number;
  reason: BackupReason;
  status: 'queued' | 'running' | 'done' | 'failed';
  queued_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  phase: 'database' | 'files' | null;
  step_done: number;
  step_total: number;
  size: number | null;
  file_count: number | null;
  files_missing: number;
  folder: string | null;
  error: BackupError | null;
  removed_at: Date | null;
};

const kept = 500;

/** Newest first; index: the primary key. */
export async function listRuns(db: Queryable, { before, limit }: { before: number | null; limit: number }): Promise<BackupRow[]> {
  const rows = await db.selectFrom('identity.backup_runs').selectAll().$if(before !== null, (query) => query.where('id', '<', before ?? 0)).orderBy('id', 'desc').limit(limit).execute();
  return rows as BackupRow[]; // the same columns, each word checked by the table
}

/** The one that waits or runs; index: backup_runs_open. */
export async function findOpenRun(db: Queryable): Promise<BackupRow | null> {
  const row = await db.selectFrom('identity.backup_runs').selectAll().where('status', 'in', ['queued', 'running']).orderBy('id').limit(1).executeTakeFirst();
  return (row as BackupRow | undefined) ?? null;
}

export async function addRun(alone: Alone, run: { reason: BackupReason; status: 'queued' | 'running' }): Promise<BackupRow> {
  const row = await alone
    .insertInto('identity.backup_runs')
    .values({ ...run, started_at: run.status === 'running' ? sql<Date>`now()` : null })
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as BackupRow;
}

/** Two who ask at once ask for one. */
export async function lockRuns(tx: Tx): Promise<void> {
  await sql`lock table identity.backup_runs in share row exclusive mode`.execute(tx);
}

export async function startRun(alone: Alone, id: number): Promise<void> {
  await alone.updateTable('identity.backup_runs').set({ status: 'running', started_at: sql`now()` }).where('id', '=', id).execute();
}

export async function noteProgress(alone: Alone, id: number, { phase, done, total }: { phase: 'database' | 'files'; done: number; total: number }): Promise<void> {
  await alone.updateTable('identity.backup_runs').set({ phase, step_done: done, step_total: total }).where('id', '=', id).where('status', '=', 'running').execute();
}

export type RunResult = { size: number; files: number; missing: number; folder: string };

export async function endRun(alone: Alone, id: number, result: RunResult | { error: BackupError }): Promise<void> {
  const outcome =
    'error' in result
      ? { status: 'failed' as const, error: result.error }
      : { status: 'done' as const, size: result.size, file_count: result.files, files_missing: result.missing, folder: result.folder };
  await alone.updateTable('identity.backup_runs').set({ ...outcome, finished_at: sql`now()` }).where('id', '=', id).execute();
}

/** Only by who holds the lock of backups: whatever is said to run then was killed. */
export async function endKilledRuns(alone: Alone): Promise<void> {
  await alone.updateTable('identity.backup_runs').set({ status: 'failed', error: 'interrupted', finished_at: sql`now()` }).where('status', '=', 'running').execute();
}

export async function noteRemoved(alone: Alone, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) return;
  await alone.updateTable('identity.backup_runs').set({ removed_at: sql`now()` }).where('folder', 'in', [...folders]).where('removed_at', 'is', null).execute();
}

/** The list ends somewhere. */
export async function forgetOldRuns(alone: Alone): Promise<void> {
  await sql`delete from identity.backup_runs where id < (select id from identity.backup_runs order by id desc offset ${kept} limit 1)`.execute(alone);
}

export type RunHistory = { last: { status: 'done' | 'failed'; error: string | null; at: Date } | null; lastDone: Date | null; deskSince: Date | null };

/** What the schedule goes by. */
export async function readHistory(db: Queryable): Promise<RunHistory> {
  const rows = await db.selectFrom('identity.backup_runs').select(['status', 'error', 'finished_at']).where('finished_at', 'is not', null).orderBy('id', 'desc').limit(kept).execute();
  const desk = await db.selectFrom('identity.workspaces').select(({ fn }) => fn.min('created_at').as('since')).executeTakeFirst();
  const [last] = rows;
  return {
    last: last?.finished_at ? { status: last.status === 'done' ? 'done' : 'failed', error: last.error, at: last.finished_at } : null,
    lastDone: rows.find(({ status }) => status === 'done')?.finished_at ?? null,
    deskSince: desk?.since ?? null,
  };
}
