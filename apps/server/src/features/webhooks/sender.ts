import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { startLeaseWorker, type LeaseWorker } from '../../platform/mail/lease-worker.ts';
import { createTurns } from '../../platform/mail/turns.ts';
import { attemptToSend, type Attempt } from './attempt.ts';
import { messageOf } from './message.ts';
import { mostAttempts, secondsToNext, secondsToRest } from './retry.rules.ts';
import { claimEndpoints, dropDelivery, nextDue, noteAttempt, noteFailure, noteSuccess, releaseEndpoint, renewEndpoint, restUntil, stopWebhook, workspacesWithWebhooks, type Due } from './send.queries.ts';
import { queueStopMail } from './stop-mail.ts';

type Job = { workspaceId: number; webhookId: number; lease: string };

const leaseSeconds = 60;
/** Endpoints at once on this node; of one workspace, so that slow ones leave the others their turn. */
const atOnce = 20;
const mostOfOne = 5;
/** After so long an endpoint with much to hear gives its place to the next. */
const turnMs = 10_000;
/** ms without anything getting through after which an endpoint is stopped, however much is new to be sent to it. */
const failingFor = 3 * 86_400_000;

/** Sends what is due, to each endpoint one after another; waits for answers outside of any transaction. With OMBUD_OUTBOUND=hold everything waits. */
export function startWebhookSender(context: Context): Pick<LeaseWorker, 'stop'> {
  const { db, clock, config } = context;
  const turns = createTurns(() => workspacesWithWebhooks(db));
  const underWay = new Map<number, number>();

  async function claim(limit: number): Promise<Job[]> {
    if (config.holdOutbound) return [];
    const jobs: Job[] = [];
    for (const workspaceId of await turns.next()) {
      const free = Math.min(limit - jobs.length, mostOfOne - (underWay.get(workspaceId) ?? 0));
      if (free <= 0) continue;
      const lease = randomUUID();
      for (const webhookId of await claimEndpoints(db, workspaceId, { lease, now: clock.now(), leaseSeconds, limit: free })) {
        underWay.set(workspaceId, (underWay.get(workspaceId) ?? 0) + 1);
        jobs.push({ workspaceId, webhookId, lease });
      }
    }
    turns.found(jobs.length);
    return jobs;
  }

  async function work(job: Job): Promise<void> {
    const end = monotonicNow() + turnMs;
    try {
      do {
        const due = await nextDue(db, job, clock.now());
        if (!due) break;
        if (due.seen) await note(context, job, due, await attemptToSend(context, due, messageOf(job.webhookId, due)));
        else await dropDelivery(db, job.workspaceId, due.delivery_id);
      } while (monotonicNow() < end);
      await releaseEndpoint(db, job);
    } finally {
      const left = (underWay.get(job.workspaceId) ?? 1) - 1;
      if (left > 0) underWay.set(job.workspaceId, left);
      else underWay.delete(job.workspaceId);
    }
  }

  return startLeaseWorker<Job>({ name: 'webhooks', log: context.log, wake: context.wake, topic: 'webhooks', concurrency: atOnce, everyMs: 2_000, renewEveryMs: (leaseSeconds * 1000) / 3, claim, renew: (job) => renewEndpoint(db, job, leaseSeconds), work });
}

async function note(context: Context, { workspaceId, webhookId }: Job, due: Due, attempt: Attempt): Promise<void> {
  const now = context.clock.now();
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const wait = secondsToNext(due.attempts + 1, Math.random());
  const nextAt = attempt.taken || attempt.gone || wait === null ? null : later(Math.max(wait, attempt.asked));
  const stopped = await context.db.transaction().execute(async (tx) => {
    const state = attempt.taken ? 'delivered' : nextAt === null ? 'failed' : 'waiting';
    if (!(await noteAttempt(tx, { workspaceId, deliveryId: due.delivery_id, of: due.attempts }, { ...attempt, state, nextAt, now }))) return false;
    if (attempt.taken) {
      await noteSuccess(tx, { workspaceId, webhookId }, now);
      return false;
    }
    const endpoint = await noteFailure(tx, { workspaceId, webhookId }, now);
    // An event that alone is not taken is given up on alone; an endpoint, when nothing has got through for as long.
    const failsFor = now.getTime() - endpoint.failing_since.getTime();
    const given = attempt.gone ? 'gone' : endpoint.failures > due.attempts && (nextAt === null || (failsFor >= failingFor && endpoint.failures >= mostAttempts)) ? 'failing' : null;
    if (endpoint.status !== 'active' || given === null) {
      await restUntil(tx, { workspaceId, webhookId }, later(Math.max(secondsToRest(endpoint.failures), attempt.asked)));
      return false;
    }
    await giveUp(tx, { workspaceId, webhookId }, endpoint.owner_id, given, now);
    return true;
  });
  if (!stopped) return;
  context.wake.say('events');
  context.wake.say('outbox');
}

async function giveUp(tx: Tx, at: { workspaceId: number; webhookId: number }, ownerId: number, status: 'failing' | 'gone', now: Date): Promise<void> {
  await stopWebhook(tx, at, status, now);
  await queueStopMail(tx, at, ownerId, now);
  await appendEvent(tx, systemActor(at.workspaceId), { type: 'webhook.updated', data: { webhook_id: at.webhookId, changes: { status: { from: 'active', to: status } } } });
}
