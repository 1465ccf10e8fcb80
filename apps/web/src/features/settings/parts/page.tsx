import { cx, EmptyState } from '@ombud/ui';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMay, type Permission } from '../../../lib/session.ts';
import { useTitle } from '../../../lib/title.ts';

export interface SettingsPageProps {
  title: string;
  /** What the page is for, in a sentence or two */
  lead: ReactNode;
  /** The main thing to do here, at the right of the title */
  action?: ReactNode;
  /** Above the title: the way back from a page below another */
  back?: ReactNode;
  /** Who may not, is told so instead of being shown a broken page */
  needs?: Permission;
  children: ReactNode;
}

export function SettingsPage({ title, lead, action, back, needs, children }: SettingsPageProps) {
  useTitle(title);
  const allowed = useMay(needs ?? 'tickets.read');
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-5 pb-16 sm:px-8 desk:pt-9">
      {back}
      <header className="mb-7 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-page tracking-[-0.01em]">{title}</h1>
          <p className="mt-1 max-w-prose text-muted">{lead}</p>
        </div>
        {allowed && action}
      </header>
      {allowed ? children : <NoRight />}
    </div>
  );
}

function NoRight() {
  const t = useT();
  return (
    <EmptyState icon={<Lock />} title={t('settings.noRight.title')}>
      {t('settings.noRight.text')}
    </EmptyState>
  );
}

export function Section({ title, hint, children, className }: { title: string; hint?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={cx('border-t border-line-soft py-7 first:border-t-0 first:pt-0 [header+&]:border-t-0 [header+&]:pt-0', className)}>
      <h2 className="text-title">{title}</h2>
      {hint && <p className="mt-0.5 max-w-prose text-muted">{hint}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
