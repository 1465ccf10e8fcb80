import { queryOptions } from '@tanstack/react-query';
import { readAll } from '../../../lib/api.ts';
import type { SavedView } from './types.ts';

/** The views that were read last, by id: what a list may still hold is asked outside of components too. */
export const knownViews = new Map<number, SavedView>();

/** Own ones, those of the own teams, and everyone's. Read anew when the live line tells of a change. */
export const savedViewsOptions = queryOptions({
  queryKey: ['saved-views'],
  queryFn: async ({ signal }) => {
    const views = await readAll('/api/v1/saved-views', {}, signal);
    knownViews.clear();
    for (const view of views) knownViews.set(view.id, view);
    return views;
  },
  staleTime: 5 * 60_000,
});
