export { startSla } from './keeper.ts';
export { slaPolicyRoutes, ticketSlaRoutes } from './sla.routes.ts';
export { keepTargets } from './keep-targets.ts';
export { factsOf } from './facts.ts';
export { readFactEvents } from './sla-targets.queries.ts';
export type { Fact } from './sla.rules.ts';
