import { Chip, cx, IconButton, Menu, MenuItem } from '@ombud/ui';
import { AtSign, Ellipsis, Phone, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { offerUndo } from '../../lib/undo.ts';
import { AddressDialog } from './address-dialog.tsx';
import { MailAddress } from './mail-address.tsx';
import { SideSection } from './profile-frame.tsx';
import { useAddressActions } from './use-address-actions.ts';
import type { Customer, CustomerAddress } from './types.ts';

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
  const merged = customer.merged.find(({ id, name }) => id === address.merged_from && name !== '');

  async function remove() {
    try {
      await actions.remove(address);
      offerUndo(t('customers.addresses.removed', { address: address.shown }), () => void actions.add({ kind: address.kind, address: address.address, is_primary: address.is_primary }, address.merged_from ?? customer.id).catch(toastProblem));
    } catch (error) {
      toastProblem(error);
    }
  }

  return (
    <li className="flex min-h-control items-start gap-2 py-1">
      <Icon aria-label={address.kind === 'phone' ? t('customers.addresses.phone') : t('customers.addresses.email')} className="mt-0.5 size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1">
        <a href={`${address.kind === 'phone' ? 'tel' : 'mailto'}:${address.address}`} className={cx('rounded-sm [overflow-wrap:anywhere] hover:underline', address.kind === 'phone' && 'tabular')}>
          <MailAddress address={address.shown} />
        </a>
        {merged && <span className="block text-small text-faint">{t('customers.merged.address', { name: merged.name })}</span>}
        {address.doubtful && (
          <span className="mt-0.5 block">
            <Chip tone="amber" title={t('customers.addresses.doubtful.hint')}>
              {t('customers.addresses.doubtful')}
            </Chip>
          </span>
        )}
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
        <Menu align="end" trigger={<IconButton label={t('customers.addresses.actions', { address: address.shown })} icon={<Ellipsis />} className="-my-1" />}>
          <MenuItem icon={<Trash2 />} onSelect={() => void remove()}>{t('customers.addresses.remove')}</MenuItem>
        </Menu>
      )}
    </li>
  );
}
