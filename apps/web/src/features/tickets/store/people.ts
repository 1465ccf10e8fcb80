import type { Shape } from '@ombud/sdk';
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, readAll } from '../../../lib/api.ts';
import { useFormats } from '../../../lib/i18n.ts';

export type Agent = Shape<'Agent'>;
export type Team = Shape<'Team'>;
export type Customer = Shape<'Customer'>;

const seldomChanges = 10 * 60_000;

const agentsOptions = queryOptions({ queryKey: ['agents', 'all'], queryFn: ({ signal }) => readAll('/api/v1/agents', { show: 'all' }, signal), staleTime: seldomChanges });
const teamsOptions = queryOptions({ queryKey: ['teams', 'all'], queryFn: ({ signal }) => readAll('/api/v1/teams', { show: 'active' }, signal), staleTime: seldomChanges });

export function customerOptions(id: number) {
  return queryOptions({ queryKey: ['customers', id], queryFn: ({ signal }) => api.get('/api/v1/customers/{id}', { path: { id }, signal }) });
}

export function customerSearchOptions(q: string) {
  return queryOptions({
    queryKey: ['customers', 'search', q],
    queryFn: ({ signal }) => api.get('/api/v1/customers', { query: { q, limit: 8 }, signal }),
    enabled: q.trim().length >= 2,
    placeholderData: (before) => before,
  });
}

/** Who can be given work, by name. Viewers only look. */
export function useAgents(): Agent[] {
  const formats = useFormats();
  const { data } = useQuery(agentsOptions);
  return useMemo(() => (data ?? []).filter((agent) => agent.active && agent.role !== 'viewer').toSorted((one, other) => formats.compare(one.name, other.name)), [data, formats]);
}

export function useTeams(): Team[] {
  const formats = useFormats();
  const { data } = useQuery(teamsOptions);
  return useMemo(() => (data ?? []).filter((team) => !team.archived).toSorted((one, other) => formats.compare(one.name, other.name)), [data, formats]);
}

/** Names for ids, of those who have left too. */
export function useNames() {
  const { data: agents } = useQuery(agentsOptions);
  const { data: teams } = useQuery(teamsOptions);
  const agent = useCallback((id: number) => agents?.find((each) => each.id === id)?.name ?? `#${id}`, [agents]);
  const team = useCallback((id: number) => teams?.find((each) => each.id === id)?.name ?? `#${id}`, [teams]);
  return useMemo(() => ({ agent, team }), [agent, team]);
}

/** The same from what is loaded already. */
export function namesIn(client: QueryClient) {
  const nameIn = (all: readonly { id: number; name: string }[] | undefined, id: number) => all?.find((each) => each.id === id)?.name ?? `#${id}`;
  return { agent: (id: number) => nameIn(client.getQueryData(agentsOptions.queryKey), id), team: (id: number) => nameIn(client.getQueryData(teamsOptions.queryKey), id) };
}
