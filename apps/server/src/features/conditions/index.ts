export { readConditions, type TicketConditions } from './conditions.rules.ts';
export { fits, ticketFacts } from './fits.queries.ts';
