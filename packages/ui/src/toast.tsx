import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonBase } from './button.tsx';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import { useUiTexts } from './ui-provider.tsx';

const manager = Toast.createToastManager<{ keys?: string }>();

export interface ToastOptions {
  /** A toast with the same id takes the place of the older one */
  id?: string;
  title: string;
  description?: string;
  tone?: 'plain' | 'done' | 'failed';
  /** "Undo", "Try again" */
  action?: { label: string; keys?: string; run(): void };
  /** ms until it goes by itself; 0 keeps it. A failure stays by default. */
  timeout?: number;
  /** It went away without the action having been taken */
  onExpire?(): void;
}

/** Shows a toast from anywhere and answers a function that takes it away. Failures are announced at once, the rest in turn. */
export function showToast({ id, title, description, tone = 'plain', action, timeout, onExpire }: ToastOptions): () => void {
  let acted = false;
  const key = manager.add({
    id,
    title,
    description,
    type: tone,
    priority: tone === 'failed' ? 'high' : 'low',
    timeout: timeout ?? (tone === 'failed' ? 0 : action ? 10_000 : 5_000),
    data: { keys: action?.keys },
    onClose: () => !acted && onExpire?.(),
    actionProps: action && {
      children: action.label,
      onClick: () => {
        acted = true;
        manager.close(key);
        action.run();
      },
    },
  });
  return () => {
    acted = true;
    manager.close(key);
  };
}

/** Stands once around the app. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const texts = useUiTexts();
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport aria-label={texts.notifications} className="fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-50 mx-auto flex max-w-md flex-col gap-2 outline-none desk:bottom-4 desk:left-[68px] desk:mx-0 desk:w-96">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const texts = useUiTexts();
  const { toasts } = Toast.useToastManager<{ keys?: string }>();
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
          <Toast.Description className="text-muted" />
        </div>
        {toast.actionProps && (
          <span className="-my-1 flex items-center gap-1">
            <Toast.Action className={cx(buttonBase, 'px-2 font-strong text-accent-text hover:bg-hover')} />
            {toast.data?.keys && <Kbd keys={toast.data.keys} className="coarse:hidden" />}
          </span>
        )}
        <Toast.Close aria-label={texts.close} className="-my-0.5 grid size-6 min-h-target min-w-target shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-text">
          <X className="size-3.5" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
