import { Button, RelativeTime, SkeletonLines, StatusIcon } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { ticketPages, type TicketGroup } from './customer-queries.ts';

/** All tickets of one person: what is open, then what is done; of each the latest first. */
export function CustomerTickets({ customerId }: { customerId: number }) {
  return (
    <div className="flex flex-col gap-8">
      <TicketGroupSection customerId={customerId} group="open" />
      <TicketGroupSection customerId={customerId} group="done" />
    </div>
  );
}

function TicketGroupSection({ customerId, group }: { customerId: number; group: TicketGroup }) {
  const t = useT();
  const query = useInfiniteQuery(ticketPages(customerId, group));
  const tickets = query.data?.pages.flatMap((page) => page.items);
  // What was never there needs no heading; that nothing is open is worth a word.
  if (group === 'done' && tickets?.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 text-title">{t(`customers.tickets.${group}`)}</h2>
      {!tickets && !query.error && <SkeletonLines className="py-3" />}
      {!tickets && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {tickets?.length === 0 && <p className="py-2 text-muted">{t('customers.tickets.open.empty')}</p>}
      {tickets && tickets.length > 0 && (
        <ul>
          {tickets.map((ticket) => (
            <li key={ticket.id} className="border-b border-line-soft">
              <Link
                to="/inbox/$view/$number"
                params={{ view: 'all', number: ticket.number }}
                search={{}}
                className="-mx-2 grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-2.5 rounded-md px-2 py-2.5 hover:bg-hover"
              >
                <StatusIcon status={ticket.status} label={t(`tickets.status.${ticket.status}`)} className="translate-y-px" />
                <span className="truncate">
                  <span className="font-strong">{ticket.subject || t('tickets.noSubject')}</span> <span className="text-faint">#{ticket.number}</span>
                </span>
                <RelativeTime at={ticket.updated_at} className="text-small text-faint" />
                <span className="col-start-2 truncate text-muted">{ticket.last_line}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-2">
          {t('common.showMore')}
        </Button>
      )}
    </section>
  );
}
