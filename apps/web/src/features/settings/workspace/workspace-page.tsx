import { languageNames, languages, isLanguage, type Language } from '@ombud/i18n';
import { Checkbox, SelectField, SkeletonLines, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { useMe } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { SettingsPage } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';
import { TimeZoneField } from '../parts/time-zone-field.tsx';
import type { Workspace } from '../types.ts';
import { CountryField } from './country-field.tsx';
import { SecondFactorRoles } from './second-factor-roles.tsx';

const queryKey = ['workspace'];

export function WorkspacePage() {
  const t = useT();
  const me = useMe();
  const workspace = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get('/api/v1/workspace', { signal }),
    enabled: me.permissions.includes('settings.manage'),
  });
  return (
    <SettingsPage title={t('settings.workspace.title')} lead={t('settings.workspace.lead', { workspace: me.workspace.name })} needs="settings.manage">
      {workspace.data && <WorkspaceForm workspace={workspace.data} />}
      {workspace.data && <SecondFactorRoles workspace={workspace.data} />}
      {workspace.isPending && <SkeletonLines />}
      {workspace.error && !workspace.data && <LoadFailed error={workspace.error} retry={() => void workspace.refetch()} />}
    </SettingsPage>
  );
}

/** Offered waits, in hours; whatever is stored is offered too. */
const waits = [24, 72, 168, 336, 720];

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const t = useT();
  const client = useQueryClient();
  const form = useEditForm({
    initial: {
      name: workspace.name,
      default_language: isLanguage(workspace.default_language) ? workspace.default_language : ('en' as Language),
      time_zone: workspace.time_zone,
      country: workspace.country,
      close_after_hours: String(workspace.close_after_hours),
      time_tracking: workspace.time_tracking,
      account_first: workspace.account_first,
    },
    save: ({ close_after_hours, ...rest }) => {
      return api.patch('/api/v1/workspace', { body: { ...rest, close_after_hours: Number(close_after_hours) } });
    },
    onSaved: (saved) => {
      client.setQueryData(queryKey, saved);
      void client.invalidateQueries({ queryKey: ['me'] });
      toastDone(t('common.saved'));
    },
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  const hours = [...new Set([...waits, workspace.close_after_hours])].sort((one, other) => one - other);

  return (
    <PageForm form={form} className="flex max-w-lg flex-col gap-4">
      <TextField label={t('settings.name')} hint={t('settings.workspace.name.hint')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} />
      <SelectField
        label={t('settings.language')}
        hint={t('settings.workspace.language.hint')}
        value={form.values.default_language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(language) => form.set('default_language', language)}
        error={form.errors.default_language}
      />
      <TimeZoneField hint={t('settings.workspace.timeZone.hint')} value={form.values.time_zone} onChange={(zone) => form.set('time_zone', zone)} error={form.errors.time_zone} />
      <CountryField value={form.values.country} automatic={workspace.country === null ? workspace.phone_country : null} onChange={(country) => form.set('country', country)} error={form.errors.country} />
      <p className="text-muted">
        {t('calendars.elsewhere')} <Link to="/settings/hours" className="rounded-sm text-accent-text underline underline-offset-2">{t('calendars.title')}</Link>
      </p>
      <SelectField
        label={t('settings.workspace.closeAfter')}
        hint={t('settings.workspace.closeAfter.hint')}
        value={form.values.close_after_hours}
        choices={hours.map((count) => ({ value: String(count), label: count % 24 === 0 && count > 24 ? t('settings.days', { count: count / 24 }) : t('settings.hours', { count }) }))}
        onChange={(count) => form.set('close_after_hours', count)}
        error={form.errors.close_after_hours}
      />
      <Checkbox label={t('base.setting.first')} hint={t('base.setting.first.hint')} checked={form.values.account_first} onCheckedChange={(on) => form.set('account_first', on)} />
      <Checkbox label={t('work.setting.time')} hint={t('work.setting.time.hint')} checked={form.values.time_tracking} onCheckedChange={(on) => form.set('time_tracking', on)} />
      <FormActions form={form} />
    </PageForm>
  );
}
