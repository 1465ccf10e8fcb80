import type { Shape } from '@ombud/sdk';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { ticketKeys } from '../store/ticket-queries.ts';

export type Escalation = Shape<'Escalation'>;
export type Swarm = Shape<'Swarm'>;
export type Expert = Shape<'Expert'>;

/** Everything below `escalations` is read again when an event tells of it (lib/live-queries.ts). */
const all = ['escalations'] as const;

export const escalationsOptions = (number: number) =>
  queryOptions({ queryKey: [...all, number, 'made'], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/escalations', { path: { number }, signal }).then(({ items }) => items) });
export const swarmsOptions = (number: number) =>
  queryOptions({ queryKey: [...all, number, 'swarms'], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/swarms', { path: { number }, signal }).then(({ items }) => items) });

/** Both are as they are now, each time that somebody asks. */
const asked = { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnMount: 'always' as const };
export const expertsOptions = (number: number) => queryOptions({ queryKey: ['experts', number], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/experts', { path: { number }, signal }), ...asked });
export const handOverOptions = (number: number) => queryOptions({ queryKey: ['hand-over', number], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/hand-over', { path: { number }, signal }), ...asked });

/** Escalations that are this agent's, and questions that wait for their answer. */
export const ownEscalations = queryOptions({ queryKey: [...all, 'mine'], queryFn: ({ signal }) => api.get('/api/v1/escalations', { query: { limit: 8 }, signal }) });
export const ownSwarms = queryOptions({ queryKey: [...all, 'asked'], queryFn: ({ signal }) => api.get('/api/v1/swarms', { signal }) });

/** Reads again what shows it; the live line does it for everybody else. */
export function refreshEscalations(client: QueryClient, number: number): void {
  void client.invalidateQueries({ queryKey: all });
  void client.invalidateQueries({ queryKey: ticketKeys.detail(number) });
}
