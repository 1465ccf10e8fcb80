export { bulkChangeRoutes } from './bulk-changes.routes.ts';
export { startBulkWorker } from './bulk-worker.ts';
export { forgetBulkChanges } from './forget-bulk-changes.ts';
