import { monotonicNow, type Clock } from '../clock/clock.ts';
import type { Database, Tx } from '../db/db.ts';
import type { Wake } from '../events/wake.ts';
import type { Log } from '../log/log.ts';
import { readDueHeads, takeTurn, type DueColumn } from './timers.queries.ts';

/** Rows of a table that wait for a moment, each of which does something once when it has come. */
export type TimerQueue = DueColumn & {
  name: string;
  /**
   * Does what `limit` rows, those due longest, have waited for, and moves or clears their moment in the same
   * transaction: that is what makes it happen once. Begins with `dueIds`. @returns how many rows
   */
  fire(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<number>;
};

type Tools = { db: Database; clock: Clock; wake: Pick<Wake, 'say'>; log: Pick<Log, 'warn'> };

const batch = 100;
/** ms; a look this often bounds what a lost wake-up or a clock that jumped could cost. */
const longestSleep = 500;
/** ms; so soon again when another node is at it, or somebody has a due row in hand. */
const heldSleep = 40;

/** ms until a workspace in which something threw is tried again; twice as long each time, up to the longest. */
const firstPause = 1_000;
const longestPause = 60_000;

/** Workspaces in which something threw, and until when they are left alone. */
export type Broken = Map<number, { times: number; until: number }>;

export type Fired = { count: number; /** The next open moment. */ next: Date | null; /** Something is due that could not be fired now. */ held: boolean };

/**
 * Fires what is due by now: in each workspace in order, in small transactions, workspace by workspace in turn so that none
 * waits for another's backlog. What a program that stood still has missed is caught up the same way.
 */
export async function fireDue(tools: Tools, queue: TimerQueue, isStopped: () => boolean = () => false, broken: Broken = new Map()): Promise<Fired> {
  let count = 0;
  for (;;) {
    const heads = await readDueHeads(tools.db, queue);
    const now = tools.clock.now();
    const due = heads.filter(({ at, workspaceId }) => at <= now && (broken.get(workspaceId)?.until ?? -Infinity) <= monotonicNow());
    if (due.length === 0) return { count, next: heads.find(({ at }) => at > now)?.at ?? null, held: false };
    let done = 0;
    let held = false;
    for (const { workspaceId } of due) {
      if (isStopped()) return { count: count + done, next: null, held: true };
      const fired = await fireBatch(tools, queue, workspaceId, broken);
      done += fired ?? 0;
      held ||= fired === 0;
    }
    if (done === 0 && held) return { count, next: null, held };
    count += done;
    tools.wake.say('events');
  }
}

/** What goes wrong in one workspace does not stop the others, and is tried again less and less often. @returns null when it threw */
async function fireBatch({ db, clock, log }: Tools, queue: TimerQueue, workspaceId: number, broken: Broken): Promise<number | null> {
  try {
    const fired = await db.transaction().execute(async (tx) => ((await takeTurn(tx, queue.name, workspaceId)) ? queue.fire(tx, workspaceId, clock.now(), batch) : 0));
    broken.delete(workspaceId);
    return fired;
  } catch (error) {
    const times = (broken.get(workspaceId)?.times ?? 0) + 1;
    const pause = Math.min(longestPause, firstPause * 2 ** (times - 1));
    broken.set(workspaceId, { times, until: monotonicNow() + pause });
    log.warn({ err: error, timers: queue.name, workspace: workspaceId, times, again_in_ms: pause }, 'due rows cannot be fired now');
    return null;
  }
}

/**
 * Sleeps until the next moment of the queue, or until somebody says `timers` (whoever has written an earlier one, after the
 * commit), and fires what is due. Moments stand in rows alone, so a restart loses none; several nodes may run it at once.
 */
export function startTimers(tools: Tools & { wake: Wake }, queue: TimerQueue): { stop(): Promise<void> } {
  const { clock, wake, log } = tools;
  let stopped = false;
  let woken = false;
  let rouse: (() => void) | undefined;
  const nudge = (): void => {
    woken = true;
    rouse?.();
  };
  const quiet = wake.on('timers', nudge);
  const broken: Broken = new Map();

  async function sleep(milliseconds: number): Promise<void> {
    if (stopped || woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    rouse = undefined;
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      woken = false;
      let pause = longestSleep;
      try {
        const { next, held } = await fireDue(tools, queue, () => stopped, broken);
        if (held) pause = heldSleep;
        else if (next) pause = Math.min(longestSleep, Math.max(1, next.getTime() - clock.now().getTime()));
      } catch (error) {
        log.warn({ err: error, timers: queue.name }, 'due rows cannot be looked for now');
      }
      await sleep(pause);
    }
  }

  const looping = loop();
  return {
    async stop() {
      stopped = true;
      quiet();
      nudge();
      await looping;
    },
  };
}
