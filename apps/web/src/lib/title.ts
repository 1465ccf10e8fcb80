import { useEffect } from 'react';

/** The page's title while this part is shown; the innermost wins because it renders last. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (!title) return;
    const before = document.title;
    document.title = `${title} · Ombud`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
