import { isLanguage, languages, type Language } from '@ombud/i18n';
import { Checkbox, SelectField, TextField } from '@ombud/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useLanguageName } from '../../../lib/language-choices.ts';
import { useCreate, useUpdate } from '../../../lib/resource.ts';
import { useMe } from '../../../lib/session.ts';
import type { Field, FieldType } from '../../fields/index.ts';
import { useTellSaved } from '../parts/tell-saved.ts';
import { emptyDraft, toDraft, toInput } from './options-draft.ts';
import { OptionsEditor } from './options-editor.tsx';

const types: FieldType[] = ['text', 'number', 'date', 'choice', 'tree', 'checkbox'];
const needs = ['never', 'create', 'solve'] as const;
const everyBrand = 'all';
type Texts = Partial<Record<Language, string>>;

/** Adds a field, or changes what may change of one: key, type and brand stay. */
export function FieldDialog({ field, onClose }: { field: Field | null; onClose(): void }) {
  const t = useT();
  const me = useMe();
  const create = useCreate('fields');
  const update = useUpdate('fields');
  const putOptions = useMutation({ mutationFn: ({ id, ...body }: { id: number; seen: string; options: ReturnType<typeof toInput> }) => api.put('/api/v1/fields/{id}/options', { path: { id }, body }), meta: { quiet: true } });
  // What is stored of the options by now: they stay when what is sent after them is refused.
  const stored = useRef({ seen: field?.updated_at ?? '', options: optionsText(initialOptions(field)) });
  const tellSaved = useTellSaved(field === null, onClose);
  const form = useEditForm({
    initial: {
      label: field?.label ?? '', type: field?.type ?? ('text' as FieldType), brand: String(field?.brand?.id ?? everyBrand), key: field?.key ?? '',
      help: field?.help ?? '', required: field?.required ?? ('never' as Field['required']), filterable: field?.filterable ?? false,
      labels: (field?.labels ?? {}) as Texts, helps: (field?.helps ?? {}) as Texts, options: initialOptions(field),
    },
    save: async ({ label, type, brand: of, key, help, required, filterable, labels, helps, options }) => {
      const texts = { label: label.trim(), help: help.trim(), required, filterable, labels: filledIn(labels), helps: filledIn(helps) };
      const isOptions = type === 'choice' || type === 'tree';
      if (!field) return create({ ...texts, type, brand: of === everyBrand ? null : Number(of), ...(key.trim() && { key: key.trim() }), ...(isOptions && { options: toInput(options) }) });
      // Options first: a list that is refused leaves everything as it was.
      if (isOptions && optionsText(options) !== stored.current.options) {
        const { updated_at: seen } = await putOptions.mutateAsync({ id: field.id, seen: stored.current.seen, options: toInput(options) });
        stored.current = { seen, options: optionsText(options) };
      }
      return update(field.id, changesOf(field, texts));
    },
    onSaved: (saved) => tellSaved(saved.label),
    validate: ({ label, type, key, options }) => ({
      label: label.trim() === '' ? t('refusals.invalid_type') : undefined,
      options: (type === 'choice' || type === 'tree') && toInput(options).every(({ label: each }) => each === '') ? t('fields.error.options') : undefined,
      key: field || key.trim() === '' || /^[a-z][a-z0-9_]*$/.test(key.trim()) ? undefined : t('fields.error.key'),
    }),
  });
  const { values, errors, set } = form;

  return (
    <FormDialog title={field ? t('fields.edit') : t('fields.add')} description={field ? <Used id={field.id} /> : undefined} form={form} submitLabel={field ? t('common.save') : t('settings.add')} onClose={onClose}>
      <TextField label={t('fields.label')} hint={t('fields.label.hint')} value={values.label} onValueChange={(label) => set('label', label)} error={errors['label']} maxLength={100} autoComplete="off" />
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        {field ? (
          <TextField readOnly label={t('fields.type')} value={t(`fields.type.${field.type}`)} />
        ) : (
          <SelectField<FieldType> label={t('fields.type')} hint={t('fields.type.hint')} value={values.type} choices={types.map((type) => ({ value: type, label: t(`fields.type.${type}`), hint: t(`fields.typeHint.${type}`) }))} onChange={(type) => set('type', type)} />
        )}
        {field ? (
          <TextField readOnly label={t('fields.brand')} value={field.brand?.name ?? t('fields.allBrands')} />
        ) : (
          <SelectField label={t('fields.brand')} hint={t('fields.brand.hint')} error={errors['brand']} value={values.brand} choices={[{ value: everyBrand, label: t('fields.allBrands') }, ...me.brands.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(next) => set('brand', next)} />
        )}
      </div>
      {(values.type === 'choice' || values.type === 'tree') && <OptionsEditor draft={values.options} isTree={values.type === 'tree'} error={errors['options']} onChange={(options) => set('options', options)} />}
      <TextField label={t('fields.help')} hint={t('fields.help.hint')} aside={t('common.optional')} value={values.help} onValueChange={(help) => set('help', help)} error={errors['help']} maxLength={500} autoComplete="off" />
      <SelectField<Field['required']> label={t('fields.required')} hint={t('fields.required.hint')} value={values.required} choices={needs.map((need) => ({ value: need, label: t(`fields.required.${need}`) }))} onChange={(required) => set('required', required)} />
      <Checkbox label={t('fields.filterable')} hint={t('fields.filterable.hint')} checked={values.filterable} onCheckedChange={(on) => set('filterable', on)} />
      <Translations labels={values.labels} helps={values.helps} label={values.label} help={values.help} onLabels={(labels) => set('labels', labels)} onHelps={(helps) => set('helps', helps)} />
      {field ? (
        <TextField readOnly label={t('fields.key')} hint={t('fields.key.fixed')} value={field.key} />
      ) : (
        <TextField label={t('fields.key')} hint={t('fields.key.hint')} aside={t('common.optional')} value={values.key} onValueChange={(key) => set('key', key.toLowerCase().replaceAll(/[\s-]+/g, '_'))} error={errors['key']} maxLength={50} autoComplete="off" spellCheck={false} />
      )}
    </FormDialog>
  );
}

const drafts = new WeakMap<Field, ReturnType<typeof toDraft>>();

/** The same draft each time, so that the form knows what differs. */
function initialOptions(field: Field | null): ReturnType<typeof toDraft> {
  if (!field) return newOptions;
  const kept = drafts.get(field) ?? (field.options.length > 0 ? toDraft(field.options) : newOptions);
  drafts.set(field, kept);
  return kept;
}

const newOptions = emptyDraft();

function optionsText(draft: ReturnType<typeof emptyDraft>): string {
  return JSON.stringify(toInput(draft));
}

/** Only what differs, so that what a colleague has changed meanwhile stays. */
function changesOf<Values extends Partial<Field>>(field: Field, values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(field[name as keyof Field]))) as Partial<Values>; // some of the same entries
}

function filledIn(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).flatMap(([language, text]) => (isLanguage(language) && text.trim() !== '' ? [[language, text.trim()]] : [])));
}

function Used({ id }: { id: number }) {
  const t = useT();
  const formats = useFormats();
  const { data } = useQuery({ queryKey: ['fields', 'one', id], queryFn: ({ signal }) => api.get('/api/v1/fields/{id}', { path: { id }, signal }) });
  if (!data) return <>&nbsp;</>;
  return data.used.capped ? t('fields.used.many', { count: formats.number(data.used.count - 1) }) : t('fields.used', { count: data.used.count });
}

/** Its name and help in the languages of colleagues; folded until somebody wants it. */
function Translations({ labels, helps, label, help, onLabels, onHelps }: { labels: Texts; helps: Texts; label: string; help: string; onLabels(texts: Texts): void; onHelps(texts: Texts): void }) {
  const t = useT();
  const languageName = useLanguageName();
  return (
    <details className="group/more">
      <summary className="flex min-h-target cursor-pointer list-none items-center gap-1 rounded-sm font-strong">
        <ChevronRight aria-hidden className="size-4 text-faint transition-transform group-open/more:rotate-90" />
        {t('fields.translations')}
      </summary>
      <div className="mt-2 flex flex-col gap-3 border-l border-line-soft pl-4">
        {languages.map((language) => (
          <div key={language} className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
            <TextField label={t('fields.labelIn', { language: languageName(language) })} placeholder={label} value={labels[language] ?? ''} onValueChange={(text) => onLabels({ ...labels, [language]: text })} maxLength={100} autoComplete="off" />
            <TextField label={t('fields.helpIn', { language: languageName(language) })} placeholder={help} value={helps[language] ?? ''} onValueChange={(text) => onHelps({ ...helps, [language]: text })} maxLength={500} autoComplete="off" />
          </div>
        ))}
      </div>
    </details>
  );
}
