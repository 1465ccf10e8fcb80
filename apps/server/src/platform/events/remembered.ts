import { monotonicNow } from '../clock/clock.ts';

export type Remembered<T> = { of(workspaceId: number): Promise<T>; forget(): void };

const mostWorkspaces = 1_000;
/** Milliseconds */
const trustFor = 30_000;

export type Remembering = { mayRemember(): boolean; now?(): number };

/**
 * What is seldom changed and often asked for, kept in memory for each workspace until `forget` is called (by a wake-up, on
 * every node). While other nodes cannot be heard, nothing is trusted from memory; a node that died before it could say what
 * it had changed is outlived by `trustFor`.
 */
export function createRemembered<T>(read: (workspaceId: number) => Promise<T>, { mayRemember, now = monotonicNow }: Remembering): Remembered<T> {
  const known = new Map<number, { answer: Promise<T>; until: number }>();
  return {
    of(workspaceId) {
      const kept = known.get(workspaceId);
      if (kept && kept.until > now() && mayRemember()) return kept.answer;
      const asked = { answer: read(workspaceId), until: now() + trustFor };
      if (known.size >= mostWorkspaces) known.clear();
      known.set(workspaceId, asked);
      // A failed look is not an answer to keep.
      asked.answer.catch(() => known.get(workspaceId) === asked && known.delete(workspaceId));
      return asked.answer;
    },
    forget() {
      known.clear();
    },
  };
}
