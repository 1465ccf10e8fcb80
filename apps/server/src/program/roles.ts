import type { AddressInfo } from 'node:net';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { startApprovalTimers, writeWaitingMail } from '../features/approvals/index.ts';
import { startBackupWorker } from '../features/backups/index.ts';
import { startBulkWorker } from '../features/bulk-changes/index.ts';
import { startImportWorker } from '../features/customer-imports/index.ts';
import { startPromiseTimers } from '../features/commitments/index.ts';
import { startDelivery } from '../features/delivery/index.ts';
import { bringBackTicket, startIntakeWorker, startMailListeners } from '../features/intake/index.ts';
import { startMailboxReader } from '../features/mailboxes/index.ts';
import { writeInvitation } from '../features/invitations/index.ts';
import { startNotificationMail, startNotifier, startPusher } from '../features/notifications/index.ts';
import { writeReset } from '../features/password-resets/index.ts';
import { startReports, startReportTimers, writeReport } from '../features/reports/index.ts';
import { startOfferTimers, startRouting } from '../features/routing/index.ts';
import { startSystemMail } from '../features/system-mail/index.ts';
import { startSla } from '../features/sla/index.ts';
import { startAutomations, startTimeAutomations } from '../features/automations/index.ts';
import { startComplaintTimers } from '../features/staff-feedback/index.ts';
import { startSurveyPlanner, startSurveys } from '../features/satisfaction/index.ts';
import { startFileReader, startSearchIndexer } from '../features/search/index.ts';
import { startWaking } from '../features/tickets/index.ts';
import { startWebhookFollower, startWebhookSender, writeStopMail } from '../features/webhooks/index.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { portFailure } from './ports.ts';
import type { Stopper } from './stoppers.ts';
import { startUpkeep } from './upkeep.ts';
import { version } from '../version.ts';

export type StartedMail = { stoppers: Stopper[]; smtpPort: number; lmtpPort: number | null };

/** `web`: HTTP and the live screens. */
export async function startWeb(context: Context): Promise<Stopper[]> {
  const { host, port } = context.config;
  const app = await createApp(context);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw portFailure(error, { host, port, variable: 'PORT' });
  }
  const bound = app.server.address() as AddressInfo; // listens on TCP since the line above
  if (bound.port !== port) throw new Error(`listens on ${bound.port} instead of ${port}`);
  return [{ name: 'http', stop: () => closeInOrder(app) }];
}

/** Requests that are running get to their end, which the stoppers' patience bounds; a caller who then keeps the line open is not waited for. */
async function closeInOrder(app: HttpServer): Promise<void> {
  const hangUp = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearInterval(hangUp);
  }
}

/** `worker`: jobs by the clock, reading what came in, sending what goes out, keeping the search index. */
export async function startWorker(context: Context, databaseUrl: string): Promise<Stopper[]> {
  const backups = startBackupWorker(context, { databaseUrl, version });
  const upkeep = await startUpkeep(context, databaseUrl, backups);
  const intake = startIntakeWorker(context);
  const delivery = startDelivery(context, { onGivenUp: bringBackTicket });
  const systemMail = startMailToPeople(context);
  const imports = startImportWorker(context);
  const bulkChanges = startBulkWorker(context);
  const indexer = startSearchIndexer(context);
  const waking = startWaking(context);
  const sla = startSla(context);
  const promises = startPromiseTimers(context);
  const approvals = startApprovalTimers(context);
  const routing = startRouting(context);
  const offers = startOfferTimers(context);
  const complaints = startComplaintTimers(context);
  const automations = startAutomations(context);
  const timeAutomations = startTimeAutomations(context);
  const surveyPlanner = startSurveyPlanner(context);
  const surveys = startSurveys(context);
  const reports = startReports(context);
  const reportTimers = startReportTimers(context);
  const fileReader = startFileReader(context);
  const notifier = startNotifier(context);
  const pusher = startPusher(context);
  const notices = startNotificationMail(context);
  const hooks = startWebhookFollower(context);
  const hookSender = startWebhookSender(context);
  return [
    { name: 'backups', stop: () => backups.stop() },
    { name: 'customer imports', stop: () => imports.stop() },
    { name: 'snoozed tickets', stop: () => waking.stop() },
    { name: 'promised times', stop: () => sla.stop() },
    { name: 'promises', stop: () => promises.stop() },
    { name: 'approvals', stop: () => approvals.stop() },
    { name: 'routing', stop: () => routing.stop() },
    { name: 'offers', stop: () => offers.stop() },
    { name: 'complaints', stop: () => complaints.stop() },
    { name: 'automations', stop: () => automations.stop() },
    { name: 'automations by time', stop: () => timeAutomations.stop() },
    { name: 'planning of surveys', stop: () => surveyPlanner.stop() },
    { name: 'surveys', stop: () => surveys.stop() },
    { name: 'reports', stop: () => reports.stop() },
    { name: 'reports by mail', stop: () => reportTimers.stop() },
    { name: 'bulk changes', stop: () => bulkChanges.stop() },
    { name: 'search index', stop: () => indexer.stop() },
    { name: 'notifications', stop: () => notifier.stop() },
    { name: 'notification mail', stop: () => notices.stop() },
    { name: 'webhooks', stop: () => hooks.stop() },
    { name: 'sending to webhooks', stop: () => hookSender.stop() },
    { name: 'push', stop: () => pusher.stop() },
    { name: 'texts of files', stop: () => fileReader.stop() },
    { name: 'upkeep', stop: () => upkeep.stop() },
    { name: 'intake', stop: () => intake.stop() },
    { name: 'delivery', stop: () => delivery.stop() },
    { name: 'system mail', stop: () => systemMail.stop() },
  ];
}

/** Sends invitations, links for forgotten passwords, word of webhooks that were given up on and of answers that wait, and reports. */
export function startMailToPeople(context: Context): Pick<ReturnType<typeof startSystemMail>, 'stop'> {
  return startSystemMail(context, { invitation: (job) => writeInvitation(context, job), password_reset: (job) => writeReset(context, job), webhook_stopped: (job) => writeStopMail(context, job), report: (job) => writeReport(context, job), answer_waits: (job) => writeWaitingMail(context, job) });
}

/** `mail`: the doors that mail comes in by, and the mailboxes that it is fetched from. */
export async function startMail(context: Context): Promise<StartedMail> {
  const { smtpHost: host, smtpPort, lmtpPort } = context.config;
  try {
    const doors = await startMailListeners(context);
    const mailboxes = startMailboxReader(context);
    const stoppers = [{ name: 'mail', stop: () => doors.stop() }, { name: 'mailboxes', stop: () => mailboxes.stop() }];
    return { smtpPort: doors.smtpPort, lmtpPort: doors.lmtpPort, stoppers };
  } catch (error) {
    const isLmtp = error instanceof Error && 'port' in error && error.port === lmtpPort;
    throw portFailure(error, isLmtp && lmtpPort !== null ? { host, port: lmtpPort, variable: 'OMBUD_LMTP_PORT' } : { host, port: smtpPort, variable: 'OMBUD_SMTP_PORT' });
  }
}
