import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { readWithOwn } from './own-changes.ts';
import { getTicket, getTimeline, getViews, listTickets, listTicketsOfView } from './ticket-api.ts';
import type { Page, Ticket } from './types.ts';
import { asListKey, listQueryOf, type ListFilter } from './view-filters.ts';

/** A list's key holds its filter, so that a change can find the lists it concerns. */
export const ticketKeys = {
  lists: ['tickets', 'list'] as const,
  /** How it is grouped is no matter of what it holds */
  list: ({ group: _group, ...filter }: ListFilter) => ['tickets', 'list', asListKey(filter)] as const,
  detail: (number: number) => ['tickets', 'detail', number] as const,
  timeline: (number: number) => ['tickets', 'timeline', number] as const,
  views: ['tickets', 'views'] as const,
};

export const listPageSize = 50;
export const timelinePageSize = 40;

export function listOptions(filter: ListFilter) {
  return infiniteQueryOptions({
    queryKey: ticketKeys.list(filter),
    queryFn: ({ pageParam, signal }) => {
      const part = { limit: listPageSize, cursor: pageParam ?? undefined };
      const read = () => (filter.saved ? listTicketsOfView(filter.saved, { q: filter.q, field: filter.field, sort: filter.sort, ...part }, signal) : listTickets({ ...listQueryOf(filter), ...part }, signal));
      return readWithOwn<Page<Ticket>>(read, (page, own) => ({ ...page, items: page.items.map(own) }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchOnWindowFocus: false,
  });
}

export function detailOptions(number: number) {
  return queryOptions({ queryKey: ticketKeys.detail(number), queryFn: ({ signal }) => readWithOwn(() => getTicket(number, signal), (ticket, own) => own(ticket)), refetchOnWindowFocus: false });
}

/** Newest page first; what was written earlier loads as the reader goes up. */
export function timelineOptions(number: number) {
  return infiniteQueryOptions({
    queryKey: ticketKeys.timeline(number),
    queryFn: ({ pageParam, signal }) => getTimeline(number, { sort: 'newest', limit: timelinePageSize, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchOnWindowFocus: false,
  });
}

export const viewsOptions = queryOptions({ queryKey: ticketKeys.views, queryFn: ({ signal }) => getViews(signal), staleTime: 10_000 });
