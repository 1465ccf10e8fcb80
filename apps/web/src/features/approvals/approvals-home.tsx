import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../../lib/i18n.ts';
import { HomeSection } from '../home/home-section.tsx';
import { ApprovalItem } from './approval-item.tsx';
import { toAnswerOptions } from './approval-queries.ts';

/** What waits for this agent's word, the longest waiting first. */
export function ApprovalsHome() {
  const t = useT();
  const items = useQuery(toAnswerOptions).data?.items ?? [];
  return (
    <HomeSection title={t('approvals.home')} count={items.length} all={<Link to="/approvals/$id" params={{ id: 'all' }} className="text-small text-accent-text hover:underline">{t('approvals.home.all')}</Link>}>
      {items.map((approval) => <li key={approval.id} className="px-2 py-2.5"><ApprovalItem approval={approval} withTicket /></li>)}
    </HomeSection>
  );
}
