import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { cx } from './cx.ts';
import { useUiTexts } from './ui-provider.tsx';

export interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the foot, the one that acts last */
  actions?: ReactNode;
  /** `screen` takes what room there is, for something to look at */
  width?: 'narrow' | 'medium' | 'wide' | 'screen';
  /** Something would be lost: neither Esc nor a press outside closes it, only its buttons */
  guarded?: boolean;
  /** Without the cross in the corner */
  noCross?: boolean;
  /** Only to be read: its body takes the focus, so that keys can scroll it */
  readOnly?: boolean;
  /** Where the focus goes; the first control unless told */
  initialFocus?: RefObject<HTMLElement | null>;
}

const widths = { narrow: 'max-w-sm', medium: 'max-w-lg', wide: 'max-w-3xl', screen: 'h-[92dvh] max-w-[96rem] sm:h-[calc(100dvh-3rem)]' };
/** Below the upper edge, where the eye is; what takes the whole screen stands in its middle */
const top = 'sm:pt-[12vh]';

/** In the middle of a large screen, from the lower edge on a phone. Esc and a press outside close it. */
export function Dialog({ open, onOpenChange, title, description, children, actions, width = 'medium', guarded = false, noCross = false, readOnly = false, initialFocus }: DialogProps) {
  const texts = useUiTexts();
  return (
    <BaseDialog.Root open={open} onOpenChange={(next, { reason }) => !(guarded && (reason === 'escape-key' || reason === 'outside-press')) && onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity duration-[var(--calm)] data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <BaseDialog.Viewport className={cx('fixed inset-0 z-30 flex items-end justify-center overflow-y-auto sm:items-start sm:p-6', width !== 'screen' && top)}>
          <BaseDialog.Popup
            initialFocus={initialFocus}
            className={cx('appear flex w-full flex-col rounded-t-xl bg-raised shadow-float outline-none sm:rounded-xl', width !== 'screen' && 'max-h-[92dvh] sm:max-h-[76dvh]', widths[width])}
          >
            <header className="flex shrink-0 items-start gap-3 px-5 pt-4 pb-1">
              <div className="min-w-0 flex-1">
                <BaseDialog.Title className="text-title font-strong">{title}</BaseDialog.Title>
                {description && <BaseDialog.Description className="mt-1 text-muted">{description}</BaseDialog.Description>}
              </div>
              {!noCross && (
                <BaseDialog.Close aria-label={texts.close} className="-mt-1 -mr-2 grid size-control place-items-center rounded-md text-faint hover:bg-hover hover:text-text">
                  <X className="size-4" />
                </BaseDialog.Close>
              )}
            </header>
            {/* The body scrolls, head and foot stay. */}
            <div {...(readOnly && { tabIndex: 0, role: 'group', 'aria-label': title })} className="min-h-0 flex-1 overflow-y-auto px-5 py-3 outline-offset-[-2px]">{children}</div>
            {actions && <footer className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line-soft px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">{actions}</footer>}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
