export { startSla } from './keeper.ts';
export { slaPolicyRoutes, ticketSlaRoutes } from './sla.routes.ts';
export { factsOf } from './facts.ts';
export { readFactEvents } from './sla-targets.queries.ts';
export type { Fact } from './sla.rules.ts';
