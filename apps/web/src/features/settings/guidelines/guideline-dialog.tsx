import { Checkbox, SelectField, TextArea, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { guidelineKeys, guidelineMoments, type Guideline } from '../../tickets/guidelines/index.ts';
import { TicketConditions } from '../parts/ticket-conditions.tsx';
import { draftOf, everyBrand, toVersion, type GuidelineDraft } from './guideline-draft.ts';

/** What is edited; without `guideline` a new one is written, after another where `from` says so. */
export interface Editing {
  guideline: Guideline | null;
  from: Guideline | null;
}

export function GuidelineDialog({ guideline, from, onClose }: Editing & { onClose(): void }) {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const zone = me.agent.time_zone;
  const [initial] = useState<GuidelineDraft>(() => {
    if (!from) return { name: '', brand: me.all_brands ? everyBrand : String(me.brands[0]?.id ?? everyBrand), text: '', moments: ['case'], conditions: {}, from: '', until: '' };
    const draft = draftOf(from, zone);
    return guideline ? draft : { ...draft, name: t('guidelines.copyOf', { name: from.name }).slice(0, 100), brand: from.brand === null && !me.all_brands ? String(me.brands[0]?.id) : draft.brand };
  });
  const form = useEditForm<GuidelineDraft, unknown>({
    initial,
    async save(draft) {
      const name = draft.name.trim();
      if (!guideline) return api.post('/api/v1/guidelines', { body: { name, brand: draft.brand === everyBrand ? null : Number(draft.brand), ...toVersion(draft, zone) } });
      const path = { id: guideline.id };
      if (name !== guideline.name) await api.patch('/api/v1/guidelines/{id}', { path, body: { name } });
      const version = toVersion(draft, zone);
      if (JSON.stringify(version) !== JSON.stringify(toVersion(initial, zone))) await api.post('/api/v1/guidelines/{id}/versions', { path, body: { ...version, seen: guideline.newest_version } });
      return null;
    },
    onSaved() {
      void client.invalidateQueries({ queryKey: guidelineKeys.all });
      onClose();
    },
    validate: (draft) => {
      const { effective_from: begins = new Date().toISOString(), effective_until: ends } = toVersion(draft, zone);
      return {
        name: draft.name.trim() === '' ? t('refusals.invalid_type') : undefined,
        text: draft.text.trim() === '' ? t('refusals.invalid_type') : undefined,
        moments: draft.moments.length === 0 ? t('guidelines.error.moments') : undefined,
        until: ends && ends <= begins ? t('guidelines.error.until') : undefined,
      };
    },
  });
  const { values, errors, set } = form;
  const fallsBack = guideline !== null && values.until !== '';

  return (
    <FormDialog title={t(guideline ? 'guidelines.edit' : 'guidelines.add')} description={guideline && t('guidelines.editLead')} form={form} width="wide" submitLabel={t(guideline ? 'guidelines.saveVersion' : 'settings.add')} onClose={onClose}>
      <div className="grid grid-cols-[2fr_1fr] gap-3 max-sm:grid-cols-1">
        <TextField label={t('guidelines.name')} value={values.name} onValueChange={(name) => set('name', name)} error={errors['name']} maxLength={100} autoComplete="off" />
        <SelectField label={t('guidelines.brand')} disabled={guideline !== null} value={values.brand} choices={[...(me.all_brands || guideline ? [{ value: everyBrand, label: t('guidelines.allBrands') }] : []), ...me.brands.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(brand) => set('brand', brand)} error={errors['brand']} />
      </div>
      <TextArea label={t('guidelines.text')} hint={t('guidelines.text.hint')} rows={7} maxLength={10_000} value={values.text} onValueChange={(text) => set('text', text)} error={errors['text']} />
      <fieldset>
        <legend className="font-strong">{t('guidelines.moments')}</legend>
        <div className="mt-1.5 grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {guidelineMoments.map((moment) => (
            <Checkbox key={moment} label={t(`guidelines.moment.${moment}`)} hint={t(`guidelines.momentHint.${moment}`)} checked={values.moments.includes(moment)} onCheckedChange={(on) => set('moments', guidelineMoments.filter((each) => (each === moment ? on : values.moments.includes(each))))} />
          ))}
        </div>
        {errors['moments'] && <p role="alert" className="mt-1 text-small text-red">{errors['moments']}</p>}
      </fieldset>
      <TicketConditions conditions={values.conditions} brandId={values.brand === everyBrand ? null : Number(values.brand)} error={errors['conditions']} onChange={(conditions) => set('conditions', conditions)} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t('guidelines.from')} hint={t('guidelines.from.hint')} aside={t('common.optional')} type="date" max="9999-12-30" value={values.from} onValueChange={(day) => set('from', day)} error={errors['from'] ?? errors['effective_from']} />
        <TextField label={t('guidelines.until')} hint={t(fallsBack ? 'guidelines.until.before' : 'guidelines.until.hint')} aside={t('common.optional')} type="date" max="9999-12-30" value={values.until} onValueChange={(day) => set('until', day)} error={errors['until'] ?? errors['effective_until']} />
      </div>
    </FormDialog>
  );
}
