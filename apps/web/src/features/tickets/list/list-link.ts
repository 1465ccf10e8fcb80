import type { ListFilter } from '../store/view-filters.ts';

/** The part of a list's filter that stands behind the question mark. */
export function searchOf({ brand, team, q, field, sort }: ListFilter): Omit<ListFilter, 'view' | 'columns'> {
  return { brand, team, q, field, sort };
}
