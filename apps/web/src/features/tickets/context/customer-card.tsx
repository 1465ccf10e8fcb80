import { Avatar, Chip, CountBadge, SkeletonLines, StatusIcon } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../../../lib/i18n.ts';
import { customerOptions } from '../store/people.ts';
import { listTickets } from '../store/ticket-api.ts';
import type { TicketDetail } from '../store/types.ts';
import { useLanguageName } from '../store/use-language-name.ts';
import { nameOf, statusWord } from '../store/words.ts';
import { Card, Properties } from './card.tsx';

const othersShown = 5;

/** Whom it is about: names, ways to reach them and which of these fail, and what else they have with us. */
export function CustomerCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const language = useLanguageName();
  const { data: customer, isPending } = useQuery(customerOptions(ticket.requester.id));
  const addresses = customer?.addresses ?? [];
  return (
    <Card title={t('tickets.card.customer')} aside={<Link to="/customers/$id" params={{ id: ticket.requester.id }} className="rounded-sm text-accent-text underline-offset-2 hover:underline">{t('common.open')}</Link>}>
      <div className="flex items-center gap-2.5 pb-1.5">
        <Avatar name={nameOf(ticket.requester)} size="medium" />
        <div className="min-w-0">
          <p className="m-0 truncate font-strong">{nameOf(ticket.requester)}</p>
          {customer?.organization && <p className="m-0 truncate text-small text-muted">{customer.organization.name}</p>}
        </div>
        {customer?.kind === 'employee' && <Chip className="ml-auto">{t('tickets.customer.employee')}</Chip>}
      </div>
      {isPending && <SkeletonLines count={2} className="py-1" />}
      {customer && (
        <Properties
          rows={[
            ...addresses.map((address) => ({
              label: t(address.kind === 'email' ? 'tickets.customer.email' : 'tickets.customer.phone'),
              value: (
                <span className="flex min-w-0 items-center gap-1.5">
                  <a href={`${address.kind === 'email' ? 'mailto' : 'tel'}:${address.address}`} title={address.address} className="truncate text-text underline-offset-2 hover:underline">{address.shown}</a>
                  {address.bounced_at && <Chip tone="red" title={t('tickets.customer.bouncedHint')} className="shrink-0">{t('tickets.customer.bounced')}</Chip>}
                </span>
              ),
            })),
            ...(customer.language ? [{ label: t('tickets.field.language'), value: language(customer.language) }] : []),
          ]}
        />
      )}
      {customer?.note && <p className="m-0 mt-1.5 line-clamp-4 rounded-md bg-note px-2.5 py-1.5 whitespace-pre-wrap text-small text-note-text">{customer.note}</p>}
    </Card>
  );
}

/** What else this customer has written about; nothing when this is the only one. */
export function OtherTicketsCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ['tickets', 'others-of', ticket.requester.id],
    queryFn: ({ signal }) => listTickets({ sort: '-updated_at', requester: ticket.requester.id, limit: othersShown + 1 }, signal),
  });
  const others = data?.items.filter((other) => other.number !== ticket.number) ?? [];
  if (others.length === 0) return null;
  return (
    <Card title={t('tickets.card.others')} aside={<CountBadge count={data?.next_cursor ? `${others.length}+` : others.length} />}>
      <ul className="-mx-2 flex flex-col">
        {others.slice(0, othersShown).map((other) => (
          <li key={other.id}>
            <Link to="/inbox/$view/$number" params={{ view: 'all', number: other.number }} search={{}} className="flex h-control items-center gap-2 rounded-md px-2 hover:bg-pressed">
              <StatusIcon status={other.status} label={t(statusWord(other.status))} />
              <span className="min-w-0 flex-1 truncate">{other.subject || t('tickets.noSubject')}</span>
              <span className="tabular text-small text-faint">#{other.number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
