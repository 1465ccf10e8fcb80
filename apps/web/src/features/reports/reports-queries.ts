import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type CallOptions } from '../../lib/api.ts';
import { isTooSlow, queryOf, type Asked, type Grouping, type Show } from './reports-search.ts';

export type Report = Shape<'Report'>;
export type ReportTicket = Shape<'ReportTicket'>;
export type Schedule = Shape<'ReportSchedule'>;
export type Staffing = Shape<'Staffing'>;
type Wanted = Pick<Asked, 'since' | 'until' | 'filter'>;

/** The sums follow what happens by a moment; nobody waits for a figure to the second. What takes too long is not asked again by itself. */
const refetchInterval = ({ state }: { state: { error: unknown } }) => (isTooSlow(state.error) ? false : 15_000);

export function reportOf(wanted: Wanted) {
  return queryOptions({ queryKey: ['reports', 'whole', queryOf(wanted)], queryFn: ({ signal }) => api.get('/api/v1/reports', { query: queryOf(wanted), signal }), refetchInterval, placeholderData: (before) => before });
}

export function partsOf(wanted: Wanted, by: Grouping) {
  return queryOptions({ queryKey: ['reports', 'by', by, queryOf(wanted)], queryFn: ({ signal }) => api.get('/api/v1/reports/by', { query: { ...queryOf(wanted), by }, signal }), refetchInterval });
}

export function ticketsOf(wanted: Wanted, show: Show) {
  return infiniteQueryOptions({
    queryKey: ['reports', 'tickets', show, queryOf(wanted)],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/reports/tickets', { query: { ...queryOf(wanted), show, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
}

export type Terms = NonNullable<CallOptions<'/api/v1/reports/staffing', 'get'>['query']>;
export type Calculation = NonNullable<CallOptions<'/api/v1/reports/staffing/calculation', 'get'>['query']>;

export function staffingOf(terms: Terms) {
  return queryOptions({ queryKey: ['reports', 'staffing', terms], queryFn: ({ signal }) => api.get('/api/v1/reports/staffing', { query: terms, signal }), placeholderData: (before) => before });
}

export function calculationOf(terms: Calculation) {
  return queryOptions({ queryKey: ['reports', 'calculation', terms], queryFn: ({ signal }) => api.get('/api/v1/reports/staffing/calculation', { query: terms, signal }), placeholderData: (before) => before });
}

export const schedulesQuery = queryOptions({ queryKey: ['report-schedules'], queryFn: ({ signal }) => api.get('/api/v1/report-schedules', { signal }) });
