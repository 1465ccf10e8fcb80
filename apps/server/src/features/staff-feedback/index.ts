export { startComplaintTimers } from './due-reminders.ts';
export { staffFeedbackRoutes } from './staff-feedback.routes.ts';
