import { randomUUID } from 'node:crypto';
import { monotonicNow } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import { startFeedLoop, type FeedLoop } from './feed-loop.ts';
import type { Wake } from './wake.ts';

/** One who reads the feed of every workspace, in steps, and notes in rows of its own how far it has come. */
export type Follower = {
  /** Goes with each log line. */
  name: string;
  /** ms between the first of several events and the round that reads them together */
  collectMs: number;
  /** Logged when a workspace, or the look for workspaces, breaks. */
  trouble: string;
  /** So many steps of a workspace before the next one gets its turn. */
  stepsInTurn?: number;
  /** Those that may have something to do; asked anew before each turn of all. */
  workspaces(): Promise<number[]>;
  /** Takes the workspace for this lease, does one short piece of work, and moves the position with it. */
  step(workspaceId: number, lease: string, isStopped: () => boolean): Promise<{ /** There is more to do now. */ more: boolean }>;
  /** After a turn, also one that broke: another node may have the workspace at once. None where a step holds nothing beyond its transaction. */
  release?(workspaceId: number, lease: string): Promise<void>;
};

const usualSteps = 5;
/** ms until a workspace that broke is tried again; twice as long each time, up to the longest. */
const firstPause = 1_000;
const longestPause = 60_000;

type Broken = { times: number; until: number };
type Tools = { wake: Wake; log: Log };

/**
 * Follows the feed for all workspaces: a few steps for each in turn, so that none waits for another's backlog. One that breaks is
 * logged and left alone for a while, and the others go on. A lease that is not given back (a node was killed) runs out by itself.
 */
export function followWorkspaces({ wake, log }: Tools, follower: Follower): FeedLoop {
  const round = roundOf(log, follower);
  return startFeedLoop({ wake, log }, { collectMs: follower.collectMs, trouble: follower.trouble, round });
}

/** What one round does, with its memory of what broke; apart for the tests. */
export function roundOf(log: Pick<Log, 'warn'>, follower: Follower, now: () => number = monotonicNow): (isStopped: () => boolean) => Promise<void> {
  const { name, trouble, stepsInTurn = usualSteps } = follower;
  const lease = randomUUID();
  const broken = new Map<number, Broken>();

  /** Whether the workspace has more to do after its turn. */
  async function takeTurn(workspaceId: number, isStopped: () => boolean): Promise<boolean> {
    let more = true;
    try {
      for (let steps = 0; more && steps < stepsInTurn && !isStopped(); steps += 1) ({ more } = await follower.step(workspaceId, lease, isStopped));
      broken.delete(workspaceId);
      return more;
    } catch (error) {
      const times = (broken.get(workspaceId)?.times ?? 0) + 1;
      const pause = Math.min(longestPause, firstPause * 2 ** (times - 1));
      broken.set(workspaceId, { times, until: now() + pause });
      log.warn({ err: error, follower: name, workspace: workspaceId, times, again_in_ms: pause }, trouble);
      return false;
    } finally {
      await giveBack(workspaceId);
    }
  }

  async function giveBack(workspaceId: number): Promise<void> {
    try {
      await follower.release?.(workspaceId, lease);
    } catch (error) {
      log.warn({ err: error, follower: name, workspace: workspaceId }, 'a workspace could not be given back, and is free when its lease runs out');
    }
  }

  return async (isStopped) => {
    for (let more = true; more && !isStopped(); ) {
      more = false;
      const waiting = await follower.workspaces();
      for (const workspaceId of broken.keys()) if (!waiting.includes(workspaceId)) broken.delete(workspaceId);
      for (const workspaceId of waiting) {
        if (isStopped()) return;
        if ((broken.get(workspaceId)?.until ?? -Infinity) > now()) continue;
        if (await takeTurn(workspaceId, isStopped)) more = true;
      }
    }
  };
}
