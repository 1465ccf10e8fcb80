import { IconButton, MultiCombobox, Select, TextField } from '@ombud/ui';
import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useChoices } from './condition-choices.ts';
import { manyOf, moments, oneOf, type ConditionKey, type ManyKey, type MomentKey, type OneKey } from './conditions.ts';
import type { Conditions } from './saved-view-queries.ts';

interface Props {
  conditions: Conditions;
  onChange(change: Conditions): void;
  /** Nobody reads it: `me` and `my teams` are not offered */
  impersonal?: boolean | undefined;
}

/** One condition in words, with its control and a way out. */
export function ConditionRow({ of, conditions, onChange, impersonal, onRemove }: Props & { of: ConditionKey; onRemove(): void }) {
  const t = useT();
  const id = useId();
  const label = t(`views.condition.${of}`);
  return (
    <div role="group" aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-1 gap-y-1 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <span id={id} className="flex min-h-control items-center text-muted">{label}</span>
      <div className="col-span-full min-w-0 sm:col-span-1 sm:col-start-2 sm:row-start-1"><Control of={of} label={label} conditions={conditions} onChange={onChange} impersonal={impersonal} /></div>
      <IconButton label={t('views.removeCondition', { condition: label })} icon={<X />} onClick={onRemove} className="col-start-2 row-start-1 sm:col-start-3" />
    </div>
  );
}

function Control({ of, label, conditions, onChange, impersonal }: Props & { of: ConditionKey; label: string }): ReactNode {
  const t = useT();
  if (of === 'escalated') return <span className="flex min-h-control items-center">{t('views.escalated')}</span>;
  if (of === 'followed') return <span className="flex min-h-control items-center">{t('views.followed')}</span>;
  if ((manyOf as readonly string[]).includes(of)) return <Many of={of as ManyKey} label={label} conditions={conditions} onChange={onChange} impersonal={impersonal} />;
  if ((moments as readonly string[]).includes(of)) return <Moment of={of as MomentKey} label={label} conditions={conditions} onChange={onChange} />;
  const one = of as OneKey; // what is left
  return <Select<string> ariaLabel={label} value={conditions[one] ?? null} choices={oneOf[one].map((value) => ({ value, label: t(`views.${one}.${value}` as 'views.snoozed.no') }))} onChange={(value) => onChange({ [one]: value })} />;
}

const numeric: readonly ManyKey[] = ['assignee', 'team', 'brand', 'requester', 'organization', 'topic'];

function Many({ of, label, conditions, onChange, impersonal }: Props & { of: ManyKey; label: string }) {
  const t = useT();
  const chosen: readonly (string | number)[] = conditions[of] ?? [];
  const { choices: all, onSearch } = useChoices(of, chosen);
  const choices = impersonal ? all.filter(({ value }) => value !== 'me' && value !== 'mine') : all;
  const values = chosen.map((value) => choices.find((choice) => choice.value === String(value)) ?? { value: String(value), label: String(value) });
  const stored = (value: string) => (numeric.includes(of) && /^\d+$/.test(value) ? Number(value) : value);
  return <MultiCombobox ariaLabel={label} placeholder={t('views.choose')} value={values} choices={choices} onSearch={onSearch} onChange={(next) => onChange({ [of]: next.map(({ value }) => stored(value)) })} />;
}

const modes = ['newer_than', 'older_than', 'between'] as const;

function Moment({ of, label, conditions, onChange }: Props & { of: MomentKey; label: string }) {
  const t = useT();
  const when = conditions[of] ?? {};
  const mode = when.newer_than ? 'newer_than' : when.older_than ? 'older_than' : 'between';
  const span = when.newer_than ?? when.older_than ?? { count: 7, unit: 'days' as const };
  const today = new Date().toISOString().slice(0, 10);
  const set = (next: NonNullable<Conditions[MomentKey]>) => onChange({ [of]: next });
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Select ariaLabel={label} className="w-auto min-w-36" value={mode} choices={modes.map((value) => ({ value, label: t(`views.when.${value}`) }))} onChange={(next) => set(next === 'between' ? { from: today } : { [next]: span })} />
      {mode === 'between' ? (
        <>
          <TextField label={t('fields.filter.fromLabel')} type="date" max="9999-12-31" value={when.from ?? ''} onValueChange={(from) => (from || when.to) && set({ ...(from && { from }), ...(when.to && { to: when.to }) })} className="min-w-32 flex-1" />
          <TextField label={t('fields.filter.toLabel')} type="date" max="9999-12-31" value={when.to ?? ''} onValueChange={(to) => (to || when.from) && set({ ...(when.from && { from: when.from }), ...(to && { to }) })} className="min-w-32 flex-1" />
        </>
      ) : (
        <>
          <input aria-label={t('views.when.count')} inputMode="numeric" value={span.count} onChange={({ currentTarget: { value } }) => /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 3650 && set({ [mode]: { ...span, count: Number(value) } })} onFocus={(event) => event.currentTarget.select()} className="h-control w-16 rounded-md border border-field-line bg-pane px-2 hover:border-muted" />
          <Select ariaLabel={t('views.when.unit')} className="w-auto min-w-24" value={span.unit} choices={(['hours', 'days'] as const).map((value) => ({ value, label: t(`views.when.${value}`) }))} onChange={(unit) => set({ [mode]: { ...span, unit } })} />
        </>
      )}
    </div>
  );
}
