export { knownCustomers, type FoundCustomer } from './find-or-create.queries.ts';
export { listCustomers, type CustomerFilter, type CustomerRow } from './customers.queries.ts';
export { findOrCreateCustomer, findOrCreateCustomers, type KnownCustomer, type Person } from './find-or-create.ts';
export { customerRoutes } from './customers.routes.ts';
export { customerMergeRoutes } from './merges.routes.ts';
export { findRowsOfPerson } from './customers.queries.ts';
export { findDuplicates, readStoredNumbers } from './find-duplicates.ts';
export { foldName } from './duplicate-keys.ts';
export { nationalDigits, readPhoneNumber, showPhoneNumber } from './phone-numbers.ts';
