import type { Context } from '../../context.ts';
import { listBackups, removeBackup, removeUnfinishedBackups } from '../../platform/backup/backup-folder.ts';
import { BackupProblem } from '../../platform/backup/backup-problem.ts';
import { createBackup, type CreatedBackup } from '../../platform/backup/create-backup.ts';
import type { BackupProgress } from '../../platform/backup/progress.ts';
import { connectForBackup, dropConnection } from '../../platform/backup/database.queries.ts';
import { secretCheck } from '../../platform/backup/manifest.ts';
import { findSuperfluous } from '../../platform/backup/rotation.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { createDatabase, createPool } from '../../platform/db/db.ts';
import { addRun, endKilledRuns, endRun, forgetOldRuns, noteProgress, noteRemoved, startRun, type BackupError, type BackupReason } from './backups.queries.ts';

export type RunBackup = {
  /** Of the owner of the tables. */
  databaseUrl: string;
  reason: BackupReason;
  version: string;
  /** A run that waits; a new one without. */
  runId?: number;
  /** Where it goes instead of the folder of the configuration; there nothing is ever taken away. */
  folder?: string | undefined;
  /** Whether the secret goes along; by default if it lies in the data folder, not if the environment keeps it. */
  withSecret?: boolean | undefined;
  gentle?: boolean;
  signal?: AbortSignal;
};

/**
 * Makes a backup, keeps the list of runs up to date, and takes away what the rotation no longer keeps.
 * @throws BackupProblem busy, without a trace in the list; others with one
 */
export async function runBackup(context: Context, options: RunBackup): Promise<CreatedBackup> {
  const { db, config, files, clock } = context;
  const client = await connectForBackup(options.databaseUrl);
  try {
    const root = options.folder ?? config.backups.folder;
    const check = secretCheck(context.secret);
    await endKilledRuns(db);
    if (options.folder === undefined) await removeUnfinishedBackups(root, check);
    const runId = options.runId ?? (await addRun(db, { reason: options.reason, status: 'running' })).id;
    if (options.runId !== undefined) await startRun(db, runId);
    try {
      const backup = await createBackup({
        ...options, client, files, root, clock,
        secret: { value: context.secret, travels: options.withSecret ?? config.secret === null },
        onProgress: tellSometimes((progress) => noteProgress(db, runId, progress)),
      });
      await endRun(db, runId, { size: backup.size, files: backup.manifest.files.count, missing: backup.manifest.files.missing?.count ?? 0, folder: backup.path });
      if (options.folder === undefined) await rotate(context, root, check);
      await forgetOldRuns(db);
      return backup;
    } catch (error) {
      await endRun(db, runId, { error: errorOf(error) }).catch(() => undefined);
      throw error;
    }
  } finally {
    await dropConnection(client);
  }
}

/** An upgrade makes its backup before the list of runs may be there; it is written down behind. */
export async function recordUpgradeBackup(ownerUrl: string, { manifest, size, path }: CreatedBackup): Promise<void> {
  const db = createDatabase(createPool(ownerUrl, { max: 1 }));
  try {
    const { id } = await addRun(db, { reason: 'upgrade', status: 'running' });
    await endRun(db, id, { size, files: manifest.files.count, missing: manifest.files.missing?.count ?? 0, folder: path });
  } finally {
    await db.destroy();
  }
}

/** One that is said to run, but whose process is gone: it holds no lock any more. */
export async function endKilledBackup({ db }: Context, databaseUrl: string): Promise<void> {
  try {
    const client = await connectForBackup(databaseUrl);
    await endKilledRuns(db);
    await dropConnection(client);
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error;
  }
}

/** A backup that was made all right is none the worse when an old one cannot be removed. */
async function rotate({ db, config, log }: Context, root: string, check: string): Promise<void> {
  const backups = await listBackups(root, check);
  const old = findSuperfluous(backups.map(({ name, manifest }) => ({ name, madeAt: new Date(manifest.made_at), reason: manifest.reason })), config.backups.keep);
  for (const { name, path } of backups.filter((backup) => old.includes(backup.name))) {
    try {
      await removeBackup(root, check, name);
      await noteRemoved(db, [path]);
    } catch (error) {
      log.warn({ err: error }, 'an old backup could not be removed');
    }
  }
}

function errorOf(error: unknown): BackupError {
  if (!(error instanceof BackupProblem)) return 'failed';
  return error.code === 'no_space' || error.code === 'not_writable' || error.code === 'stopped' ? error.code : 'failed';
}

/** Once a second is enough for a screen; what cannot be noted is no reason to stop. */
function tellSometimes(tell: (progress: BackupProgress) => Promise<void>): (progress: BackupProgress) => void {
  let next = 0;
  let phase = '';
  return (progress) => {
    const now = monotonicNow();
    if (now < next && progress.phase === phase) return;
    next = now + 1_000;
    phase = progress.phase;
    tell(progress).catch(() => undefined);
  };
}
