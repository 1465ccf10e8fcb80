import { cx, Popover, Tooltip } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { Bell, MoonStar } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { useCommands, useKeyOf } from '../../lib/keys/index.ts';
import { useMay } from '../../lib/session.ts';
import { watchForRenewal } from '../app-install/index.ts';
import { followBell, showOnIcon } from './follow-bell.ts';
import { bellQuery, useReadTicket, useSaveNotificationSettings } from './notification-queries.ts';
import { NotificationsPanel } from './notifications-panel.tsx';
import { useQuietChoices } from './quiet-menu.tsx';

const mostShown = 999;

/** The bell, with what it takes to keep it: fetched after the first list. */
export function BellButton({ wide }: { wide: boolean }) {
  const t = useT();
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const { data: bell } = useQuery(bellQuery);
  const unread = bell?.unread ?? 0;
  const keys = useKeyOf('notifications.open');
  const known = bell !== undefined;
  useEffect(() => (known ? followBell(client) : undefined), [client, known]);
  useEffect(() => watchForRenewal((url) => router.history.push(url)), [router]);
  useEffect(() => showOnIcon(unread), [unread]);
  useReadOnOpening(useMay('tickets.write') && unread > 0 ? (bell?.newest ?? null) : null);
  useBellCommands(() => (wide ? setOpen(true) : void navigate({ to: '/notifications' })));

  const label = t('notifications.bell', { count: unread });
  if (!wide) return <BarBell unread={unread} />;
  return (
    <Popover
      label={t('notifications.title')}
      side="right"
      align="end"
      open={open}
      onOpenChange={setOpen}
      initialFocus={panel}
      className="flex h-[min(40rem,var(--available-height))] w-[25rem] flex-col overflow-hidden! p-0!"
      trigger={
        <button type="button" aria-label={label} data-tooltip={label} data-tooltip-keys={keys} data-tooltip-side="right" className="relative grid size-9 place-items-center rounded-lg text-muted transition-colors duration-[var(--quick)] hover:bg-pressed hover:text-text coarse:size-11">
          <Bell className="size-[18px] stroke-[1.7]" />
          <Count unread={unread} className="top-0 left-[18px]" />
        </button>
      }
    >
      <NotificationsPanel ref={panel} heading="h2" onLeave={() => setOpen(false)} />
    </Popover>
  );
}

function BarBell({ unread }: { unread: number }) {
  const t = useT();
  const label = t('notifications.shortBell', { count: unread });
  const here = useRouterState({ select: (state) => state.location.pathname === '/notifications' });
  return (
    <Tooltip label={label}>
      <Link
        to="/notifications"
        aria-current={here ? 'page' : undefined}
        className={cx('flex min-h-14 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 text-[11px] -outline-offset-2', here ? 'font-strong text-accent-text' : 'text-muted')}
      >
        <span className="relative">
          <Bell className="size-5 stroke-[1.7]" />
          <Count unread={unread} className="-top-1.5 left-3" />
        </span>
        <span aria-hidden className="max-w-full truncate px-0.5">{t('notifications.short')}</span>
        <span className="sr-only">{label}</span>
      </Link>
    </Tooltip>
  );
}

function Count({ unread, className }: { unread: number; className: string }) {
  if (unread === 0) return null;
  return (
    <span aria-hidden className={cx('absolute min-w-4 rounded-full bg-accent px-1 text-center text-[10px] leading-4 font-strong text-on-accent tabular-nums', className)}>
      {unread > mostShown ? `${mostShown}+` : unread}
    </span>
  );
}

/** Who has a ticket on the screen reads what the bell tells of it; asked only when something unread comes or a ticket is opened. */
function useReadOnOpening(newest: number | null): void {
  const number = useRouterState({ select: ({ location }) => Number(/^\/inbox\/[^/]+\/(\d+)$/.exec(location.pathname)?.[1] ?? 0) });
  const { mutate } = useReadTicket();
  useEffect(() => {
    if (newest === null || number === 0) return;
    const read = () => document.visibilityState === 'visible' && mutate(number);
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [newest, number, mutate]);
}

function useBellCommands(show: () => void): void {
  const [{ until }] = useQuietChoices();
  const { mutate } = useSaveNotificationSettings();
  useCommands([
    { id: 'notifications.open', label: 'notifications.go', group: 'go', icon: <Bell />, keys: ['g n'], run: show },
    { id: 'notifications.quiet', label: 'notifications.quiet.command', group: 'general', icon: <MoonStar />, run: () => mutate({ quiet_until: until().toISOString() }) },
    { id: 'notifications.loud', label: 'notifications.quiet.end', group: 'general', icon: <Bell />, run: () => mutate({ quiet_until: null }) },
  ]);
}
