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

export const ticketGroups = { open: ['new', 'open', 'pending', 'on_hold'], done: ['solved', 'closed'] } as const;
export type TicketGroup = keyof typeof ticketGroups;

export const ticketPages = (requester: number, group: TicketGroup) =>
  pagesOf(['tickets', 'of-customer', requester, group], (cursor, signal) =>
    api.get('/api/v1/tickets', { query: { requester, status: ticketGroups[group].join(','), sort: '-updated_at', limit: 20, cursor }, signal }),
  );

export const duplicatePages = pagesOf(['customers', 'duplicates'], (cursor, signal) => api.get('/api/v1/duplicates', { query: { cursor }, signal }));

export const duplicatesQuery = (id: number) =>
  queryOptions({ queryKey: ['customers', id, 'duplicates'], queryFn: ({ signal }) => api.get('/api/v1/customers/{id}/duplicates', { path: { id }, signal }) });

export const customerQuery = (id: number) =>
  queryOptions({ queryKey: ['customers', id], queryFn: ({ signal }) => api.get('/api/v1/customers/{id}', { path: { id }, signal }) });

export const organizationQuery = (id: number) =>
  queryOptions({ queryKey: ['organizations', id], queryFn: ({ signal }) => api.get('/api/v1/organizations/{id}', { path: { id }, signal }) });
