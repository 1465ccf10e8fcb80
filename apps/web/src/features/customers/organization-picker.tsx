import { Combobox, type Choice } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { organizationPages } from './customer-queries.ts';

/** Found by typing; the server searches, because there may be thousands. */
export function OrganizationPicker({ value, onChange }: { value: Choice | null; onChange(value: Choice | null): void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const query = useInfiniteQuery(organizationPages({ q: typed.trim() && typed !== value?.label ? typed.trim() : undefined }));
  const choices = query.data?.pages[0]?.items.map(({ id, name, domains }) => ({ value: String(id), label: name, hint: domains.join(', ') || undefined })) ?? [];
  return <Combobox value={value} choices={choices} onSearch={setTyped} onChange={onChange} placeholder={t('customers.organization.find')} />;
}
