export { deleteUnusedOrganizations, insertOrganizations, organizationsByDomains, organizationsByNames } from './organization-lookup.queries.ts';
export { findOrganization } from './organizations.queries.ts';
export { organizationRoutes } from './organizations.routes.ts';
