import { Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import type { SearchKind } from '../../routes/search.ts';
import { CustomerHitRow, OrganizationHitRow, TicketHitRow } from './hits.tsx';
import { searchPages, type SearchAnswer } from './search-queries.ts';

/** ms after the first hits: by then who types on has asked for others */
const moreAfter = 600;

export function SearchResults({ q, kind, onOpen }: { q: string; kind: SearchKind | undefined; onOpen(): void }) {
  const t = useT();
  const query = useInfiniteQuery(searchPages(q, kind));
  const pages = query.data?.pages;
  const { fetchNextPage } = query;
  const goesOn = pages?.length === 1 && query.hasNextPage && !query.isPlaceholderData && !query.isError;
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setTimeout(() => void fetchNextPage(), moreAfter);
    return () => clearTimeout(timer);
  }, [goesOn, q, kind, fetchNextPage]);
  const first = pages?.[0];
  if (!pages || !first) {
    return query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : <SkeletonLines count={6} className="px-2" />;
  }
  const tickets = pages.flatMap((page) => page.tickets);
  const customers = pages.flatMap((page) => page.customers);
  const organizations = pages.flatMap((page) => page.organizations);
  const count = tickets.length + customers.length + organizations.length;
  return (
    <>
      <p role="status" className="sr-only">
        {query.isFetching || goesOn ? '' : t('search.found', { count })}
      </p>
      {query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      <Notices answer={first} />
      {count === 0 && (
        <EmptyState icon={<SearchX />} title={t('search.nothing.title')}>
          {t('search.nothing.text')}
        </EmptyState>
      )}
      <Hits title={t('search.kind.customers')} shown={customers.length > 0}>
        {customers.map((hit) => <li key={hit.id}><CustomerHitRow hit={hit} onOpen={onOpen} /></li>)}
      </Hits>
      <Hits title={t('search.kind.organizations')} shown={organizations.length > 0}>
        {organizations.map((hit) => <li key={hit.id}><OrganizationHitRow hit={hit} onOpen={onOpen} /></li>)}
      </Hits>
      <Hits title={t('search.kind.tickets')} shown={tickets.length > 0}>
        {tickets.map((hit) => <li key={hit.ticket.id}><TicketHitRow hit={hit} onOpen={onOpen} /></li>)}
      </Hits>
      {query.hasNextPage && (
        <div className="grid place-items-center py-4">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('search.more')}</Button>
        </div>
      )}
    </>
  );
}

function Hits({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <section className="mb-4">
      <h2 className="px-2 pb-1 text-small font-strong text-muted">{title}</h2>
      <ul aria-label={title}>{children}</ul>
    </section>
  );
}

function Notices({ answer: { corrected, some, unknown } }: { answer: SearchAnswer }) {
  const t = useT();
  const lines = [
    ...(some ? [t('search.some')] : []),
    ...corrected.map(({ typed, meant }) => t('search.corrected', { typed, meant })),
    ...unknown.map(({ filter, value }) => t('search.unknown', { filter, value })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul role="status" className="mx-2 mb-3 rounded-md bg-sunken px-3 py-2">
      {lines.map((line) => <li key={line}>{line}</li>)}
    </ul>
  );
}
