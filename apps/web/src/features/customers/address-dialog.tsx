import { Button, Checkbox, SelectField, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useT, useTranslator } from '../../lib/i18n.ts';
import type { FieldProblem } from '../../lib/problem.ts';
import { useMe } from '../../lib/session.ts';
import { useCustomerName } from './customer-names.ts';
import { MergeCustomersDialog } from './merge-dialog.tsx';
import type { Customer } from './types.ts';
import { useAddressActions } from './use-address-actions.ts';

export function AddressDialog({ customer, onClose }: { customer: Customer; onClose(): void }) {
  const t = useT();
  const hint = usePhoneHint();
  const ownerText = useOwnerText();
  const mayMerge = useMe().all_brands;
  const actions = useAddressActions(customer);
  const [mergingWith, setMergingWith] = useState<number | null>(null);
  const form = useEditForm({
    initial: { kind: 'email' as 'email' | 'phone', address: '', is_primary: false },
    save: ({ kind, address, is_primary }) => actions.add({ kind, address: address.trim(), ...(is_primary ? { is_primary } : {}) }),
    onSaved: onClose,
    validate: ({ kind, address }) => ({
      address: address.trim() === '' ? t('refusals.invalid_type') : kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim()) ? t('refusals.invalid_format') : undefined,
    }),
  });
  const owner = form.refused.find((problem) => problem.customer)?.customer;
  if (mergingWith !== null) return <MergeCustomersDialog customer={customer} otherId={mergingWith} leave onClose={onClose} />;
  const isPhone = form.values.kind === 'phone';
  return (
    <FormDialog title={t('customers.addresses.add')} form={form} submitLabel={t('customers.create')} onClose={onClose}>
      <SelectField
        label={t('customers.kind')}
        value={form.values.kind}
        choices={[
          { value: 'email', label: t('customers.addresses.email') },
          { value: 'phone', label: t('customers.addresses.phone') },
        ]}
        onChange={(kind) => form.set('kind', kind)}
      />
      <TextField
        label={isPhone ? t('customers.addresses.phone') : t('customers.addresses.email')}
        hint={isPhone ? hint : undefined}
        type={isPhone ? 'tel' : 'email'}
        value={form.values.address}
        onValueChange={(address) => form.set('address', address)}
        error={ownerText(form.refused) ?? form.errors.address}
        maxLength={isPhone ? 60 : 254}
        autoComplete="off"
      />
      {owner && (
        <div className="-mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <OwnerLink owner={owner} />
          {mayMerge && <Button onClick={() => setMergingWith(owner.id)}>{t('customers.addresses.mergeOwner')}</Button>}
        </div>
      )}
      {customer.addresses.some(({ kind }) => kind === form.values.kind) && <Checkbox label={t('customers.addresses.makePrimary')} checked={form.values.is_primary} onCheckedChange={(primary) => form.set('is_primary', primary)} />}
    </FormDialog>
  );
}

export function OwnerLink({ owner }: { owner: { id: number; name: string } }) {
  const t = useT();
  const nameOf = useCustomerName();
  return (
    <Link to="/customers/$id" params={{ id: owner.id }} className="rounded-sm py-0.5 text-accent-text hover:underline">
      {t('customers.addresses.openOwner', { name: nameOf({ name: owner.name, email: null }) })}
    </Link>
  );
}

/** Who has an address already, by name where one may see them. */
export function useOwnerText(): (refused: readonly FieldProblem[]) => string | undefined {
  const t = useT();
  const nameOf = useCustomerName();
  return (refused) => {
    const taken = refused.find(({ code }) => code === 'already_exists');
    if (!taken) return undefined;
    return taken.customer ? t('customers.addresses.takenBy', { name: nameOf({ name: taken.customer.name, email: null }) }) : t('customers.addresses.taken');
  };
}

/** In which country a number without a code is dialled. */
function usePhoneHint(): string {
  const t = useT();
  const { language } = useTranslator();
  const { data } = useQuery({ queryKey: ['workspace'], queryFn: ({ signal }) => api.get('/api/v1/workspace', { signal }) });
  const country = data?.phone_country;
  return country ? t('customers.addresses.phone.hint', { country: new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country }) : t('customers.addresses.phone.hintAbroad');
}
