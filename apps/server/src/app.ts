import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Context } from './context.ts';
import type { Area } from './platform/auth/token-scopes.ts';
import { version } from './version.ts';
import { createHttpServer, type HttpServer } from './platform/http/server.ts';
import { openApiRoutes } from './platform/http/openapi.ts';
import { serveWebApp } from './platform/http/web-app.ts';
import { agentRoutes, meRoutes } from './features/agents/index.ts';
import { availabilityRoutes } from './features/availability/index.ts';
import { backupRoutes } from './features/backups/index.ts';
import { blockRoutes } from './features/blocks/index.ts';
import { bulkChangeRoutes } from './features/bulk-changes/index.ts';
import { brandRoutes } from './features/brands/index.ts';
import { calendarRoutes } from './features/calendars/index.ts';
import { caseFileRoutes } from './features/case-file/index.ts';
import { commitmentRoutes, promisePageRoutes } from './features/commitments/index.ts';
import { clientCaseRoutes, clientMeRoutes, openingRoutes } from './features/client-cases/index.ts';
import { customerBaseRoutes } from './features/customer-base/index.ts';
import { customerExportRoutes } from './features/customer-exports/index.ts';
import { customerImportRoutes } from './features/customer-imports/index.ts';
import { customerMergeRoutes, customerRoutes } from './features/customers/index.ts';
import { customFieldRoutes } from './features/custom-fields/index.ts';
import { outboxRoutes, wayOutRoutes } from './features/delivery/index.ts';
import { escalationRoutes, swarmRoutes } from './features/escalation/index.ts';
import { eventRoutes } from './features/events/index.ts';
import { fileRoutes } from './features/files/index.ts';
import { approvalRoutes, approvalRuleRoutes } from './features/approvals/index.ts';
import { guidelineRoutes } from './features/guidelines/index.ts';
import { playbookRoutes } from './features/playbooks/index.ts';
import { handOverRoutes } from './features/hand-over/index.ts';
import { healthRoutes, measureHttp } from './features/health/index.ts';
import { inboxRoutes } from './features/inboxes/index.ts';
import { intakeRoutes } from './features/intake/index.ts';
import { invitationRoutes } from './features/invitations/index.ts';
import { liveRoutes } from './features/live/index.ts';
import { automationRoutes } from './features/automations/index.ts';
import { macroRoutes } from './features/macros/index.ts';
import { mailSignInRoutes } from './features/mail-sign-in/index.ts';
import { inboxHealthRoutes, mailboxRoutes } from './features/mailboxes/index.ts';
import { deviceRoutes, notificationRoutes, notificationSettingsRoutes } from './features/notifications/index.ts';
import { organizationRoutes } from './features/organizations/index.ts';
import { passkeyRoutes } from './features/passkeys/index.ts';
import { passwordResetRoutes } from './features/password-resets/index.ts';
import { reportRoutes, reportScheduleRoutes, staffingRoutes } from './features/reports/index.ts';
import { offerRoutes, routingRoutes } from './features/routing/index.ts';
import { ratingPageRoutes, satisfactionRoutes, satisfactionSettingsRoutes } from './features/satisfaction/index.ts';
import { secondFactorRoutes } from './features/second-factor/index.ts';
import { ownSessionRoutes, passkeySignInRoutes, sessionRoutes } from './features/sessions/index.ts';
import { searchRoutes } from './features/search/index.ts';
import { setupRoutes } from './features/setup/index.ts';
import { sideConversationRoutes } from './features/side-conversations/index.ts';
import { skillRoutes } from './features/skills/index.ts';
import { slaPolicyRoutes, ticketSlaRoutes } from './features/sla/index.ts';
import { staffFeedbackRoutes } from './features/staff-feedback/index.ts';
import { teamRoutes } from './features/teams/index.ts';
import { ticketRoutes } from './features/tickets/index.ts';
import { ticketWorkRoutes } from './features/ticket-work/index.ts';
import { tokenRoutes } from './features/tokens/index.ts';
import { viewRoutes } from './features/views/index.ts';
import { wrapUpRoutes } from './features/wrap-ups/index.ts';
import { wrapUpSuggestionRoutes } from './features/wrap-up-suggestions/index.ts';
import { webhookRoutes } from './features/webhooks/index.ts';
import { workspaceRoutes } from './features/workspaces/index.ts';

type RouteModule = (app: FastifyInstance, context: Context) => void | Promise<void>;

/** Every route of the program. Each module takes the server and the context; a token's scopes speak of its area. */
const modules: [RouteModule, Area?][] = [
  [ticketRoutes, 'tickets'],
  [sideConversationRoutes, 'tickets'],
  [macroRoutes, 'tickets'],
  [guidelineRoutes, 'tickets'],
  [routingRoutes, 'tickets'],
  [offerRoutes, 'tickets'],
  [playbookRoutes, 'tickets'],
  [automationRoutes, 'tickets'],
  [approvalRoutes, 'tickets'],
  [ticketWorkRoutes, 'tickets'],
  [viewRoutes, 'tickets'],
  [ticketSlaRoutes, 'tickets'],
  [commitmentRoutes, 'tickets'],
  [escalationRoutes, 'tickets'],
  [swarmRoutes, 'tickets'],
  [wrapUpRoutes, 'tickets'],
  [wrapUpSuggestionRoutes, 'tickets'],
  [satisfactionRoutes, 'tickets'],
  [reportRoutes, 'tickets'],
  [staffingRoutes, 'tickets'],
  [clientCaseRoutes, 'tickets'],
  [clientMeRoutes, 'own'],
  [openingRoutes, 'agents'],
  [customerRoutes, 'customers'],
  [customerBaseRoutes, 'customers'],
  [customerExportRoutes, 'customers'],
  [customerImportRoutes, 'customers'],
  [customerMergeRoutes, 'customers'],
  [organizationRoutes, 'customers'],
  [searchRoutes, 'tickets'],
  [meRoutes, 'own'],
  [ownSessionRoutes, 'own'],
  [notificationRoutes, 'tickets'],
  [notificationSettingsRoutes, 'own'],
  [reportScheduleRoutes, 'own'],
  [deviceRoutes, 'own'],
  [secondFactorRoutes, 'own'],
  [passkeyRoutes, 'own'],
  [workspaceRoutes, 'settings'],
  [brandRoutes, 'settings'],
  [calendarRoutes, 'settings'],
  [slaPolicyRoutes, 'settings'],
  [satisfactionSettingsRoutes, 'settings'],
  [approvalRuleRoutes, 'settings'],
  [customFieldRoutes, 'settings'],
  [inboxRoutes, 'mail'],
  [mailboxRoutes, 'mail'],
  [inboxHealthRoutes, 'mail'],
  [wayOutRoutes, 'mail'],
  [mailSignInRoutes, 'mail'],
  [teamRoutes, 'settings'],
  [agentRoutes, 'agents'],
  [availabilityRoutes, 'agents'],
  [skillRoutes, 'agents'],
  [staffFeedbackRoutes, 'agents'],
  [handOverRoutes, 'agents'],
  [invitationRoutes, 'agents'],
  [tokenRoutes, 'own'],
  [blockRoutes, 'mail'],
  [sessionRoutes],
  [passkeySignInRoutes],
  [setupRoutes, 'settings'],
  [passwordResetRoutes],
  [eventRoutes, 'events'],
  [liveRoutes, 'events'],
  [fileRoutes, 'tickets'],
  [intakeRoutes, 'mail'],
  [outboxRoutes, 'mail'],
  [backupRoutes, 'settings'],
  [webhookRoutes, 'settings'],
  [bulkChangeRoutes, 'tickets'],
  [caseFileRoutes, 'tickets'],
  [promisePageRoutes],
  [ratingPageRoutes],
  [healthRoutes],
  [openApiRoutes],
];

/** The HTTP server with all features; it does not listen yet. */
export async function createApp(context: Context): Promise<HttpServer> {
  const app = await createHttpServer({ log: context.log, identify: context.identify, publicUrl: context.config.publicUrl, version });
  measureHttp(app);
  for (const [routes, area] of modules)
    await app.register(async (scope) => {
      if (area) scope.addHook('onRoute', ({ config }) => void (config && (config.area ??= area)));
      await routes(scope, context);
    });
  await app.register(async (scope) => serveWebApp(scope, fileURLToPath(new URL('../../web/dist', import.meta.url))));
  return app;
}
