import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../../lib/api.ts';

export type CustomerImport = Shape<'CustomerImport'>;
export type ImportedRow = Shape<'CustomerImportRow'>;
export type Field = CustomerImport['columns'][number]['field'];
export type Outcome = ImportedRow['outcome'];
export type ImportPatch = Body<'/api/v1/customer-imports/{id}', 'patch'>;

export const isRunning = ({ status }: Pick<CustomerImport, 'status'>) => status === 'checking' || status === 'importing' || status === 'undoing';

/** Kept up to date by the live connection; asked again now and then while something is under way, should that be lost. */
const whileRunning = 3_000;

export const importsQuery = infiniteQueryOptions({
  queryKey: ['customer-imports', 'list'],
  queryFn: ({ pageParam, signal }) => api.get('/api/v1/customer-imports', { query: { cursor: pageParam, limit: 20 }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next_cursor,
});

export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ['customer-imports', id],
    queryFn: ({ signal }) => api.get('/api/v1/customer-imports/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? whileRunning : false),
  });

/** Rows are those of one state of the import: after the next step they are others. */
export const rowPages = (id: number, status: string, outcome: Outcome | undefined) =>
  infiniteQueryOptions({
    queryKey: ['customer-import-rows', id, status, outcome ?? 'all'],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/customer-imports/{id}/rows', { path: { id }, query: { outcome, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });

/** Changes how the file is read: shown first, then saved, one after the other. */
export function useChangeImport(id: number) {
  const client = useQueryClient();
  const key = importQuery(id).queryKey;
  return useMutation({
    mutationFn: (body: ImportPatch) => api.patch('/api/v1/customer-imports/{id}', { path: { id }, body }),
    scope: { id: `customer-import-${id}` },
    onMutate: async ({ mapping, country, create_organizations }) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData(key);
      if (!before) return;
      client.setQueryData(key, {
        ...before,
        columns: before.columns.map((column, at) => ({ ...column, field: mapping?.[at] ?? column.field })),
        country: country === undefined ? before.country : country,
        create_organizations: create_organizations ?? before.create_organizations,
      });
    },
    onSuccess: (saved) => client.setQueryData(key, saved),
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** @param onTaken called when the server has taken the step, and before the page shows it: what asked for it may be gone by then */
export function useImportStep(id: number, step: 'check' | 'start' | 'undo', onTaken?: () => void) {
  const client = useQueryClient();
  const key = importQuery(id).queryKey;
  return useMutation({
    mutationFn: () => api.post(`/api/v1/customer-imports/{id}/${step}`, { path: { id } }),
    onSuccess: (saved) => {
      onTaken?.();
      client.setQueryData(key, saved);
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useRemoveImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/v1/customer-imports/{id}', { path: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: importsQuery.queryKey }),
  });
}
