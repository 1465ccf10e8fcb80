import { Button, EmptyState, SkeletonLines, Tabs } from '@ombud/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Stamp } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useTitle } from '../../lib/title.ts';
import { ApprovalItem } from './approval-item.tsx';
import { approvalOptions, approvalPages, type ApprovalShow } from './approval-queries.ts';

const shows: readonly ApprovalShow[] = ['to_answer', 'asked', 'waiting', 'answered'];

/** One request, where a notification leads, or all of them. */
export function ApprovalsPage() {
  const { id } = useParams({ strict: false });
  return id === 'all' ? <AllApprovals /> : <OneApproval key={id} id={Number(id)} />;
}

/** What waits for my word, what I asked for, and what the desk has answered. */
function AllApprovals() {
  const t = useT();
  const [show, setShow] = useState<ApprovalShow>('to_answer');
  const query = useInfiniteQuery(approvalPages(show));
  const items = query.data?.pages.flatMap((page) => page.items);
  useTitle(t('approvals.title'));
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-3xl px-6 py-5 max-desk:px-4">
        <h1 className="m-0 pb-3 text-page font-strong">{t('approvals.title')}</h1>
        <Tabs label={t('approvals.show.label')} value={show} tabs={shows.map((value) => ({ value, label: t(`approvals.show.${value}`) }))} onChange={(next) => setShow(next as ApprovalShow)} />
        {!items && !query.error && <SkeletonLines count={5} className="pt-4" />}
        {!items && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
        {items?.length === 0 && <EmptyState icon={<Stamp />} title={t('approvals.none')} className="py-16">{t('approvals.none.text')}</EmptyState>}
        <ul className="m-0 list-none p-0">
          {items?.map((approval) => <li key={approval.id} className="border-b border-line-soft py-3 last:border-b-0"><ApprovalItem approval={approval} withTicket /></li>)}
        </ul>
        {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.showMore')}</Button>}
      </div>
    </main>
  );
}

function OneApproval({ id }: { id: number }) {
  const t = useT();
  const query = useQuery(approvalOptions(id));
  useTitle(t('approvals.title'));
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-3xl px-6 py-5 max-desk:px-4">
        <h1 className="m-0 pb-3 text-page font-strong">{t('approvals.title')}</h1>
        {query.data ? <ApprovalItem approval={query.data} withTicket whole /> : query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : <SkeletonLines count={4} />}
        <p className="pt-5"><Link to="/approvals/$id" params={{ id: 'all' }} className="text-accent-text hover:underline">{t('approvals.back')}</Link></p>
      </div>
    </main>
  );
}
