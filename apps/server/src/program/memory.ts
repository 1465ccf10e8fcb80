import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout } from 'node:timers/promises';

/** By then the first rounds of all loops are over, and nobody works yet: a collection takes some 60 ms. */
const afterStart = 5_000;

/**
 * Gives back once what only starting took (modules read, demo rows written): V8 collects by what is allocated, so that a
 * program which then rests would keep it for good. 55 of 434 MB after `npm start -- --demo`.
 */
export async function releaseStartMemory(wait = afterStart): Promise<void> {
  await setTimeout(wait, undefined, { ref: false });
  collector()({ execution: 'sync', type: 'major', flavor: 'last-resort' });
}

/** Without a flag that every way of starting the program would have to know. */
function collector(): (options: object) => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as (options: object) => void;
}
