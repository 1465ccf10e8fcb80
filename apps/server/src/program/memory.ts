import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout } from 'node:timers/promises';

/** ms after the start: once it is over, and once the followers of the feed have gone through what was there. A collection takes some 60 ms. */
const moments = [5_000, 60_000];

/**
 * Gives back what only starting took (modules read, the feed followed to its end): V8 collects by what is allocated, so that a
 * program which then rests would keep it for good.
 * @param wait ms; nothing is kept running by it
 */
export async function releaseStartMemory({ collect = collector(), wait = (ms: number): Promise<unknown> => setTimeout(ms, undefined, { ref: false }) } = {}): Promise<void> {
  let before = 0;
  for (const at of moments) {
    await wait(at - before);
    collect({ execution: 'sync', type: 'major', flavor: 'last-resort' });
    before = at;
  }
}

/** Without a flag that every way of starting the program would have to know. */
function collector(): (options: object) => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as (options: object) => void;
}
