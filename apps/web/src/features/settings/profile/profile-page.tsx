import { languageNames, languages, isLanguage, type Language } from '@ombud/i18n';
import { SelectField, TextArea, TextField } from '@ombud/ui';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe, useSaveMe } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { placeholders } from '../../tickets/macros/index.ts';
import { SettingsPage, Section } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';
import { TimeZoneField } from '../parts/time-zone-field.tsx';

export function ProfilePage() {
  const t = useT();
  return (
    <SettingsPage title={t('settings.profile.title')} lead={t('settings.profile.lead')}>
      <ProfileForm />
    </SettingsPage>
  );
}

function ProfileForm() {
  const t = useT();
  const formats = useFormats();
  const { agent } = useMe();
  const save = useSaveMe();
  const form = useEditForm({
    initial: {
      name: agent.name,
      language: isLanguage(agent.language) ? agent.language : ('en' as Language),
      time_zone: agent.time_zone,
      signature: agent.signature,
    },
    save: (values) => save(values),
    onSaved: () => toastDone(t('common.saved')),
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <Section title={t('settings.profile.you')}>
      <PageForm form={form} className="flex max-w-lg flex-col gap-4">
        <TextField label={t('settings.profile.name')} hint={t('settings.profile.name.hint')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} autoComplete="name" maxLength={200} />
        <TextField label={t('settings.email')} hint={t('settings.profile.email.hint')} value={agent.email} readOnly />
        <SelectField
          label={t('settings.language')}
          hint={t('settings.profile.language.hint')}
          value={form.values.language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(language) => form.set('language', language)}
          error={form.errors.language}
        />
        <TimeZoneField hint={t('settings.profile.timeZone.hint')} value={form.values.time_zone} onChange={(zone) => form.set('time_zone', zone)} error={form.errors.time_zone} />
        <TextArea label={t('settings.profile.signature')} hint={t('settings.profile.signature.hint', { placeholders: formats.list(placeholders.map((name) => `{{${name}}}`)) })} value={form.values.signature} onValueChange={(signature) => form.set('signature', signature)} error={form.errors.signature} maxLength={5_000} />
        <FormActions form={form} />
      </PageForm>
    </Section>
  );
}
