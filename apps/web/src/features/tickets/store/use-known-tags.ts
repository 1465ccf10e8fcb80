import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { ListData } from './ticket-cache.ts';
import { listOptions, ticketKeys } from './ticket-queries.ts';

const most = 30;

/** Tags on the tickets that are loaded, the frequent ones first: enough to spell a tag the way colleagues do. */
export function useKnownTags(): string[] {
  const client = useQueryClient();
  const counts = new Map<string, number>();
  for (const [, data] of client.getQueriesData<ListData>({ queryKey: ticketKeys.lists }))
    for (const page of data?.pages ?? []) for (const ticket of page.items) for (const tag of ticket.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).slice(0, most).map(([tag]) => tag);
}

/** The same where no list need have been loaded: as soon as tags are wanted, those of the newest tickets come. */
export function useTagsToOffer(wanted: boolean): string[] {
  useInfiniteQuery({ ...listOptions({ view: 'all' }), enabled: wanted });
  return useKnownTags();
}
