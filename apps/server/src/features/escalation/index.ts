export { escalateTicket, type Escalating } from './escalate.command.ts';
export { type EscalateTo } from './escalation.rules.ts';
export { escalateBody } from './escalation.schemas.ts';
export { escalationRoutes } from './escalation.routes.ts';
export { countEscalationsOf, handOverEscalations } from './hand-over.queries.ts';
export { swarmRoutes } from './swarms.routes.ts';
