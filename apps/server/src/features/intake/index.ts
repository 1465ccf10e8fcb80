export { intakeRoutes } from './intake.routes.ts';
export { startIntakeWorker } from './intake-worker.ts';
export { insertIntake, type IntakeJob, type ReceivedMail } from './intake.queries.ts';
export { largestMail, startMailListeners, type MailListeners } from './listeners.ts';
export { bringBackTicket } from './report.commands.ts';
