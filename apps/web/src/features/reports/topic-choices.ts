import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** Topics of all brands that are still offered, each by its own name. */
export const topicChoices = queryOptions({
  queryKey: ['topics', 'for reports'],
  queryFn: async ({ signal }) => (await api.get('/api/v1/topics', { query: {}, signal })).items.flatMap(({ topics }) => topics.filter(({ archived }) => !archived).map(({ id, label }) => ({ value: id, label }))),
  staleTime: 5 * 60_000,
});
