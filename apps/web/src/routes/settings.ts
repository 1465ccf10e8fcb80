import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

export const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  beforeLoad: ({ location }) => {
    if (/^\/settings\/?$/.test(location.pathname)) throw redirect({ to: '/settings/profile' });
  },
  component: lazyRouteComponent(() => import('../features/settings/settings-layout.tsx'), 'SettingsLayout'),
});

const parent = () => settingsRoute;

const profile = createRoute({ getParentRoute: parent, path: '/profile', component: lazyRouteComponent(() => import('../features/settings/profile/profile-page.tsx'), 'ProfilePage') });
const appearance = createRoute({ getParentRoute: parent, path: '/appearance', component: lazyRouteComponent(() => import('../features/settings/appearance/appearance-page.tsx'), 'AppearancePage') });
const keyboard = createRoute({ getParentRoute: parent, path: '/keyboard', component: lazyRouteComponent(() => import('../features/settings/keyboard/keyboard-page.tsx'), 'KeyboardPage') });
const security = createRoute({ getParentRoute: parent, path: '/security', component: lazyRouteComponent(() => import('../features/settings/security/security-page.tsx'), 'SecurityPage') });
const notifications = createRoute({ getParentRoute: parent, path: '/notifications', component: lazyRouteComponent(() => import('../features/settings/notifications/notifications-settings-page.tsx'), 'NotificationsSettingsPage') });
const workspace = createRoute({ getParentRoute: parent, path: '/workspace', component: lazyRouteComponent(() => import('../features/settings/workspace/workspace-page.tsx'), 'WorkspacePage') });
const brands = createRoute({ getParentRoute: parent, path: '/brands', component: lazyRouteComponent(() => import('../features/settings/brands/brands-page.tsx'), 'BrandsPage') });
export const brandRoute = createRoute({
  getParentRoute: parent,
  path: '/brands/$id',
  params: { parse: ({ id }: { id: string }) => ({ id: Number(id) || 0 }), stringify: ({ id }: { id: number }) => ({ id: String(id) }) },
  component: lazyRouteComponent(() => import('../features/settings/brands/brand-page.tsx'), 'BrandPage'),
});
const inboxes = createRoute({ getParentRoute: parent, path: '/inboxes', component: lazyRouteComponent(() => import('../features/settings/inboxes/inboxes-page.tsx'), 'InboxesPage') });
export const inboxRoute = createRoute({
  getParentRoute: parent,
  path: '/inboxes/$id',
  params: { parse: ({ id }: { id: string }) => ({ id: Number(id) || 0 }), stringify: ({ id }: { id: number }) => ({ id: String(id) }) },
  component: lazyRouteComponent(() => import('../features/settings/inboxes/inbox-page.tsx'), 'InboxPage'),
});
const hours = createRoute({ getParentRoute: parent, path: '/hours', component: lazyRouteComponent(() => import('../features/settings/calendars/calendars-page.tsx'), 'CalendarsPage') });
export const hoursRoute = createRoute({
  getParentRoute: parent,
  path: '/hours/$id',
  params: { parse: ({ id }: { id: string }) => ({ id: Number(id) || 0 }), stringify: ({ id }: { id: number }) => ({ id: String(id) }) },
  component: lazyRouteComponent(() => import('../features/settings/calendars/calendar-page.tsx'), 'CalendarPage'),
});
const sla = createRoute({ getParentRoute: parent, path: '/sla', component: lazyRouteComponent(() => import('../features/settings/sla/sla-page.tsx'), 'SlaPage') });
const teams = createRoute({ getParentRoute: parent, path: '/teams', component: lazyRouteComponent(() => import('../features/settings/teams/teams-page.tsx'), 'TeamsPage') });
const fields = createRoute({ getParentRoute: parent, path: '/fields', component: lazyRouteComponent(() => import('../features/settings/fields/fields-page.tsx'), 'FieldsPage') });
const macros = createRoute({ getParentRoute: parent, path: '/macros', component: lazyRouteComponent(() => import('../features/settings/macros/macros-page.tsx'), 'MacrosPage') });
const guidelines = createRoute({ getParentRoute: parent, path: '/guidelines', component: lazyRouteComponent(() => import('../features/settings/guidelines/guidelines-page.tsx'), 'GuidelinesPage') });
const wrapUp = createRoute({ getParentRoute: parent, path: '/wrap-up', component: lazyRouteComponent(() => import('../features/settings/wrap-up/wrap-up-page.tsx'), 'WrapUpPage') });
const people = createRoute({ getParentRoute: parent, path: '/people', component: lazyRouteComponent(() => import('../features/settings/people/team-page.tsx'), 'TeamPage') });
export const personRoute = createRoute({
  getParentRoute: parent,
  path: '/people/$id',
  params: { parse: ({ id }: { id: string }) => ({ id: Number(id) || 0 }), stringify: ({ id }: { id: number }) => ({ id: String(id) }) },
  component: lazyRouteComponent(() => import('../features/settings/people/person-page.tsx'), 'PersonPage'),
});
const skills = createRoute({ getParentRoute: parent, path: '/skills', component: lazyRouteComponent(() => import('../features/settings/skills/skills-page.tsx'), 'SkillsPage') });
const approvals = createRoute({ getParentRoute: parent, path: '/approvals', component: lazyRouteComponent(() => import('../features/settings/approvals/approval-rules-page.tsx'), 'ApprovalRulesPage') });
const playbooks = createRoute({ getParentRoute: parent, path: '/playbooks', component: lazyRouteComponent(() => import('../features/settings/playbooks/playbooks-page.tsx'), 'PlaybooksPage') });
const automations = createRoute({ getParentRoute: parent, path: '/automations', component: lazyRouteComponent(() => import('../features/settings/automations/automations-page.tsx'), 'AutomationsPage') });
const satisfaction = createRoute({ getParentRoute: parent, path: '/satisfaction', component: lazyRouteComponent(() => import('../features/settings/satisfaction/satisfaction-page.tsx'), 'SatisfactionPage') });
const agents = createRoute({ getParentRoute: parent, path: '/agents', component: lazyRouteComponent(() => import('../features/settings/agents/agents-page.tsx'), 'AgentsPage') });
const blocks = createRoute({ getParentRoute: parent, path: '/blocks', component: lazyRouteComponent(() => import('../features/settings/blocks/blocks-page.tsx'), 'BlocksPage') });
const tokens = createRoute({ getParentRoute: parent, path: '/tokens', component: lazyRouteComponent(() => import('../features/settings/tokens/tokens-page.tsx'), 'TokensPage') });
const mailSignIn = createRoute({ getParentRoute: parent, path: '/mail-sign-in', component: lazyRouteComponent(() => import('../features/settings/mail-sign-in/mail-sign-in-page.tsx'), 'MailSignInPage') });
const intake = createRoute({ getParentRoute: parent, path: '/intake', component: lazyRouteComponent(() => import('../features/settings/intake/intake-page.tsx'), 'IntakePage') });
const webhooks = createRoute({ getParentRoute: parent, path: '/webhooks', component: lazyRouteComponent(() => import('../features/settings/webhooks/webhooks-page.tsx'), 'WebhooksPage') });
export const webhookRoute = createRoute({
  getParentRoute: parent,
  path: '/webhooks/$id',
  params: { parse: ({ id }: { id: string }) => ({ id: Number(id) || 0 }), stringify: ({ id }: { id: number }) => ({ id: String(id) }) },
  component: lazyRouteComponent(() => import('../features/settings/webhooks/webhook-page.tsx'), 'WebhookPage'),
});
const backups = createRoute({ getParentRoute: parent, path: '/backups', component: lazyRouteComponent(() => import('../features/settings/backups/backups-page.tsx'), 'BackupsPage') });

export const settingsRoutes = settingsRoute.addChildren([profile, appearance, keyboard, notifications, security, workspace, hours, hoursRoute, sla, brands, brandRoute, inboxes, inboxRoute, teams, fields, macros, automations, guidelines, wrapUp, people, personRoute, skills, playbooks, approvals, satisfaction, agents, blocks, tokens, mailSignIn, intake, webhooks, webhookRoute, backups]);
