import type { MessageKey } from '@ombud/i18n';
import { Archive, AtSign, Ban, Bell, BookMarked, Bot, Building2, CalendarClock, GraduationCap, IdCard, Keyboard, KeyRound, KeySquare, ListTree, ListChecks, MailWarning, Rows3, ShieldCheck, Smile, Stamp, SunMoon, Tags, Timer, UserCheck, UserRound, UsersRound, Webhook, Zap, type LucideIcon } from 'lucide-react';
import type { Permission } from '../../lib/session.ts';

export interface SettingsPageEntry {
  to: '/settings/profile' | '/settings/appearance' | '/settings/keyboard' | '/settings/notifications' | '/settings/security' | '/settings/tokens' | '/settings/workspace' | '/settings/hours' | '/settings/sla' | '/settings/brands' | '/settings/guidelines' | '/settings/wrap-up' | '/settings/playbooks' | '/settings/approvals' | '/settings/satisfaction' | '/settings/inboxes' | '/settings/teams' | '/settings/people' | '/settings/skills' | '/settings/fields' | '/settings/macros' | '/settings/automations' | '/settings/agents' | '/settings/blocks' | '/settings/mail-sign-in' | '/settings/intake' | '/settings/webhooks' | '/settings/backups';
  label: MessageKey;
  icon: LucideIcon;
  /** Shown only to those who may */
  needs?: Permission;
}

export interface SettingsGroup {
  label: MessageKey;
  pages: readonly SettingsPageEntry[];
}

export const settingsGroups: readonly SettingsGroup[] = [
  {
    label: 'settings.group.you',
    pages: [
      { to: '/settings/profile', label: 'settings.profile.title', icon: UserRound },
      { to: '/settings/appearance', label: 'settings.appearance', icon: SunMoon },
      { to: '/settings/keyboard', label: 'around.keys.title', icon: Keyboard },
      { to: '/settings/notifications', label: 'notifications.title', icon: Bell },
      { to: '/settings/security', label: 'people.security.title', icon: ShieldCheck },
      { to: '/settings/tokens', label: 'settings.tokens.title', icon: KeyRound, needs: 'tokens.manage' },
    ],
  },
  {
    label: 'settings.group.desk',
    pages: [
      { to: '/settings/workspace', label: 'settings.workspace.title', icon: Building2, needs: 'settings.manage' },
      { to: '/settings/hours', label: 'calendars.title', icon: CalendarClock, needs: 'settings.manage' },
      { to: '/settings/sla', label: 'sla.title', icon: Timer, needs: 'settings.manage' },
      { to: '/settings/brands', label: 'settings.brands.title', icon: Tags, needs: 'settings.manage' },
      { to: '/settings/fields', label: 'fields.settings.title', icon: Rows3, needs: 'settings.manage' },
      { to: '/settings/macros', label: 'macros.title', icon: Zap, needs: 'tickets.write' },
      { to: '/settings/automations', label: 'automations.title', icon: Bot },
      { to: '/settings/guidelines', label: 'guidelines.title', icon: BookMarked },
      { to: '/settings/wrap-up', label: 'wrapup.settings.title', icon: ListTree, needs: 'macros.share' },
      { to: '/settings/playbooks', label: 'playbooks.title', icon: ListChecks },
      { to: '/settings/approvals', label: 'approvals.title', icon: Stamp },
      { to: '/settings/satisfaction', label: 'satisfaction.title', icon: Smile, needs: 'teams.manage' },
      { to: '/settings/teams', label: 'settings.teams.title', icon: UsersRound, needs: 'teams.manage' },
      { to: '/settings/people', label: 'people.today.title', icon: UserCheck, needs: 'teams.manage' },
      { to: '/settings/skills', label: 'people.skills.title', icon: GraduationCap, needs: 'teams.manage' },
      { to: '/settings/agents', label: 'settings.agents.title', icon: IdCard, needs: 'agents.manage' },
    ],
  },
  {
    label: 'settings.group.mail',
    pages: [
      { to: '/settings/inboxes', label: 'settings.inboxes.title', icon: AtSign, needs: 'settings.manage' },
      { to: '/settings/mail-sign-in', label: 'settings.mailSignIn.title', icon: KeySquare, needs: 'settings.manage' },
      { to: '/settings/blocks', label: 'settings.blocks.title', icon: Ban, needs: 'blocks.write' },
      { to: '/settings/intake', label: 'settings.intake.title', icon: MailWarning, needs: 'settings.manage' },
    ],
  },
  {
    label: 'settings.group.installation',
    pages: [
      { to: '/settings/webhooks', label: 'webhooks.title', icon: Webhook, needs: 'settings.manage' },
      { to: '/settings/backups', label: 'backups.title', icon: Archive, needs: 'settings.manage' },
    ],
  },
];
