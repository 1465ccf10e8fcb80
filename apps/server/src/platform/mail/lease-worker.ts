import { setTimeout as wait } from 'node:timers/promises';
import type { Wake, WakeTopic } from '../events/wake.ts';
import type { Log } from '../log/log.ts';

/** A free place for one job that whoever reserves it has leased for this worker; used or released, once. */
export type Slot<Job> = { run(job: Job): void; release(): void };

export type LeaseWorker<Job = unknown> = { stop(): Promise<void>; reserve(): Slot<Job> | null };

export type LeaseWork<Job> = {
  name: string;
  log: Log;
  wake: Wake;
  topic: WakeTopic;
  /** How many at once. */
  concurrency: number;
  /** Milliseconds between looks without a wake-up. */
  everyMs: number;
  /** Takes at most so many due jobs for this process; each is leased until its `renew` stops coming. */
  claim(limit: number): Promise<Job[]>;
  /** Does the job and marks it done. What it throws is logged; the lease's end repeats the job. */
  work(job: Job): Promise<void>;
  renew(job: Job): Promise<void>;
  renewEveryMs: number;
  /** One under way never keeps another from being taken: its end is no reason to look when the last look took all. */
  independent?: boolean;
};

/**
 * Takes due rows by lease and works on several at once: two nodes never do the same row at the same time, and a row
 * whose worker died comes due again when its lease ends. `stop` waits for what is under way.
 */
export function startLeaseWorker<Job>(options: LeaseWork<Job>): LeaseWorker<Job> {
  const { log, name, concurrency, independent = false } = options;
  const running = new Set<Promise<void>>();
  let reserved = 0;
  let stopped = false;
  let woken = false;
  // The last look found as much as it asked for: there is more, so it pays to take several at once.
  let backlog = false;
  // Something may be due that was not taken for want of a place.
  let left = true;
  let rouse: (() => void) | undefined;
  const nudge = (): void => {
    woken = true;
    rouse?.();
  };
  const quiet = options.wake.on(options.topic, nudge);

  async function run(job: Job): Promise<void> {
    const renewing = setInterval(() => void options.renew(job).catch((error: unknown) => log.debug({ err: error, worker: name }, 'lease not renewed')), options.renewEveryMs);
    try {
      await options.work(job);
    } catch (error) {
      log.error({ err: error, worker: name }, 'job failed; it comes again');
    } finally {
      clearInterval(renewing);
    }
  }

  function begin(job: Job): void {
    const done: Promise<void> = run(job).finally(() => {
      running.delete(done);
      if (left || !independent) nudge();
    });
    running.add(done);
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      woken = false;
      const free = concurrency - running.size - reserved;
      let taken: Job[] = [];
      left = true;
      if (free > 0 && (!backlog || free * 3 >= concurrency)) {
        try {
          taken = await options.claim(free);
          backlog = left = taken.length >= free;
        } catch (error) {
          log.warn({ err: error, worker: name }, 'cannot take jobs now');
          await pause(300);
          continue;
        }
      }
      for (const job of taken) begin(job);
      const full = running.size + reserved >= concurrency;
      if (!woken && (full || taken.length < free)) await pause(options.everyMs);
    }
  }

  async function pause(milliseconds: number): Promise<void> {
    if (stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    rouse = undefined;
  }

  const looping = loop();
  return {
    reserve() {
      if (stopped || backlog || running.size + reserved >= concurrency) return null;
      reserved += 1;
      let open = true;
      const end = (job?: { job: Job }): void => {
        if (!open) return;
        open = false;
        reserved -= 1;
        if (job) begin(job.job);
        else nudge();
      };
      return { run: (job) => end({ job }), release: () => end() };
    },
    async stop() {
      stopped = true;
      quiet();
      nudge();
      await looping;
      // Who has reserved a place is about to use it.
      while (reserved > 0 || running.size > 0) await (running.size > 0 ? Promise.allSettled(running) : wait(10));
    },
  };
}
