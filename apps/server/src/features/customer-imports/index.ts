export { customerImportRoutes } from './customer-imports.routes.ts';
export { forgetOldImports } from './forget-imports.ts';
export { startImportWorker } from './import-worker.ts';
