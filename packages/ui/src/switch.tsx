import { Field as BaseField } from '@base-ui/react/field';
import { Switch as BaseSwitch } from '@base-ui/react/switch';
import type { ReactNode } from 'react';

export interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onCheckedChange(checked: boolean): void;
  disabled?: boolean;
}

/** Acts at once; for a choice that is sent with a form use Checkbox. */
export function Switch({ label, hint, checked, onCheckedChange, disabled }: SwitchProps) {
  return (
    <BaseField.Root disabled={disabled} className="flex items-start gap-3">
      <BaseSwitch.Root
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(next)}
        className="relative mt-px inline-flex h-5 w-9 shrink-0 items-center rounded-full bg-field-line transition-colors duration-[var(--calm)] before:absolute before:-inset-1 data-[checked]:bg-accent data-[disabled]:opacity-55 coarse:before:-inset-3"
      >
        <BaseSwitch.Thumb className="block size-4 translate-x-0.5 rounded-full bg-pane shadow-low transition-transform duration-[var(--calm)] ease-[var(--ease)] data-[checked]:translate-x-[18px]" />
      </BaseSwitch.Root>
      <span className="min-w-0">
        <BaseField.Label className="block">{label}</BaseField.Label>
        {hint && <BaseField.Description className="block max-w-prose text-small text-muted">{hint}</BaseField.Description>}
      </span>
    </BaseField.Root>
  );
}
