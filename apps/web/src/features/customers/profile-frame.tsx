import { Avatar } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../lib/i18n.ts';

export interface ProfileFrameProps {
  name: string;
  square?: boolean;
  sub: ReactNode;
  actions?: ReactNode;
  aside: ReactNode;
  /** Where the list is that it came from */
  show?: 'organizations';
  children: ReactNode;
}

/** A person or an organisation: who it is on top, what happened in the middle, what is known at the side. */
export function ProfileFrame({ name, square, sub, actions, aside, show, children }: ProfileFrameProps) {
  const t = useT();
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-5xl px-4 pt-4 pb-16 sm:px-8">
        <Link to="/customers" search={{ show }} className="inline-flex min-h-target items-center gap-1.5 rounded-sm text-muted hover:text-text">
          <ArrowLeft aria-hidden className="size-4" />
          {show ? t('customers.organizations') : t('customers.title')}
        </Link>
        <header className="flex flex-wrap items-center gap-x-4 gap-y-3 pt-4 pb-6">
          <Avatar name={name} size="large" className={square ? 'rounded-xl' : undefined} />
          <div className="min-w-0 flex-1 basis-40">
            <h1 className="text-page tracking-[-0.01em] [overflow-wrap:anywhere]">{name}</h1>
            <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">{sub}</div>
          </div>
          {actions}
        </header>
        <div className="grid gap-x-12 gap-y-8 desk:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0 desk:order-none order-last">{children}</div>
          <aside className="flex min-w-0 flex-col gap-7">{aside}</aside>
        </div>
      </div>
    </main>
  );
}

export function SideSection({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="mb-2 flex min-h-6 items-center justify-between gap-2">
        <h2 className="text-body text-muted">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_minmax(0,1fr)] gap-x-3 gap-y-1.5">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-faint">{label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
