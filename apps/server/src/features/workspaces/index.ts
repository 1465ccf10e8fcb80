export { createWorkspace } from './workspaces.commands.ts';
export { findWorkspace, listWorkspaces, type WorkspaceRow } from './workspaces.queries.ts';
export { workspaceRoutes } from './workspaces.routes.ts';
