export { type Candidate } from './routing.rules.ts';
export { candidatesOf } from './read-candidates.ts';
export { readNeeds, type NeedRow } from './needs.queries.ts';
export { startOfferTimers } from './due-offers.ts';
export { readOpenOffers } from './offers.queries.ts';
export { offerRoutes } from './offers.routes.ts';
export { startRouting } from './router.ts';
export { routingRoutes } from './routing.routes.ts';
export { tidyRouting } from './tidy-routing.ts';
