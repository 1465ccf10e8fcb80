export { setAwayWhoHasGone } from './availability.commands.ts';
export { noteLive, setMissingAway as setAwayForMissing } from './availability.queries.ts';
export { availabilityRoutes } from './availability.routes.ts';
export { availabilities, countsAt, isAtWork, isScheduledAt, isWithin, skillsThatCount, takesCases, type Availability, type TimeSpan, type WhoIsAsked } from './availability.rules.ts';
