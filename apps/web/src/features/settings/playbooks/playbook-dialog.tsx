import { Checkbox, SelectField, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { guardedStatuses, stepKeys, StepLine, useStepWords, type Playbook } from '../../tickets/steps/index.ts';
import { everyBrand } from '../guidelines/guideline-draft.ts';
import { TicketConditions } from '../parts/ticket-conditions.tsx';
import { draftOf, newStep, toBody, type PlaybookDraft } from './playbook-draft.ts';
import { StepsEditor } from './steps-editor.tsx';

/** What is edited; without `playbook` a new one is written, after another where `from` says so. */
export interface Editing {
  playbook: Playbook | null;
  from: Playbook | null;
}

export function PlaybookDialog({ playbook, from, onClose }: Editing & { onClose(): void }) {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const words = useStepWords();
  const [initial] = useState<PlaybookDraft>(() => {
    const ownBrand = String(me.brands[0]?.id ?? everyBrand);
    if (!from) return { name: '', brand: me.all_brands ? everyBrand : ownBrand, guards: ['solved'], conditions: {}, steps: [newStep()] };
    const draft = draftOf(from);
    if (playbook) return draft;
    return { ...draft, name: t('guidelines.copyOf', { name: from.name }).slice(0, 100), brand: from.brand === null && !me.all_brands ? ownBrand : draft.brand, steps: draft.steps.map((step) => ({ ...step, id: null })) };
  });
  const form = useEditForm<PlaybookDraft, unknown>({
    initial,
    save: (draft) =>
      playbook
        ? api.patch('/api/v1/playbooks/{id}', { path: { id: playbook.id }, body: { ...toBody(draft), seen: playbook.updated_at } })
        : api.post('/api/v1/playbooks', { body: { ...toBody(draft), brand: draft.brand === everyBrand ? null : Number(draft.brand) } }),
    onSaved() {
      void client.invalidateQueries({ queryKey: stepKeys.playbooks });
      onClose();
    },
    validate: (draft) => ({
      name: draft.name.trim() === '' ? t('refusals.invalid_type') : undefined,
      guards: draft.guards.length === 0 ? t('playbooks.error.guards') : undefined,
      steps: draft.steps.length === 0 ? t('playbooks.error.steps') : undefined,
      ...Object.fromEntries(draft.steps.flatMap(({ text, by, field }, at) => [
        ...(text.trim() === '' ? [[`steps.${at}.text`, t('refusals.invalid_type')]] : []),
        ...(by === 'field' && field === '' ? [[`steps.${at}.field`, t('playbooks.error.field')]] : []),
      ])),
    }),
  });
  const { values, errors, set } = form;
  const brandId = values.brand === everyBrand ? null : Number(values.brand);

  return (
    <FormDialog title={t(playbook ? 'playbooks.edit' : 'playbooks.add')} form={form} width="wide" submitLabel={t(playbook ? 'common.save' : 'settings.add')} onClose={onClose}>
      <div className="grid grid-cols-[2fr_1fr] gap-3 max-sm:grid-cols-1">
        <TextField label={t('playbooks.name')} value={values.name} onValueChange={(name) => set('name', name)} error={errors['name']} maxLength={100} autoComplete="off" />
        <SelectField label={t('guidelines.brand')} disabled={playbook !== null} value={values.brand} choices={[...(me.all_brands || playbook ? [{ value: everyBrand, label: t('guidelines.allBrands') }] : []), ...me.brands.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(brand) => set('brand', brand)} error={errors['brand']} />
      </div>
      <StepsEditor steps={values.steps} brandId={brandId} errors={errors} onChange={(steps) => set('steps', steps)} />
      <fieldset>
        <legend className="font-strong">{t('playbooks.guards')}</legend>
        <p className="text-small text-muted">{t('playbooks.guards.hint')}</p>
        <div className="mt-1.5 flex flex-wrap gap-x-6 gap-y-2">
          {guardedStatuses.map((status) => (
            <Checkbox key={status} label={t(`tickets.status.${status}`)} checked={values.guards.includes(status)} onCheckedChange={(on) => set('guards', guardedStatuses.filter((each) => (each === status ? on : values.guards.includes(each))))} />
          ))}
        </div>
        {errors['guards'] && <p role="alert" className="mt-1 text-small text-red">{errors['guards']}</p>}
      </fieldset>
      <TicketConditions conditions={values.conditions} brandId={brandId} error={errors['conditions']} onChange={(conditions) => set('conditions', conditions)} />
      <section aria-label={t('playbooks.preview')} className="rounded-lg border border-line bg-sunken px-4 py-3">
        <h3 className="text-small font-strong text-muted">{t('playbooks.preview')}</h3>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 font-strong [overflow-wrap:anywhere]">{values.name.trim() || t('playbooks.title')}</span>
          {values.guards.length > 0 && <span className="text-small text-faint">{t('playbooks.before', { statuses: words.statuses(values.guards) })}</span>}
        </p>
        <ul className="m-0 mt-1.5 flex list-none flex-col gap-2 p-0">
          {values.steps.map(({ uid, text, by, field, options, event }) => (
            <li key={uid}>
              <StepLine step={{ text: text.trim() || t('playbooks.preview.unnamed'), by, field: by === 'field' && field !== '' ? field : null, options: [...options], event: by === 'event' ? event : null, done: false, done_by: null, done_at: null }} />
            </li>
          ))}
        </ul>
      </section>
    </FormDialog>
  );
}
