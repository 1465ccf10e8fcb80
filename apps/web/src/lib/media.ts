import { useSyncExternalStore } from 'react';

/** True where the parts of the screen stand side by side (900 px and more); false: one column with a bottom bar. */
export const useIsWide = matcherOf('(min-width: 900px)');

/** True where a finger points, as on a phone or a tablet: no pointer rests on anything. */
export const useIsCoarse = matcherOf('(pointer: coarse)');

function matcherOf(query: string): () => boolean {
  const list = matchMedia(query);
  function subscribe(listener: () => void): () => void {
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  }
  return function useMatches() {
    return useSyncExternalStore(subscribe, () => list.matches);
  };
}
