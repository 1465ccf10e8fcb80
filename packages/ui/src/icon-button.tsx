import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import { buttonTones, type ButtonTone } from './button.tsx';
import { cx } from './cx.ts';
import { ariaKeys } from './kbd.tsx';
import { useShownKeys } from './ui-provider.tsx';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className' | 'children'> {
  /** Its accessible name and its tooltip */
  label: string;
  icon: ReactNode;
  keys?: string;
  tone?: ButtonTone;
  side?: TooltipProps['side'];
  /** Switched on, for buttons that toggle */
  pressed?: boolean;
  className?: string;
}

export function IconButton({ label, icon, keys: given, tone = 'plain', side, pressed, className, ...rest }: IconButtonProps) {
  const keys = useShownKeys(given);
  return (
    <Tooltip label={label} keys={keys} side={side}>
      <BaseButton
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={keys && ariaKeys(keys)}
        className={cx(
          'inline-grid size-control min-h-target min-w-target shrink-0 place-items-center rounded-md transition-colors duration-[var(--quick)] disabled:opacity-55 data-[disabled]:opacity-55 [&_svg]:size-4',
          buttonTones[tone],
          pressed && 'bg-accent-soft text-accent-text',
          className,
        )}
      >
        {icon}
      </BaseButton>
    </Tooltip>
  );
}
