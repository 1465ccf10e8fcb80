import { Field, MultiCombobox, SelectField, SkeletonLines, Switch, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useLanguageChoices } from '../../../lib/language-choices.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { listOf, useUpdate } from '../../../lib/resource.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { SettingsPage, Section } from '../parts/page.tsx';
import { useCalendarName } from '../calendars/calendar-words.ts';
import { PageForm } from '../parts/page-form.tsx';
import type { Brand } from '../types.ts';
import { BrandTextsSection } from './brand-texts.tsx';
import { ColorField } from './color-field.tsx';

const route = getRouteApi('/signed-in/settings/brands/$id');

export function BrandPage() {
  const t = useT();
  const { id } = route.useParams();
  const brand = useQuery({ queryKey: ['brands', id], queryFn: ({ signal }) => api.get('/api/v1/brands/{id}', { path: { id }, signal }) });
  return (
    <SettingsPage
      title={brand.data?.name ?? t('settings.brands.title')}
      lead={t('settings.brands.one.lead')}
      needs="settings.manage"
      back={
        <Link to="/settings/brands" className="mb-3 inline-flex min-h-target items-center gap-1.5 rounded-sm text-muted hover:text-text">
          <ArrowLeft aria-hidden className="size-4" />
          {t('settings.brands.title')}
        </Link>
      }
    >
      {brand.data && (
        <div key={brand.data.id}>
          <BrandForm brand={brand.data} />
          <AcknowledgeSwitch brand={brand.data} />
          <BrandTextsSection brand={brand.data} />
        </div>
      )}
      {brand.isPending && <SkeletonLines />}
      {brand.error && !brand.data && <LoadFailed error={brand.error} retry={() => void brand.refetch()} />}
    </SettingsPage>
  );
}

function BrandForm({ brand }: { brand: Brand }) {
  const t = useT();
  const update = useUpdate('brands');
  const choices = useLanguageChoices(brand.default_language);
  const calendars = useQuery(listOf('calendars'));
  const teams = useQuery(listOf('teams', { show: 'all' }));
  const teamChoices = (teams.data ?? []).map(({ id, name, archived }) => ({ value: String(id), label: name, archived }));
  const calendarName = useCalendarName();
  const form = useEditForm({
    initial: { name: brand.name, from_name: brand.from_name, default_language: brand.default_language, color: brand.color, calendar: brand.calendar === null ? 'default' : String(brand.calendar), teams: (brand.teams ?? []).map(String) },
    save: ({ calendar, teams: chosen, ...values }) => update(brand.id, { ...values, calendar: calendar === 'default' ? null : Number(calendar), teams: chosen.length === 0 ? null : chosen.map(Number) }),
    onSaved: () => toastDone(t('common.saved')),
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <Section title={t('settings.brands.details')}>
      <PageForm form={form} className="flex max-w-lg flex-col gap-4">
        <TextField label={t('settings.name')} hint={t('settings.brands.name.hint')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="off" />
        <TextField label={t('settings.brands.fromName')} hint={t('settings.brands.fromName.hint')} aside={t('common.optional')} placeholder={form.values.name} value={form.values.from_name} onValueChange={(name) => form.set('from_name', name)} error={form.errors.from_name} maxLength={200} autoComplete="off" />
        <SelectField label={t('settings.language')} hint={t('settings.brands.language.hint')} value={form.values.default_language} choices={choices} onChange={(language) => form.set('default_language', language)} error={form.errors.default_language} />
        <SelectField
          label={t('calendars.title')}
          hint={t('calendars.brand.hint')}
          value={form.values.calendar}
          choices={[{ value: 'default', label: t('calendars.brand.default') }, ...(calendars.data ?? []).map((calendar) => ({ value: String(calendar.id), label: calendarName(calendar) }))]}
          onChange={(calendar) => form.set('calendar', calendar)}
          error={form.errors.calendar}
        />
        <Field label={t('settings.brands.teams')} hint={t('settings.brands.teams.hint')} aside={t('common.optional')} error={form.errors.teams}>
          <MultiCombobox
            value={form.values.teams.map((id) => teamChoices.find(({ value }) => value === id) ?? { value: id, label: `#${id}` })}
            choices={teamChoices.filter(({ value, archived }) => !archived || form.values.teams.includes(value))}
            onChange={(chosen) => form.set('teams', chosen.map(({ value }) => value))}
            placeholder={t('settings.brands.teams.placeholder')}
          />
        </Field>
        <ColorField value={form.values.color} onChange={(color) => form.set('color', color)} error={form.errors.color} />
        <FormActions form={form} />
      </PageForm>
    </Section>
  );
}

function AcknowledgeSwitch({ brand }: { brand: Brand }) {
  const t = useT();
  const update = useUpdate('brands');
  return (
    <Section title={t('settings.brands.acknowledgement')}>
      <Switch
        label={t('settings.brands.acknowledge')}
        hint={t('settings.brands.acknowledge.hint')}
        checked={brand.acknowledge}
        onCheckedChange={(acknowledge) => void update(brand.id, { acknowledge }).catch(toastProblem)}
      />
    </Section>
  );
}
