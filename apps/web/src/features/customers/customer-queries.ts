import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Page } from '../../lib/api.ts';

function pagesOf<Item>(key: readonly unknown[], read: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    // While one types, the last result stays until the next is there.
    placeholderData: keepPreviousData,
  });
}

export const customerPages = (query: { q?: string; organization?: number }) =>
  pagesOf(['customers', 'list', query], (cursor, signal) => api.get('/api/v1/customers', { query: { ...query, cursor }, signal }));

export const organizationPages = (query: { q?: string }) =>
  pagesOf(['organizations', 'list', query], (cursor, signal) => api.get('/api/v1/organizations', { query: { ...query, cursor }, signal }));

export const ticketPages = (requester: number) =>
  pagesOf(['tickets', 'of-customer', requester], (cursor, signal) => api.get('/api/v1/tickets', { query: { requester, sort: '-updated_at', cursor }, signal }));

export const customerQuery = (id: number) =>
  queryOptions({ queryKey: ['customers', id], queryFn: ({ signal }) => api.get('/api/v1/customers/{id}', { path: { id }, signal }) });

export const organizationQuery = (id: number) =>
  queryOptions({ queryKey: ['organizations', id], queryFn: ({ signal }) => api.get('/api/v1/organizations/{id}', { path: { id }, signal }) });
