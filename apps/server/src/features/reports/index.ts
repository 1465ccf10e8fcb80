export { followStep, startReports } from './follow-feed.ts';
export { reportRoutes } from './reports.routes.ts';
