import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Page } from '../../lib/api.ts';
import type { Customer, Organization, Ticket } from './types.ts';

function pagesOf<Item>(key: readonly unknown[], path: string, query: Record<string, string | number | undefined>) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => api.get<Page<Item>>(path, { query: { ...query, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    // While one types, the last result stays until the next is there.
    placeholderData: keepPreviousData,
  });
}

export const customerPages = (query: { q?: string; organization?: number }) => pagesOf<Customer>(['customers', 'list', query], '/api/v1/customers', query);
export const organizationPages = (query: { q?: string }) => pagesOf<Organization>(['organizations', 'list', query], '/api/v1/organizations', query);
export const ticketPages = (requester: number) => pagesOf<Ticket>(['tickets', 'of-customer', requester], '/api/v1/tickets', { requester, sort: '-updated_at' });

export const customerQuery = (id: number) =>
  queryOptions({ queryKey: ['customers', id], queryFn: ({ signal }) => api.get<Customer>('/api/v1/customers/{id}', { path: { id }, signal }) });

export const organizationQuery = (id: number) =>
  queryOptions({ queryKey: ['organizations', id], queryFn: ({ signal }) => api.get<Organization>('/api/v1/organizations/{id}', { path: { id }, signal }) });
