import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { noHeads, rowsInView, scrollToShow, type Heads, type RowRange } from './row-range.ts';

/**
 * Which rows of a long list are drawn. All have one height, and headings another, so a division says where each stands and nothing is measured.
 * `height` in px.
 */
export function useFixedRows(scroller: RefObject<HTMLElement | null>, count: number, height: number, heads: Heads = noHeads): { range: RowRange; show(index: number): void } {
  const [seen, setSeen] = useState<RowRange>({ first: 0, end: Math.ceil(innerHeight / height) });
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = rowsInView({ top: element.scrollTop, room: element.clientHeight, height }, heads);
    setSeen((before) => (before.first === next.first && before.end === next.end ? before : next));
  }, [scroller, height, heads]);

  useLayoutEffect(look, [look, count]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, look]);

  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      element?.scrollTo({ top: scrollToShow(index, { top: element.scrollTop, room: element.clientHeight, height }, heads), behavior: 'instant' });
    },
    [scroller, height, heads],
  );
  return { range: { first: Math.min(seen.first, count), end: Math.min(seen.end, count) }, show };
}
