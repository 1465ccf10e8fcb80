import { useInfiniteQuery } from '@tanstack/react-query';
import { inReadingOrder } from '../store/ticket-cache.ts';
import { timelineOptions } from '../store/ticket-queries.ts';
import { isMessage, type TimelineEntry } from '../store/types.ts';

/** Changes when something of a side conversation (of any with null) comes into the thread, which live events keep up to date. */
export function useSideNews(number: number, id: number | null): string {
  const { data } = useInfiniteQuery({ ...timelineOptions(number), enabled: false });
  const parts = inReadingOrder(data).map((entry) => newsOf(entry, id));
  return parts.filter((part) => part !== '').join();
}

function newsOf(entry: TimelineEntry, id: number | null): string {
  if (!isMessage(entry)) return entry.type === 'side.updated' ? `e${entry.id}` : '';
  return entry.kind === 'side' && (id === null || entry.side === id) ? `${entry.id}${entry.delivery?.status ?? ''}` : '';
}
