export { setAwayWhoHasGone } from './availability.commands.ts';
export { noteLive, setMissingAway as setAwayForMissing } from './availability.queries.ts';
export { availabilityRoutes } from './availability.routes.ts';
export { availabilities, countsAt, isAtWork, isOffAt, isScheduledAt, skillsThatCount, takesCases, type Availability, type TimeOff, type WhoIsAsked } from './availability.rules.ts';
