import { useEffect, type RefObject } from 'react';
import { singleKeys } from '../../lib/keys/index.ts';

/** j and k move the focus through the rows, u goes back; Enter is the link's own. Nothing while somebody types. */
export function useReadingKeys({ rows, back }: { rows?: RefObject<HTMLElement | null>; back?: RefObject<() => void> }): void {
  useEffect(() => {
    function heard(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !singleKeys.get()) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu]')) return;
      if (event.key === 'u') return back?.current();
      const step = { j: 1, k: -1 }[event.key];
      if (step === undefined || !rows?.current) return;
      const links = [...rows.current.querySelectorAll<HTMLElement>('a')];
      const at = links.findIndex((link) => link === document.activeElement);
      links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
    }
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [rows, back]);
}
