import type { ListFilter } from '../store/view-filters.ts';

/** The part of a list's filter that stands behind the question mark. */
export function searchOf({ brand, team, q, sort }: ListFilter): Omit<ListFilter, 'view'> {
  return { brand, team, q, sort };
}
