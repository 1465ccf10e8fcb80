import type { Context } from '../../context.ts';
import { startLeaseWorker, type LeaseWorker } from '../../platform/mail/lease-worker.ts';
import { createTransports, giveUpAfter, secondsToWait } from '../delivery/index.ts';
import { sendSystemMail, type SystemMail } from './send-system-mail.ts';
import { claimSystemMail, finishSystemMail, renewSystemMail, type SystemMailJob, type SystemMailKind } from './system-mail.queries.ts';

const leaseSeconds = 120;
/** Seconds after which a link, a report or word of an answer is not worth sending any more. */
const worthSending: Record<SystemMailKind, number> = { invitation: giveUpAfter, password_reset: 3600, webhook_stopped: giveUpAfter, report: 86_400, answer_waits: 86_400 };

/** Makes a mail of a row, with its link; null when there is nobody to tell any more. */
export type SystemMailWriter = (job: SystemMailJob) => Promise<SystemMail | null>;

/** Sends invitations, links for forgotten passwords, word of webhooks that were given up on and of answers that wait, and reports, with the waits of the outbox between attempts. */
export function startSystemMail(context: Context, writers: Record<SystemMailKind, SystemMailWriter>): Pick<LeaseWorker, 'stop'> {
  const { db } = context;
  const transports = createTransports();
  const worker = startLeaseWorker<SystemMailJob>({
    name: 'system mail',
    log: context.log,
    wake: context.wake,
    topic: 'outbox',
    concurrency: 4,
    everyMs: 2_000,
    renewEveryMs: (leaseSeconds * 1000) / 3,
    claim: (limit) => claimSystemMail(db, limit, leaseSeconds),
    renew: (job) => renewSystemMail(db, job, leaseSeconds),
    async work(job) {
      const mail = await writers[job.kind](job);
      if (!mail) return finishSystemMail(db, job, { status: 'dropped', error: null });
      const attempt = await sendSystemMail(context, transports, mail);
      if (attempt === 'sent') return finishSystemMail(db, job, { status: 'sent', error: null });
      const age = (context.clock.now().getTime() - job.created_at.getTime()) / 1000;
      const over = attempt.forGood || age > worthSending[job.kind];
      await finishSystemMail(db, job, over ? { status: 'failed', error: attempt.trouble } : { status: 'queued', error: attempt.trouble, inSeconds: secondsToWait(job.attempts, Math.random()) });
    },
  });
  return {
    async stop() {
      await worker.stop();
      transports.close();
    },
  };
}
