import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * For a row of choices that is swept sideways on a phone (class `strip`): the chosen one is brought into
 * view, and whatever lies further to a side fades out there.
 */
export function useStrip<Row extends HTMLElement>(chosen: string) {
  const row = useRef<Row>(null);

  useLayoutEffect(() => {
    const strip = row.current;
    const item = strip?.querySelector('[aria-selected="true"], [aria-current="page"]');
    if (!strip || !item) return;
    const [outer, inner] = [strip.getBoundingClientRect(), item.getBoundingClientRect()];
    // Only sideways: the page stays where it is.
    strip.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [chosen]);

  useEffect(() => {
    const strip = row.current;
    if (!strip) return;
    const mark = () => {
      const further = strip.scrollWidth - strip.clientWidth - strip.scrollLeft;
      strip.dataset['further'] = [strip.scrollLeft > 1 && 'before', further > 1 && 'after'].filter(Boolean).join(' ');
    };
    const watch = new ResizeObserver(mark);
    watch.observe(strip);
    // Their texts change with the language, and some come and go.
    const watchAll = () => {
      for (const item of strip.children) watch.observe(item);
      mark();
    };
    watchAll();
    const changes = new MutationObserver(watchAll);
    changes.observe(strip, { childList: true });
    strip.addEventListener('scroll', mark, { passive: true });
    return () => {
      watch.disconnect();
      changes.disconnect();
      strip.removeEventListener('scroll', mark);
    };
  }, [chosen]);
  return row;
}
