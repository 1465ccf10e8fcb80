import type { Context } from '../../../context.ts';
import { startLeaseWorker, type LeaseWorker } from '../../../platform/mail/lease-worker.ts';
import { createTurns } from '../../../platform/mail/turns.ts';
import { createTransports, findOurAddresses, secondsToWait } from '../../delivery/index.ts';
import { sendSystemMail } from '../../system-mail/index.ts';
import { workspaceIds } from '../../tickets/index.ts';
import { mailAfter } from '../reach.rules.ts';
import { claimDue, endDue } from '../due.queries.ts';
import { findReader, readMailed } from './due-mails.queries.ts';
import { writeMails } from './write-mails.ts';

type Job = { workspaceId: number; agentId: number; ids: number[]; attempts: number };

const leaseSeconds = 120;
const mostAtOnce = 200;
const mostAttempts = 8;

/** Writes to agents what they have neither read nor could have seen for a while: whoever is on a screen gets none. */
export function startNotificationMail(context: Context): Pick<LeaseWorker, 'stop'> {
  const { db, clock } = context;
  const transports = createTransports();
  const turns = createTurns(() => workspaceIds(db));

  async function claim(limit: number): Promise<Job[]> {
    const jobs: Job[] = [];
    for (const workspaceId of await turns.next()) {
      if (jobs.length >= limit) break;
      const claimed = await claimDue(db, workspaceId, 'mail_at', { now: clock.now(), limit: mostAtOnce, leaseSeconds });
      for (const [agentId, rows] of Map.groupBy(claimed, ({ agent_id }) => agent_id)) jobs.push({ workspaceId, agentId, ids: rows.map(({ id }) => id), attempts: Math.max(...rows.map(({ attempts }) => attempts)) });
    }
    turns.found(jobs.length);
    return jobs;
  }

  async function work({ workspaceId, agentId, ids, attempts }: Job): Promise<void> {
    const reader = await findReader(db, workspaceId, agentId);
    const rows = reader ? await readMailed(db, workspaceId, ids) : [];
    // An agent whose address is one of ours would be told of the mail that tells them.
    if (!reader || rows.length === 0 || (await findOurAddresses(db, [reader.email])).size > 0) return endDue(db, workspaceId, 'mail_at', ids, null);
    const free = (reader.last_seen_at?.getTime() ?? 0) + mailAfter;
    if (free > clock.now().getTime()) return endDue(db, workspaceId, 'mail_at', ids, new Date(free));
    for (const { mail, of } of await writeMails(context, workspaceId, reader, rows)) {
      const attempt = await sendSystemMail(context, transports, mail);
      if (attempt === 'sent') {
        // Each as it goes: a crash repeats only the one that was under way.
        await endDue(db, workspaceId, 'mail_at', of, null);
        continue;
      }
      context.log.debug({ trouble: attempt.trouble }, 'a notification could not be mailed');
      const again = attempt.forGood || attempts >= mostAttempts ? null : new Date(clock.now().getTime() + secondsToWait(attempts, Math.random()) * 1000);
      return endDue(db, workspaceId, 'mail_at', ids, again);
    }
    // What was read meanwhile is nobody's news any more.
    await endDue(db, workspaceId, 'mail_at', ids, null);
  }

  const worker = startLeaseWorker<Job>({
    name: 'notification mail',
    log: context.log,
    wake: context.wake,
    topic: 'notifications',
    concurrency: 4,
    everyMs: 5_000,
    renewEveryMs: (leaseSeconds * 1000) / 3,
    claim,
    renew: ({ workspaceId, ids }) => endDue(db, workspaceId, 'mail_at', ids, new Date(clock.now().getTime() + leaseSeconds * 1000)),
    work,
  });
  return {
    async stop() {
      await worker.stop();
      transports.close();
    },
  };
}
