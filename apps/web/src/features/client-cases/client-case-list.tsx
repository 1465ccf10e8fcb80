import { Button, EmptyState, RelativeTime, Select, SkeletonLines, StatusChip, Tabs } from '@ombud/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useRef } from 'react';
import { BrandDot } from '../../lib/brand-dot.tsx';
import { useFormats, useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMe } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { useCasesSearch } from './cases-search.ts';
import { casesQuery, figuresQuery, type ClientCase } from './client-queries.ts';
import { useReadingKeys } from './reading-keys.ts';

const any = 'any';

/** The cases of the own brands, newest first. */
export function ClientCaseList() {
  const t = useT();
  const { brands } = useMe();
  const [search, show] = useCasesSearch();
  const { state, brand } = search;
  const query = useInfiniteQuery(casesQuery(state, brand));
  const rows = useRef<HTMLUListElement>(null);
  const cases = query.data?.pages.flatMap(({ items }) => items);
  useTitle(t('clients.cases'));
  useReadingKeys({ rows });
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-5">
      <h1 className="m-0 text-page font-strong">{t('clients.cases')}</h1>
      <Figures brand={brand} />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-soft pb-3">
        <Tabs
          label={t('clients.state')}
          value={state}
          tabs={(['open', 'solved', 'all'] as const).map((value) => ({ value, label: t(`clients.state.${value}`) }))}
          onChange={(next) => show({ ...search, state: next })}
        />
        {brands.length > 1 && (
          <div className="w-48 max-w-full">
            <Select
              ariaLabel={t('clients.brand')}
              value={String(brand ?? any)}
              choices={[{ value: any, label: t('clients.anyBrand') }, ...brands.map(({ id, name }) => ({ value: String(id), label: name }))]}
              onChange={(next) => show({ ...search, brand: next === any ? undefined : Number(next) })}
            />
          </div>
        )}
        <span className="ml-auto text-small text-faint max-desk:hidden">{t('clients.keys')}</span>
      </div>
      {!cases && !query.error && <SkeletonLines count={6} className="py-3" />}
      {!cases && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {cases?.length === 0 && <EmptyState icon={<Inbox />} title={t('clients.empty.title')} className="py-16">{t('clients.empty.text')}</EmptyState>}
      <ul ref={rows} className="m-0 list-none p-0">{cases?.map((each) => <Row key={each.number} of={each} manyBrands={brands.length > 1} />)}</ul>
      {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-3">{t('common.showMore')}</Button>}
    </div>
  );
}

function Row({ of: { number, subject, status, requester, brand, last_message_at, created_at }, manyBrands }: { of: ClientCase; manyBrands: boolean }) {
  const t = useT();
  return (
    <li className="border-b border-line-soft">
      <Link to="/cases/$" params={{ _splat: String(number) }} search={(before: object) => before} className="block rounded-sm px-1 py-3 -outline-offset-2 hover:bg-hover">
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-strong">{subject || t('tickets.noSubject')}</span>
          <RelativeTime at={last_message_at ?? created_at} className="shrink-0 text-small text-faint" />
        </span>
        <span className="mt-1 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-small text-muted">
          <StatusChip status={status} label={t(`tickets.status.${status}`)} />
          <span className="tabular text-faint">#{number}</span>
          <span className="min-w-0 truncate">{requester || t('clients.noName')}</span>
          {manyBrands && <span className="flex min-w-0 items-center gap-1.5"><BrandDot color={brand.color} /><span className="truncate">{brand.name}</span></span>}
        </span>
      </Link>
    </li>
  );
}

function Figures({ brand }: { brand: number | undefined }) {
  const t = useT();
  const formats = useFormats();
  const { data } = useQuery(figuresQuery(brand));
  if (!data || data.average === null) return null;
  return <p className="mt-1 mb-0 text-muted">{t('clients.figures', { days: data.days, average: formats.decimal(data.average), answered: data.answered })}</p>;
}
