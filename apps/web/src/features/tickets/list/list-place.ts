import { asListKey, type ListFilter } from '../store/view-filters.ts';

interface Place {
  /** The row that was open or marked */
  row: number | null;
  /** px */
  top: number;
}

/** Where each list was left, for as long as the page lives: whoever comes back stands where they stood. */
const places = new Map<string, Place>();
const keyOf = (filter: ListFilter) => JSON.stringify(asListKey(filter));

export function rememberPlace(filter: ListFilter, place: Partial<Place>): void {
  const key = keyOf(filter);
  places.set(key, { row: null, top: 0, ...places.get(key), ...place });
}

export function rememberedPlace(filter: ListFilter): Place | undefined {
  return places.get(keyOf(filter));
}
