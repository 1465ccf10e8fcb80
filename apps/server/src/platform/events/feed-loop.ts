import { monotonicNow } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import type { Wake } from './wake.ts';

export type FeedLoop = { stop(): Promise<void> };

const quietPollMs = 2_000;
/** After a wake-up: events of transactions that are still running can be read only when these end. */
const wakefulMs = 5_000;
const wakefulPollMs = 500;

export type FeedRounds = {
  /** ms between the first of several events and the round that reads them together */
  collectMs: number;
  /** Logged when a round breaks; the next one goes on from where it had come. */
  trouble: string;
  /** Reads what there is, and looks now and then whether it is to stop. */
  round(isStopped: () => boolean): Promise<void>;
};

/** For who follows the event feed: a round soon after events were written, never two at once, and now and then without a call. */
export function startFeedLoop({ wake, log }: { wake: Wake; log: Log }, { collectMs, trouble, round }: FeedRounds): FeedLoop {
  let stopped = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let wokenAt = -Infinity;
  const quiet = wake.on('events', () => {
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
      await round(() => stopped);
    } catch (error) {
      log.warn({ err: error }, trouble);
    }
    plan(monotonicNow() - wokenAt < wakefulMs ? wakefulPollMs : quietPollMs);
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
