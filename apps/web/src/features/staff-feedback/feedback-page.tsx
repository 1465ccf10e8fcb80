import { Button, EmptyState, RelativeTime, SkeletonLines, Tabs } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { MessageSquareWarning } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMay } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { DaysForm } from './days-form.tsx';
import { DueWords } from './due-words.tsx';
import { feedbackPages, type Feedback } from './feedback-queries.ts';
import { FileDialog } from './file-dialog.tsx';
import { OwnList } from './own-list.tsx';

const route = getRouteApi('/signed-in/feedback');
const shows = ['waiting', 'overdue', 'closed', 'all'] as const;

/** What customers say about employees: for those who deal with it, and for each what they may read about themselves. */
export function FeedbackPage() {
  const t = useT();
  const { of } = route.useSearch();
  const navigate = route.useNavigate();
  const [files, setFiles] = useState(false);
  const mayFile = useMay('tickets.write');
  const maySet = useMay('settings.manage');
  useTitle(t('staff-feedback.title'));
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-3xl px-6 py-5 max-desk:px-4">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <h1 className="m-0 min-w-0 grow basis-60 text-page font-strong">{t('staff-feedback.title')}</h1>
          {mayFile && <Button tone="primary" onClick={() => setFiles(true)}>{t('staff-feedback.file.new')}</Button>}
        </div>
        <p className="mt-1 mb-4 max-w-prose text-muted">{t('staff-feedback.lead')}</p>
        <Tabs
          label={t('staff-feedback.whose')}
          value={of ?? 'handle'}
          tabs={[{ value: 'handle', label: t('staff-feedback.handle') }, { value: 'me', label: t('staff-feedback.own') }]}
          onChange={(next) => void navigate({ search: next === 'me' ? { of: 'me' } : {} })}
        />
        {of === 'me' ? <OwnList /> : <Handled />}
        {of !== 'me' && maySet && <DaysForm />}
      </div>
      {files && <FileDialog onClose={() => setFiles(false)} />}
    </main>
  );
}

function Handled() {
  const t = useT();
  const { show = 'waiting' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(feedbackPages(show));
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <div className="mt-3 border-b border-line-soft pb-3">
        <Tabs label={t('staff-feedback.filter')} value={show} tabs={shows.map((value) => ({ value, label: t(`staff-feedback.show.${value}`) }))} onChange={(next) => void navigate({ search: { show: next === 'waiting' ? undefined : next } })} />
      </div>
      {!items && !query.error && <SkeletonLines count={5} className="py-3" />}
      {!items && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {items?.length === 0 && <EmptyState icon={<MessageSquareWarning />} title={t('staff-feedback.empty.title')} className="py-12">{t('staff-feedback.empty.text')}</EmptyState>}
      <ul className="m-0 list-none p-0">{items?.map((item) => <Row key={item.id} item={item} />)}</ul>
      {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-3">{t('common.showMore')}</Button>}
    </>
  );
}

function Row({ item }: { item: Feedback }) {
  const t = useT();
  return (
    <li className="border-b border-line-soft">
      <Link to="/feedback/$id" params={{ id: item.id }} className="block rounded-sm px-1 py-3 -outline-offset-2 hover:bg-hover">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-strong">{t('staff-feedback.of', { kind: t(`staff-feedback.kind.${item.kind}`), who: item.about.name })}</span>
          <RelativeTime at={item.received_at} className="shrink-0 text-small text-faint" />
        </span>
        <span className="mt-0.5 line-clamp-2 [overflow-wrap:anywhere]">{item.text}</span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-small text-muted">
          <DueWords item={item} />
          {item.kind === 'complaint' && <span>{item.owner ? t('staff-feedback.ownedBy', { who: item.owner.name }) : t('staff-feedback.owner.none')}</span>}
          <span className="truncate">{item.brand.name}</span>
        </span>
      </Link>
    </li>
  );
}
