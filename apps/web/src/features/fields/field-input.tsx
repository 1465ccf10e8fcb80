import { Checkbox, Combobox, Field as FieldFrame, TextField, type Choice } from '@ombud/ui';
import { useState } from 'react';
import { useFormats, useT, useTranslator } from '../../lib/i18n.ts';
import { labelOf, offeredOptions, pathOf, useFieldWords, type Field, type FieldValue } from './fields.ts';
import { treeSteps } from './tree-steps.ts';

export interface FieldInputProps {
  field: Field;
  value: FieldValue | null;
  error?: string;
  /** Has to be filled in here; else it says that it may stay empty, or until when */
  needed?: boolean;
  onChange(value: FieldValue | null): void;
}

/** What is typed that is no number yet. */
export const notANumber = Number.NaN;

/** One field in a form. */
export function FieldInput({ field, value, error, needed = false, onChange }: FieldInputProps) {
  const t = useT();
  const words = useFieldWords();
  const shared = { label: words.label(field), hint: words.help(field) || undefined, error, aside: needed ? undefined : t(field.required === 'solve' ? 'fields.needed' : 'common.optional') };
  switch (field.type) {
    case 'text':
      return <TextField {...shared} value={String(value ?? '')} maxLength={2_000} autoComplete="off" onValueChange={(text) => onChange(text === '' ? null : text)} />;
    case 'number':
      return <NumberInput {...shared} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'date':
      return <TextField {...shared} type="date" max="9999-12-31" value={String(value ?? '')} onValueChange={(text) => onChange(text === '' ? null : text)} />;
    case 'checkbox':
      return (
        <div>
          <Checkbox label={shared.label} hint={[shared.hint, !needed && field.required === 'solve' && shared.aside].filter(Boolean).join(' · ') || undefined} checked={value === true} onCheckedChange={(on) => onChange(on ? true : null)} />
          {error && <p role="alert" className="mt-1 text-small text-red">{error}</p>}
        </div>
      );
    case 'choice':
    case 'tree':
      return (
        <FieldFrame {...shared}>
          <OptionCombobox field={field} value={typeof value === 'string' ? value : null} onChange={onChange} />
        </FieldFrame>
      );
  }
}

function NumberInput({ value, onChange, ...shared }: { label: string; hint?: string; error?: string; aside?: string; value: number | null; onChange(value: number | null): void }) {
  const formats = useFormats();
  const [typed, setTyped] = useState(() => (value === null ? '' : formats.decimal(value)));
  return (
    <TextField
      {...shared}
      inputMode="decimal"
      autoComplete="off"
      maxLength={40}
      value={typed}
      onValueChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? null : (formats.readDecimal(text) ?? notANumber));
      }}
    />
  );
}

function OptionCombobox({ field, value, onChange }: { field: Field; value: string | null; onChange(value: string | null): void }) {
  const { language } = useTranslator();
  const [typed, setTyped] = useState('');
  const toChoice = (key: string): Choice => ({ value: key, label: pathOf(field, key, language).join(' → ') });
  const chosen = value === null ? null : toChoice(value);
  const choices: Choice[] = field.type === 'choice' ? offeredOptions(field, value).map((option) => ({ value: option.key, label: labelOf(option, language) })) : treeChoices(field, chosen?.label === typed ? '' : typed, value, language);
  return <Combobox value={chosen} choices={choices} onChange={(next) => onChange(next?.value ?? null)} onSearch={field.type === 'tree' ? setTyped : undefined} />;
}

const mostShown = 50;

/** Whole paths, so that nothing has to be opened; the first of a large tree until something is typed. */
function treeChoices(field: Field, typed: string, value: string | null, language: Parameters<typeof pathOf>[2]): Choice[] {
  if (typed.trim() !== '') return treeSteps(field, { branch: null, typed, chosen: value, language });
  return offeredOptions(field, value).slice(0, mostShown).map(({ key }) => ({ value: key, label: pathOf(field, key, language).join(' → ') }));
}
