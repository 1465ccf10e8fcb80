import { Avatar, IconButton, Menu, MenuItem } from '@ombud/ui';
import { Ellipsis, Split } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { useCustomerName } from './customer-names.ts';
import { SideSection } from './profile-frame.tsx';
import type { Customer } from './types.ts';
import { useMergeCustomers } from './use-merge-customers.ts';

/** Customers who are this person too, each with the notes that they brought; says nothing when there is none. */
export function MergedSection({ customer, mayMerge }: { customer: Customer; mayMerge: boolean }) {
  const t = useT();
  const formats = useFormats();
  const nameOf = useCustomerName();
  const { unmerge } = useMergeCustomers();
  if (customer.merged.length === 0) return null;
  return (
    <SideSection title={t('customers.merged')}>
      <ul className="flex flex-col gap-2">
        {customer.merged.map((merged) => {
          const email = customer.addresses.find(({ merged_from, kind }) => merged_from === merged.id && kind === 'email')?.address ?? null;
          const name = nameOf({ name: merged.name, email });
          return (
            <li key={merged.id}>
              <div className="flex items-start gap-2.5">
                <Avatar name={name} size="small" className="mt-0.5" />
                <span className="min-w-0 flex-1">
                  <span className="block [overflow-wrap:anywhere]">{name}</span>
                  <span className="block text-small text-faint">{t('customers.merged.since', { date: formats.date(new Date(merged.merged_at)) })}</span>
                </span>
                {mayMerge && (
                  <Menu align="end" trigger={<IconButton label={t('customers.addresses.actions', { address: name })} icon={<Ellipsis />} className="-my-1" />}>
                    <MenuItem icon={<Split />} onSelect={() => void unmerge(merged.id, customer.id).catch(toastProblem)}>{t('customers.merged.unmerge')}</MenuItem>
                  </Menu>
                )}
              </div>
              {merged.note && <p className="mt-1.5 rounded-lg bg-note px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]">{merged.note}</p>}
            </li>
          );
        })}
      </ul>
    </SideSection>
  );
}
