import { Button, Checkbox, Menu, MenuItem, MultiCombobox, SelectField, TextArea, TextField, IconButton } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { useFields, useFieldWords, type Field } from '../../fields/index.ts';
import { ConditionRow, guidelineKeys, guidelineMoments, type Guideline, type GuidelineConditions } from '../../tickets/guidelines/index.ts';
import { draftOf, everyBrand, toVersion, type GuidelineDraft } from './guideline-draft.ts';

/** What is edited; without `guideline` a new one is written, after another where `from` says so. */
export interface Editing {
  guideline: Guideline | null;
  from: Guideline | null;
}

const conditionKeys = ['kind', 'tag', 'channel', 'priority', 'language'] as const;

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
        name: draft.name.trim() === '' ? t('errors.field.invalid_type') : undefined,
        text: draft.text.trim() === '' ? t('errors.field.invalid_type') : undefined,
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
      <Conditions conditions={values.conditions} brand={values.brand} error={errors['conditions']} onChange={(conditions) => set('conditions', conditions)} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t('guidelines.from')} hint={t('guidelines.from.hint')} aside={t('common.optional')} type="date" max="9999-12-30" value={values.from} onValueChange={(day) => set('from', day)} error={errors['from'] ?? errors['effective_from']} />
        <TextField label={t('guidelines.until')} hint={t(fallsBack ? 'guidelines.until.before' : 'guidelines.until.hint')} aside={t('common.optional')} type="date" max="9999-12-30" value={values.until} onValueChange={(day) => set('until', day)} error={errors['until'] ?? errors['effective_until']} />
      </div>
    </FormDialog>
  );
}

/** Which tickets: what was chosen in words, and what else can be. */
function Conditions({ conditions, brand, error, onChange }: { conditions: GuidelineConditions; brand: string; error: string | undefined; onChange(conditions: GuidelineConditions): void }) {
  const t = useT();
  const words = useFieldWords();
  const offered = useFields(brand === everyBrand ? null : Number(brand)).filter(({ type, brand: of }) => (type === 'choice' || type === 'tree') && (of === null || String(of.id) === brand));
  const ofFields = conditions.fields ?? {};
  const shown = conditionKeys.filter((key) => conditions[key] !== undefined);
  const without = (key: string) => Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== key)) as GuidelineConditions; // one less
  const setField = (key: string, options: string[] | null) => onChange({ ...conditions, fields: Object.fromEntries([...Object.entries(ofFields).filter(([name]) => name !== key), ...(options ? [[key, options] as const] : [])]) });
  const others = conditionKeys.filter((key) => !shown.includes(key));
  const otherFields = offered.filter(({ key }) => ofFields[key] === undefined);
  return (
    <section aria-labelledby="guideline-conditions" className="flex flex-col gap-2">
      <h3 id="guideline-conditions" className="font-strong">{t('guidelines.conditions')}</h3>
      {shown.length === 0 && Object.keys(ofFields).length === 0 && <p className="text-muted">{t('guidelines.conditions.none')}</p>}
      {shown.map((key) => (
        <ConditionRow key={key} of={key} conditions={conditions} onChange={(change) => onChange({ ...conditions, [key]: change[key] })} onRemove={() => onChange(without(key))} />
      ))}
      {Object.entries(ofFields).map(([key, options]) => (
        <FieldCondition key={key} label={words.labelOf(offered, key)} field={offered.find((field) => field.key === key)} options={options} onChange={(next) => setField(key, next)} onRemove={() => setField(key, null)} />
      ))}
      {error && <p role="alert" className="text-small text-red">{error}</p>}
      {others.length + otherFields.length > 0 && (
        <Menu trigger={<Button icon={<Plus className="size-4" />} className="self-start">{t('views.addCondition')}</Button>}>
          {others.map((key) => <MenuItem key={key} onSelect={() => onChange({ ...conditions, [key]: [] })}>{t(`views.condition.${key}`)}</MenuItem>)}
          {otherFields.map((field) => <MenuItem key={field.key} onSelect={() => setField(field.key, [])}>{words.label(field)}</MenuItem>)}
        </Menu>
      )}
    </section>
  );
}

function FieldCondition({ label, field, options, onChange, onRemove }: { label: string; field: Field | undefined; options: readonly string[]; onChange(options: string[]): void; onRemove(): void }) {
  const t = useT();
  const words = useFieldWords();
  const choice = (key: string) => ({ value: key, label: field ? words.path(field, key) : key });
  return (
    <div role="group" aria-label={label} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-1 gap-y-1 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <span className="flex min-h-control items-center text-muted">{label}</span>
      <div className="col-span-full min-w-0 sm:col-span-1 sm:col-start-2 sm:row-start-1">
        <MultiCombobox ariaLabel={label} placeholder={t('views.choose')} value={options.map(choice)} choices={(field?.options ?? []).filter(({ archived }) => !archived).map(({ key }) => choice(key))} onChange={(next) => onChange(next.map(({ value }) => value))} />
      </div>
      <IconButton label={t('views.removeCondition', { condition: label })} icon={<X />} onClick={onRemove} className="col-start-2 row-start-1 sm:col-start-3" />
    </div>
  );
}
