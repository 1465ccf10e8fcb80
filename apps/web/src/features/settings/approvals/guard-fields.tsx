import { Checkbox, MultiCombobox, SelectField, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../lib/i18n.ts';
import type { FieldErrors } from '../../../lib/edit-form.ts';
import { useFields, useFieldWords } from '../../fields/index.ts';
import { macrosOptions } from '../../tickets/macros/index.ts';
import { guardedActions, guardedStatuses, type RuleDraft } from './rule-draft.ts';

interface GuardForm {
  values: RuleDraft;
  errors: FieldErrors;
  set<Name extends keyof RuleDraft>(name: Name, value: RuleDraft[Name]): void;
}

/** What belongs to the kind of the rule. */
export function GuardFields({ form, brandId }: { form: GuardForm; brandId: number | null }) {
  const t = useT();
  const { values, errors, set } = form;
  if (values.guard === 'status')
    return (
      <fieldset>
        <legend className="font-strong">{t('approvals.statuses')}</legend>
        <div className="mt-1.5 flex flex-wrap gap-x-6 gap-y-2">
          {guardedStatuses.map((status) => (
            <Checkbox key={status} label={t(`tickets.status.${status}`)} checked={values.statuses.includes(status)} onCheckedChange={(on) => set('statuses', guardedStatuses.filter((each) => (each === status ? on : values.statuses.includes(each))))} />
          ))}
        </div>
        {errors['statuses'] && <p role="alert" className="mt-1 text-small text-red">{errors['statuses']}</p>}
      </fieldset>
    );
  if (values.guard === 'action')
    return (
      <fieldset>
        <legend className="font-strong">{t('approvals.actions')}</legend>
        <div className="mt-1.5 grid grid-cols-2 gap-x-6 gap-y-2 max-sm:grid-cols-1">
          {guardedActions.map((action) => (
            <Checkbox key={action} label={t(`approvals.action.${action}`)} checked={values.actions.includes(action)} onCheckedChange={(on) => set('actions', guardedActions.filter((each) => (each === action ? on : values.actions.includes(each))))} />
          ))}
        </div>
        {errors['actions'] && <p role="alert" className="mt-1 text-small text-red">{errors['actions']}</p>}
        <p className="mt-1.5 text-small text-muted">{t('approvals.actions.hint')}</p>
      </fieldset>
    );
  if (values.guard === 'merge') return <p className="text-muted">{t('approvals.merge.hint')}</p>;
  if (values.guard === 'promise') return <TextField label={t('approvals.later')} hint={t('approvals.later.hint')} inputMode="numeric" value={values.later} onValueChange={(later) => set('later', later)} error={errors['later_hours']} maxLength={4} autoComplete="off" />;
  return values.guard === 'macro' ? <MacroField form={form} brandId={brandId} /> : <FieldFields form={form} brandId={brandId} />;
}

/** Shared macros that tickets of the brand have. */
function MacroField({ form: { values, errors, set }, brandId }: { form: GuardForm; brandId: number | null }) {
  const t = useT();
  const { data: macros = [] } = useQuery(macrosOptions);
  const choices = macros.filter(({ shared, archived, brand }) => shared && !archived && (brand === null || brandId === null || brand.id === brandId)).map(({ id, name }) => ({ value: String(id), label: name }));
  if (values.macro !== '' && !choices.some(({ value }) => value === values.macro)) choices.push({ value: values.macro, label: t('views.unknown') });
  return <SelectField label={t('approvals.macro')} hint={t('approvals.macro.hint')} value={values.macro} placeholder={t('views.choose')} choices={choices} onChange={(macro) => set('macro', macro)} error={errors['macro']} />;
}

function FieldFields({ form: { values, errors, set }, brandId }: { form: GuardForm; brandId: number | null }) {
  const t = useT();
  const words = useFieldWords();
  const fields = useFields(brandId).filter(({ type, brand }) => (brand === null || brand.id === brandId) && (values.guard === 'amount' ? type === 'number' : type === 'choice' || type === 'tree'));
  const field = fields.find(({ key }) => key === values.field);
  const optionOf = (key: string) => ({ value: key, label: field ? words.path(field, key) : key });
  if (fields.length === 0) return <p className="text-muted">{t('approvals.field.none')}</p>;
  return (
    <div className="grid grid-cols-2 items-end gap-3 max-sm:grid-cols-1">
      <SelectField label={t('approvals.field')} value={field ? values.field : ''} placeholder={t('views.choose')} choices={fields.map((each) => ({ value: each.key, label: words.label(each) }))} onChange={(key) => set('field', key)} error={errors['field']} />
      {values.guard === 'amount' ? (
        <TextField label={t('approvals.above')} hint={t('approvals.above.hint')} inputMode="decimal" value={values.above} onValueChange={(above) => set('above', above)} error={errors['above']} autoComplete="off" />
      ) : (
        <div>
          <span className="font-strong">{t('approvals.options')}</span>
          <MultiCombobox ariaLabel={t('approvals.options')} placeholder={t('views.choose')} value={values.options.map(optionOf)} choices={(field?.options ?? []).filter(({ archived }) => !archived).map(({ key }) => optionOf(key))} onChange={(next) => set('options', next.map(({ value }) => value))} />
          {errors['options'] && <p role="alert" className="mt-1 text-small text-red">{errors['options']}</p>}
        </div>
      )}
    </div>
  );
}
