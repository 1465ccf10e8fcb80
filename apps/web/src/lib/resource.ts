import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, readAll } from './api.ts';

/** Lists that are short by nature and shown whole: brands, teams, agents, inboxes, blocks, tokens. */
export function listOf<Item>(key: string, query: Record<string, string> = {}) {
  return queryOptions({
    queryKey: [key, query],
    queryFn: ({ signal }) => readAll<Item>(`/api/v1/${key}`, query, signal),
  });
}

export interface ResourceActions<Item, Create, Update> {
  create(body: Create): Promise<Item>;
  update(id: number, body: Update): Promise<Item>;
  remove(id: number): Promise<unknown>;
}

/** Changes of one kind of thing; each tells the lists that show it, and who is signed in sees it too (`me` names brands and teams). */
export function useResource<Item, Create, Update>(key: string): ResourceActions<Item, Create, Update> {
  const client = useQueryClient();
  const onSuccess = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: [key] }), client.invalidateQueries({ queryKey: ['me'] })]);
  };
  const create = useMutation({ mutationFn: (body: Create) => api.post<Item>(`/api/v1/${key}`, { body }), onSuccess, meta: { quiet: true } });
  const update = useMutation({ mutationFn: ({ id, body }: { id: number; body: Update }) => api.patch<Item>(`/api/v1/${key}/{id}`, { path: { id }, body }), onSuccess, meta: { quiet: true } });
  const remove = useMutation({ mutationFn: (id: number) => api.delete(`/api/v1/${key}/{id}`, { path: { id } }), onSuccess, meta: { quiet: true } });
  return {
    create: create.mutateAsync,
    update: (id, body) => update.mutateAsync({ id, body }),
    remove: remove.mutateAsync,
  };
}

