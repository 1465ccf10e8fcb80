export { findOrganization } from './organizations.queries.ts';
export { organizationRoutes } from './organizations.routes.ts';
