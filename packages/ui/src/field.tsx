import { Field as BaseField } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface FieldProps {
  label: ReactNode;
  /** What it is for, below the label */
  hint?: ReactNode;
  /** Why it was refused and what to do; read out with the control */
  error?: ReactNode;
  /** Said beside the label of what may stay empty, e.g. "optional" */
  aside?: ReactNode;
  name?: string;
  className?: string;
  /** One control of this package; label, hint and error are tied to it */
  children: ReactNode;
}

export function Field({ label, hint, error, aside, name, className, children }: FieldProps) {
  return (
    <BaseField.Root name={name} invalid={Boolean(error)} className={cx('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <BaseField.Label className="font-strong">{label}</BaseField.Label>
        {aside && <span className="text-small text-faint">{aside}</span>}
      </div>
      {hint && <BaseField.Description className="-mt-0.5 mb-0.5 max-w-prose text-small text-muted">{hint}</BaseField.Description>}
      {children}
      <BaseField.Error match={Boolean(error)} className="text-small text-red">
        {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}
