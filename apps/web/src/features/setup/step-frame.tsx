import { Button } from '@ombud/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../lib/i18n.ts';
import { toastProblem } from '../../lib/toasts.ts';

/** A step's heading and lead; takes the focus when it comes, so that a screen reader says where one is. */
export function StepFrame({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="max-w-xl">
      <h1 ref={heading} tabIndex={-1} className="text-page tracking-[-0.01em] outline-none">
        {title}
      </h1>
      <p className="mt-1 mb-7 max-w-prose text-muted">{lead}</p>
      {children}
    </section>
  );
}

/** The main thing to do, and "later", which is always allowed. */
export function StepActions({ main, onLater }: { main: ReactNode; onLater(): Promise<void> }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  async function later() {
    setBusy(true);
    await onLater().catch((error: unknown) => toastProblem(error, () => void later()));
    setBusy(false);
  }
  return (
    <div className="mt-8 flex flex-wrap gap-2">
      {main}
      <Button tone="plain" busy={busy} onClick={() => void later()}>
        {t('setup.later')}
      </Button>
    </div>
  );
}
