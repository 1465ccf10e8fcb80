import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { homeRoutes } from './home.routes.ts';
import { savedViewRoutes } from './saved-views.routes.ts';

export { allThatFit, findView } from './all-that-fit.ts';
export { type Conditions, conditionsShape } from './conditions.schemas.ts';
export { sinces, sinceColumn, type Since, type TimeBase } from './since.queries.ts';
export { textConditions } from './text-conditions.schemas.ts';
export { isPersonal } from './conditions.schemas.ts';
export { readMeaning, type Wanted } from './wanted.ts';
export { listFitting, matchNewest, type Match } from './window.queries.ts';
export { viewTicketsQuery } from './saved-views.schemas.ts';
export { ticketConditions } from './ticket-conditions.schemas.ts';

export function viewRoutes(app: FastifyInstance, context: Context): void {
  savedViewRoutes(app, context);
  homeRoutes(app, context);
}
