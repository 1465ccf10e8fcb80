/** The only place that tells the time; tests give their own. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export function fixedClock(at: Date | string): Clock & { advance(milliseconds: number): void } {
  let current = new Date(at);
  return {
    now: () => new Date(current),
    advance: (milliseconds) => {
      current = new Date(current.getTime() + milliseconds);
    },
  };
}

/** Milliseconds that only go forward, for measuring how long something took. */
export function monotonicNow(): number {
  return performance.now();
}
