import type { LeaseWorker, Slot } from './lease-worker.ts';

/** Where whoever writes rows of a queue meets a worker of the same process, so that a free one need not look for them. */
export type HandOver<Job> = {
  /** From now on this worker takes jobs; call the answer when it no longer does. */
  open(worker: Pick<LeaseWorker<Job>, 'reserve'>): () => void;
  /** A free place of a worker here; null when there is none, and the row waits in its queue as ever. */
  reserve(): Slot<Job> | null;
};

export function createHandOver<Job>(): HandOver<Job> {
  const workers = new Set<Pick<LeaseWorker<Job>, 'reserve'>>();
  return {
    open(worker) {
      workers.add(worker);
      return () => workers.delete(worker);
    },
    reserve() {
      for (const worker of workers) {
        const slot = worker.reserve();
        if (slot) return slot;
      }
      return null;
    },
  };
}
