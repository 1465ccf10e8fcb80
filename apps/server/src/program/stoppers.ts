import type { Log } from '../platform/log/log.ts';

export type Stopper = { name: string; stop(): Promise<void> | void };

/** What has been started, to be stopped the other way round. One that hangs or fails does not keep the others from it. */
export function createStoppers() {
  const stack: Stopper[] = [];
  return {
    add(name: string, stop: Stopper['stop']): void {
      stack.push({ name, stop });
    },
    /** `patience`: milliseconds for each. */
    async stopAll(log: Log | null, patience: number): Promise<void> {
      for (let last = stack.pop(); last; last = stack.pop()) {
        const { name, stop } = last;
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_resolve, reject) => {
          timer = setTimeout(() => reject(new Error(`${name} did not stop within ${patience} ms`)), patience);
        });
        try {
          await Promise.race([Promise.resolve(stop()), late]);
        } catch (error) {
          log?.warn({ err: error }, `${name} was not stopped in order`);
        } finally {
          clearTimeout(timer);
        }
      }
    },
  };
}
