import { Logger, parseCronItems, run, type Runner } from 'graphile-worker';
import { createPool } from '../db/db.ts';
import type { Log } from '../log/log.ts';

/** A job's work. It may run again after a crash: doing it twice must be the same as once. */
export type JobTask = (payload: unknown) => Promise<void>;

export type JobTasks = {
  tasks: Record<string, JobTask>;
  /** Cron patterns in UTC, e.g. `* * * * *`, with the task each one starts. */
  schedule: { task: string; match: string }[];
};

export type Jobs = { stop(): Promise<void> };

/**
 * Runs jobs out of the database's queue, this node's share of them. A schedule fires once over all nodes. When
 * PostgreSQL goes away and comes back, the runner is started again.
 */
export async function startJobs(options: { databaseUrl: string; log: Log; jobs: JobTasks; atOnce?: number }): Promise<Jobs> {
  const { databaseUrl, log, jobs, atOnce = 3 } = options;
  let stopped = false;
  let runner: Runner | null = null;
  let retry: NodeJS.Timeout | undefined;
  // The queue's tables let only their owner in (row-level security); the jobs themselves work as the program's role.
  const pool = createPool(databaseUrl, { max: atOnce + 2, role: null });

  async function begin(): Promise<void> {
    const started = await run({
      pgPool: pool,
      concurrency: atOnce,
      noHandleSignals: true,
      taskList: Object.fromEntries(Object.entries(jobs.tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)])),
      parsedCronItems: parseCronItems(jobs.schedule.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0, maxAttempts: 3 } }))),
      logger: quietLogger(log),
    });
    runner = started;
    started.promise.then(
      () => again('the job runner ended'),
      (error: unknown) => again('the job runner was lost', error),
    );
  }

  function again(what: string, error?: unknown): void {
    if (stopped) return;
    runner = null;
    log.warn({ err: error }, what);
    retry = setTimeout(() => begin().catch((next: unknown) => again('jobs cannot run yet', next)), 1_000);
  }

  await begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await runner?.stop().catch(() => undefined);
      await pool.end();
    },
  };
}

function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    const text = { from: 'jobs', ...(meta && 'error' in meta ? { err: meta['error'] } : {}) };
    if (level === 'error') log.error(text, message);
    else if (level === 'warning') log.warn(text, message);
    else log.debug(text, message);
  });
}
