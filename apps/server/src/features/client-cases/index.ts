export { clientCaseRoutes } from './client-cases.routes.ts';
export { clientMeRoutes } from './client-me.routes.ts';
export { openingRoutes } from './openings.routes.ts';
