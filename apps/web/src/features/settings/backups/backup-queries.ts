import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import type { Backup } from '../types.ts';

export const isOpen = ({ status }: Backup) => status === 'queued' || status === 'running';

/** The last ones; read again each second while one is being made. */
export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: async ({ signal }) => (await api.get('/api/v1/backups', { query: { limit: 30 }, signal })).items,
  refetchInterval: ({ state }) => (state.data?.some(isOpen) ? 1_000 : 60_000),
});

export const backupPlanQuery = queryOptions({
  queryKey: ['backups', 'plan'],
  queryFn: ({ signal }) => api.get('/api/v1/backups/plan', { signal }),
});

export function useRequestBackup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/v1/backups'),
    onSuccess: () => client.invalidateQueries({ queryKey: backupsQuery.queryKey, exact: true }),
  });
}
