import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { startLeaseWorker, type LeaseWorker } from '../../platform/mail/lease-worker.ts';
import { isOurTrouble } from '../../platform/mail/our-trouble.ts';
import { createTurns } from '../../platform/mail/turns.ts';
import { adoptHomelessMail } from './adopt-homeless.commands.ts';
import { giveUpAfter, secondsToWait } from './attempt.rules.ts';
import { claimOutbox, finishOutbox, listWorkspaceIds, markRefused, renewOutbox, type OutboxEnd, type OutboxJob } from './outbox.queries.ts';
import { sendMail, type Attempt } from './send-mail.ts';
import { createTransports, type Transports } from './transports.ts';

const leaseSeconds = 45;
/** Mails of one inbox on their way at once: a server that stalls holds no more places than these. */
const mostPerInbox = 5;

export type DeliveryOptions = {
  concurrency?: number;
  /** Called in the transaction in which a person's mail failed for good: the ticket needs somebody. */
  onGivenUp?: (tx: Tx, workspaceId: number, ticketId: number, now: Date) => Promise<void>;
};

/**
 * Sends what is due, several at once, and repeats what could not be handed over. Without a way out, or with
 * OMBUD_OUTBOUND=hold, everything stays queued and can be read there.
 */
export function startDelivery(context: Context, { concurrency = 20, onGivenUp = async () => undefined }: DeliveryOptions = {}): Pick<LeaseWorker, 'stop'> {
  const { config, db } = context;
  const transports = createTransports();
  const onTheWay = new Map<number, number>();
  const count = (job: OutboxJob, by: 1 | -1): void => void onTheWay.set(job.inbox_id, (onTheWay.get(job.inbox_id) ?? 0) + by);
  const turns = createTurns(() => listWorkspaceIds(db));
  const worker = startLeaseWorker<OutboxJob>({
    name: 'delivery',
    log: context.log,
    wake: context.wake,
    topic: 'outbox',
    concurrency,
    everyMs: 1_000,
    renewEveryMs: (leaseSeconds * 1000) / 3,
    async claim(limit) {
      if (config.holdOutbound) return [];
      const jobs: OutboxJob[] = [];
      for (const workspaceId of await turns.next()) {
        if (jobs.length >= limit) break;
        await adoptHomelessMail(context, workspaceId);
        const busyInboxes = [...onTheWay].filter(([, mails]) => mails >= mostPerInbox).map(([inboxId]) => inboxId);
        const taken = await claimOutbox(db, workspaceId, { limit: Math.min(mostPerInbox, limit - jobs.length), leaseSeconds, hasDefaultWay: config.smtpUrl !== null, busyInboxes });
        for (const job of taken) count(job, 1);
        jobs.push(...taken);
      }
      turns.found(jobs.length);
      return jobs;
    },
    renew: (job) => renewOutbox(db, job, leaseSeconds),
    async work(job) {
      try {
        await finish(context, job, await tryToSend(context, transports, job), onGivenUp);
      } finally {
        count(job, -1);
      }
    },
  });
  return {
    async stop() {
      await worker.stop();
      transports.close();
    },
  };
}

async function tryToSend(context: Context, transports: Transports, job: OutboxJob): Promise<Attempt> {
  try {
    return await sendMail(context, transports, job);
  } catch (error) {
    // With the database away the lease repeats it; anything else is told and tried again later.
    if (isOurTrouble(error)) throw error;
    context.log.error({ err: error, outbox: job.id }, 'mail could not be made ready');
    return { accepted: [], refused: [], later: job.envelope_to.filter((address) => !job.accepted.includes(address)), bad: [], trouble: 'It could not be made ready; see the log' };
  }
}

/** What has been handed over must be written down, or it would be sent again: a database that is away is waited for. */
async function finish(context: Context, job: OutboxJob, attempt: Attempt, onGivenUp: Required<DeliveryOptions>['onGivenUp']): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await context.db.transaction().execute((tx) => writeEnd(tx, context, job, attempt, onGivenUp));
      context.wake.say('events');
      return;
    } catch (error) {
      if (!isOurTrouble(error) || tries >= 30) throw error;
      await wait(1000);
    }
  }
}

async function writeEnd(tx: Tx, context: Context, job: OutboxJob, attempt: Attempt, onGivenUp: Required<DeliveryOptions>['onGivenUp']): Promise<void> {
  const now = context.clock.now();
  const end = endOf(job, attempt, now);
  if (!(await finishOutbox(tx, job, end))) {
    context.log.warn({ outbox: job.id }, 'another node took this mail over while it was being sent');
    return;
  }
  const about = { ticketId: job.ticket_id, brandId: job.brand_id, messageId: job.message_id };
  const actor = systemActor(job.workspace_id);
  const newlyRefused = attempt.refused.length > 0;
  if (attempt.bad.length > 0) await markRefused(tx, job.workspace_id, attempt.bad, now);
  if (end.status === 'sent') await appendEvent(tx, actor, { type: 'message.sent', ...about, data: { recipients: end.accepted.length } });
  if (end.status === 'failed' || newlyRefused) await appendEvent(tx, actor, { type: 'message.failed', ...about, data: { refused: end.refused.length, accepted: end.accepted.length } });
  if (end.status === 'failed' && job.kind === 'reply' && job.ticket_id !== null) await onGivenUp(tx, job.workspace_id, job.ticket_id, now);
}

function endOf(job: OutboxJob, attempt: Attempt, now: Date): OutboxEnd {
  const accepted = [...job.accepted, ...attempt.accepted];
  const refused = [...job.refused, ...attempt.refused];
  const error = attempt.trouble;
  if (attempt.later.length === 0) return { status: accepted.length > 0 ? 'sent' : 'failed', accepted, refused, error };
  const age = (now.getTime() - Date.parse(job.mail.date)) / 1000;
  if (age > giveUpAfter) return { status: accepted.length > 0 ? 'sent' : 'failed', accepted, refused: [...refused, ...attempt.later], error };
  return { status: 'queued', accepted, refused, error: error ?? 'unknown', inSeconds: secondsToWait(job.attempts, Math.random()) };
}
