import { Button, IconButton, Menu, MenuItem, MultiCombobox } from '@ombud/ui';
import { Plus, X } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { useFields, useFieldWords, type Field } from '../../fields/index.ts';
import { ConditionRow, type GuidelineConditions } from '../../tickets/guidelines/index.ts';

const conditionKeys = ['kind', 'tag', 'channel', 'priority', 'language'] as const;

/** For which tickets a rule of a brand is: what was chosen in words, and what else can be. */
export function TicketConditions({ conditions, brandId, none, error, onChange }: { conditions: GuidelineConditions; brandId: number | null; /** Said where there is no condition, in place of the words about showing something */ none?: string; error: string | undefined; onChange(conditions: GuidelineConditions): void }) {
  const t = useT();
  const words = useFieldWords();
  const offered = useFields(brandId).filter(({ type, brand: of }) => (type === 'choice' || type === 'tree') && (of === null || of.id === brandId));
  const ofFields = conditions.fields ?? {};
  const shown = conditionKeys.filter((key) => conditions[key] !== undefined);
  const without = (key: string) => Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== key)) as GuidelineConditions; // one less
  const setField = (key: string, options: string[] | null) => onChange({ ...conditions, fields: Object.fromEntries([...Object.entries(ofFields).filter(([name]) => name !== key), ...(options ? [[key, options] as const] : [])]) });
  const others = conditionKeys.filter((key) => !shown.includes(key));
  const otherFields = offered.filter(({ key }) => ofFields[key] === undefined);
  return (
    <section aria-labelledby="ticket-conditions" className="flex flex-col gap-2">
      <h3 id="ticket-conditions" className="font-strong">{t('guidelines.conditions')}</h3>
      {shown.length === 0 && Object.keys(ofFields).length === 0 && <p className="text-muted">{none ?? t('guidelines.conditions.none')}</p>}
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
