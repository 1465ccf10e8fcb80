export { staffFeedbackRoutes } from './staff-feedback.routes.ts';
