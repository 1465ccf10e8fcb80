import { afterEach, expect, test } from 'vitest';
import type { WakeTopic } from '../events/wake.ts';
import { createLog } from '../log/log.ts';
import { startLeaseWorker, type LeaseWorker } from './lease-worker.ts';

let worker: LeaseWorker | undefined;
afterEach(async () => worker?.stop());

/** A queue in memory, with a wake of its own. */
function aQueue() {
  const listeners = new Set<() => void>();
  const due: number[] = [];
  const done: number[] = [];
  return {
    due,
    done,
    wake: { say: () => listeners.forEach((listener) => listener()), on: (_topic: WakeTopic, listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)), connected: () => true, flush: async () => undefined, stop: async () => undefined },
    add(job: number) {
      due.push(job);
      this.wake.say();
    },
  };
}

function start(queue: ReturnType<typeof aQueue>, change: Partial<Parameters<typeof startLeaseWorker<number>>[0]> = {}): void {
  worker = startLeaseWorker<number>({
    name: 'test', log: createLog('silent'), wake: queue.wake, topic: 'intake', concurrency: 3, everyMs: 10_000, renewEveryMs: 5,
    claim: async (limit) => queue.due.splice(0, limit),
    work: async (job) => void queue.done.push(job),
    renew: async () => undefined,
    ...change,
  });
}

async function until(look: () => boolean): Promise<void> {
  for (const end = performance.now() + 3000; !look(); ) {
    if (performance.now() > end) throw new Error('did not happen');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

test('what is added is done at once, without waiting for the next look', async () => {
  const queue = aQueue();
  start(queue);
  for (let job = 0; job < 50; job += 1) {
    queue.add(job);
    await until(() => queue.done.length === job + 1);
  }
});

test('never more at once than allowed, and everything in the end', async () => {
  const queue = aQueue();
  queue.due.push(...Array.from({ length: 40 }, (_, i) => i));
  let running = 0;
  let most = 0;
  start(queue, {
    async work(job) {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      queue.done.push(job);
    },
  });
  await until(() => queue.done.length === 40);
  expect(most).toBe(3);
});

test('a job that throws, and a queue that cannot be read for a while, stop nothing', async () => {
  const queue = aQueue();
  let trouble = 2;
  start(queue, {
    async claim(limit) {
      if (trouble-- > 0) throw new Error('database away');
      return queue.due.splice(0, limit);
    },
    async work(job) {
      queue.done.push(job);
      if (job === 1) throw new Error('bad job');
    },
  });
  queue.due.push(1, 2, 3);
  queue.wake.say();
  await until(() => queue.done.length === 3);
});

test('a long job keeps its lease, and stopping waits for it', async () => {
  const queue = aQueue();
  let renewed = 0;
  let finish: () => void = () => undefined;
  start(queue, {
    renew: async () => void (renewed += 1),
    work: () => new Promise<void>((resolve) => (finish = resolve)).then(() => void queue.done.push(1)),
  });
  queue.add(1);
  await until(() => renewed >= 3);
  const stopping = worker?.stop();
  queue.add(2);
  finish();
  await stopping;
  expect(queue.done).toEqual([1]);
  expect(queue.due).toEqual([2]);
});

test('a reserved place is one of those allowed, takes its job at once and is free again after it', async () => {
  const queue = aQueue();
  const gates: (() => void)[] = [];
  start(queue, { concurrency: 2, work: (job) => new Promise((resolve) => gates.push(() => (queue.done.push(job), resolve()))) });
  const [first, second] = [worker?.reserve(), worker?.reserve()];
  expect(worker?.reserve()).toBeNull();
  queue.add(1);
  first?.run(7);
  first?.run(8);
  first?.release();
  await until(() => gates.length === 1);
  gates[0]?.();
  await until(() => queue.done.length === 1 && gates.length === 2);
  second?.release();
  gates[1]?.();
  await until(() => queue.done.length === 2);
  expect(queue.done).toEqual([7, 1]);
  await worker?.stop();
  expect(worker?.reserve()).toBeNull();
});

test('where one job never holds up another, the end of one is no reason to look again', async () => {
  const queue = aQueue();
  let looks = 0;
  start(queue, { independent: true, claim: async (limit) => (looks += 1, queue.due.splice(0, limit)) });
  await until(() => looks === 1);
  for (let job = 0; job < 20; job += 1) {
    worker?.reserve()?.run(job);
    await until(() => queue.done.length === job + 1);
  }
  expect(looks).toBe(1);
  queue.add(20);
  await until(() => queue.done.length === 21);
  expect(looks).toBe(2);
});

test('what came while every place was taken is done as soon as one is free', async () => {
  const queue = aQueue();
  const ends: (() => void)[] = [];
  start(queue, { independent: true, work: (job) => new Promise<void>((resolve) => ends.push(() => (queue.done.push(job), resolve()))) });
  for (const job of [1, 2, 3]) worker?.reserve()?.run(job);
  await until(() => ends.length === 3);
  queue.add(4);
  queue.add(5);
  while (queue.done.length < 5) {
    await until(() => ends.length > 0);
    ends.shift()?.();
  }
  expect(queue.done).toEqual([1, 2, 3, 4, 5]);
});
