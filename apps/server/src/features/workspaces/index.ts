export { createWorkspace } from './workspaces.commands.ts';
export { findPhoneCountry, findWorkspace, listWorkspaces, type WorkspaceRow } from './workspaces.queries.ts';
export { hoursText } from './hours-text.ts';
export { workspaceRoutes } from './workspaces.routes.ts';
