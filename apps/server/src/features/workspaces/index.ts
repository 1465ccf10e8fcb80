export { createWorkspace } from './workspaces.commands.ts';
export { findPhoneCountry, findWorkspace, listWorkspaces, type WorkspaceRow } from './workspaces.queries.ts';
export { hoursText } from './hours-text.ts';
export type { WeekHours } from './workspaces.schemas.ts';
export { workspaceRoutes } from './workspaces.routes.ts';
