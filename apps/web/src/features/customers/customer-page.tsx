import { Button, Chip, IconButton, Menu, MenuItem } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { Ellipsis, Merge, Pencil, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { BrandDot } from '../../lib/brand-dot.tsx';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useCommands } from '../../lib/keys/index.ts';
import { useLanguageName } from '../../lib/language-choices.ts';
import { useMay, useMe } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { RouteCrash, RoutePending } from '../../shell/route-states.tsx';
import { NewTicketDialog } from '../tickets/index.ts';
import { AccountSections } from './base/account-sections.tsx';
import { AddressesSection } from './addresses.tsx';
import { MailAddress } from './mail-address.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { useCustomerName } from './customer-names.ts';
import { customerQuery } from './customer-queries.ts';
import { CustomerPromises } from './customer-promises.tsx';
import { CustomerTickets } from './customer-tickets.tsx';
import { DuplicatesSection } from './duplicates.tsx';
import { MergeCustomersDialog } from './merge-dialog.tsx';
import { MergedSection } from './merged-section.tsx';
import { Facts, ProfileFrame, SideSection } from './profile-frame.tsx';
import type { Customer } from './types.ts';

const route = getRouteApi('/signed-in/customers/$id');

export function CustomerPage() {
  const { id } = route.useParams();
  const customer = useQuery(customerQuery(id));
  // A merged customer's address leads to the page that stayed, unless what is known of that is out of date.
  if (customer.data && customer.data.id !== id) return customer.isFetching ? <RoutePending /> : <Navigate to="/customers/$id" params={{ id: customer.data.id }} replace />;
  if (customer.data) return <CustomerProfile key={customer.data.id} customer={customer.data} />;
  if (customer.error) return <RouteCrash error={customer.error} reset={() => void customer.refetch()} />;
  return <RoutePending />;
}

function CustomerProfile({ customer }: { customer: Customer }) {
  const t = useT();
  const formats = useFormats();
  const nameOf = useCustomerName();
  const languageName = useLanguageName();
  const mayWrite = useMay('customers.write');
  const mayMerge = useMe().all_brands && mayWrite;
  const [editing, setEditing] = useState(false);
  const [merging, setMerging] = useState(false);
  const mayOpen = useMay('tickets.write');
  const [opening, setOpening] = useState(false);
  const name = nameOf(customer);
  useTitle(name);
  useCommands([
    { id: 'ticket.new', label: 'tickets.new.open', group: 'general', icon: <Plus />, keys: ['c'], leadsToField: true, enabled: mayOpen, run: () => setOpening(true) },
    { id: 'customer.edit', label: 'customers.edit.title', group: 'ticket', icon: <Pencil />, enabled: mayWrite, run: () => setEditing(true) },
    { id: 'customer.merge', label: 'customers.merge', group: 'ticket', icon: <Merge />, enabled: mayMerge, run: () => setMerging(true) },
  ]);

  return (
    <ProfileFrame
      name={name}
      sub={
        <>
          {customer.kind === 'employee' && <Chip>{t('customers.kind.employee')}</Chip>}
          {customer.organization && (
            <Link to="/organizations/$id" params={{ id: customer.organization.id }} className="rounded-sm py-0.5 text-accent-text hover:underline">
              {customer.organization.name}
            </Link>
          )}
          {customer.name && customer.email && <span className="[overflow-wrap:anywhere]"><MailAddress address={customer.email} /></span>}
        </>
      }
      actions={
        mayWrite && (
          <span className="flex items-center gap-1.5">
            {mayOpen && <Button icon={<Plus className="size-4" />} onClick={() => setOpening(true)}>{t('tickets.new.open')}</Button>}
            <Button icon={<Pencil className="size-4" />} onClick={() => setEditing(true)}>{t('customers.edit')}</Button>
            {mayMerge && (
              <Menu align="end" trigger={<IconButton label={t('customers.more')} icon={<Ellipsis />} />}>
                <MenuItem icon={<Merge />} onSelect={() => setMerging(true)}>{t('customers.merge')}</MenuItem>
              </Menu>
            )}
          </span>
        )
      }
      aside={
        <>
          <AddressesSection customer={customer} mayWrite={mayWrite} />
          <AccountSections of={{ kind: 'customer', id: customer.id }} name={name} account={customer.account} next={customer.next_contact} />
          <SideSection title={t('customers.about')}>
            <Facts
              facts={[
                { label: t('customers.kind'), value: t(`customers.kind.${customer.kind}`) },
                { label: t('customers.language'), value: customer.language ? languageName(customer.language) : t('customers.language.unknown') },
                { label: t('customers.since'), value: formats.date(new Date(customer.created_at)) },
                {
                  label: t('customers.brands'),
                  value: customer.brands.map((brand) => (
                    <span key={brand.id} className="flex items-center gap-1.5">
                      <BrandDot color={brand.color} />
                      {brand.name}
                    </span>
                  )),
                },
              ]}
            />
          </SideSection>
          <SideSection title={t('customers.note')}>
            <p className={customer.note ? 'rounded-lg bg-note px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]' : 'text-faint'}>{customer.note || t('customers.note.empty')}</p>
          </SideSection>
          <MergedSection customer={customer} mayMerge={mayMerge} />
        </>
      }
    >
      <DuplicatesSection customer={customer} />
      <CustomerPromises customerId={customer.id} />
      <CustomerTickets customerId={customer.id} />
      {merging && <MergeCustomersDialog customer={customer} leave onClose={() => setMerging(false)} />}
      <Suspense>{opening && <NewTicketDialog customer={customer} onClose={() => setOpening(false)} />}</Suspense>
      {editing && <CustomerDialog customer={customer} onClose={() => setEditing(false)} />}
    </ProfileFrame>
  );
}
