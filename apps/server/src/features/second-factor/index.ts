export { resetSecondFactor, takeCode } from './second-factor.commands.ts';
export { findSecondSteps } from './second-factor.queries.ts';
export { secondFactorRoutes } from './second-factor.routes.ts';
