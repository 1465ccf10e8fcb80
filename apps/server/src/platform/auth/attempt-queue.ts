import { Problem } from '../errors/problem.ts';

export type AttemptQueue = ReturnType<typeof createAttemptQueue>;

/**
 * Runs few password checks at a time. A burst of parallel guesses would otherwise all pass the limits before the
 * first failure is counted, and each check costs a tenth of a second of CPU.
 */
export function createAttemptQueue({ atOnce = 3, waitingAtMost = 200 } = {}) {
  const waiting: (() => void)[] = [];
  let running = 0;

  /** @throws Problem too_many_attempts when too many wait already. */
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost) throw new Problem('too_many_attempts');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
