import { Button, IconButton, Menu, MenuItem, TextField } from '@ombud/ui';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FieldErrors } from '../../../lib/edit-form.ts';
import { useT } from '../../../lib/i18n.ts';
import type { AutomationConditions } from '../../automations/automation-queries.ts';
import { FieldFilterButton, FieldFilterLine } from '../../tickets/list/field-filters.tsx';
import { ConditionRow } from '../../tickets/views/condition-row.tsx';
import { conditionKeys, firstValue, type ConditionKey } from '../../tickets/views/conditions.ts';

const keys = conditionKeys.filter((key) => key !== 'followed');
const texts = ['subject', 'message'] as const;

/** Which tickets: the conditions of saved views, but what depends on who reads; and words. */
export function IfFields({ conditions, brandId, errors, onChange }: { conditions: AutomationConditions; brandId: number | null; errors: FieldErrors; onChange(conditions: AutomationConditions): void }) {
  const t = useT();
  const shown = keys.filter((key) => conditions[key as keyof AutomationConditions] !== undefined);
  const others = keys.filter((key) => !shown.includes(key));
  const change = (next: object) => onChange({ ...conditions, ...next });
  const wrong = Object.entries(errors).find(([field]) => field.startsWith('conditions'))?.[1];
  return (
    <section aria-labelledby="automation-if" className="flex flex-col gap-2">
      <h3 id="automation-if" className="font-strong">{t('automations.if')}</h3>
      {Object.values(conditions).every((value) => value === undefined) && <p className="text-muted">{t('automations.if.none')}</p>}
      {shown.map((key) => <ConditionRow key={key} of={key} impersonal conditions={conditions} onChange={change} onRemove={() => change({ [key]: undefined })} />)}
      {texts.map((key) => conditions[key] && <Words key={key} of={key} words={conditions[key]} onChange={(words) => change({ [key]: words })} onRemove={() => change({ [key]: undefined })} />)}
      <div className="-mx-3.5"><FieldFilterLine filters={conditions.field} onChange={(field) => change({ field })} /></div>
      {wrong && <p role="alert" className="text-small text-red">{wrong}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Menu trigger={<Button icon={<Plus className="size-4" />}>{t('views.addCondition')}</Button>}>
          {texts.filter((key) => !conditions[key]).map((key) => <MenuItem key={key} onSelect={() => change({ [key]: [] })}>{t(`automations.words.${key}`)}</MenuItem>)}
          {others.map((key) => <MenuItem key={key} onSelect={() => change(begin(key))}>{t(`views.condition.${key}`)}</MenuItem>)}
        </Menu>
        <FieldFilterButton filters={conditions.field} brand={brandId ?? undefined} onChange={(field) => change({ field })} />
      </div>
    </section>
  );
}

/** Nobody is `me` here. */
function begin(key: ConditionKey) {
  return key === 'assignee' ? { assignee: ['none'] } : firstValue(key);
}

/** Words that somebody types with commas between; kept as they are typed until the field is left. */
function Words({ of, words, onChange, onRemove }: { of: (typeof texts)[number]; words: readonly string[]; onChange(words: string[]): void; onRemove(): void }) {
  const t = useT();
  const [typed, setTyped] = useState(words.join(', '));
  const label = t(`automations.words.${of}`);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-1">
      <TextField label={label} hint={t('automations.words.hint')} value={typed} maxLength={1000} autoComplete="off" onValueChange={(text) => {
        setTyped(text);
        onChange([...new Set(text.split(',').map((word) => word.trim()).filter(Boolean))].slice(0, 20));
      }} />
      <IconButton label={t('views.removeCondition', { condition: label })} icon={<X />} onClick={onRemove} />
    </div>
  );
}
