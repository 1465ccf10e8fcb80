export { createNumberLeases, type NumberLeases } from './ticket-numbers.ts';
export { ticketRoutes } from './tickets.routes.ts';
