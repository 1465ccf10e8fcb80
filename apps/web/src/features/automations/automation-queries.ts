import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, readAll } from '../../lib/api.ts';

export type Automation = Shape<'Automation'>;
export type AutomationRun = Shape<'AutomationRun'>;
export type Trigger = Automation['trigger'];
export type AutomationActions = Automation['actions'];
export type AutomationConditions = Automation['conditions'];

/** What an event makes stale stands in lib/live-queries.ts. */
export const automationKeys = { list: ['automations'] as const, runs: ['automation-runs'] as const };

export const allAutomationsOptions = queryOptions({ queryKey: automationKeys.list, queryFn: ({ signal }) => readAll('/api/v1/automations', { show: 'all', limit: 100 }, signal) });

export const ticketRunsOptions = (number: number) =>
  queryOptions({ queryKey: [...automationKeys.runs, 'ticket', number], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/automation-runs', { path: { number }, query: { limit: 10 }, signal }), staleTime: 60_000, refetchOnWindowFocus: false });

export const runsOptions = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...automationKeys.runs, id],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/automations/{id}/runs', { path: { id }, query: { cursor: pageParam, limit: 25 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
