import { Checkbox, Chip, IconButton, Menu, MenuItem, SelectField, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AtSign, Ellipsis, Phone, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useFormats, useT } from '../../lib/i18n.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { offerUndo } from '../../lib/undo.ts';
import { SideSection } from './profile-frame.tsx';
import type { AddressBody, Customer, CustomerAddress } from './types.ts';

function useAddressActions(customer: Customer) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['customers'] });
  return {
    async add(body: AddressBody) {
      await api.post('/api/v1/customers/{id}/addresses', { path: { id: customer.id }, body });
      await refresh();
    },
    async remove(address: CustomerAddress) {
      await api.delete('/api/v1/customers/{id}/addresses/{addressId}', { path: { id: customer.id, addressId: address.id } });
      await refresh();
    },
  };
}

export function AddressesSection({ customer, mayWrite }: { customer: Customer; mayWrite: boolean }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  return (
    <SideSection title={t('customers.addresses')} action={mayWrite && <IconButton label={t('customers.addresses.add')} icon={<Plus />} onClick={() => setAdding(true)} className="-my-1" />}>
      {customer.addresses.length === 0 && <p className="text-faint">{t('customers.addresses.empty')}</p>}
      <ul className="flex flex-col gap-0.5">
        {customer.addresses.map((address) => (
          <AddressLine key={address.id} address={address} customer={customer} mayWrite={mayWrite} />
        ))}
      </ul>
      {adding && <AddressDialog customer={customer} onClose={() => setAdding(false)} />}
    </SideSection>
  );
}

function AddressLine({ address, customer, mayWrite }: { address: CustomerAddress; customer: Customer; mayWrite: boolean }) {
  const t = useT();
  const formats = useFormats();
  const actions = useAddressActions(customer);
  const Icon = address.kind === 'phone' ? Phone : AtSign;

  async function remove() {
    try {
      await actions.remove(address);
      offerUndo(t('customers.addresses.removed', { address: address.address }), () => void actions.add({ kind: address.kind, address: address.address, is_primary: address.is_primary }).catch(toastProblem));
    } catch (error) {
      toastProblem(error);
    }
  }

  return (
    <li className="flex min-h-control items-start gap-2 py-1">
      <Icon aria-label={address.kind === 'phone' ? t('customers.addresses.phone') : t('customers.addresses.email')} className="mt-0.5 size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1">
        <a href={`${address.kind === 'phone' ? 'tel' : 'mailto'}:${address.address}`} className="rounded-sm [overflow-wrap:anywhere] hover:underline">
          {address.address}
        </a>
        {address.is_primary && customer.addresses.some((other) => other.kind === address.kind && other.id !== address.id) && <span className="block text-small text-faint">{t('customers.addresses.primary')}</span>}
        {address.bounced_at && (
          <span className="mt-0.5 block">
            <Chip tone="red" title={t('customers.addresses.bouncedSince', { date: formats.date(new Date(address.bounced_at)) })}>
              {t('customers.addresses.bounced')}
            </Chip>
          </span>
        )}
      </span>
      {mayWrite && (
        <Menu align="end" trigger={<IconButton label={t('customers.addresses.actions', { address: address.address })} icon={<Ellipsis />} className="-my-1" />}>
          <MenuItem icon={<Trash2 />} onSelect={() => void remove()}>{t('customers.addresses.remove')}</MenuItem>
        </Menu>
      )}
    </li>
  );
}

function AddressDialog({ customer, onClose }: { customer: Customer; onClose(): void }) {
  const t = useT();
  const actions = useAddressActions(customer);
  const form = useEditForm({
    initial: { kind: 'email' as 'email' | 'phone', address: '', is_primary: false },
    save: ({ kind, address, is_primary }) => actions.add({ kind, address: address.trim(), ...(is_primary ? { is_primary } : {}) }),
    onSaved: onClose,
    validate: ({ kind, address }) => ({ address: kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim()) ? t('errors.field.invalid_format') : undefined }),
  });
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
        label={form.values.kind === 'email' ? t('customers.addresses.email') : t('customers.addresses.phone')}
        type={form.values.kind === 'email' ? 'email' : 'tel'}
        value={form.values.address}
        onValueChange={(address) => form.set('address', address)}
        error={form.errors.address}
        maxLength={254}
        autoComplete="off"
      />
      {customer.addresses.some(({ kind }) => kind === form.values.kind) && <Checkbox label={t('customers.addresses.makePrimary')} checked={form.values.is_primary} onCheckedChange={(primary) => form.set('is_primary', primary)} />}
    </FormDialog>
  );
}
