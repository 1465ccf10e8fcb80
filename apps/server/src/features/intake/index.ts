export { intakeRoutes } from './intake.routes.ts';
export { startIntakeWorker } from './intake-worker.ts';
export type { IntakeJob } from './intake.queries.ts';
export { startMailListeners, type MailListeners } from './listeners.ts';
export { bringBackTicket } from './report.commands.ts';
