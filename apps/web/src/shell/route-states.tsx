import { Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { CircleAlert, Compass } from 'lucide-react';
import { useEffect } from 'react';
import { useT } from '../lib/i18n.ts';
import { ApiProblem, problemText } from '../lib/problem.ts';
import { meQuery } from '../lib/session.ts';

/** While a screen's code or first data is on its way. */
export function RoutePending() {
  return <SkeletonLines count={5} className="w-full max-w-xl p-6" />;
}

/** The address leads nowhere. */
export function RouteMissing() {
  return (
    <main className="grid min-h-0 flex-1 place-items-center bg-pane">
      <Missing />
    </main>
  );
}

/** The same where there is nothing around it. */
export function PageMissing() {
  return (
    <div className="flex min-h-dvh">
      <RouteMissing />
    </div>
  );
}

/** The same where the page has its main part already. */
export function Missing() {
  const t = useT();
  return (
    <EmptyState
      page
      icon={<Compass />}
      title={t('shell.notFound.title')}
      action={<WayOn />}
    >
      {t('shell.notFound.text')}
    </EmptyState>
  );
}

/** To where they can go: not asked for here, since whoever is not signed in may see this too. The start page leads each to their own. */
function WayOn() {
  const t = useT();
  const role = useQueryClient().getQueryData(meQuery.queryKey)?.role;
  const className = 'font-strong text-accent-text underline-offset-4 hover:underline';
  if (role === 'client') return <Link to="/cases/$" params={{ _splat: '' }} className={className}>{t('shell.notFound.cases')}</Link>;
  return <Link to={role ? '/inbox' : '/'} className={className}>{t(role ? 'shell.notFound.action' : 'shell.notFound.start')}</Link>;
}

/** A screen threw. Problems of the server say themselves; anything else is a fault of ours. */
export function RouteCrash({ error, reset }: { error: unknown; reset(): void }) {
  const t = useT();
  const router = useRouter();
  const missing = error instanceof ApiProblem && error.code === 'not_found';
  useEffect(() => {
    if (!(error instanceof ApiProblem)) console.error(error);
  }, [error]);
  if (missing) return <RouteMissing />;
  return (
    <main className="grid min-h-0 flex-1 place-items-center bg-pane">
      <div role="alert">
        <EmptyState
          page
          icon={<CircleAlert />}
          title={t('shell.crash.title')}
          action={
            <Button
              onClick={() => {
                reset();
                void router.invalidate();
              }}
            >
              {t('common.retry')}
            </Button>
          }
        >
          {error instanceof ApiProblem ? problemText(error) : t('shell.crash.text')}
        </EmptyState>
      </div>
    </main>
  );
}
