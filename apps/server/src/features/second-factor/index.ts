export { resetSecondFactor, takeCode } from './second-factor.commands.ts';
export { endOtherSessions, findSecondFactor } from './second-factor.queries.ts';
export { secondFactorRoutes } from './second-factor.routes.ts';
