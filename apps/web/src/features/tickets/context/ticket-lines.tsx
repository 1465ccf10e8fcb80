import { StatusIcon } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { useT } from '../../../lib/i18n.ts';
import type { TicketStatus } from '../store/types.ts';
import { statusWord } from '../store/words.ts';

export interface TicketLine {
  number: number;
  subject: string;
  status: TicketStatus;
  /** Who, where it is not who this card is about */
  who?: string;
}

/** Tickets as one line each, with a way there. */
export function TicketLines({ label, tickets }: { label: string; tickets: readonly TicketLine[] }) {
  const t = useT();
  return (
    <ul aria-label={label} className="-mx-2 my-0 flex list-none flex-col p-0">
      {tickets.map((ticket) => (
        <li key={ticket.number}>
          <Link to="/inbox/$view/$number" params={{ view: 'all', number: ticket.number }} search={{}} className="flex min-h-control items-center gap-2 rounded-md px-2 hover:bg-pressed">
            <StatusIcon status={ticket.status} label={t(statusWord(ticket.status))} />
            <span className="min-w-0 flex-1 truncate" title={ticket.subject}>{ticket.subject || t('tickets.noSubject')}</span>
            {ticket.who && <span className="max-w-[40%] truncate text-small text-muted">{ticket.who}</span>}
            <span className="tabular text-small text-faint">#{ticket.number}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
