import { useEffect, useState } from 'react';
import type { ToastManager } from './toast-list.tsx';
import { useLater } from './use-later.ts';

export interface ToastLine {
  link: { label: string; href: string; follow(): void };
  text: string;
}

export interface ToastOptions {
  /** A toast with the same id takes the place of the older one */
  id?: string;
  title: string;
  description?: string;
  /** What it is about one by one, each with a way there */
  lines?: readonly ToastLine[];
  tone?: 'plain' | 'done' | 'failed';
  /** "Undo", "Try again" */
  action?: { label: string; keys?: string; run(): void };
  /** ms until it goes by itself; 0 keeps it. A failure stays by default. */
  timeout?: number;
  /** It went away without the action having been taken */
  onExpire?(): void;
}

/** The list comes after the first screen; what is to be told before that waits here. */
const list = Promise.withResolvers<ToastManager>();
const asked = new EventTarget();
let count = 0;

/** Shows a toast from anywhere and answers a function that takes it away. Failures are announced at once, the rest in turn. */
export function showToast({ id, title, description, lines, tone = 'plain', action, timeout, onExpire }: ToastOptions): () => void {
  let acted = false;
  count += 1;
  const key = id ?? `toast-${count}`;
  const close = () => {
    acted = true;
    void list.promise.then((manager) => manager.close(key));
  };
  asked.dispatchEvent(new Event('toast'));
  void list.promise.then((manager) =>
    manager.add({
      id: key,
      title,
      // Read out in one go; shown line by line.
      description: description ?? lines?.map(({ link, text }) => `${link.label} ${text}`).join('\n'),
      type: tone,
      priority: tone === 'failed' ? 'high' : 'low',
      timeout: timeout ?? (tone === 'failed' ? 0 : action ? 10_000 : 5_000),
      data: { keys: action?.keys, lines },
      onClose: () => !acted && onExpire?.(),
      actionProps: action && {
        children: action.label,
        onClick: () => {
          close();
          action.run();
        },
      },
    }),
  );
  return close;
}

const loadList = () => import('./toast-list.tsx');

/** Stands once beside the app. */
export function Toasts() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const want = () => setWanted(true);
    asked.addEventListener('toast', want);
    return () => asked.removeEventListener('toast', want);
  }, []);
  const part = useLater(loadList, wanted);
  return part && <part.ToastList onReady={list.resolve} />;
}
