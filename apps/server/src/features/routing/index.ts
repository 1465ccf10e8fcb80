export { forgetDecisions } from './decisions.queries.ts';
export { startOfferTimers } from './due-offers.ts';
export { forgetOffers, readOpenOffers } from './offers.queries.ts';
export { offerRoutes } from './offers.routes.ts';
export { routeAll, startRouting } from './router.ts';
export { routingRoutes } from './routing.routes.ts';
