import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { OutboxFilter } from '../../routes/outbox.ts';

export const outboxPages = (status: OutboxFilter | undefined) =>
  infiniteQueryOptions({
    queryKey: ['outbox', 'list', status ?? 'all'],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/outbox', { query: { status, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });

export const outboxMail = (id: number) =>
  queryOptions({ queryKey: ['outbox', id], queryFn: ({ signal }) => api.get('/api/v1/outbox/{id}', { path: { id }, signal }) });

/** Both are refused with `already_sent` once the mail is on its way; the list is read anew either way. */
export function useOutboxActions(id: number) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['outbox'] });
  const retry = useMutation({ mutationFn: () => api.post('/api/v1/outbox/{id}/retry', { path: { id } }), onSettled });
  const cancel = useMutation({ mutationFn: () => api.post('/api/v1/outbox/{id}/cancel', { path: { id } }), onSettled });
  return { retry, cancel };
}
