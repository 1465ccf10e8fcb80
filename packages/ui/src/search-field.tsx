import type { ComponentProps, ReactNode } from 'react';
import { controlClasses } from './control-classes.ts';
import { cx } from './cx.ts';

export interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'onChange' | 'value'> {
  label: string;
  icon?: ReactNode;
  value?: string;
  onValueChange?(value: string): void;
  className?: string;
}

/** A search or filter field without a visible label. */
export function SearchField({ label, icon, className, onValueChange, ...input }: SearchFieldProps) {
  return (
    <div className={cx('relative', className)}>
      {icon && <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-faint [&_svg]:size-4">{icon}</span>}
      <input
        type="search"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        {...input}
        onChange={(event) => onValueChange?.(event.currentTarget.value)}
        className={cx(controlClasses, 'h-control [&::-webkit-search-cancel-button]:hidden', Boolean(icon) && 'pl-8')}
      />
    </div>
  );
}
