import { Button, cx, EmptyState, RelativeTime, SkeletonLines, Tabs } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { MailOpen, Pause, SendHorizontal } from 'lucide-react';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useIsWide } from '../../lib/media.ts';
import { useTitle } from '../../lib/title.ts';
import { outboxFilters } from '../../routes/outbox.ts';
import { outboxPages } from './outbox-queries.ts';
import { OutboxReader } from './outbox-reader.tsx';
import { OutboxStatusChip } from './outbox-status.tsx';
import type { OutboxMail } from './types.ts';

const route = getRouteApi('/signed-in/outbox');

export function OutboxPage() {
  const t = useT();
  const wide = useIsWide();
  const { open } = route.useSearch();
  useTitle(t('outbox.title'));
  return (
    <main className="flex min-h-0 flex-1 bg-pane">
      {(wide || open === undefined) && <OutboxList wide={wide} />}
      {open !== undefined && <OutboxReader key={open} id={open} wide={wide} />}
      {wide && open === undefined && (
        <div className="grid min-w-0 flex-1 place-items-center">
          <EmptyState icon={<MailOpen />} title={t('outbox.choose')} />
        </div>
      )}
    </main>
  );
}

function OutboxList({ wide }: { wide: boolean }) {
  const t = useT();
  const { status, open } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(outboxPages(status));
  const mails = query.data?.pages.flatMap((page) => page.items);
  return (
    <div className={cx('flex min-h-0 min-w-0 flex-col', wide ? 'w-[26rem] shrink-0 border-r border-line' : 'flex-1')}>
      <header className="shrink-0 border-b border-line-soft px-4 pt-3.5 pb-3">
        <h1 className="text-title">{t('outbox.title')}</h1>
        <p className="mb-2.5 text-muted">{t('outbox.lead')}</p>
        <div className="-mx-1">
          <Tabs
            label={t('outbox.filter')}
            value={status ?? 'all'}
            tabs={[{ value: 'all', label: t('outbox.filter.all') }, ...outboxFilters.map((value) => ({ value, label: t(`outbox.status.${value}`) }))]}
            onChange={(next) => void navigate({ search: (before) => ({ ...before, status: outboxFilters.find((filter) => filter === next) }) })}
          />
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <WaitingBanner mails={mails ?? []} />
        {!mails && !query.error && <SkeletonLines count={6} className="p-4" />}
        {!mails && query.error && <div className="p-4"><LoadFailed error={query.error} retry={() => void query.refetch()} /></div>}
        {mails?.length === 0 && (
          <EmptyState icon={<SendHorizontal />} title={t('outbox.empty.title')}>
            {t('outbox.empty.text')}
          </EmptyState>
        )}
        <ul>
          {mails?.map((mail) => (
            <li key={mail.id}>
              <OutboxRow mail={mail} open={mail.id === open} />
            </li>
          ))}
        </ul>
        {query.hasNextPage && (
          <div className="p-3 text-center">
            <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('common.showMore')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** When everything waits for the same reason, it is said once and what to do about it. */
function WaitingBanner({ mails }: { mails: readonly OutboxMail[] }) {
  const t = useT();
  const reason = mails.find(({ waiting_for }) => waiting_for === 'hold' || waiting_for === 'configuration')?.waiting_for;
  if (reason !== 'hold' && reason !== 'configuration') return null;
  return (
    <p className="flex items-start gap-2 border-b border-line-soft bg-amber-soft px-4 py-2.5 text-amber">
      <Pause aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t(`outbox.banner.${reason}`)}
    </p>
  );
}

function OutboxRow({ mail, open }: { mail: OutboxMail; open: boolean }) {
  const t = useT();
  const { status } = route.useSearch();
  const people = mail.to.map(({ name, address }) => name || address).join(', ');
  return (
    <Link
      to="/outbox"
      search={{ status, open: mail.id }}
      aria-current={open || undefined}
      className={cx(
        'relative block border-b border-line-soft px-4 py-[calc(var(--row-gap)+2px)] -outline-offset-2',
        open ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent' : 'hover:bg-hover',
      )}
    >
      <span className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 truncate font-strong">{people}</span>
        <RelativeTime at={mail.sent_at ?? mail.created_at} className="shrink-0 text-small text-faint" />
      </span>
      <span className="block truncate text-muted">{mail.subject || t('outbox.noSubject')}</span>
      <span className="mt-1.5 flex min-w-0 items-center gap-1.5">
        <OutboxStatusChip mail={mail} />
        {(mail.kind === 'acknowledgement' || mail.kind === 'survey') && <span className="truncate text-small text-faint">{t(`outbox.kind.${mail.kind}`)}</span>}
        {mail.ticket !== null && <span className="tabular ml-auto shrink-0 text-small text-faint">#{mail.ticket}</span>}
      </span>
    </Link>
  );
}
