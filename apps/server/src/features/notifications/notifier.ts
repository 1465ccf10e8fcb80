import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { endFollowing, workspacesToFollow } from './follow.queries.ts';
import { followStep } from './make-notifications.ts';

export type Notifier = { stop(): Promise<void> };

const collectMs = 100;
const quietPollMs = 2_000;
/** After a wake-up: events of transactions that are still running can be read only when these end. */
const wakefulMs = 5_000;
const wakefulPollMs = 500;

/** Follows the feed of every workspace and notes whom each event concerns; the same event is told once, whatever is ended meanwhile. */
export function startNotifier(context: Context): Notifier {
  const lease = randomUUID();
  let stopped = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let wokenAt = -Infinity;
  const quiet = context.wake.on('events', () => {
    const early = monotonicNow() - wokenAt > collectMs;
    wokenAt = monotonicNow();
    if (early) plan(collectMs);
  });

  function plan(milliseconds: number): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      running = running.then(run);
    }, milliseconds);
  }

  async function run(): Promise<void> {
    if (stopped) return;
    try {
      for (const workspaceId of await workspacesToFollow(context.db)) {
        if (stopped) break;
        await follow(workspaceId);
      }
    } catch (error) {
      context.log.warn({ err: error }, 'notifications cannot be made now');
    }
    plan(monotonicNow() - wokenAt < wakefulMs ? wakefulPollMs : quietPollMs);
  }

  async function follow(workspaceId: number): Promise<void> {
    for (let more = true; more && !stopped; ) {
      const step = await followStep(context, workspaceId, lease);
      if (step.made > 0) context.wake.say('notifications');
      more = step.more;
    }
    await endFollowing(context.db, workspaceId, lease);
  }

  plan(collectMs);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      quiet();
      await running;
    },
  };
}
