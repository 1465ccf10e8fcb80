import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Body } from '../../../lib/api.ts';
import { say } from '../../../lib/i18n.ts';
import { useChangeMe, useMe } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { savedViewsOptions } from '../store/saved-views.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { SavedView } from '../store/types.ts';

export type Conditions = SavedView['conditions'];
export type NewView = Body<'/api/v1/saved-views', 'post'>;

/** So many are asked for in one request. */
const perRequest = 20;

/** How many tickets each view holds; below the standard views' key, so that the same changes count them anew. */
export function savedCountsOptions(ids: readonly number[]) {
  return queryOptions({
    queryKey: [...ticketKeys.views, 'saved', ids],
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(ids.length / perRequest) }, (_, at) => ids.slice(at * perRequest, (at + 1) * perRequest));
      const answers = await Promise.all(parts.map((part) => api.get('/api/v1/saved-views/counts', { query: { ids: part.join(',') as never }, signal }))); // as text, which openapi.json cannot say of a list of numbers
      return new Map(answers.flatMap(({ counts }) => counts.map((each) => [each.id, each])));
    },
    enabled: ids.length > 0,
    staleTime: 10_000,
  });
}

/** All views that the agent sees, in their own order. */
export function useSavedViews(): SavedView[] {
  const { data } = useQuery(savedViewsOptions);
  const order = useMe().preferences.view_order;
  return useMemo(() => {
    const place = new Map(order.map((id, at) => [id, at]));
    return (data ?? []).toSorted((one, other) => (place.get(one.id) ?? Infinity) - (place.get(other.id) ?? Infinity) || one.id - other.id);
  }, [data, order]);
}

export function useMoveView() {
  const views = useSavedViews();
  const change = useChangeMe();
  return (id: number, to: number) => {
    const without = views.map((view) => view.id).filter((each) => each !== id);
    void change({ preferences: { view_order: without.toSpliced(Math.max(0, Math.min(without.length, to)), 0, id).slice(0, 300) } });
  };
}

export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: number | null; body: NewView }) => (id === null ? api.post('/api/v1/saved-views', { body }) : api.patch('/api/v1/saved-views/{id}', { path: { id }, body })),
    meta: { quiet: true },
    onSuccess: async (view) => {
      await client.invalidateQueries({ queryKey: savedViewsOptions.queryKey });
      void client.invalidateQueries({ queryKey: ticketKeys.lists, predicate: ({ queryKey }) => (queryKey[2] as { saved?: number } | undefined)?.saved === view.id });
      void client.invalidateQueries({ queryKey: ticketKeys.views });
    },
  }).mutateAsync;
}

/** Removes it at once; the toast brings it back as it was. */
export function useRemoveView() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: savedViewsOptions.queryKey });
  return async function remove(view: SavedView, onBack: () => void): Promise<void> {
    try {
      await api.delete('/api/v1/saved-views/{id}', { path: { id: view.id } });
      await again();
      offerUndo(say('views.removed', { name: view.name }), () => {
        api.post('/api/v1/saved-views/{id}/restore', { path: { id: view.id } }).then(async () => (await again(), onBack()), toastProblem);
      });
    } catch (error) {
      toastProblem(error);
    }
  };
}
