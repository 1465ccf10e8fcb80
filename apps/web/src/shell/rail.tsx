import { Avatar, cx, Tooltip, useHeld, useLater, useLaterMenu } from '@ombud/ui';
import { Link, useRouterState } from '@tanstack/react-router';
import { Bell, ListChecks } from 'lucide-react';
import { useT, withLaterTexts } from '../lib/i18n.ts';
import { useKeyOf } from '../lib/keys/index.ts';
import { useMe } from '../lib/session.ts';
import { BrandMark } from './brand-mark.tsx';
import { destinations, isAt, type Destination } from './destinations.tsx';

/** The narrow column at the left; on a phone the bar at the bottom. */
export function Rail({ wide }: { wide: boolean }) {
  const t = useT();
  const [main, settings] = [destinations.filter(({ to }) => to !== '/settings'), destinations.filter(({ to }) => to === '/settings')];
  if (!wide) {
    return (
      <nav aria-label={t('shell.mainNavigation')} className="flex shrink-0 items-stretch border-t border-line bg-bg pb-[env(safe-area-inset-bottom)]">
        {destinations.filter(({ to, wideOnly }) => !wideOnly && !['/outbox', '/settings'].includes(to)).map((destination) => (
          <BarLink key={destination.to} destination={destination} />
        ))}
        <BellPlace wide={false} />
        <span className="grid flex-auto place-items-center">
          <Account side="top" />
        </span>
      </nav>
    );
  }
  return (
    <nav aria-label={t('shell.mainNavigation')} className="flex w-[52px] shrink-0 flex-col items-center gap-1 py-2.5">
      <BrandMark className="mb-2.5 size-7" />
      {main.map((destination) => (
        <RailLink key={destination.to} destination={destination} />
      ))}
      <span className="flex-1" />
      <SetupLink />
      <BellPlace wide />
      {settings.map((destination) => (
        <RailLink key={destination.to} destination={destination} />
      ))}
      <Account side="right" />
    </nav>
  );
}

const loadBell = () => withLaterTexts(() => import('../features/notifications/bell-button.tsx'));

/** Rings and counts when its code is there, which is after the first list; until then its place is kept. */
function BellPlace({ wide }: { wide: boolean }) {
  const t = useT();
  const part = useLater(loadBell, false);
  const { held, hold } = useHeld();
  if (part && !held) return <part.BellButton wide={wide} />;
  return (
    <Link to="/notifications" {...hold} aria-label={t('common.notifications')} className={cx('grid place-items-center text-muted', wide ? 'size-9 coarse:size-11' : 'min-h-14 flex-auto')}>
      <Bell className="size-[18px] stroke-[1.7]" />
    </Link>
  );
}

/** Menus are not needed for the first look. */
const loadUserMenu = () => withLaterTexts(() => import('./user-menu.tsx'));

function Account({ side }: { side: 'top' | 'right' }) {
  const t = useT();
  const { agent } = useMe();
  const { part, standIn, start } = useLaterMenu(loadUserMenu);
  if (part) return <part.UserMenu side={side} {...start} />;
  return (
    <button type="button" {...standIn} aria-haspopup="menu" aria-label={t('shell.userMenu', { name: agent.name })} className="grid size-10 place-items-center rounded-full coarse:size-11">
      <Avatar name={agent.name} size="medium" />
    </button>
  );
}

/** Only while there is something left of it. */
function SetupLink() {
  const t = useT();
  const { workspace, permissions } = useMe();
  if (!workspace.setting_up || !permissions.includes('settings.manage')) return null;
  return (
    <Tooltip label={t('shell.goOnSetUp')} side="right">
      <Link to="/setup" aria-label={t('shell.goOnSetUp')} className="grid size-9 place-items-center rounded-lg text-accent-text transition-colors duration-[var(--quick)] hover:bg-pressed coarse:size-11">
        <ListChecks className="size-[18px] stroke-[1.7]" />
      </Link>
    </Tooltip>
  );
}

function useIsAt(destination: Destination): boolean {
  return useRouterState({ select: (state) => isAt(destination, state.location.pathname) });
}

function RailLink({ destination }: { destination: Destination }) {
  const t = useT();
  const here = useIsAt(destination);
  const keys = useKeyOf(`go${destination.to}`);
  const Icon = destination.icon;
  return (
    <Tooltip label={t(destination.label)} keys={keys} side="right">
      <Link
        to={destination.to}
        aria-label={t(destination.label)}
        aria-current={here ? 'page' : undefined}
        className={cx(
          'grid size-9 place-items-center rounded-lg transition-colors duration-[var(--quick)] coarse:size-11',
          here ? 'bg-accent-soft text-accent-text' : 'text-muted hover:bg-pressed hover:text-text',
        )}
      >
        <Icon className="size-[18px] stroke-[1.7]" />
      </Link>
    </Tooltip>
  );
}

function BarLink({ destination }: { destination: Destination }) {
  const t = useT();
  const here = useIsAt(destination);
  const Icon = destination.icon;
  return (
    <Link
      to={destination.to}
      aria-current={here ? 'page' : undefined}
      className={cx('flex min-h-14 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 text-[11px] -outline-offset-2', here ? 'font-strong text-accent-text' : 'text-muted')}
    >
      <Icon className="size-5 stroke-[1.7]" />
      <span className="max-w-full truncate px-0.5">{t(destination.label)}</span>
    </Link>
  );
}
