import { useSyncExternalStore } from 'react';

/** True where the parts of the screen stand side by side (900 px and more); false: one column with a bottom bar. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}

const wide = matchMedia('(min-width: 900px)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}
