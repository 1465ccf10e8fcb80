import { EmptyState } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useTitle } from '../../../lib/title.ts';

interface ImportsFrameProps {
  title: string;
  back: { to: '/customers' | '/customers/imports'; label: string };
  sub: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function ImportsFrame({ title, back, sub, actions, children }: ImportsFrameProps) {
  useTitle(title);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-4xl px-4 pt-4 pb-16 sm:px-8">
        <Link to={back.to} className="inline-flex min-h-target items-center gap-1.5 rounded-sm text-muted hover:text-text">
          <ArrowLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
        <header className="flex flex-wrap items-start gap-x-6 gap-y-3 pt-4 pb-6">
          <div className="min-w-0 flex-1 basis-60">
            <h1 className="text-page tracking-[-0.01em] [overflow-wrap:anywhere]">{title}</h1>
            <div className="mt-1 max-w-prose text-muted">{sub}</div>
          </div>
          {actions}
        </header>
        {children}
      </div>
    </main>
  );
}

export function NotAllowed() {
  const t = useT();
  return (
    <EmptyState icon={<Lock />} title={t('settings.noRight.title')}>
      {t('imports.notAllowed')}
    </EmptyState>
  );
}
