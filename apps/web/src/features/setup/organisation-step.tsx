import { isLanguage, languageNames, languages, type Language } from '@ombud/i18n';
import { Button, SelectField, SkeletonLines, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT, useTranslator } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { TimeZoneField } from '../settings/parts/time-zone-field.tsx';
import { officeWeek, WeekHoursField } from '../settings/parts/week-hours-field.tsx';
import type { Workspace } from '../settings/types.ts';
import { useLeaveStep } from './setup-query.ts';
import { StepActions, StepFrame } from './step-frame.tsx';

/** What a workspace is called before anybody has named it. */
const unnamed = 'Support';

/** What the desk is called, where it is, when it is staffed and which language it speaks by default. */
export function OrganisationStep() {
  const t = useT();
  const workspace = useQuery({ queryKey: ['workspace'], queryFn: ({ signal }) => api.get('/api/v1/workspace', { signal }) });
  return (
    <StepFrame title={t('setup.organisation.title')} lead={t('setup.organisation.lead')}>
      {workspace.data && <OrganisationForm workspace={workspace.data} />}
      {workspace.isPending && <SkeletonLines />}
      {workspace.error && !workspace.data && <LoadFailed error={workspace.error} retry={() => void workspace.refetch()} />}
    </StepFrame>
  );
}

function OrganisationForm({ workspace }: { workspace: Workspace }) {
  const t = useT();
  const { language } = useTranslator();
  const client = useQueryClient();
  const leave = useLeaveStep('organisation');
  const form = useEditForm({
    initial: {
      name: workspace.name === unnamed ? '' : workspace.name,
      default_language: isLanguage(workspace.default_language) ? workspace.default_language : (language as Language),
      time_zone: workspace.time_zone,
      hours: workspace.hours ?? officeWeek(),
    },
    save: async (values) => {
      const saved = await api.patch('/api/v1/workspace', { body: values });
      await renameBrand(values.name);
      return saved;
    },
    onSaved: (saved) => {
      client.setQueryData(['workspace'], saved);
      void leave('done');
    },
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-5">
      <TextField label={t('setup.organisation.name')} hint={t('setup.organisation.name.hint')} autoComplete="organization" value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} />
      <SelectField
        label={t('settings.language')}
        hint={t('settings.workspace.language.hint')}
        value={form.values.default_language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(chosen) => form.set('default_language', chosen)}
        error={form.errors.default_language}
      />
      <TimeZoneField hint={t('settings.workspace.timeZone.hint')} value={form.values.time_zone} onChange={(zone) => form.set('time_zone', zone)} error={form.errors.time_zone} />
      <WeekHoursField value={form.values.hours} onChange={(hours) => form.set('hours', hours)} error={form.errors.hours} />
      <FormProblem text={form.problem} />
      <StepActions
        main={
          <Button type="submit" tone="primary" busy={form.busy}>
            {t('setup.continue')}
          </Button>
        }
        onLater={() => leave('later')}
      />
    </form>
  );
}

/** The first brand was named when nobody had said a name; it gets the organisation's as long as nobody named it. */
async function renameBrand(name: string): Promise<void> {
  const { items } = await api.get('/api/v1/brands', { query: { limit: 2 } });
  const [only, another] = items;
  if (only && !another && only.name === unnamed) await api.patch('/api/v1/brands/{id}', { path: { id: only.id }, body: { name } });
}
