import { useQuery } from '@tanstack/react-query';
import { useT } from '../../lib/i18n.ts';
import { Card } from '../tickets/context/card.tsx';
import type { TicketDetail } from '../tickets/store/types.ts';
import { ApprovalItem } from './approval-item.tsx';
import { ofTicketOptions } from './approval-queries.ts';

/** What was asked for on the ticket, and what came of it. */
export function ApprovalsCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const { data } = useQuery(ofTicketOptions(ticket.number));
  if (!data || data.items.length === 0) return null;
  return (
    <Card id="approvals" title={t('approvals.title')}>
      <ul className="m-0 flex list-none flex-col gap-4 p-0">{data.items.map((approval) => <li key={approval.id}><ApprovalItem approval={approval} /></li>)}</ul>
    </Card>
  );
}
