export { startComplaintTimers } from './due-reminders.ts';
export { nextReminder, warnAt } from './staff-feedback.rules.ts';
export { staffFeedbackRoutes } from './staff-feedback.routes.ts';
