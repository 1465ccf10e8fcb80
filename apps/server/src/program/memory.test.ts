import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { releaseStartMemory } from './memory.ts';

test('what starting took is collected five seconds after the start, and once more a minute after it', async () => {
  let at = 0;
  const collected: [number, object][] = [];
  await releaseStartMemory({ collect: (how) => void collected.push([at, how]), wait: async (ms) => void (at += ms) });
  const how = { execution: 'sync', type: 'major', flavor: 'last-resort' };
  expect(collected).toEqual([[5_000, how], [60_000, how]]);
});

test('it is collected without a flag of Node', async () => {
  // Of its own, so that no frame of this test holds it.
  const aModuleThatWasRead = () => new WeakRef({ text: 'x'.repeat(1_000) });
  const kept = aModuleThatWasRead();
  await setImmediate();
  expect(kept.deref()).toBeDefined();
  await setImmediate();
  await releaseStartMemory({ wait: () => setImmediate() });
  expect(kept.deref()).toBeUndefined();
});
