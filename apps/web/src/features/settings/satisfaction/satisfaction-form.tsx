import { isLanguage, languages, type Language } from '@ombud/i18n';
import { Checkbox, SelectField, TabPanel, Tabs, TextArea, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useFormats, useT, useTranslator } from '../../../lib/i18n.ts';
import { useLanguageName } from '../../../lib/language-choices.ts';
import { listOf } from '../../../lib/resource.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { settingsQuery, type AllSettings, type Settings } from '../../satisfaction/satisfaction-queries.ts';
import { Section } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';
import { MailPreview } from './mail-preview.tsx';
import { bodyOf, bounds, draftOf, isWithin, type Bounded, type SatisfactionDraft } from './satisfaction-draft.ts';

const nobody = 'none';

export function SatisfactionForm({ settings, defaults }: { settings: Settings; defaults: AllSettings['defaults'] }) {
  const t = useT();
  const formats = useFormats();
  const { language: own } = useTranslator();
  const nameOf = useLanguageName();
  const client = useQueryClient();
  const agents = useQuery(listOf('agents', { show: 'active' }));
  const teams = useQuery(listOf('teams'));
  const [chosen, setChosen] = useState<Language>(own);
  const form = useEditForm<SatisfactionDraft, Settings>({
    initial: draftOf(settings),
    save: (draft) => api.put('/api/v1/satisfaction-settings/{brand}', { path: { brand: settings.brand.id }, body: bodyOf(draft) }),
    onSaved(saved) {
      client.setQueryData(settingsQuery.queryKey, (before) => before && { ...before, items: before.items.map((each) => (each.brand.id === saved.brand.id ? saved : each)) });
      toastDone(t('common.saved'));
    },
    validate: (draft) => Object.fromEntries((Object.keys(bounds) as Bounded[]).filter((field) => !isWithin(field, draft[field])).map((field) => [field, t('satisfaction.number.wrong', { from: bounds[field][0], to: bounds[field][1] })])), // the keys of bounds
  });
  const { values, errors, set } = form;
  const wrong = languages.find((language) => errors[`questions.${language}`]);
  const [led, setLed] = useState<Language>();
  // What is to be mended may stand in a language that is not shown.
  if (wrong !== led) {
    setLed(wrong);
    if (wrong) setChosen(wrong);
  }
  const tagsWrong = errors['skip_tags'] ?? errors[Object.keys(errors).find((field) => field.startsWith('skip_tags.')) ?? ''];
  const leads = (agents.data ?? []).filter(({ role }) => role !== 'viewer');
  const ours = defaults[chosen];
  // There is one for every language.
  if (!ours) return null;
  return (
    <PageForm form={form} className="flex flex-col">
      <Section title={t('satisfaction.when')}>
        <div className="flex max-w-lg flex-col gap-4">
          <Checkbox label={t('satisfaction.enabled')} hint={t('satisfaction.enabled.hint')} checked={values.enabled} onCheckedChange={(enabled) => set('enabled', enabled)} />
          {settings.enabled_at && <p className="-mt-2 text-small text-muted">{t('satisfaction.enabledSince', { when: formats.dateTime(new Date(settings.enabled_at)) })}</p>}
          <TextField label={t('satisfaction.delay')} hint={t('satisfaction.delay.hint')} inputMode="numeric" value={values.delay_hours} onValueChange={(typed) => set('delay_hours', typed)} error={errors['delay_hours']} maxLength={4} autoComplete="off" />
        </div>
      </Section>
      <Section title={t('satisfaction.whom')}>
        <div className="flex max-w-lg flex-col gap-4">
          <TextField label={t('satisfaction.every')} hint={t('satisfaction.every.hint')} inputMode="numeric" value={values.every_days} onValueChange={(typed) => set('every_days', typed)} error={errors['every_days']} maxLength={4} autoComplete="off" />
          <Checkbox label={t('satisfaction.employees')} hint={t('satisfaction.employees.hint')} checked={values.ask_employees} onCheckedChange={(on) => set('ask_employees', on)} />
          <TextField label={t('satisfaction.tags')} hint={t('satisfaction.tags.hint')} aside={t('common.optional')} value={values.skip_tags} onValueChange={(typed) => set('skip_tags', typed)} error={tagsWrong} maxLength={1_000} autoComplete="off" />
        </div>
      </Section>
      <Section title={t('satisfaction.mail')} hint={t('satisfaction.preview.hint')}>
        <Tabs label={t('settings.language')} value={chosen} tabs={languages.map((language) => ({ value: language, label: nameOf(language) }))} onChange={(next) => isLanguage(next) && setChosen(next)}>
          <TabPanel value={chosen} className="mt-4 grid gap-6 desk:grid-cols-2">
            <TextArea label={t('satisfaction.question')} hint={t('satisfaction.question.hint')} aside={t('common.optional')} placeholder={ours.question} value={values.questions[chosen] ?? ''} onValueChange={(text) => set('questions', { ...values.questions, [chosen]: text })} error={errors[`questions.${chosen}`]} maxLength={1_000} rows={6} lang={chosen} />
            <MailPreview language={chosen} brand={settings.brand.name} question={values.questions[chosen]?.trim() || ours.question} words={ours} />
          </TabPanel>
        </Tabs>
      </Section>
      <Section title={t('satisfaction.followUp')} hint={t('satisfaction.followUp.hint')}>
        <div className="flex max-w-lg flex-col gap-4">
          <SelectField label={t('satisfaction.low')} hint={t('satisfaction.low.hint')} value={String(values.low_score)} choices={[1, 2, 3, 4].map((score) => ({ value: String(score), label: score === 1 ? '1' : t('satisfaction.low.choice', { score }) }))} onChange={(score) => set('low_score', Number(score))} error={errors['low_score']} />
          <SelectField label={t('satisfaction.lead.agent')} hint={t('satisfaction.lead.agent.hint')} value={values.lead === null ? nobody : String(values.lead)} choices={[{ value: nobody, label: t('satisfaction.lead.none') }, ...leads.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(id) => set('lead', id === nobody ? null : Number(id))} error={errors['lead']} />
          <SelectField label={t('satisfaction.team')} hint={t('satisfaction.team.hint')} value={values.team === null ? nobody : String(values.team)} choices={[{ value: nobody, label: t('satisfaction.team.none') }, ...(teams.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(id) => set('team', id === nobody ? null : Number(id))} error={errors['team']} />
          <TextField label={t('satisfaction.change')} hint={t('satisfaction.change.hint')} inputMode="numeric" value={values.change_days} onValueChange={(typed) => set('change_days', typed)} error={errors['change_days']} maxLength={4} autoComplete="off" />
        </div>
      </Section>
      <FormActions form={form} />
    </PageForm>
  );
}
