import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { buttonBase } from './button.tsx';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import type { ToastLine } from './toast.tsx';
import { useUiTexts } from './ui-provider.tsx';

interface Data {
  keys?: string;
  lines?: readonly ToastLine[];
}

const manager = Toast.createToastManager<Data>();

export type ToastManager = typeof manager;

/** Where toasts are shown. It tells when it listens, since what its manager is given before that is lost. */
export function ToastList({ onReady }: { onReady(ready: ToastManager): void }) {
  const texts = useUiTexts();
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport aria-label={texts.notifications} className="fixed inset-x-3 bottom-[calc(4.5rem+var(--thumb-bar,0rem)+env(safe-area-inset-bottom))] z-50 mx-auto flex max-w-md flex-col gap-2 outline-none desk:bottom-4 desk:left-[68px] desk:mx-0 desk:w-96">
          <Entries />
        </Toast.Viewport>
      </Toast.Portal>
      <Listening onReady={onReady} />
    </Toast.Provider>
  );
}

function Listening({ onReady }: { onReady(ready: ToastManager): void }) {
  // The provider subscribes in the same round of effects, before anything that waits for this promise runs.
  useEffect(() => onReady(manager), [onReady]);
  return null;
}

function Entries() {
  const texts = useUiTexts();
  const { toasts } = Toast.useToastManager<Data>();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['left', 'down']}
      className="appear rounded-lg bg-raised shadow-float data-[limited]:hidden data-[starting-style]:translate-y-2"
    >
      <Toast.Content className="flex items-start gap-2.5 py-2.5 pr-1.5 pl-3">
        {toast.type === 'done' && <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-green" />}
        {toast.type === 'failed' && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-red" />}
        <div className="min-w-0 flex-1 py-px">
          <Toast.Title className="font-strong" />
          {toast.data?.lines ? <Lines lines={toast.data.lines} /> : <Toast.Description className="text-muted" />}
        </div>
        {toast.actionProps && (
          <span className="-my-1 flex items-center gap-1">
            <Toast.Action className={cx(buttonBase, 'px-2 font-strong text-accent-text hover:bg-hover')} />
            {toast.data?.keys && texts.shownKeys(toast.data.keys) && <Kbd keys={texts.shownKeys(toast.data.keys) ?? ''} className="coarse:hidden" />}
          </span>
        )}
        <Toast.Close aria-label={texts.close} className="-my-0.5 grid size-6 min-h-target min-w-target shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-text">
          <X className="size-3.5" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Toasts stand outside the router: a plain press is followed within the page, any other is the browser's. */
function Lines({ lines }: { lines: readonly ToastLine[] }) {
  return (
    <ul className="m-0 flex list-none flex-col gap-0.5 p-0 text-muted">
      {lines.map(({ link, text }) => (
        <li key={link.href} className="[overflow-wrap:anywhere]">
          <a
            href={link.href}
            className="font-strong text-accent-text underline-offset-2 hover:underline"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              link.follow();
            }}
          >
            {link.label}
          </a>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}
