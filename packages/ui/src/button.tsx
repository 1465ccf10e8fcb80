import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { ariaKeys, Kbd } from './kbd.tsx';
import { useShownKeys } from './ui-provider.tsx';

export type ButtonTone = 'primary' | 'soft' | 'plain' | 'outline' | 'danger';

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className'> {
  tone?: ButtonTone;
  icon?: ReactNode;
  /** Shown after the label and told to assistive technology, e.g. "mod+enter" */
  keys?: string;
  /** Work is under way: the button stays focusable but does nothing */
  busy?: boolean;
  className?: string;
}

export const buttonTones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover font-strong',
  soft: 'bg-accent-soft text-accent-text hover:brightness-97 font-strong',
  plain: 'text-muted hover:bg-hover hover:text-text data-[popup-open]:bg-hover data-[popup-open]:text-text',
  outline: 'border border-line bg-pane text-text shadow-low hover:bg-hover',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover font-strong',
};

export const buttonBase =
  'inline-flex h-control min-w-target select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 text-body transition-colors duration-[var(--quick)] [&>svg]:shrink-0 disabled:opacity-55 data-[disabled]:opacity-55 data-[disabled]:pointer-events-none';

export function Button({ tone = 'outline', icon, keys: given, busy = false, className, children, disabled, ...rest }: ButtonProps) {
  const keys = useShownKeys(given);
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      className={cx(buttonBase, buttonTones[tone], className)}
    >
      {icon}
      {children}
      {keys && <Kbd keys={keys} plain className="ml-1 coarse:hidden" />}
    </BaseButton>
  );
}
