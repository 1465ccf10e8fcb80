import { FilterList, Popover, type Choice } from '@ombud/ui';
import { ChevronLeft, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useT, useTranslator } from '../../lib/i18n.ts';
import { labelOf, offeredOptions, optionOf, useFieldWords, type Field, type FieldValue } from './fields.ts';
import { treeSteps, upwards } from './tree-steps.ts';

export interface OptionPickerProps {
  field: Field;
  value: FieldValue | null;
  trigger: ReactElement;
  onChange(value: string | null): void;
}

/** Chooses an option of a choice or a tree, in a list that can be typed into. */
export function OptionPicker({ field, value, trigger, onChange }: OptionPickerProps) {
  const { label } = useFieldWords();
  const [open, setOpen] = useState(false);
  const choose = (next: string | null) => {
    setOpen(false);
    if (next !== value) onChange(next);
  };
  return (
    <Popover label={label(field)} trigger={trigger} open={open} onOpenChange={setOpen} className="w-72 !p-0">
      <OptionList field={field} value={value} clearable onChoose={choose} />
    </Popover>
  );
}

const nothing = '\u0000none';

export function OptionList({ field, value, clearable = false, onChoose }: { field: Field; value: FieldValue | null; clearable?: boolean; onChoose(value: string | null): void }) {
  const t = useT();
  const { language } = useTranslator();
  const { label } = useFieldWords();
  const [typed, setTyped] = useState('');
  const [branch, setBranch] = useState<string | null>(() => startOf(field, value));
  // Last, so that Enter alone takes nothing away.
  const clear: Choice[] = clearable && value !== null && typed === '' ? [{ value: nothing, label: t('fields.clear'), icon: <X /> }] : [];
  if (field.type === 'choice') {
    const choices = offeredOptions(field, value).map((option) => ({ value: option.key, label: labelOf(option, language) }));
    return <FilterList label={label(field)} selected={[String(value)]} choices={[...choices, ...clear]} onChoose={(next) => onChoose(next === nothing ? null : next)} />;
  }
  const above = branch === null ? undefined : optionOf(field, branch);
  const steps = treeSteps(field, { branch, typed, chosen: value, language });
  const back: Choice[] = above && typed === '' ? [{ value: upwards, label: labelOf(above, language), icon: <ChevronLeft /> }, { value: above.key, label: t('fields.tree.itself', { name: labelOf(above, language) }) }] : [];
  return (
    <FilterList
      stepwise
      label={label(field)}
      selected={[String(value)]}
      choices={[...back, ...steps, ...clear]}
      onSearch={setTyped}
      onChoose={(next) => {
        if (next === nothing) onChoose(null);
        else if (next === upwards) setBranch(above?.parent ?? null);
        else if (next !== branch && steps.find((step) => step.value === next)?.opens) setBranch(next);
        else onChoose(next);
      }}
    />
  );
}

/** Where the chosen one lies. */
function startOf(field: Field, value: FieldValue | null): string | null {
  return typeof value === 'string' ? (optionOf(field, value)?.parent ?? null) : null;
}
