import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { listOptions } from '../store/ticket-queries.ts';
import type { Grouping, Ticket } from '../store/types.ts';
import { asListKey, type ListFilter } from '../store/view-filters.ts';
import { inGroups } from './grouping.ts';
import { useReleases } from './list-hold.ts';
import { useGroupWords } from './use-group-words.ts';
import { settle, type SteadyOrder } from '../../../lib/steady-order.ts';

/** The rows to show, holding still while `held`; a row keeps its last known content when its ticket has left the list. */
export function useListRows(filter: ListFilter, held: boolean, group: Grouping) {
  const query = useInfiniteQuery(listOptions(filter));
  const releases = useReleases();
  const words = useGroupWords(group);
  const filterKey = JSON.stringify(asListKey(filter));
  const tickets = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const lastKnown = useRef(new Map<number, Ticket>());
  const [settled, setSettled] = useState<{ order: SteadyOrder; filterKey: string; releases: number; tickets: readonly Ticket[] | undefined; held: boolean }>({
    order: { shown: [], waiting: [] }, filterKey: '', releases: 0, tickets: undefined, held: false,
  });

  // Worked out while rendering, from the order before: an effect would paint the jump first and then take it back.
  let { order } = settled;
  if (settled.filterKey !== filterKey || settled.releases !== releases || settled.tickets !== tickets || settled.held !== held) {
    const fresh = settled.filterKey !== filterKey || settled.releases !== releases || settled.tickets === undefined;
    order = settle(fresh ? [] : settled.order.shown, (tickets ?? []).map((ticket) => ticket.number), held);
    setSettled({ order, filterKey, releases, tickets, held });
  }

  const rows = useMemo(() => {
    for (const ticket of tickets ?? []) lastKnown.current.set(ticket.number, ticket);
    const shown = order.shown.flatMap((number) => lastKnown.current.get(number) ?? []);
    return group === 'none' ? shown : inGroups(shown, group, words);
  }, [order.shown, tickets, group, words]);
  const numbers = useMemo(() => rows.map(({ number }) => number), [rows]);

  return { query, rows, order: numbers, waiting: order.waiting.length };
}
