import { useNavigate, useSearch } from '@tanstack/react-router';
import type { CaseState } from './client-queries.ts';

export interface CasesSearch {
  state: CaseState;
  brand: number | undefined;
}

/** Which cases the address asks for, and how to ask for others. */
export function useCasesSearch(): [CasesSearch, (next: CasesSearch) => void] {
  const given: { state?: unknown; brand?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const brand = Number(given.brand);
  const search: CasesSearch = {
    state: given.state === 'solved' || given.state === 'all' ? given.state : 'open',
    brand: Number.isSafeInteger(brand) && brand > 0 ? brand : undefined,
  };
  return [search, ({ state, brand: of }) => void navigate({ to: '/cases/$', params: { _splat: '' }, search: { ...(state === 'open' ? {} : { state }), ...(of === undefined ? {} : { brand: of }) } as never /* this route leaves its search to its own page */ })];
}
