import { Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Inbox } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { statusWord } from '../tickets/index.ts';
import { showWords, useFigureWords } from './figures.ts';
import { useFilterWords } from './names.ts';
import { ReportFailed } from './report-failed.tsx';
import { ticketsOf, type ReportTicket } from './reports-queries.ts';
import type { Asked, Show } from './reports-search.ts';

/** The tickets behind a number. */
export function TicketsSection({ asked, show }: { asked: Asked; show: Show }) {
  const t = useT();
  const filterWords = useFilterWords();
  const query = useInfiniteQuery(ticketsOf(asked, show));
  const tickets = query.data?.pages.flatMap((page) => page.items);
  const narrowed = filterWords(asked.filter);
  return (
    <section className="mt-4">
      <Link to="/reports" search={(now) => ({ ...now, show: undefined })} className="inline-flex items-center gap-1.5 rounded-sm text-muted hover:text-text coarse:min-h-11">
        <ArrowLeft aria-hidden className="size-4" />
        {t('reports.tickets.back')}
      </Link>
      <h2 className="mt-2 mb-1 text-title font-strong">{t(showWords[show])}</h2>
      {narrowed && <p className="m-0 text-muted">{narrowed}</p>}
      {!tickets && (query.error ? <ReportFailed error={query.error} asked={asked} retry={() => void query.refetch()} /> : <SkeletonLines count={5} className="py-3" />)}
      {tickets?.length === 0 && <EmptyState icon={<Inbox />} title={t('reports.tickets.none')} className="py-16">{t('reports.empty.text')}</EmptyState>}
      <ul className="m-0 mt-2 list-none p-0">{tickets?.map((ticket) => <TicketRow key={ticket.number} ticket={ticket} bySolving={solvings.has(show)} />)}</ul>
      {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-3">{t('common.showMore')}</Button>}
    </section>
  );
}

/** Those that go by the day of the solving show that. */
const solvings = new Set<Show>(['solved', 'resolved', 'reopened', 'first_contact', 'timed', 'rated', 'degree_solved', 'degree_partly', 'degree_worked_around', 'degree_not_solved', 'degree_withdrawn']);

function TicketRow({ ticket, bySolving }: { ticket: ReportTicket; bySolving: boolean }) {
  const t = useT();
  const formats = useFormats();
  const words = useFigureWords();
  const times = [
    ticket.first_reply_seconds === null ? null : t('reports.tickets.firstReply', { time: words('time', ticket.first_reply_seconds) }),
    ticket.resolution_seconds === null ? null : t('reports.tickets.resolution', { time: words('time', ticket.resolution_seconds) }),
  ].filter((each) => each !== null);
  return (
    <li className="border-b border-line-soft">
      <Link to="/inbox/$view/$number" params={{ view: 'all', number: ticket.number }} search={{}} className="block rounded-sm px-1 py-2.5 -outline-offset-2 hover:bg-hover">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-strong">{ticket.subject || t('tickets.noSubject')}</span>
          <span className="tabular shrink-0 text-small text-faint">{bySolving && ticket.solved_on ? formats.day(ticket.solved_on) : formats.date(new Date(ticket.created_at))}</span>
        </span>
        <span className="mt-0.5 flex min-w-0 flex-wrap items-center gap-x-2 text-small text-muted">
          <span className="tabular text-faint">#{ticket.number}</span>
          <span>{t(statusWord(ticket.status))}</span>
          <span className="min-w-0 truncate">{ticket.requester.name}</span>
          <span className="inline-flex items-center gap-1.5"><span aria-hidden className="size-2 rounded-[2.5px]" style={{ background: ticket.brand.color }} />{ticket.brand.name}</span>
          {ticket.assignee && <span>{ticket.assignee.name}</span>}
          {times.length > 0 && <span className="text-faint">{times.join(', ')}</span>}
        </span>
      </Link>
    </li>
  );
}
