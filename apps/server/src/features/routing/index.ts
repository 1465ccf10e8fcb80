export { forgetDecisions } from './decisions.queries.ts';
export { routeAll, startRouting } from './router.ts';
export { routingRoutes } from './routing.routes.ts';
