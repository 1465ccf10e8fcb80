export { startComplaintTimers } from './due-reminders.ts';
export { handOverComplaints } from './hand-over.commands.ts';
export { countComplaints } from './hand-over.queries.ts';
export { nextReminder, warnAt } from './staff-feedback.rules.ts';
export { staffFeedbackRoutes } from './staff-feedback.routes.ts';
