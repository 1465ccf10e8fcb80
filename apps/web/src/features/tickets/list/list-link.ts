import type { ListFilter } from '../store/view-filters.ts';

/** The part of a list's filter that stands behind the question mark. */
export function searchOf({ saved, brand, team, q, field, sort, group }: ListFilter): Omit<ListFilter, 'view' | 'columns'> {
  return { saved, brand, team, q, field, sort, group };
}
