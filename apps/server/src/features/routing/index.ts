export { type Candidate } from './routing.rules.ts';
export { candidatesOf } from './read-candidates.ts';
export { readNeeds, type NeedRow } from './needs.queries.ts';
export { forgetDecisions } from './decisions.queries.ts';
export { routeAll, startRouting } from './router.ts';
export { routingRoutes } from './routing.routes.ts';
