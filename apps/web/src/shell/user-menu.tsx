import { languageNames, languages, type Language } from '@ombud/i18n';
import { Avatar, Menu, MenuChoices, MenuItem, MenuSeparator, SubMenu, VisuallyHidden } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { AvailabilityDot } from '../features/availability/availability-dot.tsx';
import { AvailabilityMenu } from '../features/availability/availability-menu.tsx';
import { useOwnAvailability } from '../features/availability/availability-queries.ts';
import { ChartColumn, Keyboard, Languages, ListChecks, ListTodo, LogOut, MessageSquareWarning, Rows3, Smile, SunMoon, UserRound } from 'lucide-react';
import { densities, themes, useAppearance } from '../lib/appearance.ts';
import { useT, useTranslator } from '../lib/i18n.ts';
import { useKeyOf } from '../lib/keys/index.ts';
import { useChangeMe, useMe } from '../lib/session.ts';
import { useIsWide } from '../lib/media.ts';
import { destinations } from './destinations.tsx';
import { openKeysSheet } from './overlays.ts';
import { useSignOut } from './use-sign-out.ts';

export function UserMenu({ side, defaultOpen, autoFocus }: { side: 'top' | 'right'; defaultOpen: boolean; autoFocus: boolean }) {
  const t = useT();
  const me = useMe();
  const { agent, workspace } = me;
  const { language, has } = useTranslator();
  const appearance = useAppearance();
  const change = useChangeMe();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const wide = useIsWide();
  const sheetKey = useKeyOf('keys.show');
  const own = useOwnAvailability();
  const stateId = useId();

  return (
    <Menu
      side={side}
      align="end"
      defaultOpen={defaultOpen}
      trigger={
        <button type="button" autoFocus={autoFocus} aria-label={t('shell.userMenu', { name: agent.name })} aria-describedby={own ? stateId : undefined} className="grid size-10 place-items-center rounded-full coarse:size-11">
          <span className="relative flex">
            <Avatar name={agent.name} size="medium" />
            {own && <AvailabilityDot availability={own.availability} className="absolute -right-0.5 -bottom-0.5 shadow-[0_0_0_2px_var(--bg)]" />}
          </span>
          {own && <VisuallyHidden><span id={stateId}>{t(`people.state.${own.availability}`)}</span></VisuallyHidden>}
        </button>
      }
    >
      <div className="max-w-64 px-2 pt-1.5 pb-2">
        <div className="truncate font-strong">{agent.name}</div>
        <div className="truncate text-small text-muted">{agent.email}</div>
        <div className="truncate text-small text-faint">{workspace.name}</div>
      </div>
      <MenuSeparator />
      <AvailabilityMenu />
      {workspace.setting_up && me.permissions.includes('settings.manage') && (
        <MenuItem icon={<ListChecks />} onSelect={() => void navigate({ to: '/setup' })}>
          {t('shell.goOnSetUp')}
        </MenuItem>
      )}
      <MenuItem icon={<ListTodo />} keys="g t" onSelect={() => void navigate({ to: '/tasks' })}>
        {t('shell.tasks')}
      </MenuItem>
      {me.permissions.includes('tickets.write') && has('reports.title') && (
        <MenuItem icon={<ChartColumn />} onSelect={() => void navigate({ to: '/reports', search: {} })}>
          {t('reports.title')}
        </MenuItem>
      )}
      {me.permissions.includes('teams.manage') && has('satisfaction.page.title') && (
        <MenuItem icon={<Smile />} onSelect={() => void navigate({ to: '/satisfaction' })}>
          {t('satisfaction.page.title')}
        </MenuItem>
      )}
      {me.permissions.includes('tickets.write') && has('staff-feedback.title') && (
        <MenuItem icon={<MessageSquareWarning />} onSelect={() => void navigate({ to: '/feedback' })}>
          {t('staff-feedback.title')}
        </MenuItem>
      )}
      <MenuItem icon={<UserRound />} onSelect={() => void navigate({ to: '/settings/profile' })}>
        {t('around.profile')}
      </MenuItem>
      {!wide &&
        destinations.filter(({ to }) => ['/outbox', '/settings'].includes(to)).map(({ to, label, icon: Icon }) => (
          <MenuItem key={to} icon={<Icon />} onSelect={() => void navigate({ to })}>
            {t(label)}
          </MenuItem>
        ))}
      <SubMenu icon={<Languages />} label={t('shell.language')}>
        <MenuChoices<Language>
          label={t('shell.language')}
          value={language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(next) => void change({ language: next })}
        />
      </SubMenu>
      <SubMenu icon={<SunMoon />} label={t('around.theme')}>
        <MenuChoices
          label={t('around.theme')}
          value={appearance.theme}
          choices={themes.map((value) => ({ value, label: t(`around.theme.${value}`) }))}
          onChange={(theme) => void change({ preferences: { theme } })}
        />
      </SubMenu>
      <SubMenu icon={<Rows3 />} label={t('shell.density')}>
        <MenuChoices
          label={t('shell.density')}
          value={appearance.density}
          choices={densities.map((value) => ({ value, label: t(`shell.density.${value}`) }))}
          onChange={(density) => void change({ preferences: { density } })}
        />
      </SubMenu>
      <MenuItem icon={<Keyboard />} keys={sheetKey} onSelect={openKeysSheet}>
        {t('keys.title')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={() => void signOut()}>
        {t('shell.signOut')}
      </MenuItem>
    </Menu>
  );
}
