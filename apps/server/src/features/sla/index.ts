export { startSla } from './keeper.ts';
export { slaPolicyRoutes, ticketSlaRoutes } from './sla.routes.ts';
export { openHours } from './keep-targets.ts';
