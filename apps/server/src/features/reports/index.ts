export { reportScheduleRoutes } from './by-mail/schedules.routes.ts';
export { reportQueue, startReportTimers } from './by-mail/send-due.ts';
export { writeReport } from './by-mail/write-report.ts';
export { followStep as followReports, startReports } from './follow-feed.ts';
export { reportRoutes } from './reports.routes.ts';
export { staffingRoutes } from './staffing.routes.ts';
