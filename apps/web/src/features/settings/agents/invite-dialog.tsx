import { isLanguage, languageNames, languages, type Language } from '@ombud/i18n';
import { Field, MultiCombobox, SelectField, TextField, type Choice } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { listOf, useCreate } from '../../../lib/resource.ts';
import { useMe } from '../../../lib/session.ts';
import type { NewInvitation } from '../types.ts';
import { BrandsFields, brandsBody, lacksBrands, RoleField, type Rights } from './brands-and-role.tsx';

interface InviteValues extends Rights {
  email: string;
  language: Language;
  teams: string[];
}

export function InviteDialog({ onInvited, onClose }: { onInvited(invitation: NewInvitation): void; onClose(): void }) {
  const t = useT();
  const { workspace, brands } = useMe();
  const teams = useQuery(listOf('teams', { show: 'active' }));
  const create = useCreate('invitations');
  const form = useEditForm<InviteValues, NewInvitation>({
    initial: {
      email: '',
      role: 'agent',
      language: isLanguage(workspace.default_language) ? workspace.default_language : 'en',
      all_brands: brands.length < 2,
      brands: [],
      teams: [],
    },
    save: (values) => create({ email: values.email.trim(), role: values.role, language: values.language, teams: values.role === 'client' ? [] : values.teams.map(Number), ...brandsBody(values) }),
    onSaved: onInvited,
    validate: ({ email, ...rights }) => ({
      email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : t('settings.email.wrong'),
      brands: lacksBrands(rights) ? t('refusals.invalid_type') : undefined,
    }),
  });
  const teamChoices: Choice[] = (teams.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <FormDialog title={t('people.invite')} description={t('people.invite.text')} form={form} submitLabel={t('people.invite.submit')} onClose={onClose}>
      <TextField label={t('settings.email')} hint={t('settings.agents.invite.email.hint')} type="email" inputMode="email" value={form.values.email} onValueChange={(email) => form.set('email', email)} error={form.errors.email} maxLength={254} autoComplete="off" />
      <RoleField form={form} />
      <SelectField label={t('settings.language')} hint={t('people.invite.language.hint')} value={form.values.language} choices={languages.map((value) => ({ value, label: languageNames[value] }))} onChange={(language) => form.set('language', language)} error={form.errors.language} />
      {form.values.role !== 'client' && teamChoices.length > 0 && (
        <Field label={t('settings.teams.title')} hint={t('settings.agents.invite.teams.hint')} aside={t('common.optional')} error={form.errors.teams}>
          <MultiCombobox value={teamChoices.filter(({ value }) => form.values.teams.includes(value))} choices={teamChoices} onChange={(chosen) => form.set('teams', chosen.map(({ value }) => value))} />
        </Field>
      )}
      <BrandsFields form={form} />
    </FormDialog>
  );
}
