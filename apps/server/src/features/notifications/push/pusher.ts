import type { Context } from '../../../context.ts';
import { startLeaseWorker, type LeaseWorker } from '../../../platform/mail/lease-worker.ts';
import { createTurns } from '../../../platform/mail/turns.ts';
import { guardedFetch } from '../../../platform/outbound/guarded-fetch.ts';
import { OutboundError } from '../../../platform/outbound/guarded-lookup.ts';
import { encryptPush, vapidHeader, vapidKeys } from '../../../platform/push/index.ts';
import { workspaceIds } from '../../tickets/index.ts';
import { dropDevice, findTargets, noteSent, type Target } from './devices.queries.ts';
import { claimDue, endDue } from '../due.queries.ts';
import { readPushed } from './due-pushes.queries.ts';
import { toMessages, type PushMessage } from './push-texts.ts';

type Job = { workspaceId: number; agentId: number; ids: number[]; attempts: number };

const leaseSeconds = 60;
const mostAttempts = 5;
const mostAtOnce = 200;
/** Seconds for which a push service keeps a message for a device that is away: later it is no news. */
const keptFor = 4 * 3600;

export type PusherOptions = { /** Tests give one that reaches their own push service. */ request?: typeof guardedFetch };

/** Sends what is due to the devices of its agent, unless it has been read meanwhile. */
export function startPusher(context: Context, { request = guardedFetch }: PusherOptions = {}): Pick<LeaseWorker, 'stop'> {
  const { db, clock } = context;
  const keys = vapidKeys(context.secret);
  const turns = createTurns(() => workspaceIds(db));

  async function claim(limit: number): Promise<Job[]> {
    const jobs: Job[] = [];
    for (const workspaceId of await turns.next()) {
      if (jobs.length >= limit) break;
      const claimed = await claimDue(db, workspaceId, 'push_at', { now: clock.now(), limit: mostAtOnce, leaseSeconds });
      const byAgent = Map.groupBy(claimed, ({ agent_id }) => agent_id);
      for (const [agentId, rows] of byAgent) jobs.push({ workspaceId, agentId, ids: rows.map(({ id }) => id), attempts: Math.max(...rows.map(({ attempts }) => attempts)) });
    }
    turns.found(jobs.length);
    return jobs;
  }

  async function work({ workspaceId, agentId, ids, attempts }: Job): Promise<void> {
    const targets = await findTargets(db, workspaceId, [agentId], clock.now());
    const rows = targets.length > 0 ? await readPushed(db, workspaceId, ids) : [];
    let again = false;
    for (const message of await toMessages(rows)) for (const target of targets) if ((await send(workspaceId, target, message)) === 'again') again = true;
    const next = again && attempts < mostAttempts ? new Date(clock.now().getTime() + 15_000 * 2 ** attempts) : null;
    await endDue(db, workspaceId, 'push_at', ids, next);
  }

  /** The address is one that a browser gave: only the guarded client may call it, and it is sent nowhere else. */
  async function send(workspaceId: number, target: Target, message: PushMessage): Promise<'done' | 'again'> {
    const body = encryptPush(JSON.stringify(message), { p256dh: Buffer.from(target.p256dh, 'base64url'), auth: Buffer.from(target.auth, 'base64url') });
    const headers = {
      authorization: vapidHeader(keys, target.endpoint, subject(context), clock.now()),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      'content-length': String(body.length),
      ttl: String(secondsFor(message)),
      urgency: 'high',
      topic: message.tag,
    };
    try {
      const { status } = await request(target.endpoint, { method: 'POST', headers, body, mostRedirects: 0, mostBytes: 64 * 1024 });
      if (status === 404 || status === 410) {
        await dropDevice(db, workspaceId, target.id);
        return 'done';
      }
      const taken = status >= 200 && status < 300;
      await noteSent(db, workspaceId, target.id, taken ? null : `answered ${status}`, clock.now());
      return taken || (status < 500 && status !== 429) ? 'done' : 'again';
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      await noteSent(db, workspaceId, target.id, error.code, clock.now());
      return error.code === 'address_not_allowed' ? 'done' : 'again';
    }
  }

  /** What is over by then need not come at all. */
  function secondsFor({ until }: PushMessage): number {
    return until === undefined ? keptFor : Math.max(0, Math.min(keptFor, Math.ceil((Date.parse(until) - clock.now().getTime()) / 1000)));
  }

  return startLeaseWorker<Job>({
    name: 'push',
    log: context.log,
    wake: context.wake,
    topic: 'notifications',
    concurrency: 4,
    everyMs: 2_000,
    renewEveryMs: (leaseSeconds * 1000) / 3,
    claim,
    renew: ({ workspaceId, ids }) => endDue(db, workspaceId, 'push_at', ids, new Date(clock.now().getTime() + leaseSeconds * 1000)),
    work,
  });
}

/** Whom a push service writes to when something is wrong with our messages (RFC 8292 §2.1). */
function subject({ config }: Pick<Context, 'config'>): string {
  return config.publicUrl.startsWith('https:') ? config.publicUrl : 'mailto:postmaster@localhost';
}
