import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  numbers: ReadonlySet<number>;
  /** Everything that the view holds, also what has not been loaded */
  whole: boolean;
  /** One row, or with `range` all from the row touched before */
  toggle(number: number, range: boolean): void;
  /** Shift with an arrow: the next row joins, going back lets one go */
  extend(from: number, to: number): void;
  selectAll(): void;
  selectWhole(): void;
  clear(): void;
  /** Every row shows its box although none is chosen yet: a finger has no other way to begin */
  choosing: boolean;
  choose(on: boolean): void;
}

interface Chosen {
  numbers: ReadonlySet<number>;
  anchor: number | null;
  whole: boolean;
}

const nothing: Chosen = { numbers: new Set(), anchor: null, whole: false };

/** Which rows are chosen. `order` is the list as it is shown; what leaves it leaves the selection. */
export function useSelection(order: readonly number[]): Selection {
  const [state, setState] = useState(nothing);

  const numbers = useMemo(() => {
    const shown = new Set(order);
    if (state.whole) return shown;
    const kept = [...state.numbers].filter((number) => shown.has(number));
    return kept.length === state.numbers.size ? state.numbers : new Set(kept);
  }, [state, order]);

  const toggle = useCallback(
    (number: number, range: boolean) =>
      setState((before) => {
        const next = new Set(before.whole ? order : before.numbers);
        const from = before.anchor === null ? -1 : order.indexOf(before.anchor);
        const to = order.indexOf(number);
        if (range && from >= 0 && to >= 0) for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
        else if (!next.delete(number)) next.add(number);
        return { numbers: next, anchor: number, whole: false };
      }),
    [order],
  );
  const extend = useCallback(
    (from: number, to: number) =>
      setState((before) => {
        const next = new Set(before.whole ? order : before.numbers);
        if (next.has(to) && next.has(from)) next.delete(from);
        else next.add(from).add(to);
        return { numbers: next, anchor: to, whole: false };
      }),
    [order],
  );
  const selectAll = useCallback(() => setState({ numbers: new Set(order), anchor: null, whole: false }), [order]);
  const selectWhole = useCallback(() => setState({ numbers: new Set(order), anchor: null, whole: true }), [order]);
  const [choosing, choose] = useState(false);
  const clear = useCallback(() => {
    setState(nothing);
    choose(false);
  }, []);
  return { numbers, whole: state.whole, toggle, extend, selectAll, selectWhole, clear, choosing, choose };
}
