import { startLeaseWorker, type LeaseWorker } from '../../platform/mail/lease-worker.ts';
import { workspaceIds } from '../tickets/index.ts';
import { tellBulk } from './bulk-changes.commands.ts';
import { claimBulkChanges, endBulkChange, isWhole, postpone, renewBulkChange, type BulkError, type BulkJob } from './bulk-changes.queries.ts';
import { changeTickets, makerOf, NotAllowedAnyMore, type Tools } from './change-tickets.ts';

const leaseSeconds = 30;
/** So often without getting on, and it is given up. */
const mostFailures = 5;
/** A small change need not wait for somebody's large one. */
const atOnce = 3;

export function startBulkWorker(tools: Tools): LeaseWorker<BulkJob> {
  const ending = new AbortController();
  const worker = startLeaseWorker<BulkJob>({
    name: 'bulk changes',
    log: tools.log,
    wake: tools.wake,
    topic: 'bulk_changes',
    concurrency: atOnce,
    everyMs: 10_000,
    claim: (limit) => claimDue(tools, limit),
    work: (job) => workOn(tools, job, ending.signal),
    renew: (job) => renewBulkChange(tools.db, job, leaseSeconds),
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

export async function claimDue({ db }: Pick<Tools, 'db'>, limit: number): Promise<BulkJob[]> {
  const jobs: BulkJob[] = [];
  for (const workspaceId of await workspaceIds(db)) {
    if (jobs.length >= limit) break;
    jobs.push(...(await claimBulkChanges(db, workspaceId, limit - jobs.length, leaseSeconds)));
  }
  return jobs;
}

export async function workOn(tools: Tools, job: BulkJob, signal: AbortSignal): Promise<void> {
  if (job.failures > mostFailures) return giveUp(tools, job, 'failed');
  try {
    // Whoever wrote down what was meant died on the way: a part of it is not what was meant.
    if (!(await isWhole(tools.db, job))) return await giveUp(tools, job, 'failed');
    await changeTickets(tools, job, signal);
    if (signal.aborted) await postpone(tools.db, job, 0);
  } catch (error) {
    if (error instanceof NotAllowedAnyMore) return giveUp(tools, job, 'not_allowed');
    await postpone(tools.db, job, 2 ** job.failures).catch(() => undefined);
    throw error;
  }
}

async function giveUp(tools: Tools, job: BulkJob, error: BulkError): Promise<void> {
  await tools.db.transaction().execute(async (tx) => {
    if (await endBulkChange(tx, job, 'failed', error)) await tellBulk(tx, makerOf(job), job.id, 'failed');
  });
  tools.wake.say('events');
}
