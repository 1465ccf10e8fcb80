import { Button, CountBadge } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useT } from '../../../lib/i18n.ts';
import { listTickets } from '../store/ticket-api.ts';
import type { TicketDetail } from '../store/types.ts';
import { Card } from './card.tsx';
import { TicketLines } from './ticket-lines.tsx';

const atOnce = 6;

/** What else this customer has written about, the latest change first; nothing when this is the only one. */
export function HistoryCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['tickets', 'others-of', ticket.requester.id],
    queryFn: ({ pageParam, signal }) => listTickets({ sort: '-updated_at', requester: ticket.requester.id, limit: atOnce, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const others = data?.pages.flatMap((page) => page.items).filter((other) => other.number !== ticket.number) ?? [];
  if (others.length === 0) return null;
  return (
    <Card id="history" title={t('tickets.card.others')} aside={<CountBadge count={hasNextPage ? `${others.length}+` : others.length} />}>
      <TicketLines label={t('tickets.card.others')} tickets={others} />
      {hasNextPage && <Button tone="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()} className="mt-0.5">{t('common.showMore')}</Button>}
    </Card>
  );
}
