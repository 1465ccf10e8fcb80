import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { cx } from './cx.ts';

export interface PopoverProps {
  trigger: ReactElement;
  /** Its accessible name */
  label: string;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
  open?: boolean;
  onOpenChange?(open: boolean): void;
  /** Where the focus goes; the first control unless told */
  initialFocus?: RefObject<HTMLElement | null>;
  className?: string;
  children: ReactNode;
}

export function Popover({ trigger, label, align = 'start', side = 'bottom', open, onOpenChange, initialFocus, className, children }: PopoverProps) {
  return (
    <BasePopover.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner align={align} side={side} sideOffset={4} collisionPadding={8} className="z-40">
          <BasePopover.Popup
            aria-label={label}
            initialFocus={initialFocus}
            className={cx('appear max-h-[var(--available-height)] max-w-[var(--available-width)] origin-[var(--transform-origin)] overflow-y-auto rounded-lg bg-raised p-3 shadow-float outline-none', className)}
          >
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
