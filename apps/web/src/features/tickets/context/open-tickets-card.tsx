import { CountBadge } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import type { TicketDetail } from '../store/types.ts';
import { nameOf } from '../store/words.ts';
import { Card } from './card.tsx';
import { TicketLines } from './ticket-lines.tsx';

/** What else is open: of the same person, and of others in their organization. */
export function OpenTicketsCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ['tickets', 'related', ticket.number, ticket.requester.id],
    queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/related', { path: { number: ticket.number }, signal }),
  });
  const own = data?.requester.items ?? [];
  const organization = data?.organization;
  const theirs = organization?.items ?? [];
  if (own.length + theirs.length === 0) return null;
  const more = data?.requester.more || organization?.more;
  return (
    <Card id="open" title={t('work.card.open')} aside={<CountBadge count={`${own.length + theirs.length}${more ? '+' : ''}`} />}>
      {own.length > 0 && (
        <>
          <p className="m-0 truncate text-small text-faint">{nameOf(ticket.requester)}</p>
          <TicketLines label={nameOf(ticket.requester)} tickets={own} />
        </>
      )}
      {organization && theirs.length > 0 && (
        <>
          <Link to="/organizations/$id" params={{ id: organization.id }} className="mt-1 block truncate text-small text-faint underline-offset-2 hover:underline">{organization.name}</Link>
          <TicketLines label={organization.name} tickets={theirs.map(({ requester, ...line }) => ({ ...line, who: requester }))} />
        </>
      )}
    </Card>
  );
}
