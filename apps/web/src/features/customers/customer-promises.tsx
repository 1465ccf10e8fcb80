import { Button } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { customerPromisePages, PromiseRow } from '../tickets/index.ts';

/** What is promised to one person and not kept yet, by whom ever; nothing at all where nothing is. */
export function CustomerPromises({ customerId }: { customerId: number }) {
  const t = useT();
  const query = useInfiniteQuery(customerPromisePages(customerId));
  const promises = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (promises.length === 0 && !query.error) return null;
  return (
    <section className="mb-8">
      <h2 className="mb-1 text-title">{t('commitments.title')}</h2>
      {promises.length === 0 && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      <ul className="-mx-2">{promises.map((promise) => <PromiseRow key={promise.id} promise={promise} who={promise.owner?.name ?? promise.team?.name ?? t('commitments.owner.nobody')} />)}</ul>
      {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-2">{t('common.showMore')}</Button>}
    </section>
  );
}
