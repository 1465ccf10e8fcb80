export { listCustomers, type CustomerFilter, type CustomerRow } from './customers.queries.ts';
export { findOrCreateCustomer, findOrCreateCustomers, type KnownCustomer, type Person } from './find-or-create.ts';
export { readPhoneNumber } from './phone-numbers.ts';
export { customerRoutes } from './customers.routes.ts';
