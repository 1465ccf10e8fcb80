import type { Context } from '../../context.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { startLeaseWorker } from '../../platform/mail/lease-worker.ts';
import { describeMailTrouble, type MailTrouble } from '../../platform/mail/mail-trouble.ts';
import { isOurTrouble } from '../../platform/mail/our-trouble.ts';
import { createTurns } from '../../platform/mail/turns.ts';
import { secondsToWait } from './mailboxes.rules.ts';
import { MailboxLost } from './read-folder.ts';
import { readMailbox, type ReadingOptions } from './read-mailbox.ts';
import { claimMailboxes, listWorkspaceIds, releaseMailbox, renewMailbox, type ReadingJob } from './reader.queries.ts';

const leaseSeconds = 45;
/** Mailboxes that one node reads at once; each is one connection, mostly waiting. */
const mostAtOnce = 200;
/** Milliseconds after which a connection counts as one that worked: its end is no reason to wait longer than the last time. */
const worked = 60_000;

const ofLogin: ReadonlySet<MailTrouble> = new Set(['login_refused', 'sign_in_again', 'app_refused']);

export type MailboxReader = { stop(): Promise<void> };

/**
 * Reads the mailboxes that are due, each by one node of all, for as long as its connection lasts. A mailbox that fails is
 * tried again later, each time later than before.
 */
export function startMailboxReader(context: Context, options: ReadingOptions = {}): MailboxReader {
  const { db, wake } = context;
  const readers = new Map<string, { job: ReadingJob; end: AbortController }>();
  const turns = createTurns(() => listWorkspaceIds(db));
  let stopping = false;

  async function renew(job: ReadingJob): Promise<void> {
    if (!(await renewMailbox(db, job, leaseSeconds))) readers.get(keyOf(job))?.end.abort();
  }

  const worker = startLeaseWorker<ReadingJob>({
    name: 'mailboxes',
    log: context.log,
    wake,
    topic: 'mailboxes',
    concurrency: mostAtOnce,
    everyMs: 3_000,
    renewEveryMs: (leaseSeconds * 1000) / 3,
    async claim(limit) {
      const jobs: ReadingJob[] = [];
      for (const workspaceId of await turns.next()) {
        if (stopping || jobs.length >= limit) break;
        jobs.push(...(await claimMailboxes(db, workspaceId, limit - jobs.length, leaseSeconds)));
      }
      turns.found(jobs.length);
      return jobs;
    },
    renew,
    async work(job) {
      const end = new AbortController();
      const key = keyOf(job);
      readers.set(key, { job, end });
      if (stopping) end.abort();
      try {
        await readUntilItEnds(context, job, end.signal, options, () => stopping);
      } finally {
        readers.delete(key);
      }
    },
  });
  // Settings have changed somewhere: whoever reads by older ones stops.
  const quiet = wake.on('mailboxes', () => {
    for (const { job } of readers.values()) renew(job).catch((error: unknown) => context.log.debug({ err: error }, 'lease of a mailbox not renewed'));
  });
  return {
    async stop() {
      stopping = true;
      quiet();
      for (const { end } of readers.values()) end.abort();
      await worker.stop();
    },
  };
}

/** A job of an earlier lease may still be ending when the next begins. */
function keyOf({ workspace_id, inbox_id, lease }: ReadingJob): string {
  return `${workspace_id}/${inbox_id}/${lease}`;
}

async function readUntilItEnds(context: Context, job: ReadingJob, signal: AbortSignal, options: ReadingOptions, isStopping: () => boolean): Promise<void> {
  const began = monotonicNow();
  try {
    await readMailbox(context, job, signal, options);
    if (isStopping()) await releaseMailbox(context.db, job, { inSeconds: 0, failures: job.failures, trouble: null });
  } catch (error) {
    if (signal.aborted && isStopping()) return void (await releaseMailbox(context.db, job, { inSeconds: 0, failures: job.failures, trouble: null }));
    // With the database away nobody can write it down: the lease's end brings the mailbox back.
    if (signal.aborted || error instanceof MailboxLost) return;
    if (isOurs(error)) return context.log.warn({ err: error, inbox: job.inbox_id }, 'mailbox left; it comes again');
    const trouble = describeMailTrouble(error);
    const lasted = monotonicNow() - began > worked;
    const failures = lasted ? 1 : job.failures + 1;
    context.log.info({ inbox: job.inbox_id, trouble: trouble.code, failures }, 'mailbox cannot be read');
    // Servers end connections now and then; that alone is no trouble.
    const passing = lasted && trouble.code === 'connection_lost';
    await releaseMailbox(context.db, job, { inSeconds: secondsToWait(failures, ofLogin.has(trouble.code), Math.random()), failures, trouble: passing ? null : trouble });
  }
}

/** Network errors are the mailbox's here, unless they are of the database's driver. */
function isOurs(error: unknown): boolean {
  if (!isOurTrouble(error)) return false;
  const code = (error as { code?: unknown }).code;
  const network = typeof code === 'string' && /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/.test(code);
  return !network;
}
