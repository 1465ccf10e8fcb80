import { Avatar, Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMay, useMe } from '../../lib/session.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { useCustomerName } from './customer-names.ts';
import { duplicatePages, duplicatesQuery } from './customer-queries.ts';
import { MergeCustomersDialog } from './merge-dialog.tsx';
import type { Customer, DuplicatePair, DuplicateReason } from './types.ts';
import { useMergeCustomers } from './use-merge-customers.ts';

function useReasons(): (reasons: readonly DuplicateReason[]) => string {
  const t = useT();
  return (reasons) => {
    const text = reasons.map((reason) => t(`customers.duplicates.reason.${reason}`)).join(' · ');
    return text.charAt(0).toLocaleUpperCase() + text.slice(1);
  };
}

/** To merge one has to see every brand; to say that they are two people, only both. */
function useMayMerge(): boolean {
  const mayWrite = useMay('customers.write');
  return useMe().all_brands && mayWrite;
}

/** On a customer's page: who may be the same person, and why. Says nothing when there is nobody. */
export function DuplicatesSection({ customer }: { customer: Customer }) {
  const t = useT();
  const reasonsOf = useReasons();
  const nameOf = useCustomerName();
  const mayWrite = useMay('customers.write');
  const mayMerge = useMayMerge();
  const { keepApart } = useMergeCustomers();
  const [merging, setMerging] = useState<number | null>(null);
  const { data } = useQuery(duplicatesQuery(customer.id));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="mb-8 rounded-xl bg-sunken px-4 py-3">
      <h2 className="text-body font-strong">{t('customers.duplicates.maybe')}</h2>
      <ul>
        {data.items.map(({ customer: other, reasons }) => (
          <li key={other.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line-soft py-2.5 not-last:border-b">
            <Person customer={other} sub={reasonsOf(reasons)} />
            {mayWrite && (
              <span className="flex gap-1.5 max-sm:pl-10">
                {mayMerge && <Button onClick={() => setMerging(other.id)} aria-label={t('customers.duplicates.mergeOf', { name: nameOf(other) })}>{t('customers.duplicates.merge')}</Button>}
                <Button tone="plain" onClick={() => void keepApart(customer.id, other.id).catch(toastProblem)} aria-label={t('customers.duplicates.apartOf', { name: nameOf(other) })}>{t('customers.duplicates.apart')}</Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {merging !== null && <MergeCustomersDialog customer={customer} otherId={merging} leave onClose={() => setMerging(null)} />}
    </section>
  );
}

function Person({ customer, sub }: { customer: Customer; sub?: string }) {
  const nameOf = useCustomerName();
  const reach = [customer.name ? customer.email : null, customer.addresses.find(({ kind }) => kind === 'phone')?.shown, customer.organization?.name].filter(Boolean).join(' · ');
  return (
    <span className="flex min-w-0 flex-1 basis-64 items-center gap-3">
      <Avatar name={nameOf(customer)} size="medium" />
      <span className="min-w-0">
        <Link to="/customers/$id" params={{ id: customer.id }} className="block truncate rounded-sm py-0.5 font-strong hover:underline">{nameOf(customer)}</Link>
        {reach && <span className="block truncate text-small text-muted">{reach}</span>}
        {sub && <span className="block text-small text-muted">{sub}</span>}
      </span>
    </span>
  );
}

/** All pairs that are suggested, the newest customers first. */
export function DuplicateList() {
  const t = useT();
  const query = useInfiniteQuery(duplicatePages);
  const pairs = query.data?.pages.flatMap((page) => page.items);
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  const [one, other] = merging?.customers ?? [];
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-full max-w-4xl px-4 pt-2 pb-16 sm:px-8">
        {!pairs && (query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : <SkeletonLines count={6} />)}
        {pairs?.length === 0 && !query.hasNextPage && <EmptyState icon={<UserRoundCheck />} title={t('customers.duplicates.empty.title')}>{t('customers.duplicates.empty.text')}</EmptyState>}
        {pairs?.length === 0 && query.hasNextPage && <p className="py-3 text-muted">{t('customers.duplicates.more')}</p>}
        <ul aria-label={t('customers.duplicates')}>
          {pairs?.map((pair) => (
            <PairRow key={pair.customers.map(({ id }) => id).join('-')} pair={pair} onMerge={() => setMerging(pair)} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-2">{t('common.showMore')}</Button>
        )}
      </div>
      {one && other && <MergeCustomersDialog customer={one} otherId={other.id} leave={false} onClose={() => setMerging(null)} />}
    </div>
  );
}

function PairRow({ pair, onMerge }: { pair: DuplicatePair; onMerge(): void }) {
  const t = useT();
  const reasonsOf = useReasons();
  const nameOf = useCustomerName();
  const mayWrite = useMay('customers.write');
  const mayMerge = useMayMerge();
  const { keepApart } = useMergeCustomers();
  const [one, other] = pair.customers;
  if (!one || !other) return null;
  const names = { one: nameOf(one), other: nameOf(other) };
  return (
    <li className="border-b border-line-soft py-3">
      <p className="mb-1.5 text-small text-muted">{reasonsOf(pair.reasons)}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <div className="grid min-w-0 flex-1 basis-96 gap-x-4 gap-y-2.5 sm:grid-cols-2">
          <Person customer={one} />
          <Person customer={other} />
        </div>
        {mayWrite && (
          <span className="flex gap-1.5 max-sm:pl-10">
            {mayMerge && <Button onClick={onMerge} aria-label={t('customers.duplicates.mergeBoth', names)}>{t('customers.duplicates.merge')}</Button>}
            <Button tone="plain" onClick={() => void keepApart(one.id, other.id).catch(toastProblem)} aria-label={t('customers.duplicates.apartBoth', names)}>{t('customers.duplicates.apart')}</Button>
          </span>
        )}
      </div>
    </li>
  );
}
