import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Grouping } from '../store/types.ts';
import type { ListFilter } from '../store/view-filters.ts';
import { rememberedPlace, rememberPlace } from './list-place.ts';
import { useListRows } from './use-list-rows.ts';
import { useSelection } from './use-selection.ts';

/** The list as the screen, its keys and its rows share it. */
export function useInboxList(filter: ListFilter, openNumber: number | null, group: Grouping) {
  const [held, setHeld] = useState({ pointer: false, scroll: false });
  const { query, rows, order, waiting } = useListRows(filter, held.pointer || held.scroll, group);
  const selection = useSelection(order);
  const [cursor, setCursor] = useState<number | null>(() => rememberedPlace(filter)?.row ?? null);
  const [shown, setShown] = useState(filter);
  if (shown !== filter) {
    setShown(filter);
    if (isOtherView(shown, filter)) selection.choose(false);
    setCursor(rememberedPlace(filter)?.row ?? null);
  }
  // However the ticket is left, by key or by the browser's own Back, the list stands at its row.
  if (openNumber !== null && openNumber !== cursor) setCursor(openNumber);

  useEffect(() => rememberPlace(filter, { row: cursor }), [filter, cursor]);

  const holdFor = useCallback((reason: 'pointer' | 'scroll', on: boolean) => setHeld((before) => (before[reason] === on ? before : { ...before, [reason]: on })), []);

  const standing = openNumber ?? cursor;
  /** The row that many steps away, or the nearest end; null in an empty list. */
  const neighbour = useCallback(
    (steps: number): number | null => {
      const at = standing === null ? -1 : order.indexOf(standing);
      if (at < 0) return order[0] ?? null;
      return order[Math.min(order.length - 1, Math.max(0, at + steps))] ?? null;
    },
    [order, standing],
  );
  /** Where to go when the ticket that is open leaves: the one below, else the one above. */
  const after = useCallback(
    (number: number): number | null => {
      const at = order.indexOf(number);
      return at < 0 ? null : (order[at + 1] ?? order[at - 1] ?? null);
    },
    [order],
  );
  return useMemo(
    () => ({ query, rows, order, waiting, selection, cursor: openNumber === null ? cursor : null, standing, setCursor, holdFor, neighbour, after }),
    [query, rows, order, waiting, selection, cursor, openNumber, standing, holdFor, neighbour, after],
  );
}

/** Another list, not the same one searched, sorted or shown in another way. */
function isOtherView(one: ListFilter, other: ListFilter): boolean {
  return one.view !== other.view || one.saved !== other.saved || one.brand !== other.brand || one.team !== other.team;
}

export type InboxList = ReturnType<typeof useInboxList>;
