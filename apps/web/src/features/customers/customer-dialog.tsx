import { Field, SelectField, TextArea, TextField, type Choice } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { useLanguageChoices } from '../../lib/language-choices.ts';
import { OwnerLink, useOwnerText } from './address-dialog.tsx';
import { OrganizationPicker } from './organization-picker.tsx';
import type { AddressBody, Customer, CustomerPatch } from './types.ts';

const unknown = 'unknown';

interface CustomerValues {
  name: string;
  email: string;
  phone: string;
  kind: Customer['kind'];
  language: string;
  organization: Choice | null;
  note: string;
}

/** A new customer, or the facts about one; addresses of an existing one are changed on the page itself. */
export function CustomerDialog({ customer, onClose }: { customer: Customer | null; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const ownerText = useOwnerText();
  const languages = useLanguageChoices(customer?.language);
  const form = useEditForm<CustomerValues, Customer>({
    initial: {
      name: customer?.name ?? '',
      email: '',
      phone: '',
      kind: customer?.kind ?? 'external',
      language: customer?.language ?? unknown,
      organization: customer?.organization ? { value: String(customer.organization.id), label: customer.organization.name } : null,
      note: customer?.note ?? '',
    },
    save: ({ name, email, phone, kind, language, organization, note }) => {
      const facts: CustomerPatch = { name: name.trim(), kind, language: language === unknown ? null : language, organization: organization ? Number(organization.value) : null, note };
      if (customer) return api.patch('/api/v1/customers/{id}', { path: { id: customer.id }, body: facts });
      return api.post('/api/v1/customers', { body: { ...facts, name: name.trim(), addresses: addressesOf({ email, phone }) } });
    },
    onSaved: (saved) => {
      client.setQueryData(['customers', saved.id], saved);
      void client.invalidateQueries({ queryKey: ['customers', 'list'] });
      onClose();
      if (!customer) void navigate({ to: '/customers/$id', params: { id: saved.id } });
    },
    validate: ({ name, email }) => ({
      name: !customer && name.trim() === '' ? t('refusals.invalid_type') : undefined,
      email: email.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : t('refusals.invalid_format'),
    }),
  });
  // The server names what it refused by its place in the list.
  const placeOf = (kind: AddressBody['kind']) => `addresses.${addressesOf(form.values).findIndex((address) => address.kind === kind)}.address`;
  const errorOf = (kind: AddressBody['kind']) => ownerText(form.refused.filter(({ field }) => field === placeOf(kind))) ?? form.errors[placeOf(kind)];
  const owner = form.refused.find((problem) => problem.customer)?.customer;
  return (
    <FormDialog title={customer ? t('customers.edit.title') : t('customers.add')} form={form} submitLabel={customer ? t('common.save') : t('customers.create')} onClose={onClose}>
      <TextField label={t('customers.name')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="off" />
      {!customer && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label={t('customers.addresses.email')} aside={t('common.optional')} type="email" value={form.values.email} onValueChange={(email) => form.set('email', email)} error={form.errors.email ?? errorOf('email')} maxLength={254} autoComplete="off" />
          <TextField label={t('customers.addresses.phone')} aside={t('common.optional')} type="tel" value={form.values.phone} onValueChange={(phone) => form.set('phone', phone)} error={errorOf('phone')} maxLength={60} autoComplete="off" />
        </div>
      )}
      {owner && <div className="-mt-2"><OwnerLink owner={owner} /></div>}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('customers.kind')}
          value={form.values.kind}
          choices={[
            { value: 'external', label: t('customers.kind.external') },
            { value: 'employee', label: t('customers.kind.employee') },
          ]}
          onChange={(kind) => form.set('kind', kind)}
          error={form.errors.kind}
        />
        <SelectField label={t('customers.language')} value={form.values.language} choices={[{ value: unknown, label: t('customers.language.unknown') }, ...languages]} onChange={(language) => form.set('language', language)} error={form.errors.language} />
      </div>
      <Field label={t('customers.organization')} aside={t('common.optional')} error={form.errors.organization}>
        <OrganizationPicker value={form.values.organization} onChange={(organization) => form.set('organization', organization)} />
      </Field>
      <TextArea label={t('customers.note')} hint={t('customers.note.hint')} aside={t('common.optional')} value={form.values.note} onValueChange={(note) => form.set('note', note)} error={form.errors.note} maxLength={10_000} />
    </FormDialog>
  );
}

function addressesOf({ email, phone }: Pick<CustomerValues, 'email' | 'phone'>): AddressBody[] {
  return [
    ...(email.trim() === '' ? [] : [{ kind: 'email' as const, address: email.trim() }]),
    ...(phone.trim() === '' ? [] : [{ kind: 'phone' as const, address: phone.trim() }]),
  ];
}
