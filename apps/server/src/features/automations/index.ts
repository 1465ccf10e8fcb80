export { automationRoutes } from './automations.routes.ts';
export { followStep as followAutomations, startAutomations } from './follow-feed.ts';
export { forgetRuns } from './forget-runs.ts';
export { startTimeAutomations, timeQueue } from './time-due.ts';
