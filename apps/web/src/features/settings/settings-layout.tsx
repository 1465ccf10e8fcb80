import { cx, Select } from '@ombud/ui';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { useIsWide } from '../../lib/media.ts';
import { useMe } from '../../lib/session.ts';
import { SettingsSearch } from './search/settings-search.tsx';
import { settingsGroups, type SettingsGroup, type SettingsPageEntry } from './settings-pages.ts';

export function SettingsLayout() {
  const wide = useIsWide();
  const groups = useOpenGroups();
  return (
    <div className="flex min-h-0 flex-1 flex-col desk:flex-row">
      {wide ? <PageColumn groups={groups} /> : <PagePicker groups={groups} />}
      <main className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-pane">
        <Outlet />
      </main>
    </div>
  );
}

/** The pages that this person may open. */
function useOpenGroups(): SettingsGroup[] {
  const { permissions } = useMe();
  return settingsGroups
    .map((group) => ({ ...group, pages: group.pages.filter(({ needs }) => !needs || permissions.includes(needs)) }))
    .filter(({ pages }) => pages.length > 0);
}

function useIsHere() {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return ({ to }: SettingsPageEntry) => pathname === to || pathname.startsWith(`${to}/`);
}

function PageColumn({ groups }: { groups: SettingsGroup[] }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const isHere = useIsHere();
  return (
    <nav aria-label={t('settings.pages')} className="w-[268px] shrink-0 overflow-y-auto border-r border-line-soft px-2 py-3">
      <p className="px-2 pb-2 font-strong">{t('settings.title')}</p>
      <SettingsSearch typed={typed} onTyped={setTyped} />
      {typed.trim() === '' && groups.map((group) => (
        <section key={group.label} className="pb-3">
          <h2 className="px-2 pt-2 pb-1 text-small font-normal text-faint">{t(group.label)}</h2>
          {group.pages.map((page) => (
            <Link
              key={page.to}
              to={page.to}
              aria-current={isHere(page) ? 'page' : undefined}
              className={cx(
                'flex h-control min-w-0 items-center gap-2 rounded-md px-2',
                isHere(page) ? 'bg-chosen text-text shadow-low' : 'text-muted hover:bg-pressed hover:text-text',
              )}
            >
              <page.icon aria-hidden className="size-4 shrink-0 stroke-[1.7]" />
              <span className="truncate">{t(page.label)}</span>
            </Link>
          ))}
        </section>
      ))}
    </nav>
  );
}

/** On a phone: one line that says where one is and leads to the others. */
function PagePicker({ groups }: { groups: SettingsGroup[] }) {
  const t = useT();
  const navigate = useNavigate();
  const isHere = useIsHere();
  const [typed, setTyped] = useState('');
  const pages = groups.flatMap((group) => group.pages);
  return (
    <nav aria-label={t('settings.pages')} className="shrink-0 border-b border-line-soft px-4 py-2">
      <Select
        ariaLabel={t('settings.pages')}
        placeholder={t('settings.pages')}
        value={pages.find(isHere)?.to ?? null}
        choices={pages.map((page) => ({ value: page.to, label: t(page.label), icon: <page.icon className="size-4 text-muted" /> }))}
        onChange={(to) => void navigate({ to })}
      />
      <div className="-mx-2 pt-2">
        <SettingsSearch typed={typed} onTyped={setTyped} />
      </div>
    </nav>
  );
}
