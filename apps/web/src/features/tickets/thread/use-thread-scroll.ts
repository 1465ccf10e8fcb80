import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { mayNotMove } from '../../../lib/appearance.ts';

const nearEnd = 48;

/**
 * Keeps the newest entry in view until the reader scrolls away, and what is being read in place while older entries load
 * above it or pictures and mail frames grow.
 */
export function useThreadScroll(name: number, entryCount: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  /** Something else than the newest was asked for, until the reader moves: also while all that is there yet fits the window. */
  const held = useRef(false);
  const [atEnd, setAtEnd] = useState(true);
  const height = useRef(0);

  const toNewest = useCallback((smooth = false) => {
    const box = scroller.current;
    if (!box) return;
    held.current = false;
    pinned.current = true;
    setAtEnd(true);
    // A short way is shown, a long one would only take time.
    const near = box.scrollHeight - box.scrollTop < 3 * box.clientHeight && !mayNotMove();
    box.scrollTo({ top: box.scrollHeight, behavior: smooth && near ? 'smooth' : 'instant' });
  }, []);

  /** A newest message taller than the window is read from its beginning. */
  const settle = useCallback(() => {
    const box = scroller.current;
    const articles = content.current?.querySelectorAll<HTMLElement>('article');
    const last = articles?.[articles.length - 1];
    if (!box || !pinned.current) return;
    const end = box.scrollHeight - box.clientHeight;
    const start = last ? last.offsetTop - 12 : end;
    box.scrollTop = last && last.offsetHeight > box.clientHeight ? Math.min(start, end) : end;
  }, []);

  useLayoutEffect(() => {
    held.current = false;
    pinned.current = true;
    setAtEnd(true);
    settle();
  }, [name, settle]);

  // Before paint, so that a prepended page is never seen jumping. Browsers with scroll anchoring have done it already.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (pinned.current) settle();
    else if (!CSS.supports('overflow-anchor', 'auto')) box.scrollTop += box.scrollHeight - height.current;
    height.current = box.scrollHeight;
  }, [entryCount, settle]);

  useEffect(() => {
    if (!content.current) return;
    const observer = new ResizeObserver(settle);
    observer.observe(content.current);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [settle]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const end = box.scrollHeight - box.clientHeight - box.scrollTop <= nearEnd;
    setAtEnd(end);
    if (end && !held.current) pinned.current = true;
    // The anchor that keeps the place while older entries arrive does not work at the very top.
    if (box.scrollTop === 0 && box.scrollHeight > box.clientHeight) box.scrollTop = 1;
    height.current = box.scrollHeight;
  }, []);

  /** The reader moves by wheel, finger or keys: from now on the place is theirs. */
  const onReaderMoves = useCallback(() => {
    const box = scroller.current;
    held.current = false;
    requestAnimationFrame(() => {
      if (box && box.scrollHeight - box.clientHeight - box.scrollTop > nearEnd) pinned.current = false;
    });
  }, []);

  /** Something else is to be read. */
  const letGo = useCallback(() => {
    pinned.current = false;
    held.current = true;
  }, []);

  return { scroller, content, atEnd, onScroll, onReaderMoves, toNewest, letGo };
}
