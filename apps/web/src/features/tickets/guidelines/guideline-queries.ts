import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, callApi, readAll, type Answer } from '../../../lib/api.ts';
import { toastProblem } from '../../../lib/toasts.ts';

export type Guideline = Shape<'Guideline'>;
export type GuidelineVersion = Shape<'GuidelineVersion'>;
export type GuidelineConditions = Shape<'TicketConditions'>;
export type TicketGuideline = Shape<'TicketGuideline'>;
export type GuidelineMoment = GuidelineVersion['moments'][number];
export type TicketGuidelines = Answer<'/api/v1/tickets/{number}/guidelines', 'get'>;

/** Everything below `all` is read again when an event tells of it (lib/live-queries.ts). */
export const guidelineKeys = {
  all: ['guidelines'] as const,
  tickets: ['guidelines', 'ticket'] as const,
  of: (number: number) => ['guidelines', 'ticket', number] as const,
};

/** ms: a version can begin or end without anybody doing anything. */
const readAgainEvery = 10 * 60_000;

/** Those in force that fit a ticket. */
export function ticketGuidelinesOptions(number: number) {
  return queryOptions({
    queryKey: guidelineKeys.of(number),
    queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/guidelines', { path: { number }, signal }),
    staleTime: 60_000,
    refetchInterval: readAgainEvery,
    refetchOnWindowFocus: false,
  });
}

/** Those that are named before many tickets are changed at once. */
export const askedGuidelinesOptions = queryOptions({
  queryKey: ['guidelines', 'asked'],
  queryFn: ({ signal }) => readAll('/api/v1/guidelines', { moments: 'pending,on_hold,solved', limit: 100 }, signal),
  staleTime: 60_000,
});

/** For the settings, the archived ones too. */
export const allGuidelinesOptions = queryOptions({ queryKey: ['guidelines', 'list'], queryFn: ({ signal }) => readAll('/api/v1/guidelines', { show: 'all', limit: 100 }, signal) });

export function versionsOptions(id: number) {
  return infiniteQueryOptions({
    queryKey: ['guidelines', 'versions', id],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/guidelines/{id}/versions', { path: { id }, query: { cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Shown first; what the server says comes after, also when it refuses. */
export function setKnown(client: QueryClient, { id, version }: { id: number; version: number }, known: boolean): void {
  client.setQueriesData<TicketGuidelines>({ queryKey: guidelineKeys.tickets }, (data) => data && { ...data, items: data.items.map((each) => (each.id === id && each.version === version ? { ...each, known } : each)) });
  const path = { id };
  (known ? callApi('put', '/api/v1/guidelines/{id}/known', { path, body: { version } }) : callApi('delete', '/api/v1/guidelines/{id}/known', { path }))
    .catch((error: unknown) => toastProblem(error, () => setKnown(client, { id, version }, known)))
    .finally(() => void client.invalidateQueries({ queryKey: guidelineKeys.all }));
}
