import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { SearchKind } from '../../routes/search.ts';

export type SearchAnswer = Shape<'SearchAnswer'>;
export type TicketHit = Shape<'TicketHit'>;
export type CustomerHit = Shape<'CustomerHit'>;
export type OrganizationHit = Shape<'OrganizationHit'>;
export type Piece = TicketHit['subject'][number];

/** Fills a screen; each hit takes its texts and its pieces, and who types waits for none that they cannot see. */
const firstHits = 20;
const furtherHits = 30;

/** While somebody types, the last result stays until the next is there. */
export function searchPages(q: string, kind: SearchKind | undefined) {
  return infiniteQueryOptions({
    queryKey: ['search', q, kind ?? 'all'],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/search', { query: { q, kind, typing: 'true', cursor: pageParam, limit: pageParam === null ? firstHits : furtherHits }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: SearchAnswer) => last.next_cursor,
    placeholderData: keepPreviousData,
    enabled: q !== '',
    staleTime: 10_000,
  });
}
