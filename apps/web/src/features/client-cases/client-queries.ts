import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export type ClientCase = Shape<'ClientCase'>;
export type OpenClientCase = Shape<'OpenClientCase'>;
export type ClientMessage = Shape<'ClientMessage'>;
export type CaseState = 'open' | 'solved' | 'all';

/** No live line leads here: what is on the screen is asked for again now and then. */
const again = 60_000;

const firstPage: string | undefined = undefined;

export function casesQuery(state: CaseState, brand: number | undefined) {
  return infiniteQueryOptions({
    queryKey: ['client-cases', state, brand ?? null],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/client/cases', { query: { state, ...(brand === undefined ? {} : { brand }), ...(pageParam === undefined ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: firstPage as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: again,
  });
}

export function caseQuery(number: number) {
  return queryOptions({ queryKey: ['client-case', number], queryFn: ({ signal }) => api.get('/api/v1/client/cases/{number}', { path: { number }, signal }), refetchInterval: 5 * again });
}

export function messagesQuery(number: number) {
  return infiniteQueryOptions({
    queryKey: ['client-messages', number],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/client/cases/{number}/messages', { path: { number }, query: pageParam === undefined ? {} : { cursor: pageParam }, signal }),
    initialPageParam: firstPage as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: again,
  });
}

export function figuresQuery(brand: number | undefined) {
  return queryOptions({ queryKey: ['client-figures', brand ?? null], queryFn: ({ signal }) => api.get('/api/v1/client/figures', { query: brand === undefined ? {} : { brand }, signal }) });
}
