import type { Context } from '../../context.ts';
import { BackupProblem } from '../../platform/backup/backup-problem.ts';
import { findOpenRun, readHistory } from './backups.queries.ts';
import { endKilledBackup, runBackup } from './run-backup.ts';
import { isDue } from './schedule.ts';

export type BackupWorker = {
  /** Begins what was asked for or is due, unless one is under way here; returns without waiting for its end. */
  look(): Promise<void>;
  /** Cuts off a backup that is under way: it leaves nothing, and is made again after the next start. */
  stop(): Promise<void>;
};

/** Makes backups on a worker, one after the other: when somebody asks, and when the day's is due. */
export function startBackupWorker(context: Context, options: { databaseUrl: string; version: string }): BackupWorker {
  const { db, clock, log, config, wake } = context;
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let looking: Promise<void> | null = null;

  async function begin(): Promise<void> {
    if (running || ending.signal.aborted) return;
    if ((await findOpenRun(db))?.status === 'running') await endKilledBackup(context, options.databaseUrl);
    const open = await findOpenRun(db);
    const due = config.backups.daily && isDue(clock.now(), { ...(await readHistory(db)), atMinute: config.backups.atMinute });
    const runId = open?.status === 'queued' ? open.id : undefined;
    if ((runId === undefined && !due) || running) return;
    running = make(open?.status === 'queued' ? open.reason : 'schedule', runId).finally(() => {
      running = null;
    });
  }

  async function make(reason: 'schedule' | 'asked' | 'command' | 'upgrade', runId: number | undefined): Promise<void> {
    try {
      await runBackup(context, { ...options, reason, gentle: true, signal: ending.signal, ...(runId === undefined ? {} : { runId }) });
    } catch (error) {
      const isBusy = error instanceof BackupProblem && (error.code === 'busy' || error.code === 'stopped');
      if (!isBusy) log.error({ err: error }, 'a backup failed');
    }
  }

  const look = () => (looking ??= begin().finally(() => (looking = null)));
  const quiet = wake.on('backups', () => void look().catch((error: unknown) => log.debug({ err: error }, 'cannot look for backups yet')));
  return {
    look,
    async stop() {
      quiet();
      ending.abort();
      await looking?.catch(() => undefined);
      await running;
    },
  };
}
