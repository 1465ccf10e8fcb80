import { monotonicNow } from '../clock/clock.ts';

/** Milliseconds for which a busy worker goes by the list that it has. */
const good = 1000;

export type Turns = {
  /** The workspaces, another one first each time, so that a flood in one leaves the others their turn. */
  next(): Promise<number[]>;
  /** Says what the last look found: after nothing, the list is read anew, so that a new workspace's work starts at once. */
  found(jobs: number): void;
};

export function createTurns(list: () => Promise<number[]>): Turns {
  let known: number[] = [];
  let readAt = -Infinity;
  let first = 0;
  return {
    async next() {
      if (monotonicNow() - readAt > good) {
        known = await list();
        readAt = monotonicNow();
      }
      first = known.length === 0 ? 0 : (first + 1) % known.length;
      return [...known.slice(first), ...known.slice(0, first)];
    },
    found(jobs) {
      if (jobs === 0) readAt = -Infinity;
    },
  };
}
