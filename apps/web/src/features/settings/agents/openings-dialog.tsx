import { Button, Dialog, RelativeTime, SkeletonLines } from '@ombud/ui';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../lib/api.ts';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import type { Agent } from '../types.ts';

const firstPage: string | undefined = undefined;
const openingsOf = (id: number) =>
  infiniteQueryOptions({
    queryKey: ['client-openings', id],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/agents/{id}/openings', { path: { id }, query: pageParam === undefined ? {} : { cursor: pageParam }, signal }),
    initialPageParam: firstPage as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: 0,
  });

/** What a client reader has read, the newest day first. */
export function OpeningsDialog({ agent, onClose }: { agent: Agent; onClose(): void }) {
  const t = useT();
  const query = useInfiniteQuery(openingsOf(agent.id));
  const seen = query.data?.pages[0]?.last_seen_at;
  const opened = query.data?.pages.flatMap(({ items }) => items);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('clients.openings.title', { name: agent.name })}>
      {!opened && !query.error && <SkeletonLines count={4} />}
      {!opened && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {opened && <p className="mt-0 text-muted">{seen ? <>{t('clients.openings.seen')}: <RelativeTime at={seen} /></> : t('clients.openings.never')}</p>}
      {opened?.length === 0 && <p className="mb-0">{t('clients.openings.empty')}</p>}
      <ul className="m-0 list-none p-0">
        {opened?.map(({ ticket, subject, brand, day, times, files, last_at }) => (
          <li key={`${day}-${ticket}`} className="border-b border-line-soft py-2 last:border-b-0">
            <span className="flex items-baseline gap-2">
              <Link to="/inbox/$view/$number" params={{ view: 'all', number: ticket }} search={{}} className="min-w-0 flex-1 truncate font-strong hover:underline">{subject || t('tickets.noSubject')}</Link>
              <RelativeTime at={last_at} className="shrink-0 text-small text-faint" />
            </span>
            <span className="flex flex-wrap items-center gap-x-2 text-small text-muted">
              <span className="tabular">#{ticket}</span>
              <span className="flex items-center gap-1.5"><BrandDot color={brand.color} />{brand.name}</span>
              {times > 0 && <span>{t('clients.openings.row', { times })}</span>}
              {files > 0 && <span>{t('clients.openings.files', { files })}</span>}
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-3">{t('common.showMore')}</Button>}
    </Dialog>
  );
}
