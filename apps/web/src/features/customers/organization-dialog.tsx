import { TextArea, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import type { Organization } from './types.ts';

/** One domain a line; commas, spaces and a leading "@" are forgiven. */
export function readDomains(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).map((domain) => domain.replace(/^@/, '').toLowerCase()).filter(Boolean))];
}

export function OrganizationDialog({ organization, onClose }: { organization: Organization | null; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useEditForm({
    initial: { name: organization?.name ?? '', domains: (organization?.domains ?? []).join('\n'), note: organization?.note ?? '' },
    save: ({ name, domains, note }) => {
      const body = { name: name.trim(), domains: readDomains(domains), note };
      return organization ? api.patch('/api/v1/organizations/{id}', { path: { id: organization.id }, body }) : api.post('/api/v1/organizations', { body });
    },
    onSaved: (saved) => {
      client.setQueryData(['organizations', saved.id], saved);
      void client.invalidateQueries({ queryKey: ['organizations', 'list'] });
      onClose();
      if (!organization) void navigate({ to: '/organizations/$id', params: { id: saved.id } });
    },
    validate: ({ name, domains }) => ({
      name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
      domains: readDomains(domains).every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) ? undefined : t('refusals.invalid_format'),
    }),
  });
  return (
    <FormDialog title={organization ? t('customers.editOrganization.title') : t('customers.addOrganization')} form={form} submitLabel={organization ? t('common.save') : t('customers.create')} onClose={onClose}>
      <TextField label={t('customers.name')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="off" />
      <TextArea label={t('customers.domains')} hint={t('customers.domains.hint')} aside={t('common.optional')} value={form.values.domains} onValueChange={(domains) => form.set('domains', domains)} error={form.errors.domains} rows={3} spellCheck={false} />
      <TextArea label={t('customers.note')} hint={t('customers.note.hint')} aside={t('common.optional')} value={form.values.note} onValueChange={(note) => form.set('note', note)} error={form.errors.note} maxLength={10_000} />
    </FormDialog>
  );
}
