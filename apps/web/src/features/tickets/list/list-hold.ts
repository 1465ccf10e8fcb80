import { createStore, useStore } from '../../../lib/store.ts';

/** Counts up whenever the person does something by which rows should move at once: their own change, the "3 new" button. */
const releases = createStore(0);

export function letGoOfLists(): void {
  releases.set(releases.get() + 1);
}

export function useReleases(): number {
  return useStore(releases);
}
