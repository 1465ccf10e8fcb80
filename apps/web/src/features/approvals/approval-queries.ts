import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, readAll } from '../../lib/api.ts';

export type Approval = Shape<'Approval'>;
export type ApprovalRule = Shape<'ApprovalRule'>;
export type ApprovalShow = 'to_answer' | 'asked' | 'waiting' | 'answered';

/** What an event makes stale stands in lib/live-queries.ts. */
export const approvalKeys = { all: ['approvals'] as const, rules: ['approval-rules'] as const };

/** A few for the home page. */
export const toAnswerOptions = queryOptions({ queryKey: [...approvalKeys.all, 'home'], queryFn: ({ signal }) => api.get('/api/v1/approvals', { query: { show: 'to_answer', limit: 8 }, signal }), staleTime: 60_000 });

export const approvalPages = (show: ApprovalShow) =>
  infiniteQueryOptions({
    queryKey: [...approvalKeys.all, show],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/approvals', { query: { show, limit: 30, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export const approvalOptions = (id: number) => queryOptions({ queryKey: [...approvalKeys.all, id], queryFn: ({ signal }) => api.get('/api/v1/approvals/{id}', { path: { id }, signal }) });

/** The newest of a ticket. */
export const ofTicketOptions = (number: number) => queryOptions({ queryKey: [...approvalKeys.all, 'ticket', number], queryFn: ({ signal }) => api.get('/api/v1/approvals', { query: { ticket: number, limit: 10 }, signal }), staleTime: 60_000 });

export const rulesOptions = queryOptions({ queryKey: approvalKeys.rules, queryFn: ({ signal }) => readAll('/api/v1/approval-rules', { limit: 100 }, signal) });

/** Everything that shows a request, the bell too. */
export function refreshApprovals(client: QueryClient): Promise<unknown> {
  return Promise.all([approvalKeys.all, ['notifications'], ['bell']].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export const ruleOptions = (id: number) => queryOptions({ queryKey: [...approvalKeys.rules, id], queryFn: ({ signal }) => api.get('/api/v1/approval-rules/{id}', { path: { id }, signal }) });
