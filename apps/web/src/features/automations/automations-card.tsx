import { cx, RelativeTime } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../lib/i18n.ts';
import { Card } from '../tickets/context/card.tsx';
import type { TicketDetail } from '../tickets/store/types.ts';
import { ticketRunsOptions } from './automation-queries.ts';
import { useRunWords } from './run-words.ts';

/** What automations did on the ticket, and what was refused to them. */
export function AutomationsCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const words = useRunWords();
  const { data } = useQuery(ticketRunsOptions(ticket.number));
  if (!data || data.items.length === 0) return null;
  return (
    <Card id="automations" title={t('automations.title')}>
      <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
        {data.items.map((run) => (
          <li key={run.id} className="min-w-0">
            <p className="flex items-baseline justify-between gap-2"><span className="min-w-0 truncate">{run.automation.name}</span><span className="shrink-0 text-small text-faint"><RelativeTime at={run.created_at} /></span></p>
            <p className={cx('text-small [overflow-wrap:anywhere]', run.outcome === 'refused' || run.outcome === 'stopped' ? 'text-red' : 'text-muted')}>{words(run)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
