import { startLeaseWorker, type LeaseWorker } from '../../platform/mail/lease-worker.ts';
import { applyImport } from './apply-import.ts';
import { checkImport } from './check-import.ts';
import { claimImports, endWork, listWorkspaceIds, postpone, renewImport, type ImportError, type ImportJob, type ImportWork } from './customer-imports.queries.ts';
import { makerOf, NotAllowedAnyMore, tellImport, type Tools } from './job-tools.ts';
import { FileTrouble } from './reading/file-trouble.ts';
import { undoImport } from './undo-import.ts';

const leaseSeconds = 30;
/** So often without getting on, and the import is given up. */
const mostFailures = 5;

const works: Record<ImportWork, (tools: Tools, job: ImportJob, signal: AbortSignal) => Promise<void>> = { checking: checkImport, importing: applyImport, undoing: undoImport };

/** Checks, imports and takes back, one import at a time on each worker. */
export function startImportWorker(tools: Tools): LeaseWorker<ImportJob> {
  const ending = new AbortController();
  const worker = startLeaseWorker<ImportJob>({
    name: 'customer imports',
    log: tools.log,
    wake: tools.wake,
    topic: 'customer_imports',
    concurrency: 1,
    everyMs: 10_000,
    claim: (limit) => claimDue(tools, limit),
    work: (job) => workOn(tools, job, ending.signal),
    renew: (job) => renewImport(tools.db, job, leaseSeconds),
    renewEveryMs: 10_000,
  });
  return {
    ...worker,
    async stop() {
      ending.abort();
      await worker.stop();
    },
  };
}

export async function claimDue({ db }: Pick<Tools, 'db'>, limit: number): Promise<ImportJob[]> {
  const jobs: ImportJob[] = [];
  for (const workspaceId of await listWorkspaceIds(db)) {
    if (jobs.length >= limit) break;
    jobs.push(...(await claimImports(db, workspaceId, limit - jobs.length, leaseSeconds)));
  }
  return jobs;
}

export async function workOn(tools: Tools, job: ImportJob, signal: AbortSignal): Promise<void> {
  const doing = job.status as ImportWork; // only what waits for work is due
  if (job.failures > mostFailures) return giveUp(tools, job, doing, 'failed', null);
  try {
    await works[doing](tools, job, signal);
    if (signal.aborted) await postpone(tools.db, job, 0);
  } catch (error) {
    if (error instanceof FileTrouble) return giveUp(tools, job, doing, error.code, error.row);
    if (error instanceof NotAllowedAnyMore) return giveUp(tools, job, doing, 'not_allowed', null);
    if (isMissingFile(error)) return giveUp(tools, job, doing, 'lost', null);
    await postpone(tools.db, job, 2 ** job.failures).catch(() => undefined);
    throw error;
  }
}

async function giveUp(tools: Tools, job: ImportJob, failedWhile: ImportWork, error: ImportError, errorRow: number | null): Promise<void> {
  await tools.db.transaction().execute(async (tx) => {
    const isOurs = await endWork(tx, job, { status: 'failed', failedWhile, error, errorRow });
    if (isOurs) await tellImport(tx, makerOf(job), job, 'failed', job);
  });
  tools.wake.say('events');
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
