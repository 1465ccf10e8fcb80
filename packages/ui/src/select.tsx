import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { controlClasses } from './control-classes.ts';
import { Field, type FieldProps } from './field.tsx';
import { inLandmark, itemClasses, popupClasses } from './menu.tsx';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  icon?: ReactNode;
  /** A second, quieter line */
  hint?: string;
  /** Choosing it brings other choices */
  opens?: boolean;
}

interface PickerProps<Value extends string> {
  value: Value | null;
  choices: readonly Choice<Value>[];
  onChange(value: Value): void;
  placeholder?: string;
  disabled?: boolean;
  name?: string;
  /** Without a Field around it, the name that assistive technology says */
  ariaLabel?: string;
  className?: string;
}

/** The control alone, for toolbars and panels; in a form use SelectField. */
export function Select<Value extends string>({ value, choices, onChange, placeholder, disabled, name, ariaLabel, className }: PickerProps<Value>) {
  const id = useId();
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <BaseSelect.Root
      name={name}
      disabled={disabled}
      value={value}
      items={choices.map(({ value: key, label }) => ({ value: key, label }))}
      onValueChange={(next) => next !== null && onChange(next)}
    >
      <BaseSelect.Trigger
        id={id}
        aria-label={ariaLabel}
        className={cx(controlClasses, 'flex h-control items-center gap-2 text-left select-none data-[popup-open]:border-accent', className)}
      >
        {chosen?.icon}
        <span className={cx('min-w-0 flex-1 truncate', !chosen && 'text-faint')}>
          <BaseSelect.Value>{chosen?.label ?? placeholder ?? ''}</BaseSelect.Value>
        </span>
        <BaseSelect.Icon>
          <ChevronDown className="size-4 text-faint" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal {...inLandmark(id)}>
        <BaseSelect.Positioner alignItemWithTrigger={false} sideOffset={4} collisionPadding={8} className="z-40 outline-none">
          <BaseSelect.Popup className={cx(popupClasses, 'min-w-[var(--anchor-width)] max-w-96')}>
            {choices.map((choice) => (
              <BaseSelect.Item key={choice.value} value={choice.value} className={itemClasses}>
                {choice.icon}
                <span className="min-w-0 flex-1 py-1">
                  <BaseSelect.ItemText className="block truncate">{choice.label}</BaseSelect.ItemText>
                  {choice.hint && <span className="block truncate text-small text-faint">{choice.hint}</span>}
                </span>
                <BaseSelect.ItemIndicator>
                  <Check />
                </BaseSelect.ItemIndicator>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}

export function SelectField<Value extends string>({ label, hint, error, aside, className, ...picker }: PickerProps<Value> & Pick<FieldProps, 'label' | 'hint' | 'error' | 'aside'>) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside} className={className}>
      <Select {...picker} />
    </Field>
  );
}
