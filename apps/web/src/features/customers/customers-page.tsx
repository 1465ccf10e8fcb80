import { Button, EmptyState, SearchField, SkeletonLines, Tabs } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Building2, Plus, Search, SearchX, UsersRound } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../lib/i18n.ts';
import { useCommands } from '../../lib/keys/index.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMay } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { BaseList } from './base/base-list.tsx';
import { CustomersMenu } from './customers-menu.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { customerPages, organizationPages } from './customer-queries.ts';
import { CustomerRow, OrganizationRow, useRowHeight } from './customer-rows.tsx';
import { DuplicateList } from './duplicates.tsx';
import { EndlessList } from './endless-list.tsx';
import { OrganizationDialog } from './organization-dialog.tsx';

const route = getRouteApi('/signed-in/customers');

export function CustomersPage() {
  const t = useT();
  const { q = '', show = 'customers' } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('customers.write');
  const [typed, setTyped] = useState(q);
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useTitle(t('customers.title'));

  // The address follows what is typed, so that a search is a link; one step back leaves the search, not a letter.
  const searched = useRef(q);
  searched.current = q;
  useEffect(() => {
    // Nothing to follow, and somebody who is on their way elsewhere is not called back.
    if (typed.trim() === searched.current) return;
    const timer = setTimeout(() => void navigate({ search: (before) => ({ ...before, q: typed.trim() || undefined }), replace: true }), 150);
    return () => clearTimeout(timer);
  }, [typed, navigate]);
  useCommands([{ id: 'search', label: 'customers.search.keys', group: 'list', icon: <Search />, enabled: show === 'customers' || show === 'organizations', run: () => field.current?.focus() }]);

  const organizations = show === 'organizations';
  const isFound = show === 'customers' || organizations;
  const add = mayWrite && isFound && (
    <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setAdding(true)}>
      {organizations ? t('customers.addOrganization') : t('customers.add')}
    </Button>
  );
  return (
    <main className="flex min-h-0 flex-1 flex-col bg-pane">
      <header className="shrink-0 border-b border-line-soft">
        <div className="mx-auto flex w-full max-w-4xl flex-wrap items-center gap-x-4 gap-y-3 px-4 pt-4 pb-3 sm:px-8">
          <h1 className="flex-1 text-page tracking-[-0.01em]">{t('customers.title')}</h1>
          <CustomersMenu q={organizations ? '' : q} />
          {add}
          <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-2">
            <Tabs
              label={t('customers.tabs')}
              value={show}
              tabs={[
                { value: 'customers', label: t('customers.people') },
                { value: 'organizations', label: t('customers.organizations') },
                { value: 'base', label: t('base.mine') },
                { value: 'duplicates', label: t('customers.duplicates') },
              ]}
              onChange={(next) => void navigate({ search: ({ q: before }) => ({ q: before, show: next === 'customers' ? undefined : next }) })}
            />
            {isFound && <SearchField ref={field} label={t('customers.search')} placeholder={t('customers.search')} icon={<Search />} value={typed} onValueChange={setTyped} maxLength={100} className="flex-1 max-sm:basis-full" />}
          </div>
        </div>
      </header>
      {show === 'duplicates' ? <DuplicateList /> : show === 'base' ? <BaseList /> : organizations ? <OrganizationList q={q} add={add} /> : <CustomerList q={q} add={add} />}
      {adding && (organizations ? <OrganizationDialog organization={null} onClose={() => setAdding(false)} /> : <CustomerDialog customer={null} onClose={() => setAdding(false)} />)}
    </main>
  );
}

interface ListProps {
  q: string;
  add: ReactNode;
}

function CustomerList({ q, add }: ListProps) {
  const t = useT();
  const rowHeight = useRowHeight();
  const query = useInfiniteQuery(customerPages({ q: useDeferredValue(q) || undefined }));
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items) return <Waiting error={query.error} retry={() => void query.refetch()} />;
  if (items.length === 0) {
    return q ? <NoMatch /> : <EmptyState icon={<UsersRound />} title={t('customers.empty.title')} action={add}>{t('customers.empty.text')}</EmptyState>;
  }
  return (
    <EndlessList label={t('customers.title')} items={items} itemKey={({ id }) => id} rowHeight={rowHeight} hasMore={query.hasNextPage && !query.isFetchingNextPage} onMore={query.fetchNextPage}>
      {(customer) => <CustomerRow customer={customer} />}
    </EndlessList>
  );
}

function OrganizationList({ q, add }: ListProps) {
  const t = useT();
  const rowHeight = useRowHeight();
  const query = useInfiniteQuery(organizationPages({ q: useDeferredValue(q) || undefined }));
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items) return <Waiting error={query.error} retry={() => void query.refetch()} />;
  if (items.length === 0) {
    return q ? <NoMatch /> : <EmptyState icon={<Building2 />} title={t('customers.emptyOrganizations.title')} action={add}>{t('customers.emptyOrganizations.text')}</EmptyState>;
  }
  return (
    <EndlessList label={t('customers.organizations')} items={items} itemKey={({ id }) => id} rowHeight={rowHeight} hasMore={query.hasNextPage && !query.isFetchingNextPage} onMore={query.fetchNextPage}>
      {(organization) => <OrganizationRow organization={organization} />}
    </EndlessList>
  );
}

function NoMatch() {
  const t = useT();
  return (
    <EmptyState icon={<SearchX />} title={t('customers.noMatch.title')}>
      {t('customers.noMatch.text')}
    </EmptyState>
  );
}

function Waiting({ error, retry }: { error: unknown; retry(): void }) {
  return <div className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-8">{error ? <LoadFailed error={error} retry={retry} /> : <SkeletonLines count={6} />}</div>;
}
