import { monotonicNow } from '../../platform/clock/clock.ts';

/** ms: the same thing is counted once in so long, however many screens ask. */
const moment = 250;
/** Things that nobody has asked about for so long are forgotten. */
const forgetAfter = 60_000;

/**
 * Counts at most once per moment: who asks while the last count is young waits for the next one, which all of them share.
 * So nobody gets a count from before they asked, and a burst of changes costs what one of them does.
 */
export function createRecount() {
  const known = new Map<string, { begunAt: number; next: Promise<unknown> | null }>();
  let swept = monotonicNow();

  return function recount<Count>(key: string, count: () => Promise<Count>): Promise<Count> {
    const now = monotonicNow();
    if (now - swept > forgetAfter) {
      swept = now;
      for (const [each, { begunAt, next }] of known) if (next === null && now - begunAt > forgetAfter) known.delete(each);
    }
    const last = known.get(key);
    if (last?.next) return last.next as Promise<Count>; // one key is always counted the same way
    const wait = last ? last.begunAt + moment - now : 0;
    if (wait <= 0) {
      known.set(key, { begunAt: now, next: null });
      return count();
    }
    const next = new Promise<void>((resolve) => setTimeout(resolve, wait)).then(() => {
      known.set(key, { begunAt: monotonicNow(), next: null });
      return count();
    });
    known.set(key, { begunAt: last?.begunAt ?? now, next });
    return next;
  };
}

export type Recount = ReturnType<typeof createRecount>;

/** What the scope of a count is called in its key. */
export function scopeKey({ workspaceId, brands }: { workspaceId: number; brands: 'all' | readonly number[] }): string {
  return `${workspaceId}:${brands === 'all' ? 'all' : brands.join(',')}`;
}
