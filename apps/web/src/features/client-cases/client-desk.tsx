import { Button, cx } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Eye, LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { signOut, useMe } from '../../lib/session.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { BrandMark } from '../../shell/brand-mark.tsx';
import { Missing } from '../../shell/route-states.tsx';
import { ClientAccount } from './client-account.tsx';
import { ClientCasePage } from './client-case-page.tsx';
import { ClientCaseList } from './client-case-list.tsx';

const route = getRouteApi('/cases/$');

/** All that a client reader has of the desk: a list, a case, and their own account. */
export function ClientDesk() {
  const t = useT();
  const place = (route.useParams()._splat ?? '').replace(/\/$/, '');
  const number = /^[1-9]\d{0,14}$/.test(place) ? Number(place) : null;
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-pane">
      <a href="#content" className="sr-only z-50 rounded-md bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2">
        {t('shell.skipToContent')}
      </a>
      <Head account={place === 'account'} />
      <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
        {place === '' && <ClientCaseList />}
        {number !== null && <ClientCasePage key={number} number={number} />}
        {place === 'account' && <ClientAccount />}
        {place !== '' && place !== 'account' && number === null && <Missing />}
      </main>
    </div>
  );
}

function Head({ account }: { account: boolean }) {
  const t = useT();
  const { list } = useFormats();
  const { brands } = useMe();
  const leave = useLeave();
  return (
    <header className="shrink-0 border-b border-line bg-bg">
      <div className="mx-auto flex w-full max-w-4xl flex-wrap items-center gap-x-2 px-4 py-2">
        <BrandMark className="mr-2 size-7 shrink-0" />
        <nav aria-label={t('shell.mainNavigation')} className="flex min-w-0 flex-1 flex-wrap gap-1">
          <Place to="" here={!account}>{t('clients.cases')}</Place>
          <Place to="account" here={account}>{t('clients.account')}</Place>
        </nav>
        <Button tone="plain" icon={<LogOut className="size-4" />} onClick={() => void leave()}>{t('shell.signOut')}</Button>
      </div>
      <p className="m-0 bg-sunken text-small text-muted">
        <span className="mx-auto flex w-full max-w-4xl items-start gap-2 px-4 py-1.5">
          <Eye aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0">{t('clients.reading', { brands: list(brands.map(({ name }) => name)) })}</span>
        </span>
      </p>
    </header>
  );
}

function Place({ to, here, children }: { to: string; here: boolean; children: ReactNode }) {
  return (
    <Link to="/cases/$" params={{ _splat: to }} search={{}} aria-current={here ? 'page' : undefined} className={cx('grid min-h-9 items-center rounded-md px-2.5 coarse:min-h-11', here ? 'bg-accent-soft font-strong text-accent-text' : 'text-muted hover:bg-hover hover:text-text')}>
      {children}
    </Link>
  );
}

function useLeave(): () => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async function leave() {
    try {
      await signOut();
    } catch (error) {
      toastProblem(error, () => void leave());
      return;
    }
    await router.navigate({ to: '/sign-in', search: {} });
    client.clear();
  };
}
