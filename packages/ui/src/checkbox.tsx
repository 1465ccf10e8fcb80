import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Field as BaseField } from '@base-ui/react/field';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';

export interface CheckboxProps {
  /** Visible words; or `ariaLabel` where the row itself says it */
  label?: ReactNode;
  ariaLabel?: string;
  hint?: ReactNode;
  checked: boolean;
  /** Some of several are on */
  indeterminate?: boolean;
  onCheckedChange(checked: boolean, event: Event): void;
  disabled?: boolean;
  name?: string;
}

export function Checkbox({ label, ariaLabel, hint, checked, indeterminate, onCheckedChange, disabled, name }: CheckboxProps) {
  const box = (
    <BaseCheckbox.Root
      name={name}
      checked={checked}
      indeterminate={indeterminate}
      disabled={disabled}
      aria-label={ariaLabel}
      onCheckedChange={(next, details) => onCheckedChange(next, details.event)}
      className="relative mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border border-field-line bg-pane text-on-accent before:absolute before:-inset-1 hover:border-muted data-[checked]:border-accent data-[checked]:bg-accent data-[indeterminate]:border-accent data-[indeterminate]:bg-accent data-[disabled]:opacity-55 coarse:before:-inset-3.5"
    >
      <BaseCheckbox.Indicator className="grid place-items-center">
        {indeterminate ? <Minus className="size-3 stroke-3" /> : <Check className="size-3 stroke-3" />}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (!label) return box;
  return (
    <BaseField.Root disabled={disabled} className="flex items-start gap-2">
      {box}
      <span className="min-w-0">
        <BaseField.Label className="block">{label}</BaseField.Label>
        {hint && <BaseField.Description className="block max-w-prose text-small text-muted">{hint}</BaseField.Description>}
      </span>
    </BaseField.Root>
  );
}
