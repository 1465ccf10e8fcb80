import { useEffect, useState } from 'react';

/** ms; by then the first screen has asked for all that it needs */
const calmAfter = 1_000;
const loaded = new WeakMap<() => Promise<unknown>, { part: unknown }>();

/**
 * A part that the first screen can do without: fetched when the page has come to rest, or at once when it is `wanted`;
 * null until it is there. After a failed fetch it is tried again when it is wanted next. `load` is the same function
 * each time, best one of the module.
 */
export function useLater<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [, setArrived] = useState(false);
  const known = loaded.get(load) as { part: Part } | undefined; // stored below, by the same load
  const missing = known === undefined;
  useEffect(() => {
    if (!missing) return;
    const fetch = () =>
      void load().then(
        (part) => {
          loaded.set(load, { part });
          setArrived(true);
        },
        () => undefined,
      );
    if (wanted) return fetch();
    const timer = setTimeout(fetch, calmAfter);
    return () => clearTimeout(timer);
  }, [missing, wanted, load]);
  return known ? known.part : null;
}
