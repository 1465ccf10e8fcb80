export { caseFileRoutes } from './case-file.routes.ts';
export { readFilled, shownValue } from './filled.ts';
