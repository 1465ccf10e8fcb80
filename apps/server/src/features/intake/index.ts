export { intakeRoutes } from './intake.routes.ts';
export { startIntakeWorker } from './intake-worker.ts';
export { startMailListeners, type MailListeners } from './listeners.ts';
export { bringBackTicket } from './report.commands.ts';
