import { useLayoutEffect, useRef } from 'react';

/**
 * For a row of choices that is swept sideways on a phone (class `strip`): the chosen one is brought into view, again where
 * its place changes (the font or another language comes, the phone is turned), and whatever lies further to a side fades out there.
 */
export function useStrip<Row extends HTMLElement>(chosen: string) {
  const row = useRef<Row>(null);
  useLayoutEffect(() => {
    const strip = row.current;
    if (!strip) return;
    const mark = () => {
      const further = strip.scrollWidth - strip.clientWidth - strip.scrollLeft;
      strip.dataset['further'] = [strip.scrollLeft > 1 && 'before', further > 1 && 'after'].filter(Boolean).join(' ');
    };
    const bring = () => {
      const item = strip.querySelector('[aria-selected="true"], [aria-current="page"]');
      if (item) {
        const [outer, inner] = [strip.getBoundingClientRect(), item.getBoundingClientRect()];
        // Only sideways: the page stays where it is.
        strip.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
      }
      mark();
    };
    const resized = new ResizeObserver(bring);
    const watch = () => {
      for (const element of [strip, ...strip.children]) resized.observe(element);
    };
    const changed = new MutationObserver(watch);
    bring();
    watch();
    changed.observe(strip, { childList: true });
    strip.addEventListener('scroll', mark, { passive: true });
    return () => {
      resized.disconnect();
      changed.disconnect();
      strip.removeEventListener('scroll', mark);
    };
  }, [chosen]);
  return row;
}
