import { Avatar, Chip, SkeletonLines } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { api, type Body } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { AccountNames } from '../../customers/base/account-names.tsx';
import { customerOptions, type Customer } from '../store/people.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { TicketDetail } from '../store/types.ts';
import { useLanguageName } from '../store/use-language-name.ts';
import { nameOf } from '../store/words.ts';
import { Card, Properties } from './card.tsx';
import { InPlace } from './in-place.tsx';
import { LanguagePicker } from './language-picker.tsx';

/** Whom it is about: names, ways to reach them and which of these fail; each changed where it stands. */
export function CustomerCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const language = useLanguageName();
  const may = useMay('customers.write');
  const { data: customer, isPending } = useQuery(customerOptions(ticket.requester.id));
  const save = useSaveCustomer(ticket);
  const addresses = customer?.addresses ?? [];
  const empty = <span className="text-faint">{t('fields.empty')}</span>;
  const hasPhone = addresses.some(({ kind }) => kind === 'phone');
  return (
    <Card id="customer" title={t('tickets.card.customer')} aside={<Link to="/customers/$id" params={{ id: ticket.requester.id }} className="rounded-sm text-accent-text underline-offset-2 hover:underline">{t('common.open')}</Link>}>
      <div className="flex items-center gap-2.5 pb-1.5">
        <Avatar name={nameOf(ticket.requester)} size="medium" />
        <div className="min-w-0 flex-1">
          <div className="flex font-strong">
            {customer && may ? <InPlace label={t('work.customer.name')} value={customer.name} shown={<span className="truncate">{nameOf(ticket.requester)}</span>} shownEmpty={nameOf(ticket.requester)} maxLength={200} field="name" className="!h-6 font-strong" onSave={(name) => save(customer, { name })} /> : <span className="truncate">{nameOf(ticket.requester)}</span>}
          </div>
          {customer?.organization && <Link to="/organizations/$id" params={{ id: customer.organization.id }} className="block truncate text-small text-muted underline-offset-2 hover:underline">{customer.organization.name}</Link>}
        </div>
        {customer?.kind === 'employee' && <Chip className="ml-auto">{t('tickets.customer.employee')}</Chip>}
      </div>
      {isPending && <SkeletonLines count={2} className="py-1" />}
      {customer && (
        <Properties
          rows={[
            ...addresses.map((address) => ({
              label: t(address.kind === 'email' ? 'tickets.customer.email' : 'tickets.customer.phone'),
              value: <Reach customer={customer} address={address} may={may} />,
            })),
            ...(may && !hasPhone ? [{ label: t('tickets.customer.phone'), value: <PhoneInPlace customer={customer} address={null} shown={empty} /> }] : []),
            ...(customer.account ? [{ label: t('base.account'), value: <AccountNames account={customer.account} /> }] : []),
            ...(may ? [{ label: t('tickets.field.language'), value: <LanguagePicker value={customer.language} onChange={(next) => void save(customer, { language: next }).catch((error: unknown) => toastProblem(error))} /> }] : customer.language ? [{ label: t('tickets.field.language'), value: language(customer.language) }] : []),
            ...(may && !customer.note ? [{ label: t('work.customer.note'), value: <InPlace label={t('work.customer.note')} value="" shown={empty} several maxLength={10_000} field="note" onSave={(note) => save(customer, { note })} /> }] : []),
          ]}
        />
      )}
      {customer?.note && (
        <div className="mt-1.5 rounded-md bg-note px-2.5 py-1.5 text-small text-note-text">
          {may ? (
            <InPlace label={t('work.customer.note')} value={customer.note} shown={<span className="line-clamp-4 whitespace-pre-wrap">{customer.note}</span>} several maxLength={10_000} field="note" className="!h-auto w-full !items-start" onSave={(note) => save(customer, { note })} />
          ) : (
            <p className="m-0 line-clamp-4 whitespace-pre-wrap">{customer.note}</p>
          )}
        </div>
      )}
    </Card>
  );
}

function useSaveCustomer({ number }: TicketDetail) {
  const client = useQueryClient();
  return async (customer: Customer, patch: Body<'/api/v1/customers/{id}', 'patch'>) => {
    const saved = await api.patch('/api/v1/customers/{id}', { path: { id: customer.id }, body: patch });
    client.setQueryData(customerOptions(customer.id).queryKey, saved);
    // The name stands on the ticket as well.
    if (patch.name !== undefined) void client.invalidateQueries({ queryKey: ticketKeys.detail(number) });
  };
}

type Address = Customer['addresses'][number];

function Reach({ customer, address, may }: { customer: Customer; address: Address; may: boolean }) {
  const t = useT();
  const isPhone = address.kind === 'phone';
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.5">
      <a href={`${isPhone ? 'tel' : 'mailto'}:${address.address}`} title={address.address} className="truncate text-text underline-offset-2 hover:underline">{address.shown}</a>
      {address.bounced_at && <Chip tone="red" title={t('tickets.customer.bouncedHint')} className="shrink-0">{t('tickets.customer.bounced')}</Chip>}
      {isPhone && may && <PhoneInPlace customer={customer} address={address} shown={<Pencil aria-hidden className="size-3.5 text-faint" />} />}
    </span>
  );
}

/** A number is added, changed (the new one first, so that none is lost), or taken away by emptying it. */
function PhoneInPlace({ customer, address, shown }: { customer: Customer; address: Address | null; shown: ReactNode }) {
  const t = useT();
  const client = useQueryClient();
  async function change(next: string) {
    if (next !== '') await api.post('/api/v1/customers/{id}/addresses', { path: { id: customer.id }, body: { kind: 'phone', address: next, ...(address && { is_primary: address.is_primary }) } });
    if (address) await api.delete('/api/v1/customers/{id}/addresses/{addressId}', { path: { id: customer.id, addressId: address.id } });
    await client.invalidateQueries({ queryKey: customerOptions(customer.id).queryKey });
  }
  return <InPlace label={t('tickets.customer.phone')} type="tel" value={address?.shown ?? ''} shown={shown} maxLength={60} field="address" onSave={change} />;
}
