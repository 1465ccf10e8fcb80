import { useEffect, type RefObject } from 'react';

/**
 * What holds the rows still ends with what it was for. A list that goes while the pointer lies on it, or a layer above it
 * that goes with the pointer on it, tells of no leaving: the next movement elsewhere does, and the list's own end.
 */
export function useListHold(list: RefObject<HTMLElement | null>, holdFor: (reason: 'pointer' | 'scroll', on: boolean) => void): void {
  useEffect(() => {
    const moved = ({ target }: PointerEvent) => {
      if (!list.current?.contains(target as Node)) holdFor('pointer', false);
    };
    addEventListener('pointermove', moved, { passive: true });
    return () => {
      removeEventListener('pointermove', moved);
      holdFor('pointer', false);
      holdFor('scroll', false);
    };
  }, [list, holdFor]);
}
