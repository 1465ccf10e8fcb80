import { cx, PriorityIcon, RelativeTime, StatusIcon } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { useT } from '../../lib/i18n.ts';
import { nameOf, priorityWord, statusWord } from '../tickets/index.ts';
import type { HomeTicket } from './home-queries.ts';

interface HomeRowProps {
  ticket: HomeTicket;
  /** The list that it opens beside */
  view: 'mine' | 'mentioned' | 'snoozed' | 'all' | 'unassigned' | 'open';
  line: string;
  at: string;
  /** How long it waits is what matters */
  since?: boolean;
}

export function HomeRow({ ticket, view, line, at, since = false }: HomeRowProps) {
  const t = useT();
  return (
    <li>
      <Link data-home to="/inbox/$view/$number" params={{ view, number: ticket.number }} search={{}} className="flex items-start gap-3 rounded-md px-2 py-2 outline-offset-[-2px] hover:bg-hover">
        <span role="img" aria-label={t(statusWord(ticket.status))} className="flex h-5 items-center"><StatusIcon status={ticket.status} /></span>
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className={cx('min-w-0 truncate', ticket.unread && 'font-strong')}>{ticket.subject || t('tickets.noSubject')}</span>
            {(ticket.priority === 'high' || ticket.priority === 'urgent') && <PriorityIcon priority={ticket.priority} label={t(priorityWord(ticket.priority))} />}
          </span>
          <span className="flex min-w-0 gap-1.5 text-small text-muted">
            <span className="max-w-[45%] shrink-0 truncate">{nameOf(ticket.requester)}</span>
            <span aria-hidden className="text-faint">·</span>
            <span className="min-w-0 truncate">{line}</span>
          </span>
        </span>
        <span className={cx('tabular shrink-0 text-small', since ? 'text-text' : 'text-faint')}><RelativeTime at={at} /></span>
      </Link>
    </li>
  );
}
