import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi, readAll, type Answer, type Body, type ItemOf } from './api.ts';

/** Kinds of things whose lists are short by nature and shown whole */
type ListKey = 'agents' | 'blocks' | 'brands' | 'calendars' | 'fields' | 'inboxes' | 'intake' | 'invitations' | 'macros' | 'sla-policies' | 'teams' | 'tokens' | 'webhooks';
type Collection<Key extends ListKey> = `/api/v1/${Key}`;

export function listOf<Key extends ListKey>(key: Key, query: Parameters<typeof readAll<Collection<Key>>>[1] = {}) {
  return queryOptions({
    queryKey: [key, query],
    queryFn: ({ signal }): Promise<ItemOf<Collection<Key>>[]> => readAll<Collection<Key>>(`/api/v1/${key}`, query, signal),
  });
}

type EditKey = 'agents' | 'brands' | 'calendars' | 'fields' | 'inboxes' | 'macros' | 'sla-policies' | 'teams';
type RemoveKey = 'blocks' | 'calendars' | 'inboxes' | 'invitations' | 'sla-policies' | 'tokens';
type CreateKey = EditKey | 'blocks' | 'invitations' | 'tokens';

/** After a change, the lists that show the thing are read anew, and `me` too, which names brands and teams. */
function useRefresh(key: ListKey) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([client.invalidateQueries({ queryKey: [key] }), client.invalidateQueries({ queryKey: ['me'] })]);
  };
}

const quiet = { meta: { quiet: true } };

export function useCreate<Key extends CreateKey>(key: Key) {
  type Made = Answer<Collection<Key>, 'post'>;
  return useMutation({ mutationFn: (body: Body<Collection<Key>, 'post'>) => callApi('post', `/api/v1/${key}`, { body }) as Promise<Made>, onSuccess: useRefresh(key), ...quiet }).mutateAsync;
}

export function useUpdate<Key extends EditKey>(key: Key) {
  type Changed = Answer<`${Collection<Key>}/{id}`, 'patch'>;
  const { mutateAsync } = useMutation({
    mutationFn: ({ id, body }: { id: number; body: Body<`${Collection<Key>}/{id}`, 'patch'> }) => callApi('patch', `/api/v1/${key}/{id}`, { path: { id }, body }) as Promise<Changed>,
    onSuccess: useRefresh(key),
    ...quiet,
  });
  return (id: number, body: Body<`${Collection<Key>}/{id}`, 'patch'>) => mutateAsync({ id, body });
}

export function useRemove<Key extends RemoveKey>(key: Key) {
  type Removed = Answer<`${Collection<Key>}/{id}`, 'delete'>;
  return useMutation({ mutationFn: (id: number) => callApi('delete', `/api/v1/${key}/{id}`, { path: { id } }) as Promise<Removed>, onSuccess: useRefresh(key), ...quiet }).mutateAsync;
}
