import { TextField } from '@ombud/ui';
import { useState, type ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';

export type TermValues = { target: number; within_seconds: number; shrinkage: number };

/** What is to be reached, and how much of the paid time is not there for it. */
export function useTerms(): { values: TermValues; fields: ReactNode } {
  const t = useT();
  const [values, setValues] = useState<TermValues>({ target: 80, within_seconds: 20, shrinkage: 30 });
  const set = (name: keyof TermValues) => (value: number | null) => value !== null && setValues((before) => ({ ...before, [name]: value }));
  return {
    values,
    fields: (
      <>
        <NumberField label={t('reports.staffing.target')} value={values.target} least={1} most={99} onChange={set('target')} />
        <NumberField label={t('reports.staffing.within')} value={values.within_seconds} least={0} most={3_600} onChange={set('within_seconds')} />
        <NumberField label={t('reports.staffing.shrinkage')} hint={t('reports.staffing.shrinkage.hint')} value={values.shrinkage} least={0} most={80} onChange={set('shrinkage')} />
      </>
    ),
  };
}

/** A whole number between two; what is half typed, or out of bounds, is not told until it fits. `empty`: nothing is an answer too. */
export function NumberField({ label, hint, value, least, most, empty = false, onChange }: { label: string; hint?: string; value: number | null; least: number; most: number; empty?: boolean; onChange(value: number | null): void }) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const type = (next: string) => {
    setText(next);
    const typed = Number(next);
    if (next.trim() === '' && empty) onChange(null);
    else if (next.trim() !== '' && Number.isInteger(typed) && typed >= least && typed <= most) onChange(typed);
  };
  return <TextField type="number" inputMode="numeric" label={label} hint={hint} value={text} min={least} max={most} step={1} onValueChange={type} />;
}
