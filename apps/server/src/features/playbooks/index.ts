export { playbookRoutes } from './playbooks.routes.ts';
export { listOverrides, type OverrideRow } from './ticket-steps.queries.ts';
