export { knownCustomers, type FoundCustomer } from './find-or-create.queries.ts';
export { findOrCreateCustomer, findOrCreateCustomers, type KnownCustomer, type Person } from './find-or-create.ts';
export { customerRoutes } from './customers.routes.ts';
