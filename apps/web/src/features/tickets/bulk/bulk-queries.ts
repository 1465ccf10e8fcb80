import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, askedFor, type Body } from '../../../lib/api.ts';
import { knownViews } from '../store/saved-views.ts';
import { listQueryOf, type ListFilter } from '../store/view-filters.ts';

export type BulkChange = Shape<'BulkChange'>;
export type BulkItem = Shape<'BulkChangeItem'>;
export type NewBulkChange = Body<'/api/v1/bulk-changes', 'post'>;
export type BulkValues = NewBulkChange['change'];

/** Kept up to date by the live connection; asked again now and then while it goes on, should that be lost. */
const whileRunning = 3_000;

export function bulkQuery(id: number) {
  return queryOptions({
    queryKey: ['bulk-changes', id],
    queryFn: ({ signal }) => api.get('/api/v1/bulk-changes/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? whileRunning : false),
  });
}

/** Those that went on when the page was left, or that were begun on another screen; asked once. */
export const runningQuery = queryOptions({
  queryKey: ['bulk-running'],
  queryFn: ({ signal }) => api.get('/api/v1/bulk-changes', { query: { status: 'running', limit: 3 }, signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export function itemsQuery(id: number, outcome: 'refused' | 'left') {
  return infiniteQueryOptions({
    queryKey: ['bulk-items', id, outcome],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/bulk-changes/{id}/items', { path: { id }, query: { outcome, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
}

export function createBulkChange(body: NewBulkChange): Promise<BulkChange> {
  return api.post('/api/v1/bulk-changes', { body });
}

export function stopBulkChange(id: number): Promise<BulkChange> {
  return api.post('/api/v1/bulk-changes/{id}/stop', { path: { id } });
}

export function undoBulkChange(id: number): Promise<BulkChange> {
  return api.post('/api/v1/bulk-changes/{id}/undo', { path: { id } });
}

type Whole = Pick<NewBulkChange, 'filter' | 'view'>;

/** What the list shows is what is changed. Null of a view that is not known here: nothing is changed by guess. */
export function wholeOf(filter: ListFilter): Whole | null {
  const { columns: _columns, sort: _sort, ...query } = listQueryOf(filter);
  if (filter.saved !== undefined) {
    const view = knownViews.get(filter.saved);
    const beside = asText({ q: filter.q, field: filter.field });
    return view ? { view: { id: view.id, updated_at: view.updated_at }, ...(beside && { filter: beside }) } : null;
  }
  // The list of mentions passes over what stands beside; the server refuses it here.
  if (filter.view === 'mentioned' && (filter.q || filter.field || filter.brand || filter.team)) return null;
  return { filter: asText(query) };
}

function asText(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(askedFor(query))) for (const each of [value].flat()) search.append(name, String(each));
  return search.toString();
}
