import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { controlClasses } from './control-classes.ts';
import { cx } from './cx.ts';
import { Field, type FieldProps } from './field.tsx';

type Labels = Pick<FieldProps, 'label' | 'hint' | 'error' | 'aside'>;

export interface TextFieldProps extends Labels, Omit<ComponentProps<'input'>, 'className' | 'onChange' | 'value' | 'defaultValue'> {
  value?: string;
  defaultValue?: string;
  onValueChange?(value: string): void;
  className?: string;
}

export function TextField({ label, hint, error, aside, name, className, onValueChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside} name={name} className={className}>
      <BaseField.Control {...input} onValueChange={(value) => onValueChange?.(String(value))} className={cx(controlClasses, 'h-control', input.readOnly && 'border-line! bg-sunken text-muted')} />
    </Field>
  );
}

export interface TextAreaProps extends Labels, Omit<ComponentProps<'textarea'>, 'className' | 'onChange' | 'value' | 'defaultValue'> {
  value?: string;
  defaultValue?: string;
  onValueChange?(value: string): void;
  className?: string;
}

/** Grows with its text, where the browser can (`field-sizing`), from `rows` on. */
export function TextArea({ label, hint, error, aside, name, className, onValueChange, rows = 3, value, defaultValue, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside} name={name} className={className}>
      <BaseField.Control
        value={value}
        defaultValue={defaultValue}
        onValueChange={(text) => onValueChange?.(String(text))}
        render={<textarea rows={rows} {...area} />}
        className={cx(controlClasses, 'field-sizing-content max-h-96 min-h-20 resize-y py-2')}
      />
    </Field>
  );
}
