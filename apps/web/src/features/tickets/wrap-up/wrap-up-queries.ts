import type { Shape } from '@ombud/sdk';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import type { Field } from '../../fields/index.ts';
import { readWrapUp, wrapUpKeys } from './ask-wrap-up.ts';

export type WrapUp = Shape<'WrapUp'>;
export type Degree = WrapUp['degree'];
export type TopicTree = Shape<'TopicTree'>;

export const degrees: readonly Degree[] = ['solved', 'partly', 'worked_around', 'not_solved', 'withdrawn'];

export function wrapUpOptions(number: number) {
  return queryOptions({ queryKey: wrapUpKeys.of(number), queryFn: ({ signal }) => readWrapUp(number, signal), refetchOnWindowFocus: false });
}

export function wrapUpVersionsOptions(number: number) {
  return queryOptions({ queryKey: [...wrapUpKeys.of(number), 'versions'], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/wrap-up/versions', { path: { number }, query: { limit: 50 }, signal }) });
}

export function suggestionOptions(number: number) {
  return queryOptions({ queryKey: ['wrap-up-suggestion', number], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/wrap-up/suggestion', { path: { number }, signal }), retry: false, gcTime: 0 });
}

/** The tree of all brands, and the brand's own. */
export function topicsOptions(brand: number | null) {
  return queryOptions({
    queryKey: ['topics', brand ?? 'all'],
    queryFn: ({ signal }) => api.get('/api/v1/topics', { query: brand === null ? {} : { brand }, signal }).then(({ items }) => items),
    staleTime: 5 * 60_000,
  });
}

/** The trees as one field to choose from, whose options are named by their ids. */
export function topicField(trees: readonly TopicTree[], label: string): Field {
  const options = trees.flatMap(({ topics }) => {
    const ids = new Map(topics.map(({ key, id }) => [key, String(id)]));
    return topics.map(({ id, parent, ...topic }) => ({ ...topic, key: String(id), parent: parent === null ? null : (ids.get(parent) ?? null) }));
  });
  return { id: 0, key: 'topic', type: 'tree', brand: null, label, labels: {}, help: '', helps: {}, required: 'never', filterable: false, filter_ready: false, options, archived: false, created_at: '', updated_at: '' };
}
