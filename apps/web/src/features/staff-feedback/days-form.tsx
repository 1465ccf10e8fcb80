import { TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormActions, useSubmit } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { daysQuery } from './feedback-queries.ts';

/** Within how many working days: for admins, below the list. */
export function DaysForm() {
  const { data } = useQuery(daysQuery);
  return data ? <Days days={data} /> : null;
}

function Days({ days }: { days: Answer<'/api/v1/staff-feedback-settings', 'get'> }) {
  const t = useT();
  const client = useQueryClient();
  const isWithin = (text: string, most: number) => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
  const form = useEditForm({
    initial: { acknowledge_days: String(days.acknowledge_days), answer_days: String(days.answer_days) },
    save: (draft) => api.put('/api/v1/staff-feedback-settings', { body: { acknowledge_days: Number(draft.acknowledge_days), answer_days: Number(draft.answer_days) } }),
    onSaved: (saved) => client.setQueryData(daysQuery.queryKey, saved),
    validate: (draft) => ({
      acknowledge_days: isWithin(draft.acknowledge_days, 30) ? undefined : t('refusals.invalid_format'),
      answer_days: isWithin(draft.answer_days, 90) ? undefined : t('refusals.invalid_format'),
    }),
  });
  const submit = useSubmit(form);
  return (
    <section aria-labelledby="feedback-days" className="mt-8 border-t border-line-soft pt-4">
      <h2 id="feedback-days" className="m-0 text-title">{t('staff-feedback.days')}</h2>
      <p className="mt-1 mb-3 max-w-prose text-muted">{t('staff-feedback.days.lead')}</p>
      <form {...submit} className="flex max-w-md flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label={t('staff-feedback.days.acknowledge')} inputMode="numeric" value={form.values.acknowledge_days} onValueChange={(text) => form.set('acknowledge_days', text)} error={form.errors['acknowledge_days']} />
          <TextField label={t('staff-feedback.days.answer')} inputMode="numeric" value={form.values.answer_days} onValueChange={(text) => form.set('answer_days', text)} error={form.errors['answer_days']} />
        </div>
        <FormActions form={form} />
      </form>
    </section>
  );
}
