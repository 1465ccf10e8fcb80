import { Button, SkeletonLines, StatusIcon } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, type Body } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';

/** How many of the newest tickets would fit, and which. */
export function TestResult({ question }: { question: Pick<Body<'/api/v1/automations/test', 'post'>, 'brand' | 'trigger' | 'conditions'> }) {
  const t = useT();
  const query = useInfiniteQuery({
    queryKey: ['automation-test', question],
    queryFn: ({ pageParam, signal }) => api.post('/api/v1/automations/test', { body: { ...question, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 10_000,
    retry: false,
  });
  const [first] = query.data?.pages ?? [];
  if (query.error && !first) return <LoadFailed error={query.error} retry={() => void query.refetch()} />;
  if (!first) return <SkeletonLines count={3} />;
  return (
    <section aria-label={t('automations.test.result')} className="rounded-lg border border-line bg-sunken px-4 py-3">
      <p role="status" className="font-strong">{t('automations.test.matched', { count: first.matched, of: first.looked_at })}</p>
      <p className="text-small text-muted">{t('automations.test.hint')}</p>
      {first.matched > 0 && (
        <ul className="m-0 mt-2 flex max-h-56 list-none flex-col overflow-y-auto p-0">
          {query.data?.pages.flatMap(({ tickets }) => tickets).map(({ number, subject, status }) => (
            <li key={number}>
              <a href={`/inbox/all/${number}`} target="_blank" rel="noreferrer" className="flex min-h-8 items-center gap-2 rounded-sm px-1 hover:bg-hover">
                <StatusIcon status={status} />
                <span className="tabular shrink-0 text-muted">#{number}</span>
                <span className="min-w-0 truncate">{subject}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && <Button className="mt-2" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.showMore')}</Button>}
    </section>
  );
}
