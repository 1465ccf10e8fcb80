import { SelectField, TextField } from '@ombud/ui';
import { useState } from 'react';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useLanguageName } from '../../../lib/language-choices.ts';
import { useCreate, useUpdate } from '../../../lib/resource.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import type { Macro } from '../../tickets/macros/index.ts';
import { useTellSaved } from '../parts/tell-saved.ts';
import { MacroActionsFields } from './macro-actions.tsx';
import { emptyMacro, everyBrand, hasHours, hasQuestion, mostHours, toDraft, toInput, type MacroDraft } from './macro-draft.ts';
import { MacroTexts } from './macro-texts.tsx';

/** What is edited; without `macro` a new one is made, after another where `from` says so. */
export interface Editing {
  macro: Macro | null;
  from: Macro | null;
}

export function MacroDialog({ macro, from, onClose }: Editing & { onClose(): void }) {
  const t = useT();
  const me = useMe();
  const mayShare = useMay('macros.share');
  const languageName = useLanguageName();
  const create = useCreate('macros');
  const update = useUpdate('macros');
  const mayShareAll = mayShare && me.all_brands;
  const [initial] = useState<MacroDraft>(() => {
    const language = me.brands.find(({ is_default: isDefault }) => isDefault)?.default_language ?? me.workspace.default_language;
    if (!from) return { ...emptyMacro(language), shared: mayShare, brand: mayShare && !mayShareAll ? String(me.brands[0]?.id ?? everyBrand) : everyBrand };
    const draft = toDraft(from, language);
    return macro ? draft : { ...draft, name: t('macros.copyOf', { name: from.name }).slice(0, 100), shared: from.shared && mayShare };
  });
  const tellSaved = useTellSaved(macro === null, onClose);
  const form = useEditForm({
    initial: { ...initial },
    save: (draft) => {
      const input = toInput(draft);
      if (!macro) return create({ ...input, shared: draft.shared });
      // Only what differs, so that what a colleague has changed meanwhile stays.
      const before = toInput(initial);
      const changed = Object.fromEntries(Object.entries(input).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before])));
      return update(macro.id, { ...changed, ...(draft.shared && !initial.shared && { shared: true as const }) });
    },
    onSaved: (saved) => tellSaved(saved.name),
    validate: ({ name, ...draft }) => {
      const { texts, actions } = toInput({ name, ...draft });
      return {
        name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
        texts: texts.length === 0 && Object.keys(actions).length === 0 ? t('refusals.says_nothing') : undefined,
        'actions.promise.hours': hasHours(draft) ? undefined : t('automations.error.hours', { most: mostHours }),
        'actions.escalate.question': hasQuestion(draft) ? undefined : t('refusals.invalid_type'),
      };
    },
  });
  const { values, errors, set } = form;
  const sent = values.texts.filter(({ html }) => html !== '');
  const wrongText = form.refused.map(({ field }) => sent[Number(/^texts\.(\d+)\./.exec(field)?.[1])]).find((text) => text !== undefined);
  const isFixed = macro !== null && macro.shared;

  return (
    <FormDialog title={t(macro ? 'macros.edit' : 'macros.add')} form={form} width="wide" submitLabel={t(macro ? 'common.save' : 'settings.add')} onClose={onClose}>
      <TextField label={t('macros.name')} hint={t('macros.name.hint')} value={values.name} onValueChange={(name) => set('name', name)} error={errors['name']} maxLength={100} autoComplete="off" />
      <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
        {mayShare && !isFixed && (
          <SelectField<'own' | 'shared'> label={t('macros.scope')} hint={t('macros.scope.hint')} value={values.shared ? 'shared' : 'own'} choices={[{ value: 'own', label: t('macros.scope.own') }, { value: 'shared', label: t('macros.scope.shared') }]} onChange={(scope) => set('shared', scope === 'shared')} />
        )}
        <SelectField label={t('macros.brand')} hint={t('macros.brand.hint')} error={errors['brand']} value={values.brand} choices={[...(values.shared && !mayShareAll ? [] : [{ value: everyBrand, label: t('macros.allBrands') }]), ...me.brands.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(brand) => set('brand', brand)} />
        <SelectField<MacroDraft['message']> label={t('macros.message')} hint={t('macros.message.hint')} value={values.message} choices={(['any', 'public', 'note'] as const).map((value) => ({ value, label: t(`macros.message.${value}`) }))} onChange={(message) => set('message', message)} />
      </div>
      <MacroTexts texts={values.texts} error={errors['texts'] && (wrongText ? `${languageName(wrongText.language)}: ${errors['texts']}` : errors['texts'])} onChange={(texts) => set('texts', texts)} />
      <MacroActionsFields draft={values} errors={errors} onChange={(change) => (Object.keys(change) as (keyof MacroDraft)[]).forEach((name) => set(name, change[name] as never /* of the same name */))} />
      <TextField label={t('macros.keywords')} hint={t('macros.keywords.hint')} aside={t('common.optional')} value={values.keywords} onValueChange={(keywords) => set('keywords', keywords)} error={errors['keywords']} maxLength={500} autoComplete="off" />
    </FormDialog>
  );
}
