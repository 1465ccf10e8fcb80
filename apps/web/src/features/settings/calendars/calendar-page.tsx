import { cx, SkeletonLines, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { useUpdate } from '../../../lib/resource.ts';
import { useMay } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { PageForm } from '../parts/page-form.tsx';
import { Section, SettingsPage } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { TimeZoneField } from '../parts/time-zone-field.tsx';
import { inOrder, officeWeek, WeekHoursField } from '../parts/week-hours-field.tsx';
import { useCalendarName, type Calendar } from './calendar-words.ts';
import { ExceptionsField } from './exceptions-field.tsx';
import { HolidaysField } from './holidays-field.tsx';
import { PreviewSection } from './preview-section.tsx';

const route = getRouteApi('/signed-in/settings/hours/$id');

export function CalendarPage() {
  const t = useT();
  const { id } = route.useParams();
  const nameOf = useCalendarName();
  const enabled = useMay('settings.manage');
  const calendar = useQuery({ enabled, queryKey: ['calendars', id], queryFn: ({ signal }) => api.get('/api/v1/calendars/{id}', { path: { id }, signal }) });
  const workspace = useQuery({ enabled, queryKey: ['workspace'], queryFn: ({ signal }) => api.get('/api/v1/workspace', { signal }) });
  return (
    <SettingsPage
      title={calendar.data ? nameOf(calendar.data) : t('calendars.title')}
      lead={calendar.data?.is_default ? t('calendars.one.lead.default') : t('calendars.one.lead')}
      needs="settings.manage"
      back={
        <Link to="/settings/hours" className="mb-3 inline-flex min-h-target items-center gap-1.5 rounded-sm text-muted hover:text-text">
          <ArrowLeft aria-hidden className="size-4" />
          {t('calendars.title')}
        </Link>
      }
    >
      {calendar.data && workspace.data && <CalendarForm key={calendar.data.id} calendar={calendar.data} workspaceZone={workspace.data.time_zone} workspaceCountry={workspace.data.phone_country} />}
      {(calendar.isLoading || workspace.isLoading) && <SkeletonLines />}
      {calendar.error && !calendar.data && <LoadFailed error={calendar.error} retry={() => void calendar.refetch()} />}
    </SettingsPage>
  );
}

function CalendarForm({ calendar, workspaceZone, workspaceCountry }: { calendar: Calendar; workspaceZone: string; workspaceCountry: string | null }) {
  const t = useT();
  const update = useUpdate('calendars');
  const form = useEditForm({
    initial: { name: calendar.name, time_zone: calendar.time_zone, week: calendar.week, holidays: calendar.holidays, exceptions: calendar.exceptions },
    save: (values) => update(calendar.id, values),
    onSaved: () => toastDone(t('common.saved')),
    validate: ({ week }) => ({ week: week?.every(inOrder) === false ? t('calendars.week.order') : undefined }),
  });
  const { values, errors } = form;
  return (
    <PageForm form={form}>
      <Section title={t('calendars.now')}>
        <PreviewSection values={values} />
      </Section>
      <Section title={t('calendars.where')}>
        <div className="flex max-w-lg flex-col gap-4">
          <TextField label={t('settings.name')} placeholder={t('calendars.usual')} value={values.name} onValueChange={(name) => form.set('name', name)} error={errors.name} maxLength={100} autoComplete="off" />
          <Segments
            label={t('settings.timeZone')}
            value={values.time_zone === null ? 'desk' : 'own'}
            choices={[{ value: 'desk', label: t('calendars.zone.desk', { zone: workspaceZone.replaceAll('_', ' ') }) }, { value: 'own', label: t('calendars.zone.own') }]}
            onChange={(which) => form.set('time_zone', which === 'desk' ? null : workspaceZone)}
          />
          {values.time_zone !== null && <TimeZoneField hint={t('calendars.zone.hint')} value={values.time_zone} onChange={(zone) => form.set('time_zone', zone)} error={errors.time_zone} />}
        </div>
      </Section>
      <Section title={t('calendars.week')} hint={t('calendars.week.hint')}>
        <div className="flex flex-col gap-4">
          <Segments
            label={t('calendars.week.kind')}
            value={values.week === null ? 'always' : 'week'}
            choices={[{ value: 'always', label: t('calendars.week.always') }, { value: 'week', label: t('calendars.week.byDay') }]}
            onChange={(kind) => form.set('week', kind === 'always' ? null : (calendar.week ?? officeWeek()))}
          />
          {values.week !== null && <WeekHoursField nights hint={t('calendars.nights.hint')} value={values.week} onChange={(week) => form.set('week', week)} error={errors.week} />}
        </div>
      </Section>
      <Section title={t('calendars.holidays')} hint={t('calendars.holidays.hint')}>
        <HolidaysField value={values.holidays} suggested={workspaceCountry} onChange={(holidays) => form.set('holidays', holidays)} error={errors.holidays} />
      </Section>
      <Section title={t('calendars.exceptions')} hint={t('calendars.exceptions.hint')}>
        <ExceptionsField value={values.exceptions} onChange={(exceptions) => form.set('exceptions', exceptions)} error={errors.exceptions} />
      </Section>
      <div className={cx('pb-3', form.dirty && 'sticky bottom-0 border-t border-line-soft bg-pane pt-2')}>
        <FormActions form={form} />
      </div>
    </PageForm>
  );
}
