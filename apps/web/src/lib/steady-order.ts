/**
 * Rows that hold still. While somebody reads or points at the list it keeps its order: what arrives waits behind a
 * quiet "3 new", what left stays until the list is let go. Older rows that scrolling loads join at the end at once.
 */
export interface SteadyOrder<Key = number> {
  shown: Key[];
  /** In the list by now, but not shown yet */
  waiting: Key[];
}

export function settle<Key>(before: Key[], wanted: Key[], held: boolean): SteadyOrder<Key> {
  if (!held || before.length === 0) return { shown: wanted, waiting: [] };
  const shown = new Set(before);
  const lastShown = wanted.findLastIndex((number) => shown.has(number));
  const waiting: Key[] = [];
  const older: Key[] = [];
  wanted.forEach((number, at) => {
    if (shown.has(number)) return;
    if (at > lastShown && lastShown >= 0) older.push(number);
    else waiting.push(number);
  });
  return { shown: older.length > 0 ? [...before, ...older] : before, waiting };
}
